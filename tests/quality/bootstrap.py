"""How sure a difference between two ways of ranking is: a paired bootstrap over the people."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

DRAWS = 10_000
SEED = 20261122
SURE = (2.5, 97.5)  # per cent


@dataclass(frozen=True)
class Difference:
    """A mean difference with its 95 % interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:+.3f} [{self.low:+.3f}, {self.high:+.3f}]"


def paired(ours: Mapping[str, float], theirs: Mapping[str, float]) -> Difference:
    """Compare two rankings on the same people."""
    people = sorted(ours)
    return interval([ours[one] - theirs[one] for one in people])


def interval(values: list[float]) -> Difference:
    """Return the mean of values with its bootstrap interval."""
    found = np.array(values)
    drawn = np.random.default_rng(SEED).integers(len(found), size=(DRAWS, len(found)))
    low, high = np.percentile(found[drawn].mean(axis=1), SURE)
    return Difference(float(found.mean()), float(low), float(high))
