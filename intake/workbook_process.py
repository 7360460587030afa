"""Runs alone in a child process: a workbook on stdin, its rows as JSON Lines on stdout, an exit code when it cannot.

It imports nothing of ours, because it runs isolated from the environment and starts in a few hundredths of a second.
"""

import datetime as dt
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

UNREADABLE = 3
TOO_LARGE = 4
MAX_CELLS = 4_000_000  # of the smallest rectangle around all cells
MAX_TEXT = 64 * 1024 * 1024  # characters over all cells
MEMORY = 1024 * 1024 * 1024  # bytes
PROCESSOR_SECONDS = 30
THOUSANDTHS = 3
REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,7})([0-9]{1,9})["']""")


class TooLargeError(Exception):
    """The sheet would take more room than any sheet that people fill in."""


def rows(content: bytes) -> Iterator[list[str]]:
    """Give the rows of the first visible sheet that holds anything.

    Raises:
        TooLargeError: the rectangle around the cells, or all their text together, is larger than the limits.
        CalamineError: the workbook is damaged.
    """
    _measure(content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    visible = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    tables = (book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in visible)
    room = MAX_TEXT
    for row in next(filter(None, tables), []):
        cells = [as_text(cell) for cell in row]
        room -= sum(map(len, cells))
        if room < 0:
            raise TooLargeError
        yield cells


def as_text(value: object) -> str:
    """Write a cell as text: whole numbers without a point, dates as 2026-12-05, midnight as no time at all."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)


def _number(value: float) -> str:
    """Write a float; exactly three decimals get a fourth, so that 1.125 is never taken for 1,125."""
    if value.is_integer():
        return format(value, ".0f")
    text = repr(value)
    return text + "0" if "e" not in text and len(text.partition(".")[2]) == THOUSANDTHS else text


def _measure(content: bytes) -> None:
    """Look for the farthest cell before anybody makes room for the rectangle up to it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and _cells(archive.read(name)) > MAX_CELLS:
                raise TooLargeError


def _cells(sheet: bytes) -> int:
    width = height = 1
    for letters, digits in REFERENCE.findall(sheet):
        height = max(height, int(digits))
        if len(letters) > 1:  # up to column Z the width stays within what counts nothing
            width = max(width, _column(letters))
    return max(width, ord("Z") - ord("A") + 1) * height


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _limit() -> None:
    """Take away memory and time beyond what a sheet may need, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))


def main(source: BinaryIO, target: BinaryIO) -> int:
    """Read one workbook from `source`, write its rows to `target` and give the exit code."""
    try:
        target.writelines(json.dumps(row).encode() + b"\n" for row in rows(source.read()))
    except (TooLargeError, MemoryError):
        return TOO_LARGE
    except (CalamineError, ValueError, KeyError, OSError, zipfile.BadZipFile):
        return UNREADABLE
    return 0


if __name__ == "__main__":
    _limit()
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer))
