"""How well a place suits a person: home, regions the person is willing to go to, distance, abroad, remote."""

from dataclasses import dataclass
from functools import lru_cache

from matching.areas import PROVINCE
from matching.places import Area, PlaceKind, PlaceMatch, distance_km, find, regencies

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


UNKNOWN = Nearness(1.0)  # a person who named no place, or work that can be done anywhere
UNNAMED = Nearness(0.8)  # an advertisement that names no place may be anywhere: behind home, before what is far


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


def nearness(person: Reach, place: PlaceMatch) -> Nearness:
    """Judge one place for one person; an advertisement without a place is never ruled out for it."""
    if not person.is_known or place.remote or place.kind is PlaceKind.ANYWHERE:
        return UNKNOWN
    if place.kind is PlaceKind.NONE:
        return UNKNOWN if person.anywhere else UNNAMED
    if place.kind is PlaceKind.ABROAD:
        wanted = place.country is not None and place.country.iso2 in person.countries
        return Nearness(WILLING_VALUE if wanted else 0.0, excluded=not wanted)
    return _inland(person, place)


def _inland(person: Reach, place: PlaceMatch) -> Nearness:
    """Judge by the area that suits best, when an advertisement names several or a name that several share."""
    return max((_in_area(person, one) for one in place.areas), key=_suits)


def _suits(near: Nearness) -> tuple[float, float]:
    return near.value, -(near.km or 0.0)


def _in_area(person: Reach, where: Area) -> Nearness:
    km = _km(person.home, where)
    shown = None if any(one.kind == PROVINCE for one in (*person.home, where)) else km
    if _overlap(person.home, where):
        return Nearness(1.0, km=shown, where=where)
    if person.anywhere or _overlap(person.willing, where):
        return Nearness(_willing_value(km), km=shown, where=where)
    if km is not None and km <= (DAILY_KM if person.willing else HOME_ONLY_KM):
        return Nearness(NEAR_VALUE, km=shown, where=where)
    return Nearness(0.0, excluded=bool(person.home or person.willing), km=shown, where=where)


def _willing_value(km: float | None) -> float:
    share = min((km or 0.0) / FAR_KM, 1.0)
    return WILLING_VALUE - (WILLING_VALUE - WILLING_FLOOR) * share


def _overlap(these: tuple[Area, ...], where: Area) -> bool:
    return any(one.code.startswith(where.code) or where.code.startswith(one.code) for one in these)


def _km(these: tuple[Area, ...], where: Area) -> float | None:
    return min((_gap_km(one, where) for one in these), default=None)


@lru_cache(maxsize=100_000)
def _gap_km(one: Area, other: Area) -> float:
    """Distance of two areas; of a province, its nearest regency counts, for the offer may be there."""
    return min(distance_km(here, there) for here in _parts(one) for there in _parts(other))


def _parts(one: Area) -> tuple[Area, ...]:
    return regencies(one.code) if one.kind == PROVINCE else (one,)
