"""One client's case, opened for a purpose that the client reads later; nobody sees more than the client does."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from bot.deps import today
from bot.services import status
from bot.services.cutting import cut
from bot.services.masking import mask
from bot.services.staff import caseload, promising, telling
from bot.services.staff.caseload import Client
from bot.services.staff.promising import Promised
from bot.services.staff.seat import Seat, writer
from bot.services.staff.telling import Told
from bot.services.status import Standing
from bot.store import applications, notes, people, staff
from bot.store.applications import APPLICATION
from bot.store.notes import CaseNote

MOST_NOTES, MOST_PROMISES = 3, 3
LONGEST_NOTE = 600  # UTF-16 units


class Purpose(StrEnum):
    """Why a case is opened; the client reads it under "who looked"."""

    DEADLINE = "deadline"
    ANSWER = "answer"
    WORK = "work"
    MONEY = "money"  # amounts
    DIFFER = "differ"  # what the two registers and the client tell differently


LEVEL_TWO = frozenset({Purpose.MONEY, Purpose.DIFFER})  # only these show more than stage, next step and deadline


@dataclass(frozen=True, slots=True)
class Note:
    """One note, with its writer."""

    who: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """An opened case. `standing` is None while nothing is known of the claim."""

    client: Client
    purpose: Purpose
    standing: Standing | None
    applied: int  # this month
    told: tuple[Told, ...]
    promises: tuple[Promised, ...]
    notes: tuple[Note, ...]


def purpose_of(code: str) -> Purpose | None:
    """Read the code of a purpose; None for another word."""
    return Purpose(code) if code in set(Purpose) else None


def open_case(session: Session, seat: Seat, person_id: int, purpose: Purpose) -> Case | None:
    """Open a case and leave the trace with the purpose; None for whoever is not in reach."""
    client = caseload.one(session, seat, person_id)
    person = people.find(session, person_id)
    if client is None or person is None:
        return None
    staff.note(session, seat.member.id, person_id, f"case:{purpose}", seat.now)
    first = seat.day.replace(day=1)
    logged = applications.standing(session, person_id)
    return Case(
        client=client,
        purpose=purpose,
        standing=status.check(session, person, today(seat.now, person.zone)),
        applied=sum(one.kind == APPLICATION and one.on >= first for one in logged),
        told=telling.told(session, person_id, seat.now),
        promises=promising.of(session, person_id, seat.day)[:MOST_PROMISES],
        notes=_notes(session, person_id),
    )


def glance(session: Session, seat: Seat, person_id: int) -> Client | None:
    """Look at one client on the list of those in danger: stage, what is missing, by when; noted as such."""
    client = caseload.one(session, seat, person_id)
    if client is not None:
        staff.note(session, seat.member.id, person_id, "case:risk", seat.now)
    return client


def write_note(session: Session, seat: Seat, person_id: int, words: str) -> Client | None:
    """Keep a note about a client, sealed, private numbers masked; None for whoever is not in reach."""
    client = caseload.one(session, seat, person_id)
    if client is None or not words.strip():
        return None
    row = CaseNote(person_id=person_id, staff_id=seat.member.id, words=b"", at=seat.now)
    notes.add(session, row, cut(mask(words.strip()).words, LONGEST_NOTE))
    staff.note(session, seat.member.id, person_id, "case:note", seat.now)
    return client


def _notes(session: Session, person_id: int) -> tuple[Note, ...]:
    return tuple(
        Note(writer(session, staff_id), words, at) for staff_id, words, at in notes.of(session, person_id, MOST_NOTES)
    )
