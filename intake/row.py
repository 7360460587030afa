"""One raw row read column by column: values come out, problems pile up, named as the sender knows them."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from intake import cells
from intake.problems import Problem, RawRow

FOUND_LENGTH = 60  # characters of a wrong cell that are quoted back
LARGEST = 10**12
NOTHING = re.compile(r"[-\u2013\u2014]|-{3,}|[.\u2026]+|[?_]+")  # what people write where they know nothing
Value = TypeVar("Value")
Number = TypeVar("Number", int, float)
Headers = Mapping[str, tuple[str, ...]]  # our column -> every normalised header that means it


class Row:
    """Reads the cells of one row. Whatever cannot be read is noted in `problems` and comes out as unknown."""

    def __init__(self, raw: RawRow, headers: Headers) -> None:
        self._raw = raw
        self._headers = headers
        self.problems: list[Problem] = []
        if raw.flaw:
            self.problems.append(Problem(raw.number, "", "", raw.flaw))

    @property
    def number(self) -> int:
        """The row's number as the sender sees it."""
        return self._raw.number

    def text(self, column: str, *, required: bool = False, longest: int = 300) -> str:
        """Read a text of at most `longest` characters; `-` or `...` is no answer to what is required."""
        header, found = self._cell(column)
        if required and (not found or NOTHING.fullmatch(found)):
            self.wrong(header, found, "required")
        if found.startswith('{"') and found.endswith("}"):  # an object of JSON; it would be shown to people as it is
            self.wrong(header, found, "text")
        if len(found) > longest:
            self.wrong(header, found, f"at_most:{longest}_characters")
        return found

    def integer(self, column: str, *, least: int = 0, most: int = LARGEST) -> int | None:
        """Read a whole number or an amount of rupiah within bounds."""
        number = self.read(column, cells.integer, "number")
        return self._within(column, number, least, most)

    def decimal(self, column: str, *, most: int) -> float | None:
        """Read a number with decimals from 0 to `most`."""
        number = self.read(column, cells.decimal, "number")
        return self._within(column, number, 0, most)

    def day(self, column: str) -> date | None:
        """Read a day."""
        return self.read(column, cells.day, "date")

    def month(self, column: str) -> date | None:
        """Read a month, or a day in it, as the first of the month."""
        return self.read(column, cells.month, "month")

    def choice(self, column: str, codes: Mapping[str, str]) -> str | None:
        """Read one of a few words (folded) as its code."""
        expected = "one_of:" + "|".join(dict.fromkeys(codes.values()))
        return self.read(column, lambda text: cells.choice(text, codes), expected)

    def items(self, column: str, *, longest: int = 100, most: int = 100) -> tuple[str, ...]:
        """Read a list of at most `most` texts of at most `longest` characters."""
        header, found = self._cell(column)
        listed = cells.items(found)
        if len(listed) > most or any(len(item) > longest for item in listed):
            self.wrong(header, found, f"at_most:{most}_items_of_{longest}_characters")
        return listed

    def read(self, column: str, reader: Callable[[str], Value | None], expected: str) -> Value | None:
        """Read a cell with a reader that answers None to what it cannot read; an empty cell is unknown."""
        header, found = self._cell(column)
        if not found:
            return None
        value = reader(found)
        if value is None:
            self.wrong(header, found, expected)
        return value

    def demand(self, column: str, expected: str, *, holds: bool) -> None:
        """Note a problem with a cell when something that must be so does not hold."""
        if not holds:
            self.wrong(*self._cell(column), expected)

    def wrong(self, column: str, found: str, expected: str) -> None:
        """Note a problem of this row."""
        quoted = found if len(found) <= FOUND_LENGTH else found[:FOUND_LENGTH] + "…"
        self.problems.append(Problem(self.number, column, quoted, expected))

    def _cell(self, column: str) -> tuple[str, str]:
        """Find the column under any of its headers: the header that the sender used, and the cell."""
        here = [header for header in (column, *self._headers.get(column, ())) if header in self._raw.cells]
        filled = next((header for header in here if self._raw.cells[header]), None)
        header = filled or (here[0] if here else column)
        return header, self._raw.cells.get(header, "")

    def _within(self, column: str, number: Number | None, least: int, most: int) -> Number | None:
        if number is None or least <= number <= most:
            return number
        header, found = self._cell(column)
        self.wrong(header, found, f"between:{least}|{most}")
        return None
