"""The conditions of the rules, one by one: met, not met or unknown, and on which facts and which text that rests."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jkp.declared import value
from jkp.outlook import possible
from jkp.receipt.evidence import Evidence, Known
from jkp.rules.case import Cause, Certainty
from jkp.rules.conditions import CONDITIONS, Finding, examine
from jkp.rules.cures import Remedy, remedy
from jkp.rules.reasons import Reason
from jkp.rules.regulation import Mark, Parameter, worst
from jkp.rules.timing import possible_timings


class Truth(StrEnum):
    """What a condition is found to be."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"  # the text in force no longer asks it, or not at a first claim


# the inputs that each test of jkp/rules/conditions.py reads
READS: dict[str, tuple[str, ...]] = {
    "nationality": ("nationality",),
    "employment_relation": ("segment",),
    "registered": ("registered_in_jkp",),
    "age_at_registration": ("birth_date", "jkp_registration_date"),
    "programmes": ("programmes", "enterprise_size"),
    "health_segment": ("jkn_segment",),
    "cause": ("termination_cause",),
    "fixed_term": ("contract_type", "contract_end_date", "termination_date", "termination_cause"),
    "proof": ("proof_ok",),
    "claim_limit": ("previous_claims",),
    "months_since_last": ("previous_claims", "iur_months_since_last_benefit"),
    "paid_months": ("paid_months_last_24",),
    "consecutive_months": ("consecutive_paid_months_before",),
    "not_employed": ("employed_again_on", "claim_date"),
    "in_time": ("termination_date", "claim_date"),
    "willing": ("willing_to_work",),
}
_RANGES = {
    "paid_months": ("paid_months_last_24",),
    "in_time": ("termination_date",),
    "fixed_term": ("termination_date",),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: what was found, on which facts, by which row of the law.

    `code` is the reason that a refusal would give; `missing` names the inputs without which it cannot be told. `least`
    is the figure that is asked (months, years), 0 where there is none. `remedy` says what helps where it is not met,
    or would help if an unknown one turned out so.
    """

    test: str
    code: Reason
    truth: Truth
    facts: tuple[Evidence, ...]
    missing: tuple[str, ...]
    least: int
    since: date
    checked: date
    article: str
    source: str
    mark: Mark
    certainty: Certainty
    remedy: Remedy | None


def conditions(known: Known, day: date) -> tuple[Condition, ...]:
    """Test everything that the known facts can mean, as if claimed on `day` when nothing is filed yet.

    Nothing is assumed: what only the institution can tell is unknown here, also where the outlook expects the usual.
    """
    cases = possible(known.declared, known.case, day)
    examined = zip(*(examine(each, possible_timings(each, day)) for each in cases), strict=True)
    return tuple(_condition(test.__name__, found, known) for test, found in zip(CONDITIONS, examined, strict=True))


def _condition(test: str, findings: tuple[Finding, ...], known: Known) -> Condition:
    first = next((each for each in findings if each.ok is not True), findings[0])
    row, facts, truth = first.row, known.all_of(_shown(test, known)), _truth(findings)
    if truth is Truth.MET and _is_not_asked(test, facts, row):
        truth = Truth.NOT_ASKED
    return Condition(
        test=test,
        code=first.code,
        truth=truth,
        facts=facts,
        missing=_missing(test, findings) if truth is Truth.UNKNOWN else (),
        least=row.number if row.numbers else 0,
        since=row.since,
        checked=row.checked,
        article=first.article,
        source=row.source,
        mark=row.mark,
        certainty=worst(*(each.certainty for each in findings)),
        remedy=remedy(first.code) if truth in (Truth.NOT_MET, Truth.UNKNOWN) else None,
    )


def _shown(test: str, known: Known) -> tuple[str, ...]:
    """Name the inputs that a test rested on: of a contract without a known end, neither the last day nor the cause."""
    if test != "fixed_term" or value(known.declared.cause) is Cause.CONTRACT_EXPIRED:
        return READS[test]
    has_end = known.evidence("contract_end_date") != Evidence("contract_end_date")
    return ("contract_type", "contract_end_date", *(("termination_date",) if has_end else ()))


def _truth(findings: tuple[Finding, ...]) -> Truth:
    found = {each.ok for each in findings}
    if len(found) > 1 or None in found:
        return Truth.UNKNOWN
    return Truth.MET if found.pop() else Truth.NOT_MET


def _is_not_asked(test: str, facts: tuple[Evidence, ...], row: Parameter) -> bool:
    """Whether a test passes because the text asks nothing (any more), or nothing of a first claim."""
    abolished = {"health_segment": not row.words, "consecutive_months": row.numbers == (0,)}
    if test in abolished:
        return abolished[test]
    return test == "months_since_last" and facts[0].value == 0


def _missing(test: str, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    named = [key for each in findings for key in each.missing]
    if {True, False} <= {each.ok for each in findings}:
        named += _RANGES[test]
    return tuple(dict.fromkeys(named))
