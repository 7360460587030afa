"""Joining a person to the register: own number (level 1); NIK, birth date and KPJ, or an officer's code (level 2).

A NIK or KPJ alone unlocks nothing, tries are counted per person and per NIK, and what we say afterwards is the same
whether a record was found or not.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Session

from bot.deps import today
from bot.services.register import LEVEL_AMOUNTS, LEVEL_STAGE
from bot.store import attempts, cases, consents, unlock_codes
from bot.store.cases import Link
from bot.store.people import Person
from jkp.membership import identifiers, snapshot

TRIES_PERSON, TRIES_NIK = 5, 20  # a day
UTC = "UTC"


class Outcome(StrEnum):
    """What a try came to, as far as anybody may know."""

    CODE_WRONG = "code_wrong"
    DONE = "done"  # compared; whether something was found shows only on the person's own card
    NOT_OWN = "not_own"
    TOO_MANY = "too_many"


def by_phone(session: Session, person: Person, phone: str, owner: int | None, now: datetime) -> Outcome:
    """Link by the person's own number, as Telegram itself vouches for it; sharing it is the recorded consent."""
    if owner != person.id:
        return Outcome.NOT_OWN
    if _too_often(session, person, now):
        return Outcome.TOO_MANY
    consents.give(session, person.id, consents.LINKING, now)
    sealer = session.info["sealer"]
    number = identifiers.phone(phone if phone.startswith("+") else f"+{phone}")
    found = snapshot.by_phone(session, sealer, number or "-")
    newest = max(found, key=lambda member: snapshot.load(session, sealer, member).as_of, default=None)
    _keep(session, person, newest, LEVEL_STAGE, now)
    return Outcome.DONE


def by_identity(  # noqa: PLR0913 - three things together unlock
    session: Session, person: Person, now: datetime, *, nik: str, birth_date: date, kpj: str
) -> Outcome:
    """Link by NIK, birth date and KPJ. A NIK that was tried too often is compared in vain, and nobody can tell."""
    if _too_often(session, person, now):
        return Outcome.TOO_MANY
    consents.give(session, person.id, consents.LINKING, now)
    sealer = session.info["sealer"]
    tried = attempts.count_one(session, f"nik:{sealer.blind(nik, 'attempt')}", today(now, UTC))
    found = snapshot.by_identity(session, sealer, nik=nik, birth_date=birth_date, kpj=kpj)
    _keep(session, person, found if tried <= TRIES_NIK else None, LEVEL_AMOUNTS, now)
    return Outcome.DONE


def by_code(session: Session, person: Person, typed: str, now: datetime) -> Outcome:
    """Unlock level 2 by a counselor's one-time code, for the record that the own number had already found."""
    if _too_often(session, person, now):
        return Outcome.TOO_MANY
    found = unlock_codes.take(session, person.id, "".join(typed.split()), now)
    standing = cases.link_of(session, person.id)
    if found is None or standing is None or standing.member_id != found.member_id:
        return Outcome.CODE_WRONG
    _keep(session, person, found.member_id, LEVEL_AMOUNTS, now)
    return Outcome.DONE


def _too_often(session: Session, person: Person, now: datetime) -> bool:
    return attempts.count_one(session, attempts.keys_of(session, person.id)[0], today(now, UTC)) > TRIES_PERSON


def _keep(session: Session, person: Person, member: str | None, level: int, now: datetime) -> None:
    if member is None:
        return
    standing = cases.link_of(session, person.id)
    if standing is not None and standing.level > level and standing.member_id == member:
        return  # never step down by sharing the number again
    session.merge(Link(person_id=person.id, member_id=member, level=level, linked_at=now))
    session.flush()
