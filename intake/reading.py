"""Bytes of a file that somebody handed in -> raw rows with the row numbers that the sender sees."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest
from typing import Any

from intake import separated, workbook
from intake.encodings import clean, decode
from intake.errors import Refused
from intake.guard import Kind, admit
from intake.json_bounds import bounded
from intake.problems import RawRow

MAX_ROWS = 200_000
MAX_RECORDS = 1_048_576  # also empty ones: the rows of a spreadsheet
MAX_COLUMNS = 200
LONGEST_NAME = 200  # characters of a column's name
LEAST_NAMES = 2  # known columns that make a sheet a table
TITLES = 12  # rows among which the header is looked for
OBJECTS = re.compile(r"\s*\[\s*\{")
NOT_WORD = re.compile(r"[^a-z0-9]+")
GUARDED = re.compile(
    r"'+(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])"
)  # as intake.writing keeps a formula from running


def read(content: bytes, known: frozenset[str] = frozenset()) -> list[RawRow]:
    """Read CSV, XLSX or JSON Lines, each possibly in a `.gz`, into rows of text cells by normalised column name.

    `known` are the columns that mean something: with them, titles above the header are passed over.

    Formulas stay text. Numbers and dates of a workbook become `1250000`, `2.5` and `2026-12-05`. A list in JSON becomes
    its items joined by `|`. Empty rows are left out but counted, so that numbers match what the sender sees.

    Raises:
        Refused: with the codes of `intake.guard.admit`, or not_text, no_rows, too_many_rows, too_many_columns,
            duplicate_column, several_sheets, unclosed_quote, not_json, damaged, too_expensive.
    """
    admitted = admit(content)
    if admitted.kind is Kind.WORKBOOK:
        rows = _table(_sheet(workbook.rows(admitted.content), known), known)
    else:
        rows = _text_rows(decode(admitted.content), known)
    if not rows:
        raise Refused("no_rows")
    return rows


def _text_rows(text: str, known: frozenset[str]) -> list[RawRow]:
    """Read text by its first letter; a page of the web under another name is no table."""
    start = text.lstrip()[:1]
    if start == "<":
        raise Refused("not_a_table", "HTML")
    if start == "[" and (objects := _array(bounded(text))) is not None:
        return objects
    if start != "{":
        return _table(separated.records(text), known)
    rows = _objects(bounded(text))
    is_whole = bool(rows) and (rows[0].flaw == "not_an_object" or (len(rows) == 1 and not known & rows[0].cells.keys()))
    return (_document(text) if is_whole else []) or rows


def column_name(header: str) -> str:
    """Normalise a header: `Nama Perusahaan *` and `nama_perusahaan` are the same column."""
    ascii_only = unicodedata.normalize("NFKD", header).encode("ascii", "ignore").decode()
    return NOT_WORD.sub("_", ascii_only.casefold()).strip("_")[:LONGEST_NAME]


def _sheet(found: Iterable[list[str] | str], known: frozenset[str]) -> Iterable[list[str]]:
    """Choose the sheet of a workbook whose columns mean most; behind the rows of each stands its name.

    Two that could both be meant are refused, because one of them would be lost unseen.
    """
    sheets: dict[str, list[list[str]]] = {"": []}
    for one in found:
        if isinstance(one, str):
            sheets[one] = sheets.pop("")
            sheets[""] = []
        else:
            sheets[""].append(one)
    counts = {name: _known_names(rows, known) for name, rows in sheets.items() if rows}
    best = max(counts.values(), default=0)
    meant = [name for name, count in counts.items() if count >= max(LEAST_NAMES, best / 2)]
    if len(meant) > 1:
        raise Refused("several_sheets", ", ".join(meant)[:MAX_COLUMNS])
    return sheets[meant[0] if meant else next(iter(counts), "")]


def _known_names(rows: Sequence[Sequence[str]], known: frozenset[str]) -> int:
    """Count the known columns of a sheet's header; none where nothing stands below it."""
    filled = list(islice((row for row in rows if any(row)), TITLES))
    place = _header_place(filled, known)
    if place is None or place + 1 == len(filled):
        return 0
    return len({column_name(cell) for cell in filled[place][:MAX_COLUMNS]} & known)


def _table(records: Iterable[Sequence[str]], known: frozenset[str]) -> list[RawRow]:
    """Name every record's cells after the header: the first record that is not empty, but for titles above it."""
    cleaned = ((number, [_cell(cell) for cell in record]) for number, record in _numbered(records))
    filled = ((number, cells) for number, cells in cleaned if any(cells))
    first = list(islice(filled, TITLES))
    place = _header_place([cells for _number, cells in first], known)
    if place is None:
        return []
    header = _header(first[place][1])
    rows: list[RawRow] = []
    for number, cells in chain(first[place + 1 :], filled):
        rows.append(_row(number, header, cells))
        if len(rows) > MAX_ROWS:
            raise Refused("too_many_rows", str(MAX_ROWS))
    return rows


