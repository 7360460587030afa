"""Read the keys of one written case: every wrong value becomes a problem that names its key."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2200  # outside of these a date is a slip of the pen
SHOWN = 40  # characters of a wrong value that are repeated
LARGEST = 10**12

Word = TypeVar("Word", bound=StrEnum)


class Fields:
    """The mapping under `input` and the problems found in it; an absent key or null is a fact not known."""

    def __init__(self, values: Mapping[object, object], known: frozenset[str]) -> None:
        self._values = values
        self.problems = [f"input.{_shown(key)}: not a known key" for key in values if key not in known]

    def require(self, *keys: str) -> None:
        """Note a problem for every key that has no value."""
        self.problems += [f"input.{key}: required" for key in keys if self._values.get(key) is None]

    def whole(self, key: str, *, least: int = 0, most: int = LARGEST) -> int | None:
        """Read a whole number between two bounds."""
        value = self._values.get(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        upto = "" if most == LARGEST else f" to {most}"
        self._wrong(key, f"a whole number from {least}{upto}")
        return None

    def flag(self, key: str) -> bool | None:
        """Read true or false."""
        value = self._values.get(key)
        if value is None or isinstance(value, bool):
            return value
        self._wrong(key, "true or false")
        return None

    def word(self, key: str, allowed: tuple[str, ...]) -> str | None:
        """Read one of the given words."""
        value = self._values.get(key)
        if value is None or (isinstance(value, str) and value in allowed):
            return value
        self._wrong(key, f"one of {', '.join(allowed)}")
        return None

    def choice(self, key: str, words: type[Word]) -> Word | None:
        """Read one word of an enumeration."""
        value = self.word(key, tuple(words))
        return None if value is None else words(value)

    def words(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...] | None:
        """Read a list of the given words."""
        value = self._values.get(key)
        if value is None:
            return None
        if isinstance(value, list) and all(isinstance(each, str) and each in allowed for each in value):
            return tuple(value)
        self._wrong(key, f"a list of {', '.join(allowed)}")
        return None

    def day(self, key: str) -> date | None:
        """Read a date, YYYY-MM-DD."""
        value = self._values.get(key)
        if value is None:
            return None
        found = _day(value)
        if found is None:
            self._wrong(key, "a date YYYY-MM-DD")
        return found

    def days(self, key: str) -> frozenset[date]:
        """Read a list of dates; none is an empty one."""
        value = self._values.get(key)
        found = [_day(each) for each in value] if isinstance(value, list) else []
        days = frozenset(each for each in found if each is not None)
        if value is not None and (not isinstance(value, list) or None in found):
            self._wrong(key, "a list of dates YYYY-MM-DD")
        return days

    def month(self, key: str) -> date | None:
        """Read a month, YYYY-MM, or a day in it; a bare month is given as its first day."""
        value = self._values.get(key)
        if value is None:
            return None
        written = f"{value}-01" if isinstance(value, str) and _MONTH.fullmatch(value) else value
        found = _day(written)
        if found is None:
            self._wrong(key, "a month YYYY-MM")
        return found

    def _wrong(self, key: str, expected: str) -> None:
        self.problems.append(f"input.{key}: expected {expected}, found {_shown(self._values.get(key))}")


def _shown(value: object) -> str:
    if isinstance(value, (list, dict)):  # never written out: with aliases a short file can mean an endless value
        return "a list" if isinstance(value, list) else "a mapping"
    text = str(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."


def _day(value: object) -> date | None:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
