"""Every use case of staff that reads about people asks whether they are in the member's care, or says why not."""

import ast
from functools import cache

import house

ROOM, STORE = "bot/services/staff/", "bot/store/"
PEOPLE = {  # rooms of the store that know something about workers
    "applications", "attendance", "broadcasts", "cases", "chain", "clients", "consents", "dossiers", "help_requests",
    "notes", "outcomes", "people", "phones", "profiles", "promises", "registrations", "reminders", "stage_events",
    "waves",
}  # fmt: skip
SCOPE = {"reaches", "in_reach", "regions_clause", "within"}  # of bot.store.staff: the only questions about care
SERVICES = "bot.services.staff."
BY_STAFF = {"Staff", "Seat"}  # whoever takes one of these does something for a member
UNSCOPED = {
    "answering.held": "the talks that the member holds, taken within the own area",
    "answering.candidates": "the talks that the member holds",
    "answering.speak": "one of the talks that the member holds",
    "answering.hand_back": "one of the talks that the member holds",
    "absence.colleagues": "colleagues of the own province and role, no workers",
    "seat.take": "the member's own zone",
    "caseload.client": "a row that was read in reach",
    "broadcast.begin": "a draft of the member's own, with nobody in it yet",
    "broadcast.draft": "a draft of the member's own, with nobody in it yet",
}


@cache
def room() -> dict[str, tuple[ast.FunctionDef, dict[str, str]]]:
    """Every function of the staff's use cases and of the store by its full name, with what its module imports."""
    found = {}
    for path in house.product():
        if house.name(path).startswith((ROOM, STORE)):
            module, names = house.name(path).removesuffix(".py").replace("/", "."), _imported(path)
            for node in house.tree(path).body:
                if isinstance(node, ast.FunctionDef):
                    found[f"{module}.{node.name}"] = (node, names)
    return found


def _imported(path) -> dict[str, str]:
    names = {}
    for node in ast.walk(house.tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for one in node.names:
                names[one.asname or one.name] = f"{node.module}.{one.name}"
    return names


def _touched(key: str) -> set[str]:
    """Whatever a function names, as full dotted names; what it does not import is its own module's."""
    node, names = room()[key]
    module = key.rpartition(".")[0]
    found = set()
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id in names:
            found.add(f"{names[one.value.id]}.{one.attr}")
        elif isinstance(one, ast.Name):
            found.add(names.get(one.id, f"{module}.{one.id}"))
    return found


@cache
def reached(key: str) -> frozenset[str]:
    """Everything that a function names, itself or through other functions of these rooms."""
    seen, left = {key}, [key]
    found: set[str] = set()
    while left:
        for name in _touched(left.pop()):
            found.add(name)
            if name in room() and name not in seen:
                seen.add(name)
                left.append(name)
    return frozenset(found)


def reads_people(key: str) -> bool:
    return any(name.startswith(f"bot.store.{one}.") for name in reached(SERVICES + key) for one in PEOPLE)


def asks_for_care(key: str) -> bool:
    return any(name.removeprefix("bot.store.staff.") in SCOPE for name in reached(SERVICES + key))


def done_by_staff() -> list[str]:
    """The public functions that do something for a member of staff."""
    return [
        key.removeprefix(SERVICES)
        for key, (node, _names) in room().items()
        if key.startswith(SERVICES)
        and not node.name.startswith("_")
        and any(isinstance(one.annotation, ast.Name) and one.annotation.id in BY_STAFF for one in node.args.args)
    ]


def test_every_use_case_that_reads_people_asks_for_care_or_says_why_not():
    open_doors = [key for key in done_by_staff() if reads_people(key) and not asks_for_care(key)]

    assert sorted(set(open_doors) - set(UNSCOPED)) == []


def test_what_is_excused_is_there_and_needs_the_excuse():
    assert [key for key in UNSCOPED if SERVICES + key not in room() or asks_for_care(key)] == []


def test_the_rule_sees_both_kinds():
    """A rule that finds nobody who reads, or nobody who asks, would prove nothing."""
    reading = [key for key in done_by_staff() if reads_people(key)]

    assert "answering.queue" in reading
    assert asks_for_care("answering.queue")
    assert not asks_for_care("answering.speak")
