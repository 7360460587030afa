"""What a catalogue file is and what it would change, worked out without a database: safe to do on any thread."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from intake import linked_data, reading
from intake.encodings import decode
from intake.errors import Refused
from intake.guard import Kind as Content
from intake.guard import admit
from intake.importer import Importer
from intake.preview import Preview
from intake.problems import RawRow
from labour_market import feed
from labour_market.importing import FIGURES, VACANCIES
from training_catalog.importing import COURSES


class Kind(StrEnum):
    """What a file can hold, as the chat takes it (members never come through a chat)."""

    COURSES = "courses"
    VACANCIES = "vacancies"
    FIGURES = "figures"


IMPORTERS: dict[Kind, Importer] = {Kind.COURSES: COURSES, Kind.VACANCIES: VACANCIES, Kind.FIGURES: FIGURES}
KNOWN = frozenset().union(*(importer.known for importer in IMPORTERS.values()))
CERTAIN = 2  # columns that a kind must know more of than any other, so that nobody need be asked
LOOKED_AT = 50  # rows


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that could be read: its rows, and what it may be, likeliest first."""

    rows: Sequence[RawRow]
    kinds: tuple[Kind, ...]
    is_certain: bool


def open_file(content: bytes, kind: Kind | None = None) -> Opened:
    """Read a file; JSON-LD and feeds are read as the kind whose things they hold.

    Raises:
        Refused: it cannot be read as a table, as linked data or as a feed.
    """
    if not _is_document(content):
        rows = reading.read(content, IMPORTERS[kind].known if kind else KNOWN)
        return Opened(rows, *_likeliest(rows))
    refused: Refused | None = None
    for one in [kind] if kind else list(Kind):
        linked = IMPORTERS[one].linked
        try:
            if linked is not None:
                return Opened(linked(content), (one,), is_certain=True)
        except Refused as error:
            refused = refused if refused and error.code == "no_rows" else error
    raise refused or Refused("not_linked_data")


def mark_of(preview: Preview) -> str:
    """Give a short mark of everything that applying would write: another mark means another difference."""
    difference = preview.difference
    told = [
        [[row.key, dict(row.values)] for row in difference.new],
        [
            [one.row.key, [[field.name, field.before, field.after] for field in one.fields]]
            for one in difference.changed
        ],
        dict(preview.aliases),
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def _is_document(content: bytes) -> bool:
    """Tell whether a file says of itself that it is JSON-LD or a feed; anything else is a table."""
    admitted = admit(content)
    if admitted.kind is not Content.TEXT:
        return False
    return feed.is_feed(admitted.content) or linked_data.is_linked(decode(admitted.content))


def _likeliest(rows: Sequence[RawRow]) -> tuple[tuple[Kind, ...], bool]:
    """Order the kinds by how many of the file's columns they know."""
    columns = {column for row in rows[:LOOKED_AT] for column in row.cells}
    counts = {kind: len(columns & IMPORTERS[kind].known) for kind in Kind}
    kinds = tuple(sorted(Kind, key=lambda kind: -counts[kind]))
    return kinds, counts[kinds[0]] >= counts[kinds[1]] + CERTAIN
