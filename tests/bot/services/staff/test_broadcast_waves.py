"""Waves: never more than one too many, nobody twice, nobody at night, and a stop that holds."""

import os
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from crowds import BUDI, MORNING, broadcast, counselor, worker
from sqlmodel import select

from bot.deps import Shelf
from bot.outbox import bulk, deliver
from bot.outbox.post import Sent
from bot.services import broadcasts as cards
from bot.services import hours
from bot.services.broadcasts import Answer
from bot.services.staff import broadcast as deciding
from bot.services.staff import broadcast_run as services
from bot.services.staff.audience import Asker
from bot.services.staff.broadcast import Outcome
from bot.store import broadcasts, waves
from bot.store.broadcasts import DONE, PAUSED, RUNNING, SCHEDULED, STOPPED, Recipient
from bot.store.outbox import DROPPED, READY, SENT, Outbox
from bot.store.people import Person
from bot.store.staff import Staff

GAMES = int(os.environ.get("WAVE_GAMES", "3"))
MOMENTS = int(os.environ.get("QUIET_MOMENTS", "60"))  # 2000 for the whole of it
ZONES = (
    "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Taipei", "Asia/Kuala_Lumpur", "Asia/Riyadh", "Asia/Dubai",
    "Asia/Tokyo", "Europe/Amsterdam", "Europe/London", "America/New_York", "Australia/Sydney",
)  # fmt: skip
YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def running(session, count, **more):
    counselor(session)
    for number in range(1, count + 1):
        worker(session, number)
    row = broadcast(session, state=SCHEDULED, release_at=MORNING, **more)
    broadcasts.put_people(session, row.id, [(number, 1.0 - number / 1000) for number in range(1, count + 1)])
    return row


def sent_by_bulk(session, now) -> list[int]:
    """Send all that is due, as the bulk sender does."""
    people = []
    while (letters := bulk.take(session, now, 50)) is not None:
        for letter in letters:
            deliver.note(session, letter, Sent(letter.person_id), now)
            people.append(letter.person_id)
        session.flush()
    return people


@pytest.mark.parametrize("seed", range(GAMES))
def test_no_more_than_one_wave_is_asked_too_many_and_nobody_twice(session, seed):
    chance = random.Random(seed)  # noqa: S311 - a game that can be played again needs a seed
    count, size, need = chance.randint(5, 40), chance.randint(2, 15), chance.randint(1, 4)
    row = running(session, count, wave_size=size, need=need)
    willing, now, asked = chance.random(), MORNING, []
    answers: list[tuple[datetime, int, bool]] = []

    for _ in range(count + 5):
        waves_before, yes_before = row.wave, broadcasts.counts(session, row.id).yes
        services.due(session, now)
        session.flush()
        if row.wave > waves_before:
            assert yes_before < need * services.YES_PER_NEED
        for person_id in sent_by_bulk(session, now):
            asked.append(person_id)
            answers.append((now + timedelta(minutes=chance.randint(1, 44)), person_id, chance.random() < willing))
        now += services.WAVE_PAUSE
        for at, person_id, yes in [one for one in answers if one[0] <= now]:
            cards.answer(session, row.id, Answer(person_id, 0, yes), at)
        answers = [one for one in answers if one[0] > now]
        session.flush()

    assert [person_id for person_id, times in Counter(asked).items() if times > 1] == []
    assert asked == sorted(asked)
    assert broadcasts.counts(session, row.id).yes < need * services.YES_PER_NEED + size
    assert len(asked) == count or broadcasts.counts(session, row.id).yes >= need * services.YES_PER_NEED


def test_releasing_twice_writes_every_message_once(session):
    row = running(session, 4)

    services.due(session, MORNING)
    row.state = SCHEDULED
    services.due(session, MORNING)
    row.wave = 0
    session.execute(Recipient.__table__.update().values(wave=0))
    waves.open_wave(session, row, MORNING)

    rows = session.exec(select(Outbox.person_id).where(Outbox.topic == "broadcast")).all()
    assert sorted(rows) == [1, 2, 3, 4]


def test_a_stop_takes_back_what_waits_and_a_pause_keeps_it(session):
    row = running(session, 8)
    member = session.get(Staff, BUDI)
    services.due(session, MORNING)
    bulk.take(session, MORNING, 3)  # in somebody's hand

    services.pause(session, member, row.id, MORNING)
    session.flush()
    session.expire_all()
    paused = (row.state, bulk.take(session, MORNING + timedelta(days=1)))
    services.resume(session, member, row.id, MORNING)
    session.expire_all()
    resumed = bulk.take(session, MORNING, 2)
    services.stop(session, member, row.id, MORNING)
    session.expire_all()

    assert paused == (PAUSED, None)
    assert len(resumed) == 2
    assert row.state == STOPPED
    assert bulk.take(session, MORNING + timedelta(days=1)) is None
    assert {one.state for one in session.exec(select(Outbox))} == {DROPPED}


