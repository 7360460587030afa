"""Days on which offices are closed: national holidays, joint leave (cuti bersama), and decrees that came late."""

from datetime import date
from functools import cache

import holidays

from bot.services import holiday_file
from bot.services.holiday_file import Decree
from bot.settings import Settings


@cache
def decrees() -> tuple[Decree, ...]:
    """Give the late joint decrees of KERJALAGI_HOLIDAYS_FILE, read once a process; none when it is not set.

    Raises:
        HolidayFileError: the file cannot be followed; `kerjalagi doctor` and `kerjalagi run` say so first.
    """
    file = Settings().holidays_file
    return () if file is None else holiday_file.read(file)


@cache
def _year(year: int) -> frozenset[date]:
    closed = frozenset(holidays.country_holidays("ID", years=year, categories=("public", "government")))
    for decree in decrees():
        closed = (closed | {day for day in decree.added if day.year == year}) - decree.removed
    return closed


def closed_days(around: date) -> frozenset[date]:
    """Give the holidays of the year before, this one and the next (those of 2027 are partly estimates)."""
    return _year(around.year - 1) | _year(around.year) | _year(around.year + 1)


def read_again() -> None:
    """Forget what was read, so that the file's new state counts from the next question on."""
    decrees.cache_clear()
    _year.cache_clear()
