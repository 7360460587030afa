"""An office with its clients as rows, for tests that need many of them."""

from datetime import UTC, date, datetime, timedelta

from bot.services.staff import seat
from bot.store import clients, consents, people
from bot.store.clients import ClientState
from bot.store.people import Person
from bot.store.profiles import WorkProfile
from bot.store.staff import COUNSELOR, Staff

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday, 09.00 WIB
DAY = date(2026, 11, 23)
SUKOHARJO, KLATEN, KARAWANG = "33.11", "33.10", "32.15"


def member(session, number=1, *, area=SUKOHARJO, role=COUNSELOR, name="Pak Budi"):
    """Somebody of the staff, who has said hello."""
    session.merge(Person(id=number, created_at=NOW, seen_at=NOW))
    row = session.merge(Staff(id=number, role=role, name=name, office="Disnaker Contoh", area=area, added_at=NOW))
    session.flush()
    return row


def sit(session, row):
    """The seat of a member today."""
    return seat.take(session, row, NOW)


def client(session, number, name="Sari Contoh", *, region=SUKOHARJO, agreed=True, seen=NOW, **state):
    """A person with what was noted of the claim."""
    person = Person(id=number, created_at=seen, seen_at=seen)
    people.rename(session, person, name)
    session.add(person)
    session.add(WorkProfile(person_id=number, region=region))
    if agreed:
        consents.give(session, number, consents.COUNSELLING, NOW)
    if state:
        clients.keep(session, ClientState(person_id=number, noted_at=NOW, **state))
    session.flush()
    return person


def owes(due="search", *, days=2, month=3, missing=2, stage="month_open"):
    """What the claim is noted with when the worker owes something."""
    return {"stage": stage, "actor": "worker", "due": due, "month": month, "missing": missing,
            "deadline": DAY + timedelta(days=days)}  # fmt: skip
