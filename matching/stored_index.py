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
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.facets import COLUMNS as FACETS
from matching.facets import Facet, Facets, Titles
from matching.index import TextIndex
from matching.letters import Letters
from matching.matcher import Matcher
from matching.postings import Postings
from matching.spots import Spots
from matching.stored_offers import StoredOffers, write_offers
from matching.table import COLUMNS, Table

TEXTS: dict[str, type[Postings | Letters]] = {"words": Postings, "letters": Letters}
NAMED = ("vocabulary", "words")  # terms by their numbers
VERSION = 2  # of the layout; an index of another version is fitted anew, not read
Read = Callable[[str], Any]
Text = TypeVar("Text", Postings, Letters)


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
    names |= {
        f"{name}.{part}": list(getattr(getattr(matcher.text, name), part))
        for name, kind in TEXTS.items()
        for part in _parts(kind, named=True)
    }
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
        # "c": nobody writes, and compiled code knows no difference to an array in memory
        found = np.load(folder / f"{name}.npy", mmap_mode="c" if mapped else None)
        return np.asarray(found)  # a plain array over the same pages: the special one is slow at every small step

    places = Spots.of(names["places"])
    facets = {name: Facet(read(f"{name}.code"), _table(read, f"{name}.samples", places)) for name in FACETS}
    return Matcher(
        table=replace(_table(read, "table", places), offers=StoredOffers.of(folder, names["ids"])),
        facets=Facets(
            **facets,
            titles=Titles.of(facets["title"].samples),
            starts=read("starts"),
            rows=read("rows"),
            in_order=read("in_order"),
        ),
        text=TextIndex(_text(Postings, "words", read, names), _text(Letters, "letters", read, names), read("title_of")),
        day=date.fromisoformat(names["day"]),
        rows={one: row for row, one in enumerate(names["ids"])},
    ).warmed()


def _arrays(matcher: Matcher) -> dict[str, NDArray[Any]]:
    tables = {"table": matcher.table} | {f"{name}.samples": facet.samples for name, _, facet in matcher.facets.named()}
    texts = {
        f"{name}.{part}": getattr(getattr(matcher.text, name), part)
        for name, kind in TEXTS.items()
        for part in _parts(kind, named=False)
    }
    facets = matcher.facets
    return (
        {f"{name}.{column}": getattr(table, column) for name, table in tables.items() for column in COLUMNS}
        | {f"{name}.code": facet.code for name, _, facet in facets.named()}
        | texts
        | {"starts": facets.starts, "rows": facets.rows, "in_order": facets.in_order, "title_of": matcher.text.title}
    )


def _table(read: Read, name: str, places: Spots) -> Table:
    return Table(offers=(), places=places, **{column: read(f"{name}.{column}") for column in COLUMNS})


def _parts(kind: type[Postings | Letters], *, named: bool) -> list[str]:
    return [one.name for one in fields(kind) if (one.name in NAMED) is named]


def _text(kind: type[Text], name: str, read: Read, names: dict[str, list[str]]) -> Text:
    terms = {part: names[f"{name}.{part}"] for part in _parts(kind, named=True)}
    numbered: dict[str, Any] = {part: {term: at for at, term in enumerate(some)} for part, some in terms.items()}
    return kind(**numbered, **{part: read(f"{name}.{part}") for part in _parts(kind, named=False)})
