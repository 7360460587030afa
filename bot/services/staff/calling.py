"""Telephoning a client: only with the number that the client gave for it, and asked for politely when there is none."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.services.staff import caseload
from bot.services.staff.seat import Seat
from bot.store import phones, staff
from bot.store.people import Person
from jkp.membership import identifiers

STEP = "call.number"  # the step in which a shared number is for calls


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to call. Without a phone it has to be asked for."""

    person_id: int
    name: str
    phone: str


def call(session: Session, seat: Seat, person_id: int) -> Call | None:
    """Give the number of a client who gave it, and leave the trace; None when not in reach."""
    client = caseload.one(session, seat, person_id)
    if client is None:
        return None
    phone = phones.of(session, person_id)
    if phone:
        staff.note(session, seat.member.id, person_id, "case:phone", seat.now)
    return Call(person_id, client.name, phone)


def give(session: Session, person: Person, phone: str, owner: int | None, now: datetime) -> bool:
    """Keep the person's own number for calls; False when it is somebody else's."""
    number = identifiers.phone(phone if phone.startswith("+") else f"+{phone}")
    if owner != person.id or number is None:
        return False
    phones.give(session, person.id, number, now)
    return True
