"""Members from a hand-over file: preview and apply, with identifiers masked in everything that is shown.

There is no version to roll back to: an institution's snapshot is replaced by its next one, and what stood before is not
kept longer than needed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session, select

from intake import version_log
from intake.difference import Change, Difference, FieldChange, Gone, Keyed, Values, compare
from intake.preview import Applied, Preview, Read, Sheet, gather, may_apply, may_close
from intake.problems import RawRow
from intake.tables import Status
from jkp.membership import handover, identifiers, sealing, snapshot
from jkp.membership.facts import from_values, to_values
from jkp.membership.record import Record
from jkp.membership.sealed import Sealer
from jkp.membership.tables import Member

KIND = "members"
HIDDEN = "•••"


@dataclass(frozen=True, slots=True)
class MemberImporter:
    """Preview and apply one institution's file as of one day; the same shape as `intake.importer.Importer`."""

    sealer: Sealer
    as_of: date

    def preview(self, session: Session, rows: Sequence[RawRow], source: str) -> Preview:
        """Compare a file with the snapshot that stands; changes name their fields but hide what is in them."""
        sheet = gather(rows, lambda raw: self._read(raw, source), handover.KNOWN)
        standing = {key: self._values(row) for key, row in self._find(session, sheet.rows).items()}
        difference = compare(standing, sheet.rows, self._missing(session, sheet, source))
        return Preview(KIND, _hidden(difference), sheet.problems, sheet.ignored, version_log.newest(session, KIND))

    def apply(
        self, session: Session, preview: Preview, *, now: datetime, accept_valid: bool = False, complete: bool = False
    ) -> Applied:
        """Do what the preview showed; every row of the file is as of the importer's day.

        Raises:
            Overtaken: another file was applied since the preview.
        """
        version_log.check_standing(session, preview)
        if not may_apply(preview, accept_valid=accept_valid):
            return Applied(done=False)
        version = version_log.record(session, preview, now, {})
        difference = preview.difference
        changed = [change.row for change in difference.changed]
        snapshot.store(session, self.sealer, map(self._record, (*difference.new, *changed, *difference.unchanged)))
        closing = difference.closing if may_close(preview, complete=complete) else ()
        for gone in closing:
            row = session.get_one(Member, gone.key)
            row.status = Status.CLOSED.value
            session.add(row)
        session.flush()
        return Applied(
            done=True,
            version=version.number,
            new=len(difference.new),
            changed=len(changed),
            unchanged=len(difference.unchanged),
            closed=len(closing),
        )

    def _read(self, raw: RawRow, source: str) -> Read:
        record, problems = handover.read_row(raw, source, self.as_of)
        if record is None:
            return Read(None, problems)
        values = {**to_values(record), "status": Status.OPEN.value}
        key = snapshot.natural_key(self.sealer, record)
        return Read(Keyed(raw.number, key, identifiers.mask(record.nik), source, values), problems)

    def _record(self, row: Keyed) -> Record:
        return from_values(row.values, row.source, self.as_of)

    def _find(self, session: Session, rows: Sequence[Keyed]) -> dict[str, Member]:
        return snapshot.find(session, self.sealer, [self._record(row) for row in rows])

    def _values(self, row: Member) -> Values:
        return {**to_values(sealing.read(self.sealer, row)), "status": row.status}

    def _missing(self, session: Session, sheet: Sheet, source: str) -> Iterator[Gone]:
        """List the institution's open members that the file does not hold; their key is our row's, not a person's."""
        present = {row.id for row in self._find(session, sheet.rows).values()}
        ours = (Member.source == source, Member.status == Status.OPEN.value)
        for row in session.exec(select(Member).where(*ours).order_by(Member.id)):
            if row.id not in present:
                yield Gone(row.id, identifiers.mask(sealing.open_column(self.sealer, row, "nik")))


def _hidden(difference: Difference) -> Difference:
    """Keep which fields change, hide their values."""
    return replace(difference, changed=tuple(map(_hidden_change, difference.changed)))


def _hidden_change(change: Change) -> Change:
    return replace(change, fields=tuple(FieldChange(field.name, HIDDEN, HIDDEN) for field in change.fields))
