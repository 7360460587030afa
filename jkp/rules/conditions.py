"""The single tests of a right to JKP, in the order in which the first failure gives the reason."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jkp.rules.case import Case, Cause, Certainty
from jkp.rules.deadlines import claim_deadline, claim_rule
from jkp.rules.reasons import Reason
from jkp.rules.regulation import Parameter, Rule, amended_between, in_force, worst
from jkp.rules.timing import Timing

# within so few days of the deadline, the way months are counted (calendar months, 180 days) could decide
COUNTING_MATTERS = timedelta(days=5)
EXCLUDED = {
    Cause.RESIGN: Reason.EXCLUDED_RESIGN,
    Cause.RETIRE: Reason.EXCLUDED_RETIRE,
    Cause.PERMANENT_TOTAL_DISABILITY: Reason.EXCLUDED_DISABILITY,
    Cause.DEATH: Reason.EXCLUDED_DEATH,
}
RULE_OF = {
    Reason.NOT_WNI: Rule.NATIONALITY,
    Reason.NO_EMPLOYMENT_RELATION: Rule.RELATION,
    Reason.EMPLOYER_NOT_REGISTERED: Rule.REGISTRATION,
    Reason.AGE_54_AT_REGISTRATION: Rule.AGE_AT_REGISTRATION,
    Reason.PROGRAMMES_INCOMPLETE: Rule.PROGRAMMES_LARGE,
    Reason.JKN_NOT_PPU: Rule.JKN_SEGMENTS,
    **dict.fromkeys(EXCLUDED.values(), Rule.EXCLUDED_CAUSES),
    Reason.PKWT_EXPIRED: Rule.FIXED_TERM,
    Reason.PROOF_MISSING: Rule.PROOF,
    Reason.CLAIM_LIMIT_REACHED: Rule.LIFETIME_CLAIMS,
    Reason.IUR_LT_60_SINCE_LAST: Rule.MONTHS_BETWEEN_CLAIMS,
    Reason.IUR_LT_12_IN_24: Rule.PAID_MONTHS,
    Reason.IUR_NOT_6_CONSECUTIVE: Rule.CONSECUTIVE_MONTHS,
    Reason.ALREADY_EMPLOYED: Rule.RE_EMPLOYMENT,
    Reason.LATE_CLAIM: Rule.CLAIM_MONTHS,
    Reason.NOT_WILLING: Rule.WILLINGNESS,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one test found: passed, failed, or not to be told (None) because of the inputs in `missing`.

    `row` is the version of the rule that was tested: its figure, since when, source and mark.
    """

    code: Reason
    ok: bool | None
    missing: tuple[str, ...]
    certainty: Certainty
    article: str
    row: Parameter


def _finding(
    moments: Timing, code: Reason, *, ok: bool | None, missing: tuple[str, ...] = (), doubt: Certainty = Certainty.LAW
) -> Finding:
    row = in_force(RULE_OF[code], moments.rules_day)
    return Finding(code, ok, missing if ok is None else (), doubt, row.article, row)


def _one_of(value: str | None, allowed: tuple[str, ...]) -> bool | None:
    return None if value is None else value in allowed


def _number(rule: Rule, moments: Timing) -> int:
    return in_force(rule, moments.rules_day).number


def _doubt(value: str | None, moments: Timing, *rules: Rule) -> Certainty:
    """Say how sure a value is: as the row that names it, and law where none of the rules does."""
    rows = (in_force(rule, moments.rules_day) for rule in rules)
    return worst(*(row.certainty for row in rows if value in row.words))


def nationality(case: Case, moments: Timing) -> Finding:
    """Indonesian nationals only: Art 4(2)a."""
    ok = _one_of(case.nationality, in_force(Rule.NATIONALITY, moments.rules_day).words)
    return _finding(moments, Reason.NOT_WNI, ok=ok, missing=("nationality",))


def employment_relation(case: Case, moments: Timing) -> Finding:
    """Work for an employer: Art 4(2)c; migrant workers are left out by our reading, civil servants unverified."""
    ok = _one_of(case.segment, in_force(Rule.RELATION, moments.rules_day).words)
    doubt = _doubt(case.segment, moments, Rule.OUTSIDE_BY_READING, Rule.OUTSIDE_UNVERIFIED)
    return _finding(moments, Reason.NO_EMPLOYMENT_RELATION, ok=ok, missing=("segment",), doubt=doubt)


