"""The running benefit month: when it can be filed and how much of the job search is already shown."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jkp.declared import Days, Declared, value
from jkp.rules.case import Certainty
from jkp.rules.deadlines import LAST_WINDOW, NO_HOLIDAYS, ONE_DAY, Window, benefit_date, filing_window
from jkp.rules.duties import search_satisfied
from jkp.rules.regulation import SWITCH, Rule, in_force
from jkp.stages import Step

# a date read on the portal is believed only if it can belong to the month: within so many days of our own window
PORTAL_NEAR = timedelta(days=14)


class SearchKind(StrEnum):
    """What counts as searching (Permenaker 2/2025 Art 13(4))."""

    APPLICATION = "application"
    CALL = "call"  # to a test or an interview


class Missing(StrEnum):
    """What a month still lacks."""

    SEARCH = "search"  # or, before month 6, enough attendance at a training
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Needs:
    """What must be shown for a month (Art 13(3)-(5)): five applications or one call; "and/or" enough attendance.

    Enough attendance at a training the month before does it alone in months 2-5. Month 6 asks for the search and for
    the status form as well.
    """

    period: Days
    applications: int
    applications_needed: int
    calls: int
    calls_needed: int
    satisfied: bool
    certainty: Certainty  # reading; open when only searches made in the open window satisfy it, or attendance was low
    form_missing: bool = False
    trained: bool | None = None  # whether attendance was enough; None = no training was told of

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is certainly missing still."""
        search = () if self.satisfied else (Missing.SEARCH,)
        return (*search, Missing.FORM) if self.form_missing else search

    @property
    def complete(self) -> bool:
        """Whether nothing is missing under any reading we know; what counts only perhaps is not complete."""
        return not self.missing and self.certainty is not Certainty.OPEN

    @property
    def step(self) -> Step:
        """What the month asks for next; what counts only perhaps is filed all the same: time is short."""
        if Missing.SEARCH in self.missing:
            return Step.DO_APPLICATIONS
        return Step.STATUS_FORM if self.missing else Step.FILE_MONTH


def window_of(declared: Declared, month: int, *, holidays: AbstractSet[date] = NO_HOLIDAYS) -> Window:
    """Give the window of a month (2..6); a date that the worker read on the portal goes before our own.

    Raises:
        ValueError: no claim was filed, or the month has no window.
    """
    filed = value(declared.claim_date)
    if filed is None:
        raise ValueError("a window follows from the first claim")
    ours = filing_window(filed, month, holidays=holidays)
    portal = value(declared.portal_date)
    if portal is None or not ours.opens - PORTAL_NEAR <= portal <= ours.closes + PORTAL_NEAR:
        return ours
    return Window(min(ours.opens, portal), portal, portal, Certainty.LAW)


def search_period(first_claim: date, month: int, *, holidays: AbstractSet[date] = NO_HOLIDAYS) -> Days:
    """Give the days whose searches count for a month's filing [I].

    Art 13(4) asks for five applications "in the month". Months 2-5 are filed at their beginning, so the month meant is
    the one just past: from the reference day before up to the eve of this one. Month 6 is filed at its own end, so it
    shows its own days up to the eve of the opening.
    """
    eve = filing_window(first_claim, month, holidays=holidays).opens - ONE_DAY
    begins = month if month == LAST_WINDOW else month - 1
    return Days(benefit_date(first_claim, begins), eve)


def needs_of(
    declared: Declared,
    searches: tuple[tuple[date, str], ...],
    month: int,
    *,
    day: date,
    holidays: AbstractSet[date] = NO_HOLIDAYS,
) -> Needs:
    """Count the searches of a month's period; leaning on those made in the open window is open, the text is silent.

    So is a search beside too little attendance: "and/or" leaves it to a counselor.
    """
    window, rules_day = window_of(declared, month, holidays=holidays), max(day, SWITCH)
    period = search_period(value(declared.claim_date) or window.opens, month, holidays=holidays)
    strict = _counts(searches, period)
    enough = bool(search_satisfied(*strict, rules_day))
    reach = Days(period.first, max(period.last, min(day, window.closes)))
    applications, calls = strict if enough else _counts(searches, reach)
    trained = value(declared.attended) if value(declared.trained_month) == month else None
    by_training = bool(trained) and month != LAST_WINDOW
    is_doubtful = trained is False or not (enough or by_training or reach == period)
    return Needs(
        period=reach,
        applications=applications,
        applications_needed=in_force(Rule.SEARCH_APPLICATIONS, rules_day).number,
        calls=calls,
        calls_needed=in_force(Rule.SEARCH_CALLS, rules_day).number,
        satisfied=by_training or bool(search_satisfied(applications, calls, rules_day)),
        certainty=Certainty.OPEN if is_doubtful else Certainty.READING,
        form_missing=month == LAST_WINDOW and not value(declared.status_form_done),
        trained=trained,
    )


def _counts(searches: tuple[tuple[date, str], ...], period: Days) -> tuple[int, int]:
    kinds = [kind for on, kind in searches if period.first <= on <= period.last]
    return kinds.count(SearchKind.APPLICATION), kinds.count(SearchKind.CALL)
