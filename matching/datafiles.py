"""Reads the plain tables that ship inside the package (matching/data), wherever it is installed."""

import csv
from importlib.resources import files


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table in matching/data, such as "regencies.csv".

    Raises:
        FileNotFoundError: the package was built without that table.
    """
    text = (files("matching") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def listed(cell: str, separator: str = ";") -> tuple[str, ...]:
    """Split a cell that holds several values; empty ones are left out."""
    return tuple(part.strip() for part in cell.split(separator) if part.strip())
