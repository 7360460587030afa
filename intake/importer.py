"""One kind of file, wired: its sheet says what a row means, its catalogue where rows stand; together they import."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from intake import catalogue, versions
from intake.preview import Applied, Preview, Read, gather
from intake.problems import Problem, RawRow


class RowValue(Protocol):
    """What a sheet makes of a raw row: a frozen dataclass whose fields are the catalogue's columns."""

    @property
    def source(self) -> str:
        """Who handed the row in."""

    @property
    def key(self) -> str:
        """The natural key, folded."""

    @property
    def label(self) -> str:
        """What a person calls the row."""


ReadRow = Callable[[RawRow, str], tuple[RowValue | None, tuple[Problem, ...]]]


@dataclass(frozen=True, slots=True)
class Importer:
    """Preview, apply and roll back one kind of file."""

    catalogue: catalogue.Catalogue
    read: ReadRow
    known: frozenset[str]  # every header that means something

    def preview(self, session: Session, rows: Sequence[RawRow], source: str) -> Preview:
        """Compare a file with what stands; `source` names it where its rows do not."""
        return catalogue.preview(session, self.catalogue, gather(rows, lambda raw: self._read(raw, source), self.known))

    def apply(
        self, session: Session, preview: Preview, *, now: datetime, accept_valid: bool = False, complete: bool = False
    ) -> Applied:
        """Do what the preview showed, as a new version.

        `accept_valid` applies the valid rows beside problems; `complete` closes the missing rows of the file's sources.

        Raises:
            Overtaken: another file was applied since the preview.
        """
        return versions.apply(session, self.catalogue, preview, versions.Terms(now, accept_valid, complete))

    def roll_back(self, session: Session, version: int) -> versions.RolledBack:
        """Put everything back as it stood before the newest version.

        Raises:
            NotNewest: the version is not the newest one that stands.
        """
        return versions.roll_back(session, self.catalogue, version)

    def _read(self, raw: RawRow, source: str) -> Read:
        value, problems = self.read(raw, source)
        if value is None:
            return Read(None, problems)
        return Read(catalogue.keyed(value, number=raw.number, key=value.key, label=value.label), problems)
