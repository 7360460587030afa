"""Letting one condition of a search go: the next town, the province, the wage, another kind of work."""

from dataclasses import dataclass, replace

from matching.nearness import DAILY_KM, HOME_ONLY_KM
from matching.places import Area, area, distance_km, regencies
from matching.profile import Profile

ANYWHERE = "seluruh Indonesia"  # as matching reads it
MORE_KM = 10.0  # the smallest step
NEAR_KM = 100.0  # what "further away" means
PROVINCE_DIGITS = 2  # of a code such as 33.11
FURTHER, NEAR, PROVINCE, EVERYWHERE = "km", "near", "province", "all"
EDUCATION, WAGE, AGE, ANY_WORK = "education", "wage", "age", "any"
PLACES = (FURTHER, NEAR, PROVINCE, EVERYWHERE)
WIDENINGS = (FURTHER, NEAR, EDUCATION, WAGE, AGE, PROVINCE, EVERYWHERE, ANY_WORK)  # the smallest change first


@dataclass(frozen=True, slots=True)
class Widening:
    """One condition to let go, and how many more offers the search would bring then."""

    name: str
    count: int
    is_more: bool = False  # the count is the least that it can be


def widened(wanted: Profile, name: str) -> Profile:
    """Let one condition go; an unknown one changes nothing."""
    if name in PLACES:
        return replace(wanted, willing_regions=(*wanted.willing_regions, *_regions(wanted, name)))
    match name:
        case "education":
            return replace(wanted, education=None)
        case "wage":
            return replace(wanted, wage_expectation_min=None)
        case "age":
            return replace(wanted, age=None)
        case "any":
            return replace(wanted, last_occupation="", skills=())
    return wanted


def _regions(wanted: Profile, name: str) -> tuple[str, ...]:
    match name:
        case "km":
            return _next_door(wanted)
        case "near":
            return _around(_named(wanted), NEAR_KM)
        case "province":
            return tuple(dict.fromkeys(one.code[:PROVINCE_DIGITS] for one in _named(wanted)))
    return (ANYWHERE,)


def _next_door(wanted: Profile) -> tuple[str, ...]:
    """What lies ten kilometres beyond the reach that matching grants from home."""
    home = area(wanted.region or "")
    reach = DAILY_KM if wanted.willing_regions else HOME_ONLY_KM
    return _around((home,), reach + MORE_KM) if home else ()


def _named(wanted: Profile) -> tuple[Area, ...]:
    return tuple(one for one in map(area, (wanted.region or "", *wanted.willing_regions)) if one)


def _around(homes: tuple[Area, ...], km: float) -> tuple[str, ...]:
    near = (one for one in regencies() if any(distance_km(one, home) <= km for home in homes))
    return tuple(one.code for one in near)
