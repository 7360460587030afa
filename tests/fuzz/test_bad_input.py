"""Random words, presses, forged data and files from forty people at once: a fitting answer each, nothing lost."""

import logging
import random
import time
from collections import Counter

import pytest
import structlog
from deeds import Thrower
from rig import open_rig
from sqlmodel import select

from bot.simulator.people import Person
from bot.store.inbox import DONE, Inbox
from bot.store.outbox import FAILED, READY, Outbox

PEOPLE, SHORT, LONG, PATIENCE = 40, 240, 10_000, 3.0
ANSWERING = {"sendMessage", "editMessageText", "sendDocument"}
NOT_MODIFIED = "message is not modified"


class Errors(logging.Handler):
    """Keeps what the libraries complain about."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.getMessage()} {record.exc_info}")


def answered(rig, since: int) -> set[int]:
    """Say who got words on their screen, or the very same words again."""
    calls = rig.telegram.calls[since:]
    return {
        call.chat_id for call in calls if call.method in ANSWERING and (call.ok or NOT_MODIFIED in call.description)
    }


def left_without(rig, since: int, thrown: dict[int, str]) -> dict[int, str]:
    """Say who got no answer; a farewell after erasing has no row that one could wait for, so a little patience."""
    until = time.monotonic() + PATIENCE
    while True:
        left = {person_id: deed for person_id, deed in thrown.items() if person_id not in answered(rig, since)}
        if not left or time.monotonic() > until:
            return left
        time.sleep(0.01)


def bombard(rig, deeds: int, seed: int) -> Counter:
    chance = random.Random(seed)  # noqa: S311 - a game that can be played again needs a seed
    thrower = Thrower(rig.telegram, chance)
    crowd = [rig.person(number, f"Contoh {number}").person for number in range(1, PEOPLE + 1)]
    counts: Counter = Counter()
    for _ in range(deeds // PEOPLE):
        since = len(rig.telegram.calls)
        thrown = {person.id: thrower.throw(person) for person in crowd}
        rig.settle()
        counts.update(thrown.values())
        silent = left_without(rig, since, thrown)
        assert not silent, [
            (deed, [one.text for one in Person(rig.telegram, who).chat[-2:]]) for who, deed in silent.items()
        ]
    return counts


def judge(rig, log, errors) -> None:
    """Nobody is stuck, nothing waits, nothing failed, nobody complained."""
    since, everybody = len(rig.telegram.calls), [Person(rig.telegram, person_id) for person_id in rig.telegram.people]
    for person in everybody:
        person.say("/menu")
    rig.settle()
    assert {person.id for person in everybody} <= answered(rig, since)
    assert all(rig.telegram.said(person.id)[-1].buttons for person in everybody)
    open_updates, bad_messages = rig.database.run(
        lambda session: (
            session.exec(select(Inbox.update_id).where(Inbox.state != DONE)).all(),
            session.exec(select(Outbox.problem).where((Outbox.state == FAILED) | (Outbox.state == READY))).all(),
        )
    )
    assert (open_updates, bad_messages) == ([], [])
    assert [entry for entry in log if entry["log_level"] in {"error", "critical", "exception"}] == []
    assert errors.seen == []


@pytest.fixture
def errors():
    handler = Errors()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


def run(database, errors, deeds: int, seed: int) -> None:
    with structlog.testing.capture_logs() as log, open_rig(database) as rig:
        begun = time.monotonic()
        counts = bombard(rig, deeds, seed)
        took = time.monotonic() - begun
        judge(rig, log, errors)
    done = counts.total()
    print(f"\n{done} deeds of {PEOPLE} people in {took:.1f} s ({done / took:.0f}/s): {dict(counts)}")


def test_whatever_is_thrown_at_the_bot_is_answered(database, errors):
    run(database, errors, SHORT, 1)


@pytest.mark.long
def test_ten_thousand_things_thrown_at_the_bot_are_answered(database, errors):
    run(database, errors, LONG, 2)
