"""An unknown fact is tried out with every value it could have: what comes out the same each time is known all the same.

This is the whole theory of unknown facts here. A question asked of a case is a plain two-valued function of complete
facts; its answer about an incomplete case is the one answer of all completions, or `UNSURE` and the facts it hangs on.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

from second_encoding import figures

LONG_AGO, FAR_OFF = date(1901, 1, 1), date(2190, 12, 31)
ROUND_THE_SWITCH = (LONG_AGO, date(2025, 2, 6), figures.SWITCH, FAR_OFF)
ASKED_AFTER = {  # the second fact is asked for once the first is known: it may then not matter at all
    "iur_months_since_last_benefit": "previous_claims",
    "contract_end_date": "contract_type",
    "termination_date": "contract_type",
    "employer_bankrupt_or_closed": "law_day",
}
COULD_BE = {
    "nationality": ("WNI", "WNA"),
    "segment": ("PU", "BPU"),
    "birth_date": (LONG_AGO, FAR_OFF),
    "jkp_registration_date": (LONG_AGO, FAR_OFF),
    "registered_in_jkp": (True, False),
    "enterprise_size": ("micro", "large"),
    "programmes": ((), ("JKN", "JKK", "JHT", "JP", "JKM")),
    "jkn_segment": ("PPU", "NONE"),
    "contract_type": ("PKWT", "PKWTT"),
    "contract_end_date": (LONG_AGO, FAR_OFF),
    "termination_date": ROUND_THE_SWITCH,
    "termination_cause": (
        "efficiency",
        "resign",
        "retire",
        "permanent_total_disability",
        "death",
        "contract_expired",
    ),
    "proof_ok": (True, False),
    "paid_months_last_24": (0, 24),
    "consecutive_paid_months_before": (0, 24),
    "arrears_months_consecutive": (0, 3, 4, 6, 7),
    "employer_bankrupt_or_closed": (True, False),
    "previous_claims": (0, 1, 3),
    "iur_months_since_last_benefit": (0, 60),
    "willing_to_work": (True, False),
    "law_day": (LONG_AGO, FAR_OFF),
    "claim_date": ROUND_THE_SWITCH,
    "reported_wage": (0, figures.CEILING),
    "self_assessment_done": (True, False),
    "applications": (0, 5),
    "interview_or_test_calls": (0, 1),
    "in_training": (True, False),
    "training_attendance_pct": (0, 80),
    "employed_again": (True, False),
    "status_form_done": (True, False),
}


@dataclass(frozen=True, slots=True)
class Unsure:
    """No single answer: it hangs on these facts, which nobody has told us."""

    hangs_on: tuple[str, ...]


def ask(question: Callable[[Mapping], object], facts: Mapping, about: tuple[str, ...]) -> object:
    """Answer a question that looks at the facts `about`, or say which missing ones it hangs on."""
    missing = [fact for fact in about if facts.get(fact) is None and fact in COULD_BE]
    if not missing:
        return question(facts)
    tried = {values: question(world) for values, world in _worlds(missing, facts)}
    answers = list(tried.values())
    if all(each == answers[0] for each in answers):
        return answers[0]
    hanging = [fact for place, fact in enumerate(missing) if _matters(tried, place)]
    return Unsure(tuple(fact for fact in hanging if ASKED_AFTER.get(fact) not in hanging))


def _worlds(missing: list[str], facts: Mapping) -> Iterator[tuple[tuple, Mapping]]:
    for values in product(*(COULD_BE[fact] for fact in missing)):
        yield values, {**facts, **dict(zip(missing, values, strict=True))}


def _matters(tried: Mapping[tuple, object], place: int) -> bool:
    """Tell whether two worlds that differ in this one fact alone give different answers."""
    seen: dict[tuple, object] = {}
    for values, answer in tried.items():
        rest = (*values[:place], *values[place + 1 :])
        if seen.setdefault(rest, answer) != answer:
            return True
    return False
