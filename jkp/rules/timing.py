"""Which moments decide about a case, and so which regime: Permenaker 2/2025 Art II."""

from dataclasses import dataclass
from datetime import date

from jkp.rules.case import Case
from jkp.rules.deadlines import benefit_date, benefit_months
from jkp.rules.regulation import PROGRAMME_START, Rule, history, in_force


@dataclass(frozen=True, slots=True)
class Timing:
    """When a case is claimed (None: not known) and when it was or would be declared eligible."""

    claimed: date | None
    decided: date
    certain: bool  # False: the decision's day is a guess, see possible_timings

    @property
    def rules_day(self) -> date:
        """The day whose rules are tested."""
        return max(self.decided, PROGRAMME_START)


def timing(case: Case, day: date | None) -> Timing:
    """Find the deciding moments; `day` stands for the claim date of a case not claimed yet ("if claimed today").

    With neither, the day the work ended is taken, and without that one the newest text.
    """
    claimed = case.claim_date or day
    decided = case.eligibility_decision_date or claimed
    if decided is not None:
        return Timing(claimed, decided, certain=True)
    return Timing(None, case.termination_date or in_force(Rule.REGIME, date.max).since, certain=False)


def possible_timings(case: Case, day: date | None) -> tuple[Timing, ...]:
    """Give every timing that can be meant: one, or while the claim date is unknown one for each text since the end.

    Nothing may be refused that one of these texts allows.
    """
    first = timing(case, day)
    if first.certain:
        return (first,)
    since = sorted({row.since for rule in Rule for row in history(rule)})
    later = (each for each in since if case.termination_date is None or each > case.termination_date)
    return (first, *(Timing(None, each, certain=False) for each in later))


def regime(moments: Timing, *, eligible: bool | None) -> str:
    """Name the regime: by the decision's date, then by the dates of the months (Art II points 2-4).

    PP37, PP6, or PP37_TO_PP6 for a right declared under the one with a month dated under the other.
    """
    decided = _regime_on(moments.rules_day)
    if not eligible or moments.claimed is None:
        return decided
    last = benefit_date(moments.claimed, benefit_months(moments.rules_day))
    ended = _regime_on(max(last, moments.rules_day))
    return decided if ended == decided else f"{decided}_TO_{ended}"


def _regime_on(day: date) -> str:
    return in_force(Rule.REGIME, day).words[0]
