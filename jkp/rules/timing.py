"""Which moments decide about a case, and so which regime: Permenaker 2/2025 Art II."""

from dataclasses import dataclass
from datetime import date

from jkp.rules.case import Case
from jkp.rules.deadlines import benefit_date
from jkp.rules.reasons import Regime
from jkp.rules.regulation import PROGRAMME_START, SWITCH, Rule, in_force


@dataclass(frozen=True, slots=True)
class Timing:
    """When a case is claimed (None: not known) and when it was or would be declared eligible."""

    claimed: date | None
    decided: date
    certain: bool  # False: the decision's day is a guess, so nothing may be refused that the milder text allows

    @property
    def rules_day(self) -> date:
        """The day whose rules are tested."""
        return max(self.decided, PROGRAMME_START if self.certain else SWITCH)


def timing(case: Case, day: date | None) -> Timing:
    """Find the deciding moments; `day` stands for the claim date of a case not claimed yet ("if claimed today")."""
    claimed = case.claim_date or day
    decided = case.eligibility_decision_date or claimed
    if decided is not None:
        return Timing(claimed, decided, certain=True)
    return Timing(None, case.termination_date or SWITCH, certain=False)


def regime(moments: Timing, *, eligible: bool | None) -> Regime:
    """Name the regime: the decision's date against 7 Feb 2025, then the dates of the months (Art II points 2-4)."""
    if moments.decided >= SWITCH:
        return Regime.PP6
    months = len(in_force(Rule.CASH_RATES, moments.rules_day).numbers)
    runs_on = moments.claimed is not None and benefit_date(moments.claimed, months) >= SWITCH
    return Regime.PP37_TO_PP6 if eligible and runs_on else Regime.PP37
