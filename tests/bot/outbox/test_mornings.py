"""The morning card: at 07.30 where the counselor is, once, to those who are there; a stand-in hears of both."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.outbox import mornings
from bot.store import clients, consents, people
from bot.store.absences import Absence
from bot.store.clients import ClientState
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.profiles import WorkProfile
from bot.store.staff import ADMIN, COUNSELOR, Staff

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)  # 07.00 WIB, 08.00 WITA, 09.00 WIT


def at(hour, minute=0, day=23):
    """A moment on the clocks of Jakarta."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


@pytest.fixture
def house(session):
    """Two counselors with one client each; Ani's is in danger."""
    for number, name, area in ((1, "Pak Budi", "33.11"), (2, "Bu Ani", "33.10")):
        session.add(Person(id=number, created_at=MONDAY, seen_at=MONDAY))
        session.add(Staff(id=number, role=COUNSELOR, name=name, area=area, added_at=MONDAY))
        person = Person(id=number + 10, created_at=MONDAY, seen_at=MONDAY)
        people.rename(session, person, "Sari Contoh")
        session.add(person)
        session.add(WorkProfile(person_id=number + 10, region=area))
        consents.give(session, number + 10, consents.COUNSELLING, MONDAY)
    clients.keep(session, ClientState(person_id=12, due="search", deadline=date(2026, 11, 24), noted_at=MONDAY))
    session.flush()
    return session


def told(session):
    return sorted(row.person_id for row in session.exec(select(Outbox)) if row.topic == "morning")


@pytest.mark.parametrize(
    ("hour", "minute", "zone", "count"),
    [(7, 29, "Asia/Jakarta", 0), (7, 30, "Asia/Jakarta", 1), (8, 59, "Asia/Jakarta", 1), (9, 0, "Asia/Jakarta", 0),
     (6, 30, "Asia/Makassar", 1), (5, 30, "Asia/Jayapura", 1), (7, 30, "Asia/Jayapura", 0)],
)  # fmt: skip
def test_it_comes_at_half_past_seven_where_the_counselor_is(house, hour, minute, zone, count):
    house.get(Person, 1).zone = zone
    house.get(Staff, 2).active = False

    assert mornings.send_due(house, at(hour, minute)) == count


def test_it_comes_once_a_day(house):
    written = [mornings.send_due(house, at(7, minute, day)) for day in (23, 24) for minute in (30, 31, 45)]

    assert written == [2, 0, 0, 2, 0, 0]


def test_who_is_away_stopped_or_blocked_gets_none(house):
    house.get(Person, 1).stopped_at = MONDAY
    house.get(Person, 2).blocked_at = MONDAY

    assert mornings.send_due(house, at(7, 30)) == 0


def test_an_admin_asks_for_it_and_is_not_told(house):
    house.get(Staff, 1).role = ADMIN

    mornings.send_due(house, at(7, 30))

    assert told(house) == [2]


def test_a_stand_in_hears_of_both_and_the_absent_of_nothing(house):
    day = date(2026, 11, 23)
    house.add(Absence(staff_id=2, stand_in_id=1, from_day=day, to_day=day, entered_by=1, entered_at=MONDAY))
    house.flush()

    mornings.send_due(house, at(7, 30))

    assert told(house) == [1]
    row = house.exec(select(Outbox)).one()
    words = house.info["sealer"].open(row.content, f"outbox.content:{row.id}")
    assert "1 orang cairnya terancam" in words
    assert "Termasuk orangnya: Bu Ani" in words


def test_on_a_day_off_only_danger_is_told(house):
    assert mornings.send_due(house, at(7, 30, 22)) == 1
    assert told(house) == [2]