def registered(case: Case, moments: Timing) -> Finding:
    """Registered by the employer; if not, the duty is the employer's: PP 37/2021 Art 37."""
    return _finding(moments, Reason.EMPLOYER_NOT_REGISTERED, ok=case.registered_in_jkp, missing=("registered_in_jkp",))


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_at_registration(case: Case, moments: Timing) -> Finding:
    """Under 54 when registered: Art 4(2)b; that the age at the end of the work does not count is our reading."""
    facts = {"birth_date": case.birth_date, "jkp_registration_date": case.jkp_registration_date}
    limit = _number(Rule.AGE_AT_REGISTRATION, moments)
    ok, doubt = None, Certainty.LAW
    if case.birth_date and case.jkp_registration_date:
        ok = _age(case.birth_date, case.jkp_registration_date) < limit
        if ok and case.termination_date and _age(case.birth_date, case.termination_date) >= limit:
            doubt = Certainty.READING
    missing = tuple(key for key, value in facts.items() if value is None)
    return _finding(moments, Reason.AGE_54_AT_REGISTRATION, ok=ok, missing=missing, doubt=doubt)


def programmes(case: Case, moments: Timing) -> Finding:
    """Member of the other programmes: Art 4(3); pensions (JP) are asked of medium and large enterprises only."""
    small, large = (in_force(rule, moments.rules_day) for rule in (Rule.PROGRAMMES_SMALL, Rule.PROGRAMMES_LARGE))
    sizes, held = in_force(Rule.LARGE_SIZES, moments.rules_day).words, set(case.programmes or ())
    row = large if case.enterprise_size is None or case.enterprise_size in sizes else small
    ok: bool | None = set(row.words) <= held
    if case.enterprise_size is None and ok is not (set(small.words) <= held):
        ok = None  # the size matters only where the two differ
    missing = ("enterprise_size",)
    if case.programmes is None:
        ok, missing = None, ("programmes",)
    found = _finding(moments, Reason.PROGRAMMES_INCOMPLETE, ok=ok, missing=missing)
    return replace(found, article=row.article, row=row)


def health_segment(case: Case, moments: Timing) -> Finding:
    """Health insurance as a company's worker: PP 37/2021 Art 4; deleted by PP 6/2025."""
    asked = in_force(Rule.JKN_SEGMENTS, moments.rules_day).words
    ok = _one_of(case.jkn_segment, asked) if asked else True
    return _finding(moments, Reason.JKN_NOT_PPU, ok=ok, missing=("jkn_segment",))


def cause(case: Case, moments: Timing) -> Finding:
    """No resignation, retirement, total disability, death: Art 20(1). A forced resignation is for the mediator [I]."""
    why = case.termination_cause
    excluded = in_force(Rule.EXCLUDED_CAUSES, moments.rules_day).words
    disputed = in_force(Rule.CAUSES_FOR_MEDIATOR, moments.rules_day).words
    code = EXCLUDED.get(why, Reason.EXCLUDED_RESIGN) if why else Reason.EXCLUDED_RESIGN
    ok = None if why is None or why in disputed else why not in excluded
    doubt = _doubt(why, moments, Rule.CAUSES_BY_READING, Rule.CAUSES_FOR_MEDIATOR)
    return _finding(moments, code, ok=ok, missing=("termination_cause",), doubt=doubt)


def fixed_term(case: Case, moments: Timing) -> Finding:
    """A fixed-term contract (PKWT) must be ended by the employer before its agreed end: Art 20(2)."""
    ok, missing, doubt = _ended_early(case)
    return _finding(moments, Reason.PKWT_EXPIRED, ok=ok, missing=missing, doubt=doubt)


def _ended_early(case: Case) -> tuple[bool | None, tuple[str, ...], Certainty]:
    if case.termination_cause is Cause.CONTRACT_EXPIRED:
        return False, (), Certainty.LAW
    if case.contract_type == "PKWTT":
        return True, (), Certainty.LAW
    if case.contract_end_date and case.termination_date:
        if case.termination_date < case.contract_end_date:
            return True, (), Certainty.LAW
        if case.contract_type:
            return False, (), Certainty.READING  # the stated cause is another one, the dates decide
    if case.contract_type is None:
        return None, ("contract_type",), Certainty.LAW
    dates = {"contract_end_date": case.contract_end_date, "termination_date": case.termination_date}
    return None, tuple(key for key, value in dates.items() if value is None), Certainty.LAW


def proof(case: Case, moments: Timing) -> Finding:
    """Valid proof of the termination: Art 20(3), Permenaker 2/2025 Art 9(3); the text on court decisions is unseen."""
    doubt = _doubt(case.termination_cause, moments, Rule.PROOF_BY_COURT)
    return _finding(moments, Reason.PROOF_MISSING, ok=case.proof_ok, missing=("proof_ok",), doubt=doubt)