def _numbered(records: Iterable[Sequence[str]]) -> Iterator[tuple[int, Sequence[str]]]:
    """Count the records, empty ones too; more than any spreadsheet has rows are refused."""
    for number, record in enumerate(records, start=1):
        if number > MAX_RECORDS:
            raise Refused("too_many_rows", str(MAX_RECORDS))
        yield number, record


def _header_place(records: Sequence[Sequence[str]], known: frozenset[str]) -> int | None:
    """Find the header: the record with the most known names, the first of those if several have as many."""
    if not records:
        return None
    counts = [len({column_name(cell) for cell in record[:MAX_COLUMNS]} & known) for record in records]
    return counts.index(max(counts))


def _cell(written: str) -> str:
    """Clean a cell, and take away the `'` that keeps a formula from running."""
    cell = clean(written)
    return cell[1:] if cell.startswith("'") and GUARDED.match(cell) else cell


def _header(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise Refused("too_many_columns", str(MAX_COLUMNS))
    names = [column_name(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    named = [name for name in names if name]
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice is not None:
        raise Refused("duplicate_column", twice)
    return names


def _row(number: int, header: list[str], cells: list[str]) -> RawRow:
    """Name the cells; whatever stands outside the named columns is kept apart, and makes the row wrong."""
    named = {name: cell for name, cell in zip(header, cells, strict=False) if name}
    nameless = (cell for name, cell in zip_longest(header, cells, fillvalue="") if not name and cell)
    extra = tuple(nameless)[:MAX_COLUMNS]
    return RawRow(number, named, "too_many_cells" if extra else "", extra)


def _document(text: str) -> list[RawRow]:
    """Read one object over many lines: its only list of objects, or itself as the only row; nothing if it is broken."""
    try:
        found = json.loads(text, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        return []
    lists = [value for _name, value in found if isinstance(value, list) and not isinstance(value, _Pairs)]
    held = [one for one in lists if one and all(isinstance(item, _Pairs) for item in one)]
    return [_named(number, one) for number, one in enumerate(held[0] if len(held) == 1 else [found], start=1)]


def _array(text: str) -> list[RawRow] | None:
    """Read one JSON list of objects; None when the text is no JSON at all but a table that begins with a bracket.

    Raises:
        Refused: not_json, with line and column, when it was meant to be a list of objects and is broken or cut off.
    """
    try:
        found = json.loads(text, object_pairs_hook=_Pairs)
    except RecursionError as error:
        raise Refused("too_deep", "JSON") from error
    except json.JSONDecodeError as error:
        if OBJECTS.match(text):
            raise Refused("not_json", f"{error.lineno}:{error.colno}") from error
        return None
    except ValueError as error:  # a number of thousands of digits
        raise Refused("cell_too_long", "JSON") from error
    if not isinstance(found, list):
        return None
    if len(found) > MAX_ROWS:
        raise Refused("too_many_rows", str(MAX_ROWS))
    return [_named(number, one) for number, one in enumerate(found, start=1)]


def _objects(text: str) -> list[RawRow]:
    """Read JSON Lines; a line that is no object keeps its number and is named as flawed."""
    rows = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            rows.append(_object(number, line))
        if len(rows) > MAX_ROWS:
            raise Refused("too_many_rows", str(MAX_ROWS))
    return rows


class _Pairs(list[tuple[str, Any]]):
    """An object of JSON as it stands there, so that a name that comes twice is seen."""


def _object(number: int, line: str) -> RawRow:
    try:
        return _named(number, json.loads(line, object_pairs_hook=_Pairs))
    except (ValueError, RecursionError):
        return RawRow(number, {}, "not_an_object")


def _named(number: int, found: Any) -> RawRow:
    if not isinstance(found, _Pairs) or len(found) > MAX_COLUMNS:
        return RawRow(number, {}, "not_an_object")
    try:
        pairs = [(column_name(name), clean(_as_text(value))) for name, value in found]
    except RecursionError:
        return RawRow(number, {}, "not_an_object")
    named = {name: cell for name, cell in pairs if name}
    return RawRow(number, named, "" if len(named) == sum(1 for name, _cell in pairs if name) else "duplicate_name")


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, _Pairs):
        return json.dumps(_opened(value), ensure_ascii=False)
    if isinstance(value, list):
        return "|".join(_as_text(item).replace("|", "/") for item in value)
    return workbook.as_text(value)


def _opened(value: Any) -> Any:
    """Turn pairs back into what they were."""
    if isinstance(value, _Pairs):
        return {name: _opened(one) for name, one in value}
    return [_opened(one) for one in value] if isinstance(value, list) else value
