"""The rights receipt of one person: everything that is known, decided again, without what this reader may not see."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.services import register, status
from bot.services.status import Standing
from bot.store import people
from bot.store.people import Person
from jkp.declared import FIELDS, Refusal, value
from jkp.receipt import Receipt, receipt
from jkp.rules.case import Case
from jkp.stages import Stage


@dataclass(frozen=True, slots=True)
class Shown:
    """A receipt and how it may be shown: `locked` facts wait for the second level, the name is printed only there."""

    receipt: Receipt
    locked: bool = False
    name: str = ""
    refused: Refusal | None = None  # why the running claim was sent back, as the card says
    by_months: bool = False  # the monthly filing windows, whose new text is not known, have begun


def make(session: Session, person: Person, today: date) -> Shown | None:
    """Write the receipt; None when nothing is known yet."""
    standing = status.check(session, person, today)
    if standing is None:
        return None
    linked = register.linked_record(session, person.id)
    hidden = _hidden(standing)
    return Shown(
        receipt(
            standing.declared,
            today,
            register.checked(*linked) if linked else Case(),
            as_of=standing.as_of,
            hidden=hidden,
        ),
        locked=bool(hidden),
        name=people.name_of(session, person) if standing.level >= register.LEVEL_AMOUNTS else "",
        refused=_refused(standing),
        by_months=standing.position.window is not None,
    )


def _refused(standing: Standing) -> Refusal | None:
    is_refused = standing.position.stage is Stage.REJECTED_FIXABLE
    return value(standing.declared.refused) if is_refused else None


def _hidden(standing: Standing) -> tuple[str, ...]:
    locked = (field for field in FIELDS if standing.locked(getattr(standing.declared, field)))
    return (*locked, "wage") if standing.amounts_hidden else tuple(locked)
