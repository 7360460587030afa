"""Measures of a ranking against graded judgements."""

from collections.abc import Mapping, Sequence
from math import log2


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], k: int = 10) -> float:
    """Return nDCG@k with gain 2^grade - 1; 0.0 when nothing is relevant, and an unjudged id counts as grade 0."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:k])
    return _gain([grades.get(one, 0) for one in ranked[:k]]) / ideal if ideal else 0.0


def recall(ranked: Sequence[str], grades: Mapping[str, int], k: int = 10, *, relevant_from: int = 2) -> float:
    """Return the share of ids graded `relevant_from` or better that stand among the first k; 0.0 without any."""
    relevant = {one for one, grade in grades.items() if grade >= relevant_from}
    return len(relevant & set(ranked[:k])) / len(relevant) if relevant else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))
