"""What "gaji UMK" means in rupiah: the minimum wage of a regency or of a province, where the figure was read.

A regency whose figure is not in the table stays unknown: its minimum wage is never below the province's, but may be far
above it, and too low a figure would count against an offer.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from matching.datafiles import rows
from matching.places import Area, PlaceKind, PlaceMatch

PROVINCE_DIGITS = 2  # of a code such as 33.11
CAPITAL = "31"  # Jakarta has one minimum wage for all its cities


class Minimum(StrEnum):
    """Which minimum wage is named."""

    REGENCY = "umk"  # UMK, and UMR as people still say
    PROVINCE = "ump"


def minimum_wage(code: str, kind: Minimum) -> int | None:
    """Return the newest minimum wage at an area code, rupiah a month; None where it is not known.

    A whole province has no one UMK.
    """
    province = code[:PROVINCE_DIGITS]
    if kind is Minimum.PROVINCE or province == CAPITAL:
        return _figures().get(province, (0, None))[1]
    return None if code == province else _figures().get(code, (0, None))[1]


def minimum_at(place: PlaceMatch, kind: Minimum) -> int | None:
    """Return the minimum wage at a place: of several regencies the lowest, and only if all are known."""
    areas: Sequence[Area] = place.areas if place.kind is not PlaceKind.ABROAD else ()
    found = [minimum_wage(one.code, kind) for one in areas]
    known = [one for one in found if one is not None]
    return min(known) if known and len(known) == len(found) else None


def wished_minimum(place: PlaceMatch, kind: Minimum) -> int | None:
    """Return what a person who asks for it expects at least: where the town's figure is unknown, the province's."""
    return minimum_at(place, kind) or minimum_at(place, Minimum.PROVINCE)


def newest_year() -> int:
    """Return the year that the figures are for."""
    return max(year for year, _amount in _figures().values())


@cache
def _figures() -> dict[str, tuple[int, int]]:
    """By code the year and the figure, the newest year counts."""
    found: dict[str, tuple[int, int]] = {}
    for row in sorted(rows("minimum_wages.csv"), key=lambda row: row["year"]):
        found[row["code"]] = (int(row["year"]), int(row["rupiah"]))
    return found