@pytest.mark.parametrize(("deed", "words"), [(services.withdraw, "ditarik"), (services.fill, "Sudah terisi")])
def test_the_end_stands_on_every_delivered_card_and_nowhere_else(session, deed, words):
    row = running(session, 6, wave_size=4)
    services.due(session, MORNING)
    for letter in bulk.take(session, MORNING, 2):
        deliver.note(session, letter, Sent(70 + letter.person_id), MORNING)
    later = MORNING + timedelta(minutes=1)

    deed(session, session.get(Staff, BUDI), row.id, later)
    session.flush()
    session.expire_all()
    changed = bulk.take(session, later, 50)
    again = deed(session, session.get(Staff, BUDI), row.id, later)

    assert [(one.method, one.person_id, one.target) for one in changed] == [("edit", 1, 71), ("edit", 2, 72)]
    assert all(words in one.content["text"] for one in changed)
    assert (again.version, bulk.take(session, later)) == (1, None)
    assert not session.exec(select(Recipient).where(Recipient.state == "planned")).all()


def test_somebody_elses_broadcast_cannot_be_stopped(session):
    row = running(session, 2)
    services.due(session, MORNING)

    stranger = counselor(session, 901, area="32.15")

    assert services.stop(session, stranger, row.id, MORNING) is None
    assert row.state == RUNNING


@pytest.mark.parametrize(("approver", "state"), [(None, STOPPED), (901, RUNNING)])
def test_a_broadcast_whose_staff_are_all_revoked_is_stopped(session, approver, state):
    row = running(session, 4, decided_by=approver)
    counselor(session, 901)
    services.due(session, MORNING)

    session.get(Staff, BUDI).active = False
    session.flush()
    services.due(session, MORNING)
    session.expire_all()

    assert row.state == state
    assert (bulk.take(session, MORNING) is None) is (state == STOPPED)


def test_who_stopped_or_applied_meanwhile_is_passed_over_and_the_book_says_why(session):
    row = running(session, 3)
    services.due(session, MORNING)
    cards.no_more(session, 1, MORNING)
    session.get(Person, 2).stopped_at = MORNING
    session.flush()

    sent = sent_by_bulk(session, MORNING)
    session.expire_all()
    services.due(session, MORNING)

    assert sent == [3]
    assert {one.person_id: (one.state, one.reason) for one in session.exec(select(Recipient))} == {
        1: ("skipped", "stopped"), 2: ("skipped", "stopped"), 3: ("sent", ""),
    }  # fmt: skip
    assert row.state == DONE


def test_nobody_is_written_to_at_night_wherever_they_are(session):
    """Zones with and without summer time, moments of a whole year; the local clock is read by other means."""
    chance = random.Random(20261122)  # noqa: S311 - a game that can be played again needs a seed
    counselor(session)
    for number, zone in enumerate(ZONES, 1):
        worker(session, number, zone=zone)
    seen = Counter()

    for number in range(MOMENTS):
        now = YEAR + timedelta(seconds=chance.randrange(365 * 24 * 3600))
        person_id = chance.randint(1, len(ZONES))
        row = broadcast(session, state=RUNNING, created_at=now, changed_at=now, wave_size=1)
        broadcasts.put_people(session, row.id, [(person_id, None)])
        services._open(session, row, now)
        went = bool(bulk.take(session, now))
        message = session.exec(select(Outbox).where(Outbox.occurrence == row.id)).one()
        local = (now if went else message.due_at).astimezone(ZoneInfo(ZONES[person_id - 1]))
        assert 7 <= local.hour < 20, f"{ZONES[person_id - 1]} {local} case {number}"
        assert went or message.due_at > now
        seen[went] += 1
        message.state = SENT

    assert seen[True]
    assert seen[False]
    assert not session.exec(select(Outbox).where(Outbox.state == READY)).all()


@pytest.mark.parametrize("zone", ZONES)
def test_the_first_waking_moment_is_never_at_night_and_never_later_than_it_must_be(zone):
    chance = random.Random(zone)  # noqa: S311 - a game that can be played again needs a seed

    for _ in range(2000 // len(ZONES) + 1):
        moment = YEAR + timedelta(seconds=chance.randrange(365 * 24 * 3600))
        wakes = hours.waking(moment, zone)
        local = wakes.astimezone(ZoneInfo(zone))

        assert 7 <= local.hour < 20
        assert wakes == moment or (wakes > moment and (local.hour, local.minute, local.second) == (7, 0, 0))
        assert wakes - moment <= timedelta(hours=12)


def test_enough_yes_ends_it_a_day_later_and_asks_nobody_else(session):
    row = running(session, 9, wave_size=3, need=1)
    services.due(session, MORNING)
    asked = sent_by_bulk(session, MORNING)
    for person_id in asked:
        cards.answer(session, row.id, Answer(person_id, 0, yes=True), MORNING)
    session.flush()

    services.due(session, MORNING + timedelta(hours=23))
    before = row.state
    services.due(session, MORNING + services.ENOUGH_STANDS)

    assert (asked, before, row.state) == ([1, 2, 3], RUNNING, DONE)
    assert sent_by_bulk(session, MORNING + timedelta(days=2)) == []


def test_what_a_revoked_member_handed_in_cannot_be_approved(session):
    row = running(session, 2)
    row.state = broadcasts.WAITING
    ani = counselor(session, 901)
    session.get(Staff, BUDI).active = False
    session.flush()

    done = deciding.decide(session, Asker(ani, Shelf(), MORNING), row.id, approve=True)

    assert (done.outcome, row.state) == (Outcome.GONE, broadcasts.WAITING)
