"""Bytes of a file that somebody handed in -> raw rows with the row numbers that the sender sees."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from intake import workbook
from intake.encodings import clean, decode
from intake.errors import Refused
from intake.guard import Kind, admit
from intake.problems import RawRow

MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_HEADER = 100_000  # characters
SEPARATORS = ";\t,|"
QUOTED = re.compile(r'"[^"]*"?')
NOT_WORD = re.compile(r"[^a-z0-9]+")


def read(content: bytes) -> list[RawRow]:
    """Read CSV, XLSX or JSON Lines, each possibly in a `.gz`, into rows of text cells by normalised column name.

    Formulas stay text. Numbers and dates of a workbook become `1250000`, `2.5` and `2026-12-05`. A list in JSON becomes
    its items joined by `|`. Empty rows are left out but counted, so that numbers match what the sender sees.

    Raises:
        Refused: with the codes of `intake.guard.admit`, or not_text, no_rows, too_many_rows, too_many_columns,
            duplicate_column, damaged, too_expensive.
    """
    admitted = admit(content)
    if admitted.kind is Kind.WORKBOOK:
        rows = _table(workbook.rows(admitted.content))
    else:
        text = decode(admitted.content)
        rows = _objects(text) if text.lstrip().startswith("{") else _table(_records(text))
    if not rows:
        raise Refused("no_rows")
    return rows


def column_name(header: str) -> str:
    """Normalise a header: `Nama Perusahaan *` and `nama_perusahaan` are the same column."""
    ascii_only = unicodedata.normalize("NFKD", header).encode("ascii", "ignore").decode()
    return NOT_WORD.sub("_", ascii_only.casefold()).strip("_")


def _records(text: str) -> Iterator[list[str]]:
    """Split separated text; Excel's own first line `sep=;` is obeyed and not counted, as Excel does not show it."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').casefold()
    if told.startswith("sep=") and len(told) == len("sep=;"):
        separator, text = told[-1], rest
    else:
        separator = _separator(text)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise Refused("damaged", str(error)) from error


def _separator(text: str) -> str:
    """Guess from the header what stands between cells; in a draw Indonesian Excel's `;` comes first."""
    header = next((line for line in text[:MAX_HEADER].splitlines() if line.strip()), "")
    bare = QUOTED.sub("", header)
    return max(SEPARATORS, key=bare.count)


def _table(records: Iterable[Sequence[str]]) -> list[RawRow]:
    """Name every record's cells after the first record that is not empty."""
    header: list[str] = []
    rows: list[RawRow] = []
    for number, record in enumerate(records, start=1):
        cells = [clean(cell) for cell in record]
        if not any(cells):
            continue
        if not header:
            header = _header(cells)
            continue
        rows.append(_row(number, header, cells))
        if len(rows) > MAX_ROWS:
            raise Refused("too_many_rows", str(MAX_ROWS))
    return rows


def _header(cells: list[str]) -> list[str]:
    if len(cells) > MAX_COLUMNS:
        raise Refused("too_many_columns", str(MAX_COLUMNS))
    names = [column_name(cell) for cell in cells]
    named = [name for name in names if name]
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice is not None:
        raise Refused("duplicate_column", twice)
    return names


def _row(number: int, header: list[str], cells: list[str]) -> RawRow:
    named = {name: cell for name, cell in zip(header, cells, strict=False) if name}
    too_many = any(cells[len(header) :])
    return RawRow(number, named, "too_many_cells" if too_many else "")


def _objects(text: str) -> list[RawRow]:
    """Read JSON Lines; a line that is no object keeps its number and is named as flawed."""
    rows = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            rows.append(_object(number, line))
        if len(rows) > MAX_ROWS:
            raise Refused("too_many_rows", str(MAX_ROWS))
    return rows


def _object(number: int, line: str) -> RawRow:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or len(found) > MAX_COLUMNS:
        return RawRow(number, {}, "not_an_object")
    return RawRow(number, {column_name(name): clean(_as_text(value)) for name, value in found.items()})


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "|".join(_as_text(item).replace("|", "/") for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return workbook.as_text(value)
