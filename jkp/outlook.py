"""What a worker may expect: the rules asked about what is known, with the rest named as unknown."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from jkp.declared import Declared, value
from jkp.rules.benefits import cash_plan
from jkp.rules.case import Case, Cause, Certainty, Decision
from jkp.rules.conditions import examine
from jkp.rules.cures import remedy
from jkp.rules.deadlines import claim_deadline
from jkp.rules.eligibility import decide
from jkp.rules.reasons import Payer, Reason
from jkp.rules.regulation import PROGRAMME_START, Rule, in_force, worst
from jkp.rules.timing import possible_timings


class Unknown(StrEnum):
    """A deciding fact that the worker can find out; in the order in which we ask."""

    LAST_DAY = "last_day"
    CAUSE = "cause"
    PAID_MONTHS = "paid_months"
    WAGE = "wage"
    PROOF = "proof"


_ASKED = {
    "termination_date": Unknown.LAST_DAY,
    "termination_cause": Unknown.CAUSE,
    "paid_months_last_24": Unknown.PAID_MONTHS,
    "reported_wage": Unknown.WAGE,
    "proof_ok": Unknown.PROOF,
}
_CHECKED = {
    "registered_in_jkp": "registered",
    "programmes": "programmes",
    "enterprise_size": "programmes",
    "birth_date": "age_at_registration",
    "jkp_registration_date": "age_at_registration",
    "nationality": "nationality",
    "segment": "employment_relation",
    "jkn_segment": "health_insurance",
    "contract_type": "contract",
    "contract_end_date": "contract",
    "consecutive_paid_months_before": "contributions",
    "previous_claims": "previous_claims",
    "iur_months_since_last_benefit": "previous_claims",
    "arrears_months_consecutive": "arrears",
    "employer_bankrupt_or_closed": "arrears",
}
# what a usual worker's record says: assumed for what BPJS TK checks, never for what the worker is asked
_USUAL = Case(
    nationality="WNI",
    segment="PU",
    birth_date=date(1990, 1, 1),
    jkp_registration_date=PROGRAMME_START,
    registered_in_jkp=True,
    enterprise_size="large",
    programmes=("JKN", "JKK", "JHT", "JP", "JKM"),
    jkn_segment="PPU",
    contract_type="PKWTT",
    consecutive_paid_months_before=24,
    arrears_months_consecutive=0,
    employer_bankrupt_or_closed=False,
    previous_claims=0,
    iur_months_since_last_benefit=0,
    willing_to_work=True,
    reported_wage=0,  # the wage sets the amount, not the right
)
_NOTHING_CHECKED = Case()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may be expected, if BPJS TK finds the rest as usual. Money in rupiah a month.

    `likely`: True = nothing known fails and what is asked is met; False = something fails for certain (`failed`);
    None = a deciding asked fact is unknown. `unknown` is what the worker can find out, `checked_by_bpjs` what only
    the institution can. `deadline` is the safe date: of the earliest possible last day, or, when the time has passed
    for the whole range, of the latest. `missed` None: passed for the early end of the range only.
    """

    likely: bool | None
    failed: tuple[str, ...]
    unknown: tuple[Unknown, ...]
    checked_by_bpjs: tuple[str, ...]
    deadline: date | None
    deadline_sure: bool
    days_left: int | None
    missed: bool | None
    monthly_amounts: tuple[int, ...]
    max_months: int
    regime: str
    certainty: Certainty
    articles: tuple[str, ...]
    mediator: bool  # a forced resignation is a dispute, not a refusal
    fixable: bool  # everything that fails can still be cured
    payer: str
    owed_by_employer: int | None  # None: owed, but a fact for the sum is missing


def case_of(declared: Declared, checked: Case = _NOTHING_CHECKED) -> Case:
    """Make the rules' case of what was said, over an institution's record (`checked`); a range stays unknown."""
    days, months = value(declared.last_day), value(declared.paid_months)
    said: dict[str, Any] = {
        "termination_date": days.first if days and days.first == days.last else None,
        "termination_cause": value(declared.cause),
        "registered_in_jkp": value(declared.registered),
        "paid_months_last_24": months.least if months and months.least == months.most else None,
        "reported_wage": value(declared.wage),
        "proof_ok": value(declared.proof),
        "contract_type": "PKWT" if declared.contract_end else None,
        "contract_end_date": value(declared.contract_end),
        "claim_date": value(declared.claim_date),
        "employed_again_on": value(declared.employed_again_on),
    }
    return replace(checked, **{key: each for key, each in said.items() if each is not None})


def outlook(declared: Declared, day: date, checked: Case = _NOTHING_CHECKED) -> Outlook:
    """Ask the rules about everything that the said facts can mean, as if claimed on `day` when nothing is filed yet.

    `checked` holds what an institution's record says beside the worker's facts (age, programmes, arrears...).
    """
    case = case_of(declared, checked)
    ends = possible(declared, case, day)
    decisions = tuple(decide(as_usual(each), day) for each in ends)
    failed = _failed(ends, decisions, day)
    time = _time(ends, decisions, case.claim_date or day)
    payers = {each.payer for each in decisions}
    return Outlook(
        likely=_likely(decisions, failed),
        failed=failed,
        unknown=_unknown(ends, decisions),
        checked_by_bpjs=_checked_by_bpjs(case, day),
        deadline=time.deadline,
        deadline_sure=time.sure,
        days_left=(time.deadline - day).days if time.deadline else None,
        missed=time.missed,
        monthly_amounts=() if failed else tuple(each.amount for each in cash_plan(case, day)),
        max_months=len(in_force(Rule.CASH_RATES, max(day, PROGRAMME_START)).numbers),
        regime=decisions[0].regime,
        certainty=_certainty(ends, decisions, failed, day),
        articles=tuple(dict.fromkeys(article for each in decisions for article in each.articles)),
        mediator=case.termination_cause is Cause.FORCED_RESIGN,
        fixable=all(remedy(Reason(code)).fixable for code in failed),
        payer=payers.pop() if len(payers) == 1 else Payer.NONE,
        owed_by_employer=_least(each.owed_by_employer for each in decisions),
    )


