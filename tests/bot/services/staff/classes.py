"""Made-up courses with a provider's account and people who want a seat."""

from datetime import UTC, date, datetime

from sqlmodel import select

from bot.services import course_keepers, registering
from bot.store.people import Person
from bot.store.registrations import CONFIRMED, Registration
from intake.reading import read
from training_catalog import importing
from training_catalog.tables import Course

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
PROVIDER = 900_000_700
HEAD = "lembaga;program;lokasi;mulai;selesai;hari;kuota;id_telegram\n"


def bring(session, *, seats: str = "2", days: str = "", starts: str = "2026-12-07", ends: str = "2026-12-18") -> Course:
    """A course of ten working days that has seats and a provider who answers in the chat."""
    person(session, PROVIDER)
    row = f"BLK Contoh;Las dasar;Klaten;{starts};{ends};{days};{seats};{PROVIDER}\n"
    preview = importing.preview(session, read((HEAD + row).encode()), "Bursa Contoh")
    assert not preview.problems
    importing.apply(session, preview, now=NOW)
    return session.exec(select(Course)).one()


def person(session, number: int) -> Person:
    found = session.get(Person, number)
    if found is None:
        found = Person(id=number, created_at=NOW, seen_at=NOW)
        session.add(found)
        session.flush()
    return found


def ask(session, course, number: int, now=NOW) -> Registration:
    """Somebody asks for a seat."""
    return registering.ask(session, person(session, number), str(course.id), DAY, now)


def seated(session, course, number: int) -> Registration:
    """Somebody has a seat."""
    row = ask(session, course, number)
    row.state, row.decided_at = CONFIRMED, NOW
    session.flush()
    return row


def door(session, course):
    return course_keepers.door(session, PROVIDER, str(course.id))
