"""Days on which offices are closed: national holidays and joint leave (cuti bersama) of Indonesia."""

from datetime import date
from functools import cache

import holidays


@cache
def _year(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("ID", years=year, categories=("public", "government")))


def closed_days(around: date) -> frozenset[date]:
    """Give the holidays of the year before, this one and the next (those of 2027 are partly estimates)."""
    return _year(around.year - 1) | _year(around.year) | _year(around.year + 1)
