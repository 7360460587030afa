"""Every button leads somewhere, and every way can be pressed."""

import ast

import house

from bot.chat import routes

ACTION_POSITION = {"choice": 2, "Button": 1}


def actions():
    """Every action that is written out where a button is made, with its place."""
    for path in house.product():
        if not house.name(path).startswith("bot/screens/"):
            continue
        for written, call in house.calls(path):
            position = ACTION_POSITION.get(written.rpartition(".")[2])
            if position is None:
                continue
            given = [one.value for one in call.keywords if one.arg == "action"]
            node = call.args[position] if len(call.args) > position else (given or [None])[0]
            for value in _constants(node):
                if value:
                    yield value, f"{house.name(path)}:{call.lineno}"


def _constants(node):
    if isinstance(node, ast.Constant):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def test_every_button_leads_to_a_conversation():
    lost = sorted({f"{action} ({where})" for action, where in actions() if action not in routes.BUTTONS})

    assert lost == []


def test_every_way_can_be_pressed_somewhere():
    offered = {
        node.value
        for path in house.product()
        if house.name(path).startswith(("bot/screens/", "bot/services/", "bot/outbox/", "bot/chat/"))
        for node in _outside_tables(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert sorted(set(routes.BUTTONS) - offered) == []


def _outside_tables(path):
    """Walk a file without its BUTTONS table: a name that stands only there is offered by nobody."""
    for statement in house.tree(path).body:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        if isinstance(target, ast.Name) and target.id == "BUTTONS":
            continue
        yield from ast.walk(statement)


def test_every_awaited_step_has_a_conversation():
    awaited = {
        node.args[0].value: f"{house.name(path)}:{node.lineno}"
        for path in house.product()
        if house.name(path).startswith("bot/chat/")
        for written, node in house.calls(path)
        if written.endswith("turn.expect") and node.args and isinstance(node.args[0], ast.Constant)
        if node.args[0].value
    }

    assert {step: where for step, where in awaited.items() if step not in routes.STEPS} == {}


def test_names_of_buttons_are_short_enough_to_leave_room_for_their_argument():
    assert [name for name in routes.BUTTONS if len(name) > 12 or not name.isascii() or ":" in name] == []
