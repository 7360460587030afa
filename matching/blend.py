"""Weights: how much every signal counts in one score between 0 and 1."""

WEIGHTS = {
    "text": 0.28,
    "occupation": 0.40,
    "skills": 0.07,
    "place": 0.10,
    "wage": 0.06,
    "education": 0.02,
    "experience": 0.03,
    "age": 0.02,
    "contract": 0.02,
    "freshness": 0.002,
}
RULES = frozenset({"place", "education", "age", "wage", "contract"})  # left out by --without-rules
RULED_OUT = -10.0  # times the share of conditions missed: always below every offer that misses none

SHIFTS = {  # what a person tells us by refusing an offer
    "too_far": ("place", 2.0),
    "low_wage": ("wage", 2.0),
    "not_my_field": ("occupation", 1.5),
}


def weights(disliked: tuple[str, ...] = (), *, with_rules: bool = True) -> dict[str, float]:
    """Return the weights of one person, summing to 1; reasons we do not know change nothing."""
    chosen = {name: weight for name, weight in WEIGHTS.items() if with_rules or name not in RULES}
    for reason in dict.fromkeys(disliked):
        name, factor = SHIFTS.get(reason, ("", 1.0))
        if name in chosen:
            chosen[name] *= factor
    total = sum(chosen.values())
    return {name: weight / total for name, weight in chosen.items()}
