"""How well a place suits a person: home, regions the person is willing to go to, distance, abroad, remote."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matching.distances import every_area, gaps, is_province, number_of, overlaps
from matching.places import Area, PlaceKind, find
from matching.spots import Spots

DAILY_KM = 25.0  # centres this near are one commuting area, whatever the border between them
HOME_ONLY_KM = 60.0  # a person who named no other region is not sent farther than this
FAR_KM = 400.0  # inside a willing region, farther than this makes no more difference
WILLING_VALUE = 0.9  # a willing region next door; falls with distance
WILLING_FLOOR = 0.6
NEAR_VALUE = 0.6  # outside the named regions but near home


@dataclass(frozen=True, slots=True)
class Nearness:
    """What one place means to one person."""

    value: float  # 0..1
    excluded: bool = False  # certainly outside everything the person named
    km: float | None = None  # None too when only a province is known
    where: Area | None = None  # of several areas the one that suits best


UNKNOWN = 1.0  # a person who named no place, or work that can be done anywhere
UNNAMED = 0.8  # an advertisement that names no place may be anywhere: behind home, before what is far


@dataclass(frozen=True, slots=True)
class Near:
    """What many places mean to one person, in their order."""

    value: NDArray[np.float64]
    excluded: NDArray[np.bool_]
    km: NDArray[np.float64]  # NaN where it is not known
    where: NDArray[np.int64]  # number of the area that suits best, -1 for none

    def __getitem__(self, number: int) -> Nearness:
        km, where = float(self.km[number]), int(self.where[number])
        return Nearness(
            value=float(self.value[number]),
            excluded=bool(self.excluded[number]),
            km=None if np.isnan(km) else km,
            where=None if where < 0 else every_area()[where],
        )


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a person lives and is willing to work."""

    home: tuple[Area, ...] = ()
    willing: tuple[Area, ...] = ()
    countries: frozenset[str] = frozenset()
    anywhere: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the person said anything about places."""
        return bool(self.home or self.willing or self.countries or self.anywhere)


@lru_cache(maxsize=20_000)
def reach(region: str | None, willing_regions: tuple[str, ...]) -> Reach:
    """Read a person's home and willing regions from free text or codes."""
    home = find(region or "")
    others = [find(text) for text in willing_regions]
    return Reach(
        home=home.areas,
        willing=tuple(one for other in others for one in other.areas),
        countries=frozenset(other.country.iso2 for other in others if other.country),
        anywhere=any(other.kind is PlaceKind.ANYWHERE for other in others),
    )


@lru_cache(maxsize=100)
def nearness(person: Reach, spots: Spots) -> Near:
    """Judge places for one person; an advertisement without a place is never ruled out for it."""
    size = len(spots)
    if not person.is_known:
        return _everywhere(size)
    inland = near_areas(person)
    best = spots.areas.copy()
    best[spots.several] = _best_of(inland, spots.choices)
    fixed = spots.anywhere | spots.unnamed | spots.abroad
    value = np.where(spots.unnamed & ~spots.anywhere, UNKNOWN if person.anywhere else UNNAMED, UNKNOWN)
    value = np.where(fixed, value, inland.value[best])
    excluded = inland.excluded[best] & ~fixed
    for number in np.flatnonzero(spots.abroad & ~spots.anywhere):
        country = spots[int(number)].country
        excluded[number] = country is None or country.iso2 not in person.countries
        value[number] = 0.0 if excluded[number] else WILLING_VALUE
    return Near(value, excluded, np.where(fixed, np.nan, inland.km[best]), np.where(fixed, -1, best))


def _everywhere(size: int) -> Near:
    return Near(np.full(size, UNKNOWN), np.zeros(size, dtype=bool), np.full(size, np.nan), np.full(size, -1))


def _best_of(inland: Near, choices: NDArray[np.int64]) -> NDArray[np.int64]:
    """The area that suits best, when an advertisement names several or a name that several share."""
    value, km = inland.value[choices], np.nan_to_num(inland.km[choices])
    best = value == value.max(axis=1, keepdims=True)
    chosen = np.where(best, km, np.inf).argmin(axis=1)
    return np.asarray(choices[np.arange(len(choices)), chosen])


@lru_cache(maxsize=500)
def near_areas(person: Reach) -> Near:
    """What every area means to a person who named some place."""
    home, willing = _areas(person.home), _areas(person.willing)
    km = gaps()[home].min(axis=0) if home else np.full(len(every_area()), np.nan)
    at_home = overlaps()[home].any(axis=0)
    wished = overlaps()[willing].any(axis=0) | person.anywhere
    near = km <= (DAILY_KM if person.willing else HOME_ONLY_KM)
    value = np.select([at_home, wished, near], [1.0, _willing_value(km), NEAR_VALUE], 0.0)
    far = ~(at_home | wished | near) & bool(home or willing)
    vague = is_province() | any(is_province()[home])
    return Near(value, far, np.where(vague, np.nan, km), np.arange(len(every_area())))


def _areas(named: tuple[Area, ...]) -> list[int]:
    return [number_of()[one.code] for one in named]


def _willing_value(km: NDArray[np.float64]) -> NDArray[np.float64]:
    share = np.minimum(np.nan_to_num(km) / FAR_KM, 1.0)
    return np.asarray(WILLING_VALUE - (WILLING_VALUE - WILLING_FLOOR) * share)
