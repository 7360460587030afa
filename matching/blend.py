"""Weights: how much every signal counts in one score between 0 and 1, and what moves them for one person."""

from datetime import date

WEIGHTS_OF = date(2026, 11, 22)  # when the table was tuned: docs/matching.md tells how (tests/quality/tuning.py)
WEIGHTS = {
    "text": 0.15,
    "occupation": 0.34,
    "skills": 0.10,
    "level": 0.24,
    "place": 0.07,
    "wage": 0.08,
    "education": 0.02,
    "experience": 0.05,
    "age": 0.02,
    "contract": 0.02,
    "hours": 0.01,
    "freshness": 0.002,
}
RULES = frozenset({"place", "education", "age", "wage", "contract", "hours"})  # left out by --without-rules
RULED_OUT = -10.0  # times the share of conditions missed: always below every offer that misses none

SHIFTS = {  # what a person tells us by refusing an offer; an offer applied for already is left out, not weighed
    "too_far": ("place", 2.0),
    "low_wage": ("wage", 2.0),
    "wrong_hours": ("hours", 8.0),
    "not_my_field": ("occupation", 1.5),
}
PRIORITIES = {  # what a person says matters most
    "near": ("place", 3.0),
    "pay": ("wage", 3.0),
    "hours": ("hours", 10.0),
}


def weights(
    disliked: tuple[str, ...] = (), *, priorities: tuple[str, ...] = (), with_rules: bool = True
) -> dict[str, float]:
    """Return the weights of one person, summing to 1; words we do not know change nothing."""
    chosen = {name: weight for name, weight in WEIGHTS.items() if with_rules or name not in RULES}
    moves = [SHIFTS.get(one) for one in dict.fromkeys(disliked)] + [
        PRIORITIES.get(one) for one in dict.fromkeys(priorities)
    ]
    for name, factor in filter(None, moves):
        if name in chosen:
            chosen[name] *= factor
    total = sum(chosen.values())
    return {name: weight / total for name, weight in chosen.items()}
