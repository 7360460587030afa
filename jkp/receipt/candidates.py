"""What a fact could be instead: every value that can matter to the rules, the nearest to what is known first."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from jkp.receipt.evidence import Bare
from jkp.rules.case import Case, Cause
from jkp.rules.deadlines import MONTHS_A_YEAR, ONE_DAY, add_months, claim_deadline
from jkp.rules.regulation import PROGRAMME_START, SWITCH, Rule, in_force

AROUND = tuple(timedelta(days=number) for number in range(-1, 4))  # months end up to three days apart
MOST_CLAIMS = 4
_CHOICES: dict[str, tuple[Bare, ...]] = {
    "nationality": ("WNI", "WNA"),
    "segment": ("PU", "BPU", "PMI", "PNS"),
    "registered_in_jkp": (True, False),
    "enterprise_size": ("micro", "small", "medium", "large"),
    "jkn_segment": ("PPU", "PBI", "PBPU", "NONE"),
    "contract_type": ("PKWTT", "PKWT"),
    "termination_cause": tuple(Cause),
    "proof_ok": (True, False),
    "willing_to_work": (True, False),
    "previous_claims": tuple(range(MOST_CLAIMS + 1)),
    "eligibility_decision_date": (SWITCH, SWITCH - ONE_DAY),
}


def candidates(name: str, case: Case, day: date) -> tuple[Bare, ...]:
    """Give the values to try for one input of the rules; those nearest to the known one (or to the limit) first.

    Facts that set only the amount or who pays (the wage, the arrears) have none.
    """
    if name in _CHOICES:
        return _CHOICES[name]
    found = _COUNTED[name](case, day) if name in _COUNTED else ()
    return tuple(found)


def _rules_day(case: Case, day: date) -> date:
    return max(case.eligibility_decision_date or case.claim_date or day, PROGRAMME_START)


def _months(rule: Rule, field: str) -> Callable[[Case, date], Iterator[int]]:
    def tried(case: Case, day: date) -> Iterator[int]:
        limit = in_force(rule, _rules_day(case, day)).number
        window = in_force(Rule.PAID_MONTHS_WITHIN, _rules_day(case, day)).number
        known: int | None = getattr(case, field)
        anchor = limit if known is None else known
        yield from sorted(range(max(window, limit) + 1), key=lambda count: abs(count - anchor))

    return tried


def _ended(case: Case, day: date) -> list[date]:
    claimed = case.claim_date or day
    limits = [add_months(claimed, -in_force(Rule.CLAIM_MONTHS, since).number) for since in (PROGRAMME_START, SWITCH)]
    limits += [add_months(SWITCH, -in_force(Rule.CLAIM_MONTHS, PROGRAMME_START).number), claimed]
    limits += [case.contract_end_date] if case.contract_end_date else []
    tried = {limit + days for limit in limits for days in AROUND}
    return _nearest({each for each in tried if PROGRAMME_START <= each <= day}, case.termination_date or limits[1])


def _claimed(case: Case, day: date) -> list[date]:
    limits = [SWITCH, *([case.employed_again_on] if case.employed_again_on else [])]
    if case.termination_date:
        limits += [claim_deadline(case.termination_date, claimed) for claimed in (SWITCH - ONE_DAY, SWITCH, day)]
    tried = {limit + days for limit in limits for days in AROUND}
    ended = case.termination_date or PROGRAMME_START
    return _nearest({each for each in tried if each >= ended}, case.claim_date or day)


def _employed(case: Case, day: date) -> list[date]:
    claimed = case.claim_date or day
    return [claimed, claimed + ONE_DAY]


def _contract_end(case: Case, day: date) -> list[date]:
    ended = case.termination_date or day
    return [ended + ONE_DAY, ended]


def _age(case: Case, day: date) -> int:
    return in_force(Rule.AGE_AT_REGISTRATION, _rules_day(case, day)).number * MONTHS_A_YEAR


def _born(case: Case, day: date) -> list[date]:
    registered = case.jkp_registration_date or PROGRAMME_START
    limit = add_months(registered, -_age(case, day))
    return _nearest({limit + days for days in AROUND}, case.birth_date or limit)


def _registered(case: Case, day: date) -> list[date]:
    limit = add_months(case.birth_date, _age(case, day)) if case.birth_date else PROGRAMME_START
    return _nearest({max(limit + days, PROGRAMME_START) for days in AROUND}, case.jkp_registration_date or limit)


def _programmes(case: Case, day: date) -> list[tuple[str, ...]]:
    small = in_force(Rule.PROGRAMMES_SMALL, _rules_day(case, day)).words
    large = in_force(Rule.PROGRAMMES_LARGE, _rules_day(case, day)).words
    known = frozenset(case.programmes or ())
    tried = [tuple(sorted(known | {*asked})) for asked in (small, large)]
    tried += [tuple(sorted(known - {one})) for one in large]
    return sorted(dict.fromkeys(tried), key=lambda each: len(known ^ {*each}))


def _nearest(days: set[date], anchor: date) -> list[date]:
    return sorted(days, key=lambda each: (abs((each - anchor).days), each))


_COUNTED: dict[str, Callable[[Case, date], Any]] = {
    "paid_months_last_24": _months(Rule.PAID_MONTHS, "paid_months_last_24"),
    "consecutive_paid_months_before": _months(Rule.CONSECUTIVE_MONTHS, "consecutive_paid_months_before"),
    "iur_months_since_last_benefit": _months(Rule.MONTHS_BETWEEN_CLAIMS, "iur_months_since_last_benefit"),
    "termination_date": _ended,
    "claim_date": _claimed,
    "employed_again_on": _employed,
    "contract_end_date": _contract_end,
    "birth_date": _born,
    "jkp_registration_date": _registered,
    "programmes": _programmes,
}
