"""The method behind the weights: coordinate ascent on some people's grades, measured on the others'."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching import blend
from tests.quality.judged import Judged

FOLDS = 5
STEPS = (2.0, 1.5, 1.25)
LEAST_GAIN = 0.002  # a smaller gain is noise and changes no weight
SMALLEST = 0.01
Weights = dict[str, float]


@dataclass(frozen=True)
class Case:
    """The judged offers of one person as columns."""

    values: dict[str, NDArray[np.float64]]
    missed: NDArray[np.float64]
    gains: NDArray[np.float64]
    ideal: float


def cases(judged: Judged) -> dict[str, Case]:
    """Read every signal of the judged offers from the shipped matcher."""
    found: dict[str, Case] = {}
    for person in judged.people:
        grades = judged.grades.get(person.id, {})
        if any(grades.values()):
            ready = judged.matcher.judge(person)
            rows = [judged.matcher.rows[one] for one in grades]
            missed = np.sum([flags[rows] for flags in ready.missed.values()], axis=0, dtype=float)
            gains = 2.0 ** np.array(list(grades.values())) - 1
            values = {name: column[rows] for name, column in ready.values.items()}
            found[person.id] = Case(values, missed, gains, _discounted(np.sort(gains)[::-1]))
    return found


def quality(chosen: Sequence[Case], weights: Weights) -> float:
    """Return the mean nDCG@10 of the ranking with the rules and the one without them, half each."""
    return float(np.mean([(_ndcg(one, weights, rules=True) + _ndcg(one, weights, rules=False)) / 2 for one in chosen]))


def tuned(chosen: Sequence[Case], weights: Weights) -> Weights:
    """Move one weight at a time, as long as the gain is more than noise."""
    best, reached = dict(weights), quality(chosen, weights)
    for step in STEPS:
        for name in list(best):
            for value in (best[name] * step, best[name] / step):
                trial = best | {name: max(value, SMALLEST)}
                found = quality(chosen, trial)
                if found > reached + LEAST_GAIN:
                    best, reached = trial, found
    return best


def left_out(found: dict[str, Case], weights: Weights, *, seed: int = 7) -> dict[str, tuple[float, float]]:
    """Tune on four fifths of the people and measure on the others: nDCG@10 with and without rules of each person."""
    people = [str(one) for one in np.random.default_rng(seed).permutation(sorted(found))]
    figures: dict[str, tuple[float, float]] = {}
    for fold in range(FOLDS):
        held = people[fold::FOLDS]
        best = tuned([found[one] for one in people if one not in held], weights)
        for one in held:
            figures[one] = (_ndcg(found[one], best, rules=True), _ndcg(found[one], best, rules=False))
    return figures


def alone(case: Case, weights: Weights) -> float:
    """Return nDCG@10 of the ranking without the rules for one person."""
    return _ndcg(case, weights, rules=False)


def _ndcg(case: Case, weights: Weights, *, rules: bool) -> float:
    names = [name for name in weights if name in case.values and (rules or name not in blend.RULES)]
    total = sum(weights[name] for name in names)
    score = sum(weights[name] / total * case.values[name] for name in names)
    if rules:
        score = score - 10.0 * case.missed
    return _discounted(case.gains[np.argsort(-score, kind="stable")]) / case.ideal


def _discounted(gains: NDArray[np.float64]) -> float:
    first = gains[:10]
    return float(np.sum(first / np.log2(np.arange(2, len(first) + 2))))
