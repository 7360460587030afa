"""What stands in a catalogue as a table to take away, which our own reader reads back as the very same rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from intake.catalogue import Catalogue, fetch
from intake.tables import Status
from intake.writing import Cell

Headers = Mapping[str, tuple[str, ...]]
PAGE = 5000  # rows fetched at a time


@dataclass(frozen=True, slots=True)
class Table:
    """Headers and rows of cells."""

    headers: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def table(session: Session, catalogue: Catalogue, headers: Headers) -> Table:
    """Give every open row, by key, under the first spelling of each of its columns."""
    columns = tuple(headers)
    rows = [[cell(row[column]) for column in columns] for row in _open_rows(session, catalogue)]
    return Table(tuple(headers[column][0] for column in columns), rows)


def cell(value: object) -> Cell:
    """Give a stored value as a cell; a list becomes its items with `; ` between them."""
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    return value if isinstance(value, str | int | float | date) else None


def _open_rows(session: Session, catalogue: Catalogue) -> Iterator[Mapping[str, object]]:
    table, last = catalogue.table, ""
    while True:
        after = (table.c.status == Status.OPEN.value) & (table.c.key > last)
        rows = fetch(session, table.select().where(after).order_by(table.c.key).limit(PAGE))
        yield from rows
        if len(rows) < PAGE:
            return
        last = rows[-1]["key"]
