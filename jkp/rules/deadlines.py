"""What must be done by when: months, working days, the claim deadline, the monthly filing windows."""

from calendar import monthrange
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from jkp.rules.case import Certainty
from jkp.rules.regulation import PROGRAMME_START, Parameter, Rule, history, in_force, worst

MONTHS_A_YEAR = 12
SATURDAY = 5
FIRST_WINDOW, LAST_WINDOW = 2, 6  # month 1 is the claim itself and has no window; six months since 2021
NO_HOLIDAYS: frozenset[date] = frozenset()
ONE_DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """Give the same day of the month so many months later (or earlier), clamped to the month's end [I]."""
    index = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_working_day(day: date, holidays: AbstractSet[date] = NO_HOLIDAYS) -> bool:
    """Whether a day is neither a Saturday, a Sunday nor one of the given holidays [I]."""
    return day.weekday() < SATURDAY and day not in holidays


def add_working_days(event: date, count: int, *, holidays: AbstractSet[date] = NO_HOLIDAYS) -> date:
    """Give the last of so many working days; the day after the event is day 1 [I]. A negative count goes back."""
    step = ONE_DAY if count > 0 else -ONE_DAY
    day, left = event, abs(count)
    while left:
        day += step
        left -= is_working_day(day, holidays)
    return day


def working_days_between(event: date, day: date, *, holidays: AbstractSet[date] = NO_HOLIDAYS) -> int:
    """Count the working days after an event up to and with a day; 0 when the event lies ahead."""
    days = (event + timedelta(days=number) for number in range(1, (day - event).days + 1))
    return sum(is_working_day(each, holidays) for each in days)


def claim_rule(termination: date, claimed: date | None) -> Parameter:
    """Give the row that sets the time for claiming: 3 months (PP 37/2021 Art 40) or 6 (PP 6/2025 Art 40).

    An amendment counts for a right that was still open on its day; the older row stays for a claim filed before it,
    and for a right that had lapsed by then: no rule that revives it was found [I]. `claimed` None = not claimed yet.

    Raises:
        LookupError: there is no such row at all.
    """
    row = in_force(Rule.CLAIM_MONTHS, PROGRAMME_START)
    for later in history(Rule.CLAIM_MONTHS)[1:]:
        filed_before = claimed is not None and claimed < later.since
        if filed_before or add_months(termination, row.number) < later.since:
            break
        row = later
    return row


def claim_deadline(termination: date, claimed: date | None = None) -> date:
    """Give the last day on which month 1 can be claimed; that day is still valid [I]."""
    return add_months(termination, claim_rule(termination, claimed).number)


def benefit_months(day: date) -> int:
    """Give for how many months cash is paid at most under the text of a day (Art 21)."""
    return len(in_force(Rule.CASH_RATES, max(day, PROGRAMME_START)).numbers)


def benefit_date(first_claim: date, month: int) -> date:
    """Give the reference day of benefit month `month` (1..6): first claim + (month - 1) months [I]."""
    return add_months(first_claim, month - 1)


@dataclass(frozen=True, slots=True)
class Window:
    """When a month can be filed. `safe_day` is a day that is right under every reading we know."""

    opens: date
    safe_day: date
    closes: date
    certainty: Certainty
    article: str = ""


def filing_window(first_claim: date, month: int, *, holidays: AbstractSet[date] = NO_HOLIDAYS) -> Window:
    """Give the filing window of months 2-6 (Permenaker 15/2021 Art 14; the text of 2025 is not known: open).

    Months 2-5 open on the reference day and close five calendar days later; the last month opens five working days
    before the period ends and closes with it. The safe day is the opening day: the only one no reading leaves out [I].

    Raises:
        ValueError: the month is not 2..6.
    """
    last = benefit_months(first_claim)
    if not FIRST_WINDOW <= month <= last:
        raise ValueError(f"month {month} has no filing window")
    if month == last:
        closes = add_months(first_claim, last) - ONE_DAY
        row = in_force(Rule.LAST_WINDOW_WORKING_DAYS, max(closes, PROGRAMME_START))
        opens = add_working_days(closes, -row.number, holidays=holidays)
        doubt = Certainty.READING  # where the period ends is our reading
    else:
        opens = benefit_date(first_claim, month)
        row = in_force(Rule.WINDOW_DAYS, max(opens, PROGRAMME_START))
        closes = opens + timedelta(days=row.number)
        doubt = Certainty.LAW if opens.day == first_claim.day else Certainty.READING  # clamped to the month's end
    return Window(opens, opens, closes, worst(row.certainty, doubt), row.article)
