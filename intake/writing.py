"""Tables to take away, as CSV or XLSX: what was text stays text, and `intake.reading` reads it back the same.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`. In a workbook such a text is stored as text; in CSV,
where nothing can say so, a `'` goes before it, which the reader takes away again. Only the ends of lines do not
survive: every one is read back as one new line.
"""

import csv
import io
import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import TypeAlias

import xlsxwriter  # type: ignore[import-untyped] # it comes without types

from intake.encodings import UNWANTED
from intake.reading import GUARDED

Cell: TypeAlias = str | int | float | bool | date | datetime | None
Mark: TypeAlias = tuple[int, int]  # a cell: number of the row (0 = the first below the header), number of the column

MARK = b"\xef\xbb\xbf"  # without it Excel takes UTF-8 for cp1252
SEPARATOR = ";"  # what Excel in Indonesia puts between cells
ACTIVE = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")  # with the full-width twins
LONGEST = 32_767  # characters that a spreadsheet's cell can hold
MOST_DIGITS = 15  # of a number that a spreadsheet keeps exactly
WIDEST, NARROWEST = 48, 10  # characters of a column as it is shown


def write_csv(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write CSV as Excel in Indonesia opens it by a double click: UTF-8 with its mark, `;`, decimals with a comma."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow([_guarded(header) for header in headers])
    for row in rows:
        writer.writerow([_guarded(cell) if isinstance(cell, str) else _figure(cell) for cell in row])
    return MARK + text.getvalue().encode()


def write_xlsx(
    headers: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    wrong: Collection[Mark] = frozenset(),
    sheet: str = "Data",
) -> bytes:
    """Write a workbook of one sheet, row by row in little memory; the cells in `wrong` are coloured."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"constant_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet(sheet)
        looks = _Looks(book)
        page.freeze_panes(1, 0)
        for column, header in enumerate(headers):
            page.set_column(column, column, max(NARROWEST, min(WIDEST, len(header) + 4)))
            page.write_string(0, column, _kept(header), looks.header)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                _put(page, (number + 1, column), cell, looks.of(cell, wrong=(number, column) in wrong))
    return packed.getvalue()


class _Looks:
    """The few formats of a sheet."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        red = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}
        day = {"num_format": "yyyy-mm-dd"}
        self.header = book.add_format({"bold": True, "bg_color": "#DDEBF7", "bottom": 1})
        self._formats = {
            (False, False): None,
            (True, False): book.add_format(red),
            (False, True): book.add_format(day),
            (True, True): book.add_format({**red, **day}),
        }

    def of(self, cell: Cell, *, wrong: bool) -> "xlsxwriter.format.Format | None":
        """Choose how a cell looks."""
        return self._formats[wrong, type(cell) is date]


def _put(page: "xlsxwriter.worksheet.Worksheet", at: Mark, cell: Cell, look: "xlsxwriter.format.Format | None") -> None:
    """Write one cell by its own type, never by what a text looks like."""
    if cell is None or cell == "":
        page.write_blank(*at, None, look)
    elif type(cell) is date:
        page.write_datetime(*at, cell, look)
    elif type(cell) is float or (type(cell) is int and len(str(abs(cell))) <= MOST_DIGITS):
        page.write_number(*at, cell, look)
    else:
        page.write_string(*at, _kept(cell if isinstance(cell, str) else _figure(cell)), look)


def _text(text: str) -> str:
    """Take out what no file can hold: control characters and lone surrogates; blanks at the end mean nothing."""
    if not (text.isascii() and text.isprintable()):
        text = UNWANTED.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return text.rstrip()


def _kept(text: str) -> str:
    """Give a workbook's cell: guarded only where the reader would otherwise take something away."""
    text = _text(text)
    lost = GUARDED.match(text) or (text[:1].isspace() and ACTIVE.match(text))
    return ("'" + text if lost else text)[:LONGEST]


def _guarded(text: str) -> str:
    """Put a `'` before whatever a spreadsheet would run, and before a `'` that the reader would take away."""
    text = _text(text)
    return ("'" + text if ACTIVE.match(text) else text)[:LONGEST]


def _figure(cell: Cell) -> str:
    """Write what is no text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    return repr(cell).replace(".", ",") if isinstance(cell, float) else str(cell)
