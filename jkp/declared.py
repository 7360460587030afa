"""A case from what the worker tells us: every fact carries who said it and when, and may be said again."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from jkp.rules.case import Cause
from jkp.rules.deadlines import ONE_DAY, add_months
from jkp.rules.regulation import PROGRAMME_START

T = TypeVar("T")


class Source(StrEnum):
    """Who says a fact, weakest first: where two differ, the later one in this list is followed."""

    WORKER = "worker"
    EMPLOYER = "employer"
    KEMNAKER = "kemnaker"
    BPJS_TK = "bpjs_tk"


class Refusal(StrEnum):
    """Why a claim was sent back, as the worker tells it."""

    PROOF_UNREADABLE = "proof_unreadable"
    PAPERS_INVALID = "papers_invalid"
    STILL_ACTIVE = "still_active"
    CONTRIBUTIONS = "contributions"
    BANK_ACCOUNT = "bank_account"
    OTHER = "other"


class Ago(StrEnum):
    """The four buttons for the last day of work, by calendar months."""

    THIS_MONTH = "this_month"
    MONTHS_1_3 = "months_1_3"
    MONTHS_4_6 = "months_4_6"
    LONGER = "longer"


@dataclass(frozen=True, slots=True)
class Days:
    """A day known exactly (both ends equal) or as a range, ends included."""

    first: date
    last: date

    def __contains__(self, other: object) -> bool:
        """Whether the other range lies within this one, so that it tells the same more exactly."""
        return isinstance(other, Days) and self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Months:
    """A number of months known exactly (both ends equal) or as a range; `most` None is open upwards."""

    least: int
    most: int | None

    def __contains__(self, other: object) -> bool:
        """Whether the other range lies within this one, so that it tells the same more exactly."""
        if not isinstance(other, Months) or other.least < self.least:
            return False
        return self.most is None or (other.most is not None and other.most <= self.most)


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One thing said: its value, who said it, and the day it was said (or exported)."""

    value: T
    source: Source
    on: date


@dataclass(frozen=True, slots=True)
class Declared:
    """What is known of one worker's case; None = nobody said it."""

    last_day: Fact[Days] | None = None
    cause: Fact[Cause] | None = None
    paid_months: Fact[Months] | None = None  # within the 24 before the last day
    registered: Fact[bool] | None = None  # False: the employer never registered the worker
    wage: Fact[int] | None = None  # rupiah a month, as reported to BPJS TK
    proof: Fact[bool] | None = None  # valid proof of the termination is at hand
    contract_end: Fact[date] | None = None  # agreed end of a fixed-term contract
    reported: Fact[bool] | None = None  # the employer reported the end of the work
    reported_on: Fact[date] | None = None
    claim_date: Fact[date] | None = None  # first claim filed
    refused: Fact[Refusal] | None = None
    refused_month: Fact[int] | None = None  # the benefit month that was sent back; 1 where nobody said it
    paid_through_month: Fact[int] | None = None  # last benefit month paid, 0..6
    paid_on: Fact[date] | None = None  # the day of that payment
    filed_month: Fact[int] | None = None  # last benefit month filed on the portal, 2..6
    trained_month: Fact[int] | None = None  # the benefit month for which attendance at a training was told
    attended: Fact[bool] | None = None  # whether it was enough for that month (80 %)
    employed_again_on: Fact[date] | None = None
    portal_date: Fact[date] | None = None  # the next date that the worker read on the portal
    status_form_done: Fact[bool] | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that two sources tell differently; the kept one is followed."""

    field: str
    kept: Fact[Any]
    dropped: Fact[Any]


# what only moves forward: a worker's word of a later day is news that the register cannot have yet
_FORWARD = frozenset(
    {"claim_date", "paid_through_month", "paid_on", "reported", "reported_on", "refused", "employed_again_on"}
)
FIELDS = tuple(each.name for each in fields(Declared))
_RANK = {source: rank for rank, source in enumerate(Source)}


def value(fact: Fact[T] | None) -> T | None:
    """Give what a fact says, or None where nobody said it."""
    return None if fact is None else fact.value


def say(declared: Declared, field: str, fact: Fact[Any] | None) -> Declared:
    """Set one fact, or take it back (None); what was said before under this field is replaced.

    Raises:
        ValueError: there is no such field.
    """
    if field not in FIELDS:
        raise ValueError(f"no fact is called {field}")
    return replace(declared, **{field: fact})


def merge(declared: Declared, other: Declared) -> tuple[Declared, tuple[Difference, ...]]:
    """Join two sets of facts, field by field: the stronger source wins, then the later word.

    What moves forward is different: the worker's news of a later day goes before an older export, and still is a
    difference. A range that holds the other side's value is no difference. Keep the worker's own facts stored by
    themselves and merge when reading, so that a register never erases what a person said.
    """
    kept: dict[str, Fact[Any] | None] = {}
    differences = []
    for field in FIELDS:
        mine, theirs = getattr(declared, field), getattr(other, field)
        if mine is None or theirs is None:
            kept[field] = mine or theirs
            continue
        winner, loser = (theirs, mine) if _weight(theirs) >= _weight(mine) else (mine, theirs)
        if field in _FORWARD and _is_news(field, loser, winner):
            winner, loser = loser, winner
        kept[field] = winner
        if mine.source is not theirs.source and not _agree(winner.value, loser.value):
            differences.append(Difference(field, winner, loser))
    return Declared(**kept), tuple(differences)


def _weight(fact: Fact[Any]) -> tuple[int, date]:
    return _RANK[fact.source], fact.on


def _is_news(field: str, said: Fact[Any], known: Fact[Any]) -> bool:
    """Whether the worker tells what the other side cannot know yet; on one day only what is farther on counts.

    Of paid months the larger number is the newer one.
    """
    if said.source is not Source.WORKER or known.source is Source.WORKER or said.on < known.on:
        return False
    if field == "paid_through_month" or said.on == known.on:
        return field != "refused" and bool(said.value > known.value)
    return True


def _agree(one: object, two: object) -> bool:
    if isinstance(one, (Days, Months)) and isinstance(two, (Days, Months)):
        return one in two or two in one
    return one == two


def range_said(code: Ago, day: date) -> Days:
    """Give the range of last days that a button means on a day; the four ranges follow each other without a gap.

    "Longer" begins with the programme itself: who lost the work before it never had a right from it.
    """
    this_month = day.replace(day=1)
    starts = {Ago.THIS_MONTH: this_month, Ago.MONTHS_1_3: add_months(this_month, -3)}
    starts |= {Ago.MONTHS_4_6: add_months(this_month, -6), Ago.LONGER: PROGRAMME_START}
    ends = {Ago.THIS_MONTH: day, Ago.MONTHS_1_3: this_month - ONE_DAY}
    ends |= {Ago.MONTHS_4_6: starts[Ago.MONTHS_1_3] - ONE_DAY, Ago.LONGER: starts[Ago.MONTHS_4_6] - ONE_DAY}
    return Days(starts[code], ends[code])
