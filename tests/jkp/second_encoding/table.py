"""The decision table of section 12: one row a test, in the order of the law; a row says when the test is FAILED."""

from collections.abc import Callable, Mapping
from datetime import date

from second_encoding import figures as law
from second_encoding.days import later


def law_day(c: Mapping) -> date | None:
    """Find the day that chooses the regime: the decision, or the claim; nobody is declared eligible before the end."""
    ended = c["termination_date"]
    after_switch = ended if ended is not None and ended >= law.SWITCH else None
    return c["eligibility_decision_date"] or c["claim_date"] or after_switch


def old_law(c: Mapping) -> bool:
    """Permenaker 2/2025 Art II: declared eligible before the switch."""
    return c["law_day"] < law.SWITCH


def deadline(c: Mapping) -> date:
    """Last day to claim: three months for what was filed or had lapsed before the switch, else six."""
    old = later(c["termination_date"], law.CLAIM_WITHIN_OLD)
    if c["claim_date"] < law.SWITCH or old < law.SWITCH:
        return old
    return later(c["termination_date"], law.CLAIM_WITHIN_NEW)


def _programmes_needed(c: Mapping) -> frozenset[str]:
    return law.EVERY_SIZE | (law.LARGE_ALSO if c["enterprise_size"] in {"medium", "large"} else frozenset())


def _age(born: date, on: date) -> int:
    """Whole years; who was born on 29 February is a year older on 1 March of a year without that day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _expired(c: Mapping) -> bool:
    if c["termination_cause"] == "contract_expired":
        return True
    return c["contract_type"] == "PKWT" and c["termination_date"] >= c["contract_end_date"]


def _cause(word: str) -> Callable[[Mapping], bool]:
    return lambda c: c["termination_cause"] == word


WHY = ("termination_cause",)
CONTRACT = ("termination_cause", "contract_type", "contract_end_date", "termination_date")

# code, the facts it looks at, failed if
TABLE = (
    ("NOT_WNI", ("nationality",), lambda c: c["nationality"] != "WNI"),
    ("NO_EMPLOYMENT_RELATION", ("segment",), lambda c: c["segment"] != "PU"),
    ("EMPLOYER_NOT_REGISTERED", ("registered_in_jkp",), lambda c: not c["registered_in_jkp"]),
    (
        "AGE_54_AT_REGISTRATION",
        ("birth_date", "jkp_registration_date"),
        lambda c: _age(c["birth_date"], c["jkp_registration_date"]) >= law.AGE_LIMIT,
    ),
    (
        "PROGRAMMES_INCOMPLETE",
        ("enterprise_size", "programmes"),
        lambda c: not _programmes_needed(c) <= {*c["programmes"]},
    ),
    ("JKN_NOT_PPU", ("jkn_segment", "law_day"), lambda c: old_law(c) and c["jkn_segment"] != "PPU"),
    ("EXCLUDED_RESIGN", WHY, _cause("resign")),
    ("EXCLUDED_RETIRE", WHY, _cause("retire")),
    ("EXCLUDED_DISABILITY", WHY, _cause("permanent_total_disability")),
    ("EXCLUDED_DEATH", WHY, _cause("death")),
    ("PKWT_EXPIRED", CONTRACT, _expired),
    ("PROOF_MISSING", ("proof_ok",), lambda c: not c["proof_ok"]),
    ("CLAIM_LIMIT_REACHED", ("previous_claims",), lambda c: c["previous_claims"] >= law.CLAIMS_AT_MOST),
    (
        "IUR_LT_60_SINCE_LAST",
        ("previous_claims", "iur_months_since_last_benefit"),
        lambda c: c["previous_claims"] >= 1 and c["iur_months_since_last_benefit"] < law.SINCE_LAST_NEEDED,
    ),
    ("IUR_LT_12_IN_24", ("paid_months_last_24",), lambda c: c["paid_months_last_24"] < law.PAID_NEEDED),
    (
        "IUR_NOT_6_CONSECUTIVE",
        ("consecutive_paid_months_before", "law_day"),
        lambda c: old_law(c) and c["consecutive_paid_months_before"] < law.CONSECUTIVE_NEEDED,
    ),
    (
        "ALREADY_EMPLOYED",
        ("claim_date",),
        lambda c: c["employed_again_on"] is not None and c["employed_again_on"] <= c["claim_date"],
    ),
    ("LATE_CLAIM", ("termination_date", "claim_date"), lambda c: c["claim_date"] > deadline(c)),
    ("NOT_WILLING", ("willing_to_work",), lambda c: not c["willing_to_work"]),
)
