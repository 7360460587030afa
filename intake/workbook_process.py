"""Runs alone in a child process: a workbook on stdin, its rows as JSON Lines on stdout, an exit code when it cannot.

It imports nothing of ours, because it runs isolated from the environment and starts in a few hundredths of a second.
"""

import datetime as dt
import html
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

UNREADABLE = 3
TOO_LARGE = 4
MAX_CELLS = 4_000_000  # of the smallest rectangle around all cells
MAX_TEXT = 64 * 1024 * 1024  # characters over all cells
MEMORY = 1024 * 1024 * 1024  # bytes
PROCESSOR_SECONDS = 30
THOUSANDTHS = 3
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
CELL = re.compile(rb"<c\b([^>]*[^/>])>(.*?)</c>", re.DOTALL)
VALUE = re.compile(rb"<v[^>]*>([^<]*)</v>")
FORMULA = re.compile(rb"<f[^>]*>([^<]*)")
SHEET, RELATION = re.compile(rb"<sheet\b[^>]*>"), re.compile(rb"<Relationship\b[^>]*>")
NAME, KEY = re.compile(rb'\bname="([^"]*)"'), re.compile(rb'\br:id="([^"]*)"')
ID, TARGET = re.compile(rb'\bId="([^"]*)"'), re.compile(rb'\bTarget="([^"]*)"')
REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,7})([0-9]{1,9})["']""")


class TooLargeError(Exception):
    """The sheet would take more room than any sheet that people fill in."""


def rows(content: bytes) -> Iterator[list[str] | str]:
    """Give the rows of every visible sheet that holds anything; behind them the sheet's name, if there are several.

    Raises:
        TooLargeError: the rectangle around the cells of one, or all their text together, is larger than the limits.
        CalamineError: the workbook is damaged.
    """
    _measure(content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    visible = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]
    room = MAX_TEXT
    for name in visible:
        for cells in _sheet(content, book, name):
            room -= sum(map(len, cells)) + len(cells)
            if room < 0:
                raise TooLargeError
            yield cells
        if len(visible) > 1:
            yield name


def _sheet(content: bytes, book: CalamineWorkbook, name: str) -> Iterator[list[str]]:
    """Give the rows of one sheet."""
    table = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    lost = _lost(content, name) if table else {}
    for number, row in enumerate(table):
        yield [as_text(cell) or lost.get((number, column), "") for column, cell in enumerate(row)]


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


def _lost(content: bytes, sheet: str) -> dict[tuple[int, int], str]:
    """Give by place what the reader takes for empty: errors such as `#N/A`, and formulas that nobody ever reckoned."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = _part_of(archive, sheet)
        plain = archive.read(part) if part in archive.namelist() else b""
    if b't="e"' not in plain and b"<f" not in plain:
        return {}
    found: dict[tuple[int, int], str] = {}
    for about, inside in CELL.findall(plain):
        place, value, formula = REFERENCE.search(about), VALUE.search(inside), FORMULA.search(inside)
        if place is None or not (formula or b't="e"' in about):
            continue
        if b't="e"' in about or not (value and value[1]):
            text = value[1] if value and value[1] else b"=" + (formula[1] if formula else b"")
            found[int(place[2]) - 1, _column(place[1]) - 1] = html.unescape(text.decode("utf-8", "replace"))
    return found


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """Find the part that holds a sheet, by its name in the workbook and the name's target."""
    named = {html.unescape(name.decode("utf-8", "replace")): key for name, key in _sheets(archive.read(WORKBOOK))}
    targets = dict(_targets(archive.read(RELATIONS) if RELATIONS in archive.namelist() else b""))
    target = targets.get(named.get(sheet, b""), b"worksheets/sheet1.xml").decode("utf-8", "replace")
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _sheets(workbook: bytes) -> Iterator[tuple[bytes, bytes]]:
    for tag in SHEET.findall(workbook):
        name, key = NAME.search(tag), KEY.search(tag)
        if name and key:
            yield name[1], key[1]


def _targets(relations: bytes) -> Iterator[tuple[bytes, bytes]]:
    for tag in RELATION.findall(relations):
        key, target = ID.search(tag), TARGET.search(tag)
        if key and target:
            yield key[1], target[1]


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
