"""Bulk: a stop holds at once, a pause asked for leaves nothing in hand, and of two replicas one sends."""

import asyncio
import time
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr
from sqlmodel import select

from bot.deps import Clock, Deps
from bot.outbox import write
from bot.outbox.bulk import FRESH_SECONDS, SENDERS, Bulk
from bot.outbox.pace import AnsweringPost, Pace
from bot.outbox.post import Later, Sent
from bot.outbox.write import Letter
from bot.screens.screen import Screen
from bot.settings import Settings
from bot.store import outbox
from bot.store.outbox import BULK, DROPPED, READY, SENT, Outbox
from bot.store.people import Person
from bot.store.turns import Turn

MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 09.00 WIB
PEOPLE = 60


class Standing(Clock):
    def now(self) -> datetime:
        return MORNING


class Postbox:
    """Takes so long for every letter, and keeps who got one when."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds, self.carried, self.answers = seconds, [], []

    async def carry(self, letter):
        self.carried.append((letter.person_id, time.monotonic()))
        await asyncio.sleep(self.seconds)
        return self.answers.pop(0) if self.answers else Sent(1)

    @property
    def people(self) -> list[int]:
        return [person_id for person_id, _at in self.carried]


@pytest.fixture
def deps(database):
    def work(session):
        for number in range(1, PEOPLE + 1):
            session.add(Person(id=number, created_at=MORNING, seen_at=MORNING))
            write.notice(session, number, Screen("x"), topic="t", occurrence="1", now=MORNING, lane=BULK)

    database.run(work)
    return Deps(Settings(_env_file=None, telegram_token=SecretStr("1:x")), database, Standing())


@pytest.fixture
def bulk_of(deps):
    """Make a bulk sender; its turn ends with the test."""
    made = []

    def make(post, per_second=10_000.0) -> Bulk:
        made.append(Bulk(deps, post, Pace(per_second), Turn(deps.database.engine)))
        return made[-1]

    yield make
    for one in made:
        one.turn.leave()


def states(deps) -> dict[str, int]:
    return deps.database.run(outbox.depth)


def test_everything_that_is_due_goes_out_once(deps, bulk_of):
    post = Postbox()
    bulk = bulk_of(post)

    taken = asyncio.run(bulk.drain())
    again = asyncio.run(bulk.drain())

    assert (taken, again) == (PEOPLE, 0)
    assert sorted(post.people) == list(range(1, PEOPLE + 1))
    assert states(deps) == {SENT: PEOPLE}


def test_after_a_stop_nothing_is_sent_that_is_older_than_a_moment(deps, bulk_of):
    post = Postbox(0.01)
    bulk = bulk_of(post, per_second=10)

    async def stopped() -> float:
        running = asyncio.create_task(bulk.drain())
        await asyncio.sleep(0.6)
        await deps.database.do(lambda session: [outbox.drop_waiting(session, one) for one in range(1, PEOPLE + 1)])
        at = time.monotonic()
        await running
        return at

    at = asyncio.run(stopped())

    late = [moment - at for _person, moment in post.carried if moment > at]
    assert max(late, default=0.0) < FRESH_SECONDS
    assert len(post.carried) < PEOPLE
    assert set(states(deps)) == {SENT, DROPPED}


def test_a_pause_asked_for_gives_back_what_is_in_hand(deps, bulk_of):
    post = Postbox()
    post.answers = [Later(300, "too many requests")]
    bulk = bulk_of(post)

    asyncio.run(bulk.drain())
    free = deps.database.run(lambda session: session.exec(select(Outbox).where(Outbox.state == READY)).all())

    assert len(post.carried) <= SENDERS
    assert len(free) >= PEOPLE - SENDERS
    assert all(row.leased_until is None for row in free)
    assert asyncio.run(bulk.drain()) == 0


def test_a_broken_note_ends_the_round_and_the_message_waits_for_its_claim(deps, bulk_of, monkeypatch):
    post = Postbox()
    bulk = bulk_of(post)

    def broken(_session, told, _now):
        raise OSError(told[0][0].id)

    monkeypatch.setattr("bot.outbox.bulk.note_all", broken)
    with pytest.raises(OSError, match=r"[0-9a-f]"):
        asyncio.run(bulk.drain())
    monkeypatch.undo()

    assert states(deps) == {READY: PEOPLE}
    assert len(post.carried) <= SENDERS + 1


def test_of_two_replicas_one_sends_and_the_other_takes_over_what_it_left(deps, bulk_of):
    first, second = bulk_of(Postbox()), bulk_of(Postbox())
    assert first.turn.hold()
    deps.database.run(outbox.claim_due, MORNING, 5, outbox.IN_BULK)  # in the first one's hand as it dies

    waiting = asyncio.run(second.drain()) if deps.database.is_postgres else 0
    first.turn.leave()
    if not deps.database.is_postgres:
        deps.database.run(outbox.release)  # one process: done at its start
    taken = asyncio.run(second.drain())

    assert (waiting, taken) == (0, PEOPLE)


def test_answers_take_their_share_of_the_pace():
    pace = Pace(per_second=20)
    post = AnsweringPost(Postbox(), pace)
    letter = Letter("a", 1, "send", None, {})

    async def measured() -> float:
        for _ in range(40):  # what may be caught up is used up first
            await post.carry(letter)
        begun = time.monotonic()
        await pace.wait(2)
        return time.monotonic() - begun

    assert asyncio.run(measured()) > 0.5


def test_an_answer_that_telegram_puts_off_stops_bulk_too():
    pace, inner = Pace(), Postbox()
    inner.answers = [Later(5, "too many requests")]

    asyncio.run(AnsweringPost(inner, pace).carry(Letter("a", 1, "send", None, {})))

    assert pace.held


def test_a_stall_is_made_up_for_but_never_in_one_burst(monkeypatch):
    now = [100.0]
    slept = []
    monkeypatch.setattr("bot.outbox.pace.time.monotonic", lambda: now[0])

    async def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    monkeypatch.setattr("bot.outbox.pace.asyncio.sleep", sleep)
    pace = Pace(per_second=30)

    async def game() -> list[float]:
        at = []
        for number in range(300):
            if number == 100:
                now[0] += 10  # the process stood still
            await pace.wait(number)
            at.append(now[0])
        return at

    at = asyncio.run(game())

    assert max(sum(start <= one < start + 1 for one in at) for start in at) <= 30 * 2
    assert at[-1] - at[0] - 10 < timedelta(seconds=300 / 30).total_seconds()
