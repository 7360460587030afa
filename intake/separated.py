"""Separated text -> records, whatever stands between its cells; a quotation mark that stays open is refused."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from intake.errors import Refused

MAX_HEADER = 100_000  # characters
SEPARATORS = ";\t,|"
QUOTED = re.compile(r'"[^"]*"?')
END = "\x00"  # a line that no text can hold


def records(text: str) -> Iterator[list[str]]:
    """Split separated text; Excel's own first line `sep=;` is obeyed and not counted, as Excel does not show it.

    Raises:
        Refused: unclosed_quote, cell_too_long, damaged.
    """
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').casefold()
    if told.startswith("sep=") and len(told) == len("sep=;"):
        separator, text = told[-1], rest
    else:
        separator = _separator(text)
    try:
        yield from _closed(text, separator)
    except csv.Error as error:
        raise Refused("cell_too_long" if "field larger" in str(error) else "damaged", str(error)) from error


def _closed(text: str, separator: str) -> Iterator[list[str]]:
    """Split into records; a quotation mark that nobody closes would swallow the rows below it, and is refused.

    Its record goes over several lines and ends with the file, or at the next stray mark, behind which more stands.
    """
    lines: list[str] = []

    def kept() -> Iterator[str]:
        for line in chain(io.StringIO(text, newline=""), (END,)):
            lines.append(line)
            yield line

    for number, record in enumerate(csv.reader(kept(), delimiter=separator), start=1):
        if len(lines) > 1 and not _is_sound(lines, separator):
            raise Refused("unclosed_quote", str(number))
        lines.clear()
        if record != [END]:
            yield record


def _is_sound(lines: Sequence[str], separator: str) -> bool:
    """Tell whether a record over several lines obeys the rules for quotation marks strictly."""
    try:
        return lines[-1] != END and len(list(csv.reader(lines, delimiter=separator, strict=True))) == 1
    except csv.Error:
        return False


def _separator(text: str) -> str:
    """Guess from the header what stands between cells; in a draw Indonesian Excel's `;` comes first."""
    header = next((line for line in text[:MAX_HEADER].splitlines() if line.strip()), "")
    bare = QUOTED.sub("", header)
    return max(SEPARATORS, key=bare.count)
