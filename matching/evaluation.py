"""Measures of a ranking against graded judgements, and of many rankings together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2

RELEVANT = 2  # the grade from which an offer is worth sending


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], k: int = 10) -> float:
    """Return nDCG@k with gain 2^grade - 1; 0.0 when nothing is relevant, and an unjudged id counts as grade 0."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:k])
    return _gain([grades.get(one, 0) for one in ranked[:k]]) / ideal if ideal else 0.0


def recall(ranked: Sequence[str], grades: Mapping[str, int], k: int = 10, *, relevant_from: int = RELEVANT) -> float:
    """Return the share of ids graded `relevant_from` or better that stand among the first k; 0.0 without any."""
    relevant = _relevant(grades, relevant_from)
    return len(relevant & set(ranked[:k])) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int], *, relevant_from: int = RELEVANT) -> float:
    """Return one over the place of the first relevant id; 0.0 when none is ranked."""
    relevant = _relevant(grades, relevant_from)
    return next((1 / place for place, one in enumerate(ranked, start=1) if one in relevant), 0.0)


def precision(ranked: Sequence[str], grades: Mapping[str, int], k: int = 5, *, relevant_from: int = RELEVANT) -> float:
    """Return the share of the first k that is relevant; k counts whole also where fewer are ranked."""
    return len(_relevant(grades, relevant_from) & set(ranked[:k])) / k


def bad_share(ranked: Sequence[str], grades: Mapping[str, int], k: int = 5) -> float:
    """Return the share of grade-0 ids in the first k; 1.0 for an empty ranking."""
    shown = ranked[:k]
    return sum(grades.get(one, 0) == 0 for one in shown) / k if shown else 1.0


def coverage(lists: Iterable[Sequence[str]], offers: Iterable[str]) -> float:
    """Return the share of the offers that stand in at least one of the lists."""
    wanted = set(offers)
    shown = {one for ranked in lists for one in ranked}
    return len(shown & wanted) / len(wanted) if wanted else 0.0


def exposure_gap(lists: Iterable[Sequence[str]], owners: Mapping[str, str]) -> float:
    """Return how unevenly owners (employers) are shown: 0.0 when all alike, towards 1.0 when one takes all (Gini)."""
    counts = Counter(dict.fromkeys(owners.values(), 0))
    counts.update(owners[one] for ranked in lists for one in ranked if one in owners)
    ordered = sorted(counts.values())
    total = sum(ordered)
    if not total:
        return 0.0
    weighted = sum(place * count for place, count in enumerate(ordered, start=1))
    return 2 * weighted / (len(ordered) * total) - (len(ordered) + 1) / len(ordered)


def _relevant(grades: Mapping[str, int], least: int) -> set[str]:
    return {one for one, grade in grades.items() if grade >= least}


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))
