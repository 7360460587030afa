"""What was written is sent once, in order, awake readers first, and each fate is noted."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from bot.deps import Clock, Deps
from bot.outbox import deliver, write
from bot.outbox.pace import Pace
from bot.outbox.post import Gone, Later, Refused, Sent
from bot.outbox.write import Letter
from bot.screens.screen import Screen
from bot.settings import Settings
from bot.store import outbox
from bot.store.outbox import BULK, DROPPED, FAILED, NOTICE, READY, SENT, Outbox
from bot.store.people import Person

MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 09.00 WIB
NIGHT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # 22.00 WIB
SARI, BUDI = 1, 2


class Standing(Clock):
    def __init__(self) -> None:
        super().__init__()
        self.at = MORNING

    def now(self) -> datetime:
        return self.at


class Postbox:
    """Takes letters and answers as it is told; without orders everything arrives."""

    def __init__(self) -> None:
        self.carried, self.answers = [], []

    async def carry(self, letter):
        self.carried.append(letter.content.get("text", ""))
        return self.answers.pop(0) if self.answers else Sent(len(self.carried))


@pytest.fixture
def deps(database):
    def people(session):
        for number in (SARI, BUDI):
            session.add(Person(id=number, created_at=MORNING, seen_at=MORNING))

    database.run(people)
    return Deps(Settings(_env_file=None, telegram_token=SecretStr("1:x")), database, Standing())


@pytest.fixture
def post():
    return Postbox()


def noticed(deps, person_id, text, *, lane=NOTICE, occurrence=""):
    def work(session):
        return write.notice(
            session, person_id, Screen(text), topic="t", occurrence=occurrence or text, now=deps.clock.now(), lane=lane
        )

    return deps.database.run(work)


def drained(deps, post) -> list[str]:
    before = len(post.carried)
    asyncio.run(deliver.drain(deps, post, Pace(per_second=10_000)))
    return post.carried[before:]


def states(deps) -> dict[str, int]:
    return deps.database.run(outbox.depth)


def test_an_occurrence_is_told_once_however_often_it_is_planned(deps, post):
    assert [noticed(deps, SARI, "kabar", occurrence="x") for _ in range(3)] == [True, False, False]
    assert drained(deps, post) == ["kabar"]
    assert drained(deps, post) == []


def test_answers_go_before_notices_and_notices_before_bulk(deps, post):
    noticed(deps, SARI, "siaran", lane=BULK)
    noticed(deps, BUDI, "kabar", lane=NOTICE)
    noticed(deps, 3, "tanpa orang")
    noticed(deps, SARI, "jawaban", lane=outbox.REPLY)

    def in_order(session):
        return [letter.content["text"] for letter in iter(lambda: deliver.take(session, MORNING), None)]

    assert deps.database.run(in_order) == ["jawaban", "kabar", "siaran"]
    assert states(deps)[DROPPED] == 1


def test_nobody_is_woken_but_an_answer_comes_at_night(deps, post):
    deps.clock.at = NIGHT
    noticed(deps, SARI, "kabar")
    noticed(deps, SARI, "jawaban", lane=outbox.REPLY)

    at_night = drained(deps, post)
    deps.clock.at = NIGHT + timedelta(hours=9, minutes=1)
    in_the_morning = drained(deps, post)

    assert (at_night, in_the_morning) == (["jawaban"], ["kabar"])


def test_what_telegram_says_is_kept(deps, post):
    for number in range(4):
        noticed(deps, SARI if number < 3 else BUDI, f"{number}")
        deps.clock.at += timedelta(seconds=1)
    post.answers = [Refused("text is empty"), Later(30, "too many requests"), Gone("bot was blocked by the user")]

    asyncio.run(_one_by_one(deps, post))

    assert states(deps) == {FAILED: 2, DROPPED: 1, SENT: 1}
    assert post.carried == ["0", "1", "2", "3"]


async def _one_by_one(deps, post) -> None:
    """Drain with one sender, so that the order is certain; a pause asked for is not waited for."""
    for _ in range(4):
        await deliver._drain_alone(deps, post, Pace(per_second=10_000), most=1)


def test_a_pause_asked_for_leaves_the_rest_in_its_rows(deps, post):
    """A message in hand during a long pause would run out of its claim and be sent twice."""
    for number in range(3):
        noticed(deps, number % 2 + 1, f"{number}")
    pace = Pace(per_second=10_000)
    pace.hold(300)

    assert asyncio.run(deliver.drain(deps, post, pace)) == 0
    assert (states(deps), post.carried) == ({READY: 3}, [])


def test_after_a_day_a_message_is_given_up(deps, post):
    noticed(deps, SARI, "kabar")
    for _hours in range(26):
        post.answers = [Later(1, "TimedOut")]
        drained(deps, post)
        deps.clock.at += timedelta(hours=1)

    assert states(deps) == {FAILED: 1}


def test_a_letter_of_a_dead_process_waits_for_its_claim_or_is_let_go_at_a_start(deps, post):
    noticed(deps, SARI, "kabar")
    deps.database.run(deliver.take, MORNING)

    assert drained(deps, post) == []
    deps.database.run(outbox.release)
    assert drained(deps, post) == ["kabar"]


def test_an_old_edit_never_covers_a_newer_one(deps, post):
    def work(session):
        for minute, text in ((0, "lama"), (1, "baru")):
            row = Outbox(
                person_id=SARI, method="edit", target=7, due_at=MORNING, created_at=MORNING + timedelta(minutes=minute)
            )
            outbox.put(session, row, {"text": text}, lease=None)
            session.flush()
            if text == "baru":
                outbox.note_sent(session, row.id, MORNING, 7)

    deps.database.run(work)

    assert drained(deps, post) == []
    assert states(deps) == {SENT: 1, DROPPED: 1}


def test_many_senders_never_take_the_same_letter(deps, post):
    for number in range(30):
        noticed(deps, number % 2 + 1, f"{number}")

    async def three_drains():
        fast = Pace(per_second=10_000)
        fast.wait = _at_once
        await asyncio.gather(*(deliver.drain(deps, post, fast) for _ in range(3)))

    asyncio.run(three_drains())

    assert sorted(map(int, post.carried)) == list(range(30))


async def _at_once(_person_id: int) -> None:
    """No pause between two messages to one chat."""


def answered(deps, *texts_for) -> list[Letter]:
    """One turn's answers, as the door holds them: (person, text) in their order."""

    def work(session):
        letters = []
        for number, (person_id, text) in enumerate(texts_for):
            row = Outbox(person_id=person_id, number=number, due_at=MORNING, created_at=MORNING)
            content = write.pack(Screen(text), person_id, session.info["sealer"])
            outbox.put(session, row, content, lease=MORNING + timedelta(minutes=3))
            letters.append(Letter(row.id, person_id, "send", None, content))
        return letters

    return deps.database.run(work)


def test_where_one_answer_must_wait_those_behind_it_to_the_same_person_keep_their_order(deps, post):
    letters = answered(deps, (SARI, "one"), (SARI, "two"), (BUDI, "other"))
    post.answers = [Later(5, "too many requests")]

    asyncio.run(deliver.send(deps, post, letters))

    assert post.carried == ["one", "other"]
    assert drained(deps, post) == []
    deps.clock.at += timedelta(seconds=6)
    again = [text for _ in range(2) for text in drained(deps, post)]
    assert again == ["one", "two"]


def test_a_send_in_doubt_is_tried_once_more_and_then_left(deps, post):
    letters = answered(deps, (SARI, "one"))
    post.answers = [Later(1, "TimedOut", in_doubt=True), Later(1, "TimedOut", in_doubt=True)]

    asyncio.run(deliver.send(deps, post, letters))
    for _ in range(3):
        deps.clock.at += timedelta(minutes=10)
        drained(deps, post)

    assert post.carried == ["one", "one"]
    assert states(deps) == {FAILED: 1}