def verdict(declared: Declared, day: date, checked: Case = _NOTHING_CHECKED) -> bool | None:
    """Give `likely` of the outlook alone, for whoever has to ask many times."""
    ends = possible(declared, case_of(declared, checked), day)
    decisions = tuple(decide(as_usual(each), day) for each in ends)
    return _likely(decisions, _failed(ends, decisions, day))


def _likely(decisions: tuple[Decision, ...], failed: tuple[str, ...]) -> bool | None:
    if failed:
        return False
    return True if all(each.eligible for each in decisions) else None


def _failed(ends: tuple[Case, ...], decisions: tuple[Decision, ...], day: date) -> tuple[str, ...]:
    """Name what fails for everything that is possible, and for what is known alone: nothing assumed refuses."""
    failed = tuple(code for code in decisions[0].failed if all(code in each.failed for each in decisions))
    if not failed:
        return ()
    known = decide(ends[0], day).failed
    return tuple(code for code in failed if code in known)


def _certainty(
    ends: tuple[Case, ...], decisions: tuple[Decision, ...], failed: tuple[str, ...], day: date
) -> Certainty:
    """Give the least sure of what was decided and of every test that fails: a fact that is missing hides neither."""
    usual = [as_usual(each) for each in ends] if failed else []
    found = (finding for case in usual for finding in examine(case, possible_timings(case, day)))
    doubts = (finding.certainty for finding in found if finding.code in failed)
    return worst(*(each.certainty for each in decisions), *doubts)


def possible(declared: Declared, case: Case, day: date) -> tuple[Case, ...]:
    """Give the cases at the ends of what was said: whatever lies between them is decided as one of them is."""
    days, months = value(declared.last_day), value(declared.paid_months)
    last_days = (case.termination_date,) if case.termination_date or days is None else (days.first, days.last)
    paid: tuple[int | None, ...] = (case.paid_months_last_24,)
    if case.paid_months_last_24 is None and months is not None:
        window = in_force(Rule.PAID_MONTHS_WITHIN, max(day, PROGRAMME_START)).number
        paid = (months.least, window if months.most is None else months.most)
    return tuple(
        replace(case, termination_date=ended, paid_months_last_24=count) for ended in last_days for count in paid
    )


def as_usual(case: Case) -> Case:
    """Give a case with what nobody knows of it as a usual worker's record says it; what is asked stays unknown."""
    usual = {each.name: getattr(_USUAL, each.name) for each in fields(Case) if getattr(case, each.name) is None}
    return replace(case, **usual)


@dataclass(frozen=True, slots=True)
class _Time:
    deadline: date | None = None
    sure: bool = False
    missed: bool | None = None


def _time(ends: tuple[Case, ...], decisions: tuple[Decision, ...], claimed: date) -> _Time:
    """Find the safe deadline, and whether the time has passed for all, some or none of the possible last days."""
    deadlines = sorted(claim_deadline(each.termination_date, claimed) for each in ends if each.termination_date)
    if not deadlines:
        return _Time()
    late = {Reason.LATE_CLAIM in each.failed for each in decisions}
    missed = None if len(late) > 1 else late.pop()
    return _Time(deadlines[-1 if missed else 0], deadlines[0] == deadlines[-1], missed)


def _unknown(ends: tuple[Case, ...], decisions: tuple[Decision, ...]) -> tuple[Unknown, ...]:
    lacking = {unknown for key, unknown in _ASKED.items() if getattr(ends[0], key) is None}
    sometimes = {code for each in decisions for code in each.failed}
    wavering = {code for code in sometimes if any(code not in each.failed for each in decisions)}
    lacking |= {Unknown.PAID_MONTHS if code == Reason.IUR_LT_12_IN_24 else Unknown.LAST_DAY for code in wavering}
    return tuple(each for each in Unknown if each in lacking)


def _checked_by_bpjs(case: Case, day: date) -> tuple[str, ...]:
    """Name what only the institution can tell: what the rules would still miss if all that we ask were in order."""
    record = {key: getattr(case, key) for key in _CHECKED}
    window = in_force(Rule.PAID_MONTHS_WITHIN, max(day, PROGRAMME_START)).number
    asked = replace(
        _USUAL,
        termination_date=case.claim_date or day,
        termination_cause=Cause.EFFICIENCY,
        proof_ok=True,
        paid_months_last_24=window,
        claim_date=case.claim_date,
    )
    missing = decide(replace(asked, **record), day).missing
    return tuple(dict.fromkeys(_CHECKED[key] for key in missing))


def _least(sums: Iterable[int | None]) -> int | None:
    known = [each for each in sums if each is not None]
    return min(known, default=None)
