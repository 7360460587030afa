"""How long a stage usually takes: our own counts where there are enough, else the published time, else nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from jkp.rules.regulation import Mark
from jkp.stages import Actor, Stage

ENOUGH = 20  # finished waits; below this one person could be read out of the figure, and chance speaks loudest
PERCENT, LATE_PERCENTILE = 100, 90


@dataclass(frozen=True, slots=True)
class Norm:
    """A published time in working days, with its article, source key and mark."""

    working_days: int
    article: str
    source: str
    mark: Mark


class Basis(StrEnum):
    """What a usual time rests on."""

    OWN = "own"  # finished waits of other workers, counted
    NORM = "norm"  # the published time


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual wait in working days, and the day after which it is long. `cases` is 0 for a published time."""

    working_days: int
    long_after: int
    basis: Basis
    cases: int = 0
    norm: Norm | None = None


Key = tuple[Stage, Actor]  # a refusal waits for different people, so the stage alone does not tell
Known = Mapping[Key, Usual]
NOTHING_KNOWN: Known = {}


def reckon(counts: Iterable[tuple[int, int]]) -> Usual | None:
    """Reckon the usual wait from finished ones, given as (working days, how many): median, and nearest-rank p90.

    None below 20 finished waits.
    """
    waits = sorted((days, many) for days, many in counts if many > 0)
    cases = sum(many for _days, many in waits)
    if cases < ENOUGH:
        return None
    median = _ranked(waits, ceil(cases / 2))
    return Usual(median, _ranked(waits, ceil(cases * LATE_PERCENTILE / PERCENT)), Basis.OWN, cases)


def _ranked(waits: list[tuple[int, int]], rank: int) -> int:
    seen = 0
    for days, many in waits:
        seen += many
        if seen >= rank:
            return days
    raise ValueError("a rank beyond the last wait")


def usual(stage: Stage, actor: Actor, norm: Norm | None, known: Known) -> Usual | None:
    """Give the usual wait of a stage: our own counts, else the norm, else nothing ("no estimate yet")."""
    own = known.get((stage, actor))
    if own is not None and own.cases >= ENOUGH:
        return own
    return None if norm is None else Usual(norm.working_days, norm.working_days, Basis.NORM, norm=norm)
