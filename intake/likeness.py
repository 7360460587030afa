"""Finds new rows that look like one that stands, or like an earlier row of the file: a typo, or a day that moved."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz import fuzz, process

from intake.cells import fold
from intake.difference import Keyed

ALIKE = 88  # of 100: how much two names must agree before anybody is asked
ALIKE_WORDS = 70  # of 100: how much the words must agree that the two do not share; a typo does, another word does not
MOVED = timedelta(days=14)  # the same name on a day that near may be the same row, moved
LARGEST_BLOCK = 1500  # rows of one day that are compared each with each; more are first parted by their maker
NUMBERS = re.compile(r"\d+\w?|\b[ivx]+\b")


@dataclass(frozen=True, slots=True)
class Traits:
    """What two rows are compared by: who makes it, what it is called, and its day; all folded."""

    maker: str
    name: str
    day: str = ""  # 2026-12-05


@dataclass(frozen=True, slots=True)
class Known:
    """A row that others may look like."""

    key: str
    label: str
    traits: Traits
    number: int = 0  # in the file; 0 = it stands already


@dataclass(frozen=True, slots=True)
class Similar:
    """A row of the file that looks like another one; a person says whether the two are the same."""

    row: Keyed
    other: Known
    score: int  # 0..100

    @property
    def id(self) -> str:
        """Name the pair, shortly and the same every time the file is read."""
        return hashlib.sha256(f"{self.row.key}\n{self.other.key}".encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Alike:
    """The columns that a catalogue's rows are compared by."""

    maker: str
    name: str
    day: str

    def traits(self, values: Mapping[str, object]) -> Traits:
        """Take from a row what it is compared by."""
        return Traits(fold(str(values[self.maker])), fold(str(values[self.name])), str(values[self.day] or ""))


def find(new: Sequence[Keyed], standing: Iterable[Known], alike: Alike, present: Collection[str] = ()) -> list[Similar]:
    """Pair each new row with the row it looks most like, if it looks like any; at most one question a row.

    Numbers in names must agree: "Las 3G" is not "Las 6G", "Angkatan I" not "Angkatan II". `present` are the keys of
    standing rows that the file holds too: they have not moved, but a new row may still be one of them misspelt.
    """
    if not new:
        return []
    mine = [Known(row.key, row.label, alike.traits(row.values), row.number) for row in new]
    rows = {row.number: row for row in new}
    best: dict[int, tuple[int, Known]] = {}
    others = list(standing)
    absent = [other for other in others if other.key not in present]
    for one, other, score in (*_same_day(mine, others), *_moved(mine, absent)):
        if score > best.get(one.number, (0, other))[0]:
            best[one.number] = (score, other)
    return [Similar(rows[number], other, score) for number, (score, other) in sorted(best.items())]


def _same_day(mine: Sequence[Known], others: Sequence[Known]) -> Iterable[tuple[Known, Known, int]]:
    """Compare rows of one day, by what they are called and who makes them."""
    days = {one.traits.day for one in mine}
    blocks: dict[tuple[str, ...], tuple[list[Known], list[Known]]] = defaultdict(lambda: ([], []))
    for one in mine:
        blocks[one.traits.day,][0].append(one)
    for other in others:
        if other.traits.day in days:
            blocks[other.traits.day,][1].append(other)
    for new, old in blocks.values():
        if len(new) * (len(new) + len(old)) > LARGEST_BLOCK**2:
            yield from _by_maker(new, old)
        else:
            yield from _compare(new, old)


def _by_maker(new: Sequence[Known], old: Sequence[Known]) -> Iterable[tuple[Known, Known, int]]:
    parted: dict[str, tuple[list[Known], list[Known]]] = defaultdict(lambda: ([], []))
    for one in new:
        parted[one.traits.maker][0].append(one)
    for other in old:
        parted[other.traits.maker][1].append(other)
    for mine, theirs in parted.values():
        if mine and len(mine) * (len(mine) + len(theirs)) <= LARGEST_BLOCK**2:
            yield from _compare(mine, theirs)


def _compare(new: Sequence[Known], old: Sequence[Known]) -> Iterable[tuple[Known, Known, int]]:
    """Compare each new row with what stands and with the rows of the file before it."""
    pool = [*old, *new]
    texts = [_text(one) for one in pool]
    names = [one.traits.name for one in pool]
    whole = process.cdist(texts[len(old) :], texts, scorer=fuzz.ratio, score_cutoff=ALIKE, workers=1)
    for row, column in zip(*whole.nonzero(), strict=True):
        one, other = new[row], pool[column]
        if (other.number and other.number >= one.number) or one.key == other.key:
            continue
        if fuzz.ratio(one.traits.name, names[column]) >= ALIKE and _could_be_one(one, other):
            yield one, other, int(whole[row, column])


def _could_be_one(one: Known, other: Known) -> bool:
    """Tell whether what differs between two rows is a matter of spelling."""
    if _numbers(one) != _numbers(other):
        return False
    mine, theirs = one.traits, other.traits
    return _spelling(mine.name, theirs.name) and _spelling(mine.maker, theirs.maker)


def _spelling(one: str, other: str) -> bool:
    mine, theirs = one.split(), other.split()
    rest = " ".join(sorted(word for word in mine if word not in theirs))
    their_rest = " ".join(sorted(word for word in theirs if word not in mine))
    return not rest or not their_rest or fuzz.ratio(rest, their_rest) >= ALIKE_WORDS


def _moved(mine: Sequence[Known], others: Iterable[Known]) -> Iterable[tuple[Known, Known, int]]:
    """Find what is called the same and stands on a day nearby that the file does not hold any more."""
    called: dict[str, list[Known]] = defaultdict(list)
    for other in others:
        called[_text(other)].append(other)
    for one in mine:
        day = _day(one)
        for other in called.get(_text(one), ()):
            then = _day(other)
            if day and then and abs(day - then) <= MOVED:
                yield one, other, 100 - abs(day - then).days


def _text(one: Known) -> str:
    return f"{one.traits.maker} | {one.traits.name}"


def _day(one: Known) -> date | None:
    return date.fromisoformat(one.traits.day) if one.traits.day else None


def _numbers(one: Known) -> list[str]:
    return NUMBERS.findall(_text(one))
