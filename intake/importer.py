"""One kind of file, wired: its sheet says what a row means, its catalogue where rows stand; together they import."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from intake import catalogue, comparing, row_writer, versions
from intake.comparing import Decisions, Ground, Outline
from intake.difference import Keyed, Values
from intake.errors import Refused
from intake.likeness import Alike
from intake.preview import Applied, Preview, Read, Sheet, gather
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


LinkedRows = Callable[[bytes], list[RawRow]]
ReadRow = Callable[[RawRow, str], tuple[RowValue | None, tuple[Problem, ...]]]


@dataclass(frozen=True, slots=True)
class Importer:
    """Preview, apply and roll back one kind of file."""

    catalogue: catalogue.Catalogue
    read: ReadRow
    known: frozenset[str]  # every header that means something
    headers: Mapping[str, tuple[str, ...]] | None = None  # column -> its headers: what a file has no column for stays
    alike: Alike | None = None  # what likenesses are found by; None = nobody is asked about likenesses
    linked: LinkedRows | None = None  # reads JSON-LD of this kind

    def preview(
        self, session: Session, rows: Sequence[RawRow], source: str, decisions: Decisions | None = None
    ) -> Preview:
        """Compare a file with what stands; `source` names it where its rows do not.

        Raises:
            Refused: unknown_columns.
        """
        sheet = self.sheet(rows, source)
        return self.compare(sheet, self.ground(session, sheet, decisions), decisions)

    def sheet(self, rows: Sequence[RawRow], source: str) -> Sheet:
        """Read what the rows mean; needs no database.

        Raises:
            Refused: unknown_columns, when not one column means anything.
        """
        columns = dict.fromkeys(column for row in rows for column in row.cells)
        if columns and not self.known & columns.keys():
            raise Refused("unknown_columns", ", ".join(list(columns)[:6]))
        return gather(rows, lambda raw: self._read(raw, source), self.known)

    def ground(self, session: Session, sheet: Sheet, decisions: Decisions | None = None) -> Ground:
        """Fetch what the sheet is compared with."""
        return comparing.ground(session, self.catalogue, sheet, self.alike, decisions or {})

    def outline(self, session: Session, sheet: Sheet, decisions: Decisions) -> Outline:
        """Say what is to be fetched for a sheet; `standing` and `rest` fetch it, in portions that hold up nobody."""
        return comparing.outline(session, self.catalogue, sheet, decisions)

    def standing(self, session: Session, keys: Sequence[str]) -> dict[str, Values]:
        """Fetch the rows that stand under some of the outline's keys."""
        return comparing.standing(session, self.catalogue, keys)

    def rest(self, session: Session, sheet: Sheet, plan: Outline, rows: Mapping[str, Values]) -> Ground:
        """Fetch what else the sheet is compared with."""
        return comparing.rest(session, self.catalogue, sheet, self.alike, plan=plan, rows=rows)

    def compare(self, sheet: Sheet, on: Ground, decisions: Decisions | None = None) -> Preview:
        """Say what the sheet would change; needs no database."""
        return comparing.judge(self.catalogue.name, sheet, on, self.alike, decisions or {})

    def apply(  # noqa: PLR0913 - the terms of applying, each by its name
        self,
        session: Session,
        preview: Preview,
        *,
        now: datetime,
        accept_valid: bool = False,
        complete: bool = False,
        title: str = "",
        staged: int = 0,
    ) -> Applied:
        """Do what the preview showed, as a new version.

        `accept_valid` applies the valid rows beside problems; `complete` closes the missing rows of the file's sources.

        Raises:
            Overtaken: another file was applied since the preview.
        """
        return versions.apply(
            session, self.catalogue, preview, versions.Terms(now, accept_valid, complete, title, staged)
        )

    def stage(self, session: Session, rows: Sequence[Keyed], mark: int, now: datetime) -> None:
        """Write some of the new rows of a preview unseen, so that applying it with `staged=mark` takes a moment."""
        row_writer.stage(session, self.catalogue, rows, mark, now)

    def roll_back(self, session: Session, version: int) -> versions.RolledBack:
        """Put everything back as it stood before the newest version.

        Raises:
            NotNewest: the version is not the newest one that stands.
        """
        return versions.roll_back(session, self.catalogue, version)

    def _read(self, raw: RawRow, source: str) -> Read:
        if raw.flaw and not raw.cells:  # nothing could be read: that its columns are empty is no news
            return Read(None, (Problem(raw.number, "", "", raw.flaw),))
        value, problems = self.read(raw, source)
        if value is None:
            return Read(None, problems)
        given = self._given(raw, value)
        return Read(catalogue.keyed(value, number=raw.number, key=value.key, label=value.label, given=given), problems)

    def _given(self, raw: RawRow, value: RowValue) -> frozenset[str] | None:
        """Name the fields that the row's file has a column for; what no column can say is always given."""
        if self.headers is None:
            return None
        names = (one.name for one in fields(value))  # type: ignore[arg-type] # a row is a frozen dataclass
        return frozenset(
            name
            for name in (*names, "status")
            if name not in self.headers or not raw.cells.keys().isdisjoint((name, *self.headers[name]))
        )
