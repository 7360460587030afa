"""What a file would change: new, changed field by field, unchanged, and what it no longer holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Plain: TypeAlias = str | int | float | bool | list[str] | None
Values: TypeAlias = Mapping[str, Plain]  # a row as it can be kept in JSON: days as 2026-12-05, lists of texts


@dataclass(frozen=True, slots=True)
class Keyed:
    """A row of the file: where it stands, the natural key it is found again by, what to call it, and its values."""

    number: int
    key: str
    label: str
    source: str
    values: Values
    given: frozenset[str] | None = None  # the values that the file says anything about; None = all of them


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after."""

    name: str
    before: Plain
    after: Plain


@dataclass(frozen=True, slots=True)
class Change:
    """A row that stands already, and the fields in which the file differs."""

    row: Keyed
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """A row that stands and that the file does not hold any more."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that a file would do, in the order of the file."""

    new: tuple[Keyed, ...] = ()
    changed: tuple[Change, ...] = ()
    unchanged: tuple[Keyed, ...] = ()
    closing: tuple[Gone, ...] = ()


def compare(stored: Mapping[str, Values], incoming: Sequence[Keyed], missing: Iterable[Gone] = ()) -> Difference:
    """Compare the rows of a file with the rows that stand, by key; only fields that the file's rows have count.

    `missing` are the standing rows that are not in the file (whoever asks knows which of them may close at all).
    """
    new: list[Keyed] = []
    changed: list[Change] = []
    unchanged: list[Keyed] = []
    for row in incoming:
        before = stored.get(row.key)
        if before is None:
            new.append(row)
        elif fields := _fields(before, row.values):
            changed.append(Change(row, fields))
        else:
            unchanged.append(row)
    return Difference(tuple(new), tuple(changed), tuple(unchanged), tuple(missing))


def _fields(before: Values, after: Values) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name, before.get(name), value) for name, value in after.items() if before.get(name) != value
    )
