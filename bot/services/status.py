"""Where a worker's JKP stands: what was said and what the register says, joined, decided and placed on its stage."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.services import register, usual
from bot.services.workdays import closed_days
from bot.store import applications, cases, consents, reminders
from bot.store.people import Person
from jkp.claims import Position, position, weighed
from jkp.declared import FIELDS, Declared, Difference, Fact, Source, merge, say
from jkp.declared_json import from_json
from jkp.outlook import Outlook, outlook
from jkp.rules.case import Case


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything the status card needs. `level` 0 = nothing linked; `as_of` is the day of the register's snapshot."""

    today: date
    declared: Declared
    outlook: Outlook
    position: Position
    level: int = 0
    as_of: date | None = None
    differences: tuple[Difference, ...] = ()
    reminded: int = 0  # reminders planned
    reminders_wanted: bool = False

    def locked(self, fact: Fact[Any] | None) -> bool:
        """Whether a fact is the register's and waits for the second level; it is reckoned with, but not shown."""
        return self.level == register.LEVEL_STAGE and fact is not None and fact.source is not Source.WORKER

    @property
    def amounts_hidden(self) -> bool:
        """Whether the amount waits for the second level: the register may know the wage, the person did not say it."""
        return self.level == register.LEVEL_STAGE and self.declared.wage is None


def said(session: Session, person_id: int) -> Declared:
    """Give what the person said; an empty case when nothing was said yet."""
    return from_json(cases.facts_of(session, person_id) or {})


def searches(session: Session, person_id: int) -> tuple[tuple[date, str], ...]:
    """Give the applications and calls that stand, as days and kinds."""
    return tuple((one.on, one.kind) for one in applications.standing(session, person_id))


def check(session: Session, person: Person, today: date) -> Standing | None:
    """Join and decide; None when neither the person nor a register has said anything."""
    own = said(session, person.id)
    linked = register.linked_record(session, person.id)
    if linked is None and not any(getattr(own, name) for name in FIELDS):
        return None
    facts, settled = own, Case()
    differences: tuple[Difference, ...] = ()
    if linked is not None:
        facts, found = merge(own, register.declared(*linked))
        settled = register.checked(*linked)
        facts = say(facts, "registered", None)  # there is a record of this worker
        differences = found if linked[1] >= register.LEVEL_AMOUNTS else ()
    view = outlook(facts, today, settled)
    place = position(facts, view, searches(session, person.id), today, closed_days(today))
    wanted = any(consent.purpose == consents.REMINDERS for consent in consents.standing(session, person.id))
    return Standing(
        today=today,
        declared=facts,
        outlook=view,
        position=weighed(place, usual.known(session)),
        level=linked[1] if linked else 0,
        as_of=linked[0].as_of if linked else None,
        differences=differences,
        reminded=len(reminders.planned(session, person.id)),
        reminders_wanted=wanted,
    )
