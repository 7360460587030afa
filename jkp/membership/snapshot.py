"""What the bot keeps of the institutions' registers: store records, find the member behind a person, load, re-seal."""

import hmac
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from intake.catalogue import chunks
from intake.tables import Status
from jkp.membership import identifiers, sealing
from jkp.membership.facts import to_values
from jkp.membership.record import MemberUnknown, Record
from jkp.membership.sealed import Sealer
from jkp.membership.tables import Member

OPENED = 2  # rows that every identity check opens, there or not
BATCH = 200  # rows re-sealed at a time


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing records did."""

    new: int
    changed: int
    unchanged: int


def store(session: Session, sealer: Sealer, records: Iterable[Record]) -> Stored:
    """Write records over what stands of the same institution, NIK and KPJ; the day of the snapshot always moves on."""
    new = changed = unchanged = 0
    for chunk in chunks(records):
        standing = find(session, sealer, chunk)
        for record in chunk:
            row = standing.get(natural_key(sealer, record))
            if row is None:
                row = Member(id=uuid.uuid4().hex, source=record.source, as_of=record.as_of)
                new += 1
            elif _same(sealer, row, record):
                row.as_of = record.as_of
                unchanged += 1
                continue
            else:
                changed += 1
            sealing.write(sealer, row, record)
            session.add(row)
        session.flush()
    return Stored(new, changed, unchanged)


def natural_key(sealer: Sealer, record: Record) -> str:
    """Give the key of a record (institution, NIK, KPJ) without showing what it is made of."""
    blind = [sealing.index(sealer, "nik", record.nik), sealing.index(sealer, "kpj", record.kpj)]
    return "|".join((record.source, *blind))


def find(session: Session, sealer: Sealer, records: Sequence[Record]) -> dict[str, Member]:
    """Fetch the rows of these records, open or closed, by natural key, whichever key they are sealed with."""
    found: dict[str, Member] = {}
    for chunk in chunks(records):
        blind = {index for record in chunk for index in sealing.indexes(sealer, "nik", record.nik)}
        for row in session.exec(select(Member).where(col(Member.nik_index).in_(blind))):
            found[natural_key(sealer, sealing.read(sealer, row))] = row
    return found


def by_phone(session: Session, sealer: Sealer, e164: str) -> list[str]:
    """Find the member ids (one an institution or card) of the one person with this phone number.

    Empty when nobody has it, or more than one person: a number that is shared or was handed on unlocks nothing.
    """
    blind = sealing.indexes(sealer, "phone", e164)
    there = (col(Member.phone_index).in_(blind), Member.status == Status.OPEN.value)
    rows = session.exec(select(Member).where(*there).order_by(Member.id)).all()
    people = {sealing.open_column(sealer, row, "nik") for row in rows}
    return [row.id for row in rows] if len(people) == 1 else []


def by_identity(session: Session, sealer: Sealer, *, nik: str, birth_date: date, kpj: str) -> str | None:
    """Find the member whose NIK, birth date and KPJ are all these; None tells nothing about which one is wrong.

    The same work is done whether or not there is such a member: two rows are opened, decoys where there are none.
    """
    blind_nik = sealing.indexes(sealer, "nik", identifiers.nik(nik) or "-")
    blind_kpj = sealing.indexes(sealer, "kpj", identifiers.kpj(kpj) or "-")
    there = (col(Member.nik_index).in_(blind_nik), col(Member.kpj_index).in_(blind_kpj))
    statement = select(Member).where(*there, Member.status == Status.OPEN.value).order_by(col(Member.as_of).desc())
    rows = session.exec(statement.limit(OPENED)).all()
    decoys = [_decoy(sealer) for _ in range(OPENED)]
    found = None
    for row in (*rows, *decoys)[:OPENED]:
        stated = sealing.open_column(sealer, row, "birth_date")
        if hmac.compare_digest(stated.encode(), birth_date.isoformat().encode()) and found is None:
            found = row.id
    return found


def same_person(session: Session, sealer: Sealer, member_id: str) -> list[str]:
    """List every open member id with the same NIK, the asked one too: what each institution knows of one person.

    Raises:
        MemberUnknown: no member has this id.
    """
    nik = sealing.open_column(sealer, _row(session, member_id), "nik")
    there = (col(Member.nik_index).in_(sealing.indexes(sealer, "nik", nik)), Member.status == Status.OPEN.value)
    return list(session.exec(select(Member.id).where(*there).order_by(Member.id)))


def load(session: Session, sealer: Sealer, member_id: str) -> Record:
    """Open one member's record.

    Raises:
        MemberUnknown: no member has this id.
        SealError: the row does not open.
    """
    return sealing.read(sealer, _row(session, member_id))


def reseal(session: Session, sealer: Sealer) -> int:
    """Seal every row anew that is not sealed with the current key, indexes too; the number of rows that were."""
    count = 0
    for row in _all_rows(session):
        if not all(sealer.is_current(getattr(row, column)) for column in sealing.COLUMNS):
            status = row.status
            sealing.write(sealer, row, sealing.read(sealer, row))
            row.status = status
            session.add(row)
            count += 1
    session.flush()
    return count


def _all_rows(session: Session) -> Iterator[Member]:
    """Walk over all rows, a batch at a time."""
    last = ""
    while batch := session.exec(select(Member).where(Member.id > last).order_by(Member.id).limit(BATCH)).all():
        yield from batch
        last = batch[-1].id


def _row(session: Session, member_id: str) -> Member:
    row = session.get(Member, member_id)
    if row is None:
        raise MemberUnknown(member_id)
    return row


def _same(sealer: Sealer, row: Member, record: Record) -> bool:
    """Tell whether a row says already what the record says, the day aside, and is open and freshly sealed."""
    if row.status != Status.OPEN.value or not sealer.is_current(row.facts):
        return False
    return to_values(sealing.read(sealer, row)) == to_values(record)


def _decoy(sealer: Sealer) -> Member:
    """Make a row that stands nowhere and matches nothing."""
    decoy = Member(id="decoy", source="", as_of=date.min)
    decoy.birth_date = sealer.seal("0000-00-00", sealing.place("birth_date", decoy.id))
    return decoy
