"""Old rules against new ones: what changed, and which of the two a person's own case follows."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.services import status
from bot.services.status import Standing
from bot.store.people import Person
from jkp.beliefs import Applies, Belief, Change, applies, change, table
from jkp.stages import IN_MONTHS, OVER, Stage

_NO_DAY_SHOWN = (OVER - {Stage.STOPPED_DEADLINE}) | IN_MONTHS  # the card shows no day to claim there


@dataclass(frozen=True, slots=True)
class Answer:
    """One changed rule and what it means for this person. Money in rupiah a month.

    `stale`: the person held the old rule to be true. `deadline` is the person's own day to claim, as the status card
    gives it; `sure` False: the safe day of a range. `amounts` are empty where they are unknown or still locked.
    """

    change: Change
    stale: bool
    applies: Applies
    deadline: date | None = None
    days_left: int | None = None
    sure: bool = False
    missed: bool | None = None
    amounts: tuple[int, ...] = ()


def changes(today: date) -> tuple[Change, ...]:
    """Give every rule that is different now."""
    return table(today)


def answer(session: Session, person: Person, belief: Belief, today: date, *, stale: bool) -> Answer | None:
    """Say what changed and what holds for this person; None when nothing had changed by that day."""
    found = change(belief, today)
    if found is None:
        return None
    standing = status.check(session, person, today)
    if standing is None:
        return Answer(found, stale, Applies.UNKNOWN)
    return own(found, standing, stale=stale)


def own(found: Change, standing: Standing, *, stale: bool) -> Answer:
    """Reckon with all that is known, but show only what the card shows at this level: no amount that is locked."""
    view = standing.outlook
    text = applies(found, standing.declared)
    is_shown = standing.declared.claim_date is None and standing.position.stage not in _NO_DAY_SHOWN
    amounts = () if standing.amounts_hidden or standing.declared.wage is None else view.monthly_amounts
    return Answer(
        change=found,
        stale=stale,
        applies=text,
        deadline=view.deadline if is_shown else None,
        days_left=view.days_left if is_shown else None,
        sure=view.deadline_sure,
        missed=view.missed,
        amounts=amounts if found.belief is Belief.CASH else (),
    )