def claim_limit(case: Case, moments: Timing) -> Finding:
    """At most three benefits in a working life."""
    limit = _number(Rule.LIFETIME_CLAIMS, moments)
    ok = None if case.previous_claims is None else case.previous_claims < limit
    return _finding(moments, Reason.CLAIM_LIMIT_REACHED, ok=ok, missing=("previous_claims",))


def months_since_last(case: Case, moments: Timing) -> Finding:
    """Sixty months of contributions between two benefits (from when they count is unverified)."""
    least, paid, doubt = _number(Rule.MONTHS_BETWEEN_CLAIMS, moments), case.iur_months_since_last_benefit, Certainty.LAW
    ok: bool | None = None
    missing: tuple[str, ...] = ()
    if case.previous_claims == 0 or (paid is not None and paid >= least):
        ok = True
    elif case.previous_claims is None:
        missing = ("previous_claims",)
    elif paid is None:
        missing = ("iur_months_since_last_benefit",)
    else:
        ok = False
    if case.previous_claims:
        doubt = in_force(Rule.MONTHS_BETWEEN_CLAIMS, moments.rules_day).certainty
    return _finding(moments, Reason.IUR_LT_60_SINCE_LAST, ok=ok, missing=missing, doubt=doubt)


def paid_months(case: Case, moments: Timing) -> Finding:
    """Twelve paid months within the 24 before the end of the work: Art 19(3)."""
    paid = case.paid_months_last_24
    ok = None if paid is None else paid >= _number(Rule.PAID_MONTHS, moments)
    return _finding(moments, Reason.IUR_LT_12_IN_24, ok=ok, missing=("paid_months_last_24",))


def consecutive_months(case: Case, moments: Timing) -> Finding:
    """Six consecutive paid months right before: PP 37/2021 Art 19(3); abolished by PP 6/2025."""
    least, paid = _number(Rule.CONSECUTIVE_MONTHS, moments), case.consecutive_paid_months_before
    ok = True if least == 0 else None if paid is None else paid >= least
    return _finding(moments, Reason.IUR_NOT_6_CONSECUTIVE, ok=ok, missing=("consecutive_paid_months_before",))


def not_employed(case: Case, moments: Timing) -> Finding:
    """Not in a new job when claiming: Art 40; a job that begins later stops the months instead."""
    ok: bool | None = True
    doubt = Certainty.LAW
    if case.employed_again_on is not None:
        ok = None if moments.claimed is None else case.employed_again_on > moments.claimed
        doubt = Certainty.READING if ok else doubt  # that the right stands and only its months stop is our reading
    return _finding(moments, Reason.ALREADY_EMPLOYED, ok=ok, missing=("claim_date",), doubt=doubt)


def in_time(case: Case, moments: Timing) -> Finding:
    """Claimed within three (PP 37/2021) or six months (PP 6/2025): Art 40."""
    ended, claimed = case.termination_date, moments.claimed
    if ended is None or claimed is None:
        facts = {"termination_date": ended, "claim_date": claimed}
        missing = tuple(key for key, value in facts.items() if value is None)
        return _finding(moments, Reason.LATE_CLAIM, ok=None, missing=missing)
    deadline = claim_deadline(ended, claimed)
    close = abs(claimed - deadline) <= COUNTING_MATTERS
    doubt = Certainty.READING if close or amended_between(Rule.CLAIM_MONTHS, ended, claimed) else Certainty.LAW
    row = claim_rule(ended, claimed)
    return Finding(Reason.LATE_CLAIM, claimed <= deadline, (), worst(row.certainty, doubt), row.article, row)


def willing(case: Case, moments: Timing) -> Finding:
    """Willing to work again, as the worker signs with the first claim [I]."""
    doubt = Certainty.READING if case.willing_to_work is False else Certainty.LAW
    return _finding(moments, Reason.NOT_WILLING, ok=case.willing_to_work, missing=("willing_to_work",), doubt=doubt)


def examine(case: Case, moments: tuple[Timing, ...]) -> tuple[Finding, ...]:
    """Run every test; where texts that can be meant disagree, the answer waits for the claim date."""
    return tuple(_agreed([test(case, each) for each in moments]) for test in CONDITIONS)


def _agreed(findings: list[Finding]) -> Finding:
    first = findings[0]
    if all(each.ok == first.ok for each in findings):
        return first
    missing = dict.fromkeys((*(key for each in findings for key in each.missing), "claim_date"))
    return replace(first, ok=None, missing=tuple(missing))


CONDITIONS: tuple[Callable[[Case, Timing], Finding], ...] = (
    nationality,
    employment_relation,
    registered,
    age_at_registration,
    programmes,
    health_segment,
    cause,
    fixed_term,
    proof,
    claim_limit,
    months_since_last,
    paid_months,
    consecutive_months,
    not_employed,
    in_time,
    willing,
)
