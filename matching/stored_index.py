"""An index in a folder: plain arrays that several processes map into memory, so that they share one copy.

The arrays are exactly those of the matcher that was written; only the texts of places are understood anew. A folder is
written whole beside its name and put in place at the end, so nobody reads half an index.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.facets import COLUMNS as FACETS
from matching.facets import Facet, Facets
from matching.index import TextIndex
from matching.matcher import Matcher
from matching.postings import Postings
from matching.spots import Spots
from matching.stored_offers import StoredOffers, write_offers
from matching.table import COLUMNS, Table

TEXTS = ("words", "letters")
POSTINGS = tuple(one.name for one in fields(Postings) if one.name != "vocabulary")
VERSION = 1  # of the layout; an index of another version is fitted anew, not read
Read = Callable[[str], Any]


class StoredIndexError(ValueError):
    """The folder holds no index of this layout."""


def save(matcher: Matcher, folder: Path) -> None:
    """Write a matcher to a folder, in place of what was there."""
    fresh = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, values in _arrays(matcher).items():
        np.save(fresh / f"{name}.npy", values)
    write_offers(fresh, matcher.table.offers)
    names: dict[str, Any] = {
        "version": VERSION,
        "day": matcher.day.isoformat(),
        "ids": [one.id for one in matcher.table.offers],
        "places": matcher.table.places.texts,
    }
    names |= {name: list(getattr(matcher.text, name).vocabulary) for name in TEXTS}
    (fresh / "names.json").write_text(json.dumps(names), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def load(folder: Path, *, mapped: bool = True) -> Matcher:
    """Read a matcher back; `mapped` shares the arrays between all processes that read the same folder.

    Raises:
        StoredIndexError: there is no index in the folder, or one of another layout.
    """
    try:
        names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as broken:
        raise StoredIndexError(f"{folder}: no index") from broken
    if names.get("version") != VERSION:
        raise StoredIndexError(f"{folder}: layout {names.get('version')}, expected {VERSION}")

    def read(name: str) -> Any:
        return np.load(folder / f"{name}.npy", mmap_mode="r" if mapped else None)

    places = Spots.of(names["places"])
    facets = {name: Facet(read(f"{name}.code"), _table(read, f"{name}.samples", places)) for name in FACETS}
    return Matcher(
        table=replace(_table(read, "table", places), offers=StoredOffers(folder)),
        facets=Facets(**facets, starts=read("starts"), rows=read("rows")),
        text=TextIndex(title=read("title_of"), **{name: _postings(read, name, names[name]) for name in TEXTS}),
        day=date.fromisoformat(names["day"]),
        rows={one: row for row, one in enumerate(names["ids"])},
    )


def _arrays(matcher: Matcher) -> dict[str, NDArray[Any]]:
    tables = {"table": matcher.table} | {f"{name}.samples": facet.samples for name, _, facet in matcher.facets.named()}
    postings = {name: getattr(matcher.text, name) for name in TEXTS}
    return (
        {f"{name}.{column}": getattr(table, column) for name, table in tables.items() for column in COLUMNS}
        | {f"{name}.code": facet.code for name, _, facet in matcher.facets.named()}
        | {f"{name}.{part}": getattr(one, part) for name, one in postings.items() for part in POSTINGS}
        | {"starts": matcher.facets.starts, "rows": matcher.facets.rows, "title_of": matcher.text.title}
    )


def _table(read: Read, name: str, places: Spots) -> Table:
    return Table(offers=(), places=places, **{column: read(f"{name}.{column}") for column in COLUMNS})


def _postings(read: Read, name: str, terms: list[str]) -> Postings:
    vocabulary = {term: number for number, term in enumerate(terms)}
    return Postings(vocabulary, **{part: read(f"{name}.{part}") for part in POSTINGS})
