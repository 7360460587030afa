"""On which days a course meets: working days from its start to its end, unless it names days of the week itself."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from intake.cells import fold

NAMES = (
    ("senin", "sen", "monday", "mon"), ("selasa", "sel", "tuesday", "tue"), ("rabu", "rab", "wednesday", "wed"),
    ("kamis", "kam", "thursday", "thu"), ("jumat", "jum'at", "jum", "friday", "fri"),
    ("sabtu", "sab", "saturday", "sat"), ("minggu", "min", "ahad", "sunday", "sun"),
)  # fmt: skip
NUMBERS = {name: number for number, names in enumerate(NAMES) for name in names}
WORKING, WEEKEND, EVERY = frozenset(range(5)), frozenset((5, 6)), frozenset(range(7))
PHRASES = {
    "hari kerja": WORKING, "weekdays": WORKING, "weekday": WORKING, "akhir pekan": WEEKEND, "weekend": WEEKEND,
    "setiap hari": EVERY, "tiap hari": EVERY, "every day": EVERY,
}  # fmt: skip
UNTIL = {"-", "\u2013", "s.d.", "s.d", "s/d", "sd", "sampai", "hingga", "to"}
FILLING = {"dan", "&", "and", ",", ";", "|", "hari", "setiap", "tiap", "every", "+", "/"}
TOKENS = re.compile(r"s\.d\.?|s/d|[a-z']+|[-\u2013,;|&+/]|\S")
LONGEST = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class ClassDays:
    """The days, in order; `sure` is false where the course's own words about its days could not be read."""

    days: tuple[date, ...]
    sure: bool = True


def class_days(starts: date | None, ends: date | None, written: str, closed: AbstractSet[date]) -> ClassDays:
    """Give the days on which a course meets; none when it does not say from when to when. Holidays are free."""
    if starts is None or ends is None or not starts <= ends <= starts + LONGEST:
        return ClassDays((), sure=False)
    read = weekdays(written)
    week = WORKING if read is None else read
    return ClassDays(tuple(one for one in _span(starts, ends) if one.weekday() in week and one not in closed),
                     sure=read is not None)  # fmt: skip


def weekdays(written: str) -> frozenset[int] | None:
    """Read the days of a week (0 = Monday): `Senin-Jumat`, `Sabtu dan Minggu`, `setiap hari`; nothing = working days.

    None when there is a word in it that we do not know: half a reading would be a wrong one.
    """
    words = fold(written).rstrip(".")
    if not words:
        return WORKING
    if words in PHRASES:
        return PHRASES[words]
    found: set[int] = set()
    ranging = False
    last: int | None = None
    for token in TOKENS.findall(words):
        if token in UNTIL and last is not None:
            ranging = True
        elif token in NUMBERS:
            number = NUMBERS[token]
            found.update(_range(last, number) if ranging and last is not None else (number,))
            last, ranging = number, False
        elif token not in FILLING:
            return None
    return frozenset(found) if found and not ranging else None


def _range(first: int, last: int) -> Iterator[int]:
    """Give the days from one to another, around the end of the week if need be."""
    yield from ((first + step) % 7 for step in range((last - first) % 7 + 1))


def _span(starts: date, ends: date) -> Iterator[date]:
    yield from (starts + timedelta(days=one) for one in range((ends - starts).days + 1))
