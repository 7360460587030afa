"""Provinces, regencies and destination countries: codes, names, centres and time zones."""

from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt

from matching.datafiles import rows

EARTH_KM = 6371.0
PROVINCE = "provinsi"


@dataclass(frozen=True, slots=True)
class Area:
    """A province (code "33") or a regency (code "33.11") by Kepmendagri 300.2.2-2138 of 2025."""

    code: str
    name: str  # "Kabupaten Bandung"
    short_name: str  # "Bandung": may be shared by a kabupaten and a kota
    kind: str  # provinsi, kabupaten, kota
    province_code: str
    lat: float  # of the capital town or a rough centre: good to 10-30 km, not a workplace
    lon: float
    zone: str  # IANA time zone


@dataclass(frozen=True, slots=True)
class City:
    """A city abroad where Indonesians work."""

    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class Country:
    """A destination country of Indonesian migrant workers (PMI)."""

    iso2: str
    name: str  # Indonesian
    cities: tuple[City, ...]

    @property
    def zone(self) -> str:
        """The time zone of the first city; a large country has several."""
        return self.cities[0].zone


@cache
def _areas() -> dict[str, Area]:
    found = {
        row["code"]: Area(
            row["code"],
            row["name"],
            row["name"],
            PROVINCE,
            row["code"],
            float(row["lat"]),
            float(row["lon"]),
            row["zone"],
        )
        for row in rows("provinces.csv")
    }
    for row in rows("regencies.csv"):
        found[row["code"]] = Area(
            row["code"],
            row["name"],
            row["short_name"],
            row["kind"],
            row["code"][:2],
            float(row["lat"]),
            float(row["lon"]),
            row["zone"],
        )
    return found


def area(code: str) -> Area | None:
    """Return the area of a code, the regency of a district code such as 33.11.05, or None."""
    return _areas().get(code.strip()[:5])


@cache
def provinces() -> tuple[Area, ...]:
    """All 38 provinces in the order of their codes."""
    return tuple(sorted((one for one in _areas().values() if one.kind == PROVINCE), key=lambda one: one.code))


@cache
def regencies(province_code: str = "") -> tuple[Area, ...]:
    """All 514 kabupaten and kota, or those of one province, in the order of their codes."""
    chosen = (one for one in _areas().values() if one.kind != PROVINCE)
    return tuple(
        sorted((one for one in chosen if one.province_code == province_code or not province_code), key=_by_code)
    )


@cache
def countries() -> tuple[Country, ...]:
    """The destination countries of migrant workers, by Indonesian name."""
    cities: dict[tuple[str, str], list[City]] = {}
    for row in rows("destinations.csv"):
        cities.setdefault((row["iso2"], row["country"]), []).append(City(row["city"], row["zone"]))
    found = (Country(iso2, name, tuple(places)) for (iso2, name), places in cities.items())
    return tuple(sorted(found, key=lambda one: one.name))


@cache
def country(iso2: str) -> Country | None:
    """Return a destination country by its two letters, or None."""
    return next((one for one in countries() if one.iso2 == iso2.upper()), None)


def zone(code: str) -> str | None:
    """Return the IANA time zone of an area code ("33.11") or of a destination country ("TW"), or None."""
    place = area(code) or country(code)
    return place.zone if place else None


def distance_km(one: Area, other: Area) -> float:
    """Return the straight line between two centres in kilometres (water is not seen: Batam-Bintan looks near)."""
    return _arc_km((one.lat, one.lon), (other.lat, other.lon))


def nearest(lat: float, lon: float) -> Area:
    """Return the regency whose centre is nearest to a point in degrees, as when a person shares a location."""
    return min(regencies(), key=lambda one: _arc_km((lat, lon), (one.lat, one.lon)))


def _arc_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def _by_code(one: Area) -> str:
    return one.code
