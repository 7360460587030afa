"""Who may do what: read the clock, send, commit; the promises that keep the product true after a crash."""

import ast

import house

CLOCK_CALLS = {
    "datetime.now", "datetime.datetime.now", "datetime.utcnow", "datetime.today", "date.today", "datetime.date.today",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime",
}  # fmt: skip
CLOCK_READERS = {
    "bot/deps.py": "the only clock of the product",
    "bot/simulator/": "plays Telegram, which lives in wall-clock time of its own: message dates, flood limits",
}
SENDERS = {
    "bot/chat/telegram_post.py": "Telegram's door outwards",
    "bot/simulator/": "plays Telegram and the people",
    "bot/chat/members.py": "points a group to the private chat; a group is no person and has no outbox",
}
COMMITTERS = {
    "bot/store/database.py": "one transaction per use case: opens, commits, rolls back",
    "bot/store/schema.py": "versions of the tables",
    "bot/store/backups.py": "fills an empty database table by table",
}


def _allowed(path, allowed) -> bool:
    return any(house.name(path).startswith(one) for one in allowed)


def _calling(names, allowed) -> list[str]:
    return [
        f"{house.name(path)}:{call.lineno} {written}"
        for path in house.product()
        if not _allowed(path, allowed)
        for written, call in house.calls(path)
        if names(written)
    ]


def test_only_the_clock_reads_the_time():
    assert _calling(lambda written: written in CLOCK_CALLS, CLOCK_READERS) == []


def test_only_the_outbox_and_the_post_send():
    def sends(written: str) -> bool:
        last = written.rpartition(".")[2]
        calls_telegram = last.startswith(("send_", "edit_message", "reply_", "copy_message", "forward_message"))
        return calls_telegram and last not in {"send_action", "send_due"}  # "typing" is no message; rows of reminders

    assert _calling(sends, SENDERS) == []


def test_a_letter_is_carried_only_by_the_outbox():
    assert _calling(lambda written: written.endswith("post.carry"), {"bot/outbox/": "the only place that sends"}) == []


def test_nobody_commits_but_the_database():
    def commits(written: str) -> bool:
        return written.endswith((".commit", ".rollback"))

    assert _calling(commits, COMMITTERS) == []


def test_services_and_rows_are_plain_functions_and_the_doors_alone_are_async():
    rooms = ("bot/services/", "bot/screens/", "bot/texts/", "jkp/", "matching/", "intake/", "training_catalog/",
             "labour_market/")  # fmt: skip
    coloured = [
        f"{house.name(path)}:{function.name}"
        for path in house.product()
        if house.name(path).startswith(rooms)
        for function in house.functions(path)
        if isinstance(function, ast.AsyncFunctionDef)
    ]

    assert coloured == []


def test_conversation_state_is_never_kept_in_memory():
    kept = [
        f"{house.name(path)}:{node.lineno} {house.dotted(node)}"
        for path in house.product()
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"user_data", "chat_data", "bot_data"}
    ]

    assert kept == []


def test_no_global_is_rebound_while_the_bot_runs():
    rebound = [
        f"{house.name(path)}:{node.lineno}"
        for path in house.product()
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.Global)
    ]

    assert rebound == []
