"""CPU time of several rankers, in turns over the same people in one process."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

WARM = 8  # calls before anything counts: compilers and caches
PATIENCE = 8.0  # CPU seconds a ranker may take in one measurement; a slower one is asked less often
FEWEST = 8  # people a slow ranker is asked for at least


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU milliseconds of one ranker."""

    p50: float
    p95: float
    mean: float
    people: int


@dataclass(frozen=True, slots=True)
class Beside:
    """How many times the CPU of ours another one takes, over the people both were asked for."""

    median: float  # of the ratios of each pair
    means: float  # ratio of the means


def in_turns(rankers: dict[str, Callable[[Any], object]], asked: Sequence[Any]) -> dict[str, np.ndarray]:
    """Return CPU seconds by ranker, one a question; who begins changes with every question."""
    limits = {name: _affordable(rank, asked) for name, rank in rankers.items()}
    spent: dict[str, list[float]] = {name: [] for name in rankers}
    names = list(rankers)
    gc.collect()
    gc.disable()
    try:
        for number, one in enumerate(asked):
            for name in (*names[number % len(names) :], *names[: number % len(names)]):
                if number < limits[name]:
                    spent[name].append(cpu(rankers[name], one))
    finally:
        gc.enable()
    return {name: np.array(seconds) for name, seconds in spent.items()}


def cpu(call: Callable[..., object], *given: object) -> float:
    """CPU seconds of one call, all threads of this process together."""
    begun = time.process_time()
    call(*given)
    return time.process_time() - begun


def spent(seconds: np.ndarray) -> Spent:
    """Put seconds into milliseconds."""
    half, most = np.quantile(seconds, [0.5, 0.95]) * 1000
    return Spent(float(half), float(most), float(seconds.mean() * 1000), len(seconds))


def beside(ours: np.ndarray, theirs: np.ndarray) -> Beside:
    """Compare two rankers over the people both were asked for."""
    count = min(len(ours), len(theirs))
    ratios = theirs[:count] / ours[:count]
    return Beside(float(np.median(ratios)), float(theirs[:count].sum() / ours[:count].sum()))


def _affordable(rank: Callable[[Any], object], asked: Sequence[Any]) -> int:
    """Warm up, and say for how many people there is time."""
    rank(asked[0])
    once = cpu(rank, asked[0])
    if once * WARM < PATIENCE / 4:
        for one in asked[1:WARM]:
            rank(one)
        once = cpu(rank, asked[0])
    return max(FEWEST, min(len(asked), int(PATIENCE / max(once, 1e-6))))
