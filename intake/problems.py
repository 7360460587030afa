"""What can be wrong with a file: raw rows and the problems found in them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands in the file: its number as the sender sees it (header = 1) and its cells by column name."""

    number: int
    cells: Mapping[str, str]
    flaw: str = ""  # what is wrong with the row as such: too_many_cells, not_an_object, duplicate_name
    extra: tuple[str, ...] = ()  # what stands right of the named columns


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, named so that the sender can mend it: row, column, what was found, what was expected.

    `expected` is a code (`number`, `date`, `one_of:PKWT|PKWTT`, `required`, `after:start_date`...), worded in
    bot/texts.
    """

    row: int
    column: str
    found: str
    expected: str
