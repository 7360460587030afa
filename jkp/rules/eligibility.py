"""decide(case, day): whether there is a right to JKP, who pays, how much and until when it must be claimed."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict

from jkp.rules.benefits import Instalment, benefit_base, cash_plan, lump_sum
from jkp.rules.case import Case, Certainty, Decision
from jkp.rules.conditions import COUNTING_MATTERS, EXCLUDED, Finding, examine
from jkp.rules.deadlines import claim_deadline
from jkp.rules.reasons import Payer, Reason
from jkp.rules.regulation import Rule, amended_between, in_force, in_force_or_none, worst
from jkp.rules.timing import Timing, possible_timings, regime, timing

# without these there is no right even for a registered worker, so an unregistered one is owed nothing
NO_RIGHT_ANYWAY = frozenset({*EXCLUDED.values(), Reason.PKWT_EXPIRED})


def decide(case: Case, day: date | None) -> Decision:
    """Decide about a case by the tests of conditions.py, Arts 4, 19-21, 37 and 39-40 of PP 37/2021 and PP 6/2025.

    `day` stands for the claim date of a case not claimed yet ("if claimed today"); with neither, the claim date is a
    missing fact. The first test that does not pass decides: a failure refuses, an unknown leaves the answer open.
    Amounts are whole rupiah.
    """
    moments = timing(case, day)
    possible = possible_timings(case, day)
    findings = examine(case, possible)
    payment = _payment(case, moments)
    first = next((each for each in findings if each.ok is not True), None)
    blank = _blank(case, moments, findings)
    if first is not None and first.ok is False:
        return _refusal(blank, case, findings, possible)
    lacking = tuple(each for each in findings if each.ok is None)
    wage_unknown = ("reported_wage",) if case.reported_wage is None else ()
    if lacking or payment.missing or wage_unknown:
        missing = (*(key for each in lacking for key in each.missing), *payment.missing, *wage_unknown)
        return replace(
            blank,
            missing=tuple(dict.fromkeys(missing)),
            certainty=worst(*(each.certainty for each in lacking)),
            articles=tuple(dict.fromkeys(each.article for each in lacking)),
        )
    return _right(blank, case, day, findings=findings, payment=payment)


@dataclass(frozen=True, slots=True)
class _Payment:
    """Who pays, by the employer's arrears (PP 6/2025 Arts 39, 39A)."""

    reason: Reason
    payer: Payer
    certainty: Certainty = Certainty.LAW
    articles: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def _payment(case: Case, moments: Timing) -> _Payment:
    arrears = case.arrears_months_consecutive
    if arrears is None:
        return _Payment(Reason.FACT_MISSING, Payer.NONE, missing=("arrears_months_consecutive",))
    if arrears == 0:
        return _Payment(Reason.OK, Payer.BPJS_TK)
    row = in_force(Rule.ARREARS_BPJS_PAYS, moments.rules_day)
    if arrears <= row.number:
        return _Payment(Reason.OK_ARREARS_BPJS_PAYS, Payer.BPJS_TK, row.certainty, (row.article,))
    employer_first = _Payment(Reason.OK_EMPLOYER_PAYS_FIRST, Payer.EMPLOYER, row.certainty, (row.article,))
    return _insolvency(case, arrears, moments, employer_first)


def _insolvency(case: Case, arrears: int, moments: Timing, employer_first: _Payment) -> _Payment:
    row = in_force_or_none(Rule.ARREARS_INSOLVENT, moments.rules_day)
    if row is None:
        return employer_first
    if arrears > row.number:
        doubt = Certainty.READING if case.employer_bankrupt_or_closed else Certainty.LAW  # Art 39A a contrario
        return replace(employer_first, certainty=worst(employer_first.certainty, doubt))
    if case.employer_bankrupt_or_closed is None:
        return _Payment(Reason.FACT_MISSING, Payer.NONE, missing=("employer_bankrupt_or_closed",))
    if case.employer_bankrupt_or_closed:
        return _Payment(Reason.OK_ARREARS_39A, Payer.BPJS_TK, row.certainty, (row.article,))
    return employer_first


def _blank(case: Case, moments: Timing, findings: tuple[Finding, ...]) -> Decision:
    ended = case.termination_date
    return Decision(
        regime=regime(moments, eligible=None),
        eligible=None,
        reason_code=Reason.FACT_MISSING,
        payer=Payer.NONE,
        claim_deadline=claim_deadline(ended, moments.claimed) if ended else None,
        failed=tuple(each.code for each in findings if each.ok is False),
    )


def _refusal(blank: Decision, case: Case, findings: tuple[Finding, ...], possible: tuple[Timing, ...]) -> Decision:
    first = next(each for each in findings if each.ok is False)
    refused = replace(
        blank, eligible=False, reason_code=first.code, certainty=first.certainty, articles=(first.article,)
    )
    if first.code is not Reason.EMPLOYER_NOT_REGISTERED:
        return refused
    return replace(refused, payer=Payer.EMPLOYER, **_owed(case, findings, possible))


class _Owed(TypedDict):
    owed_by_employer: int | None
    missing: tuple[str, ...]


def _owed(case: Case, findings: tuple[Finding, ...], possible: tuple[Timing, ...]) -> _Owed:
    """Reckon what an employer who never registered the worker owes (PP 37/2021 Art 37): nothing where Art 20 excludes.

    While the cause, the contract, the wage, or the claim date that tells one text's sum from another's is unknown, no
    sum is named (None): nothing owed would be a guess.
    """
    deciding = [each for each in findings if each.code in NO_RIGHT_ANYWAY]
    if any(each.ok is False for each in deciding):
        return _Owed(owed_by_employer=0, missing=())
    lacking = [key for each in deciding for key in each.missing]
    wage = case.reported_wage
    sums = set() if wage is None else {lump_sum(wage, each.rules_day) for each in possible}
    lacking += ["reported_wage"] if wage is None else []
    lacking += ["claim_date"] if len(sums) > 1 else []
    return _Owed(owed_by_employer=None if lacking else sums.pop(), missing=tuple(dict.fromkeys(lacking)))


def _right(
    blank: Decision, case: Case, day: date | None, *, findings: tuple[Finding, ...], payment: _Payment
) -> Decision:
    moments, plan = timing(case, day), cash_plan(case, day)
    amounts = tuple(each.amount for each in plan)
    articles = (*(each.article for each in findings), *payment.articles, *(each.article for each in plan))
    base = benefit_base(case.reported_wage or 0, moments.rules_day)
    doubts = (*(each.certainty for each in findings), payment.certainty, _money_doubt(case, moments, plan))
    return replace(
        blank,
        eligible=True,
        regime=regime(moments, eligible=True),
        reason_code=payment.reason,
        payer=payment.payer,
        benefit_base=base,
        benefit_months=len(plan),
        monthly_amounts=amounts,
        total=sum(amounts),
        certainty=worst(*doubts),
        articles=tuple(dict.fromkeys(articles)),
    )


def _money_doubt(case: Case, moments: Timing, plan: tuple[Instalment, ...]) -> Certainty:
    """The change of rates on the way and the rounding are our reading [I]."""
    ended = case.termination_date
    changes = ended is not None and amended_between(Rule.CASH_RATES, ended, moments.decided)
    runs_on = len({each.article for each in plan}) > 1
    near = amended_between(Rule.CASH_RATES, plan[-1].on, plan[-1].on + COUNTING_MATTERS)
    rounded = not all(each.exact for each in plan)
    return Certainty.READING if changes or runs_on or near or rounded else Certainty.LAW
