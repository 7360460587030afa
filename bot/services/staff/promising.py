"""What was promised to a client and until when: made, seen by both, kept."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.services import typed
from bot.services.cutting import cut
from bot.services.masking import mask
from bot.services.staff import caseload
from bot.services.staff.seat import Seat, writer
from bot.store import promises, staff
from bot.store.promises import Promise

LONGEST = 300  # UTF-16 units
FURTHEST = timedelta(days=90)
LENGTHS = {"1": timedelta(days=1), "3": timedelta(days=3), "7": timedelta(days=7)}


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise: whose, what, until when; `late` on the day after."""

    id: str
    person_id: int
    who: str
    office: str
    words: str
    due_on: date
    late: bool = False
    kept: bool = False
    by: int = 0  # the account of who promised


def until(text: str, day: date) -> date | None:
    """Read until when: "1", "3" or "7" days from the buttons, or a typed day to come; None when it is none."""
    if text in LENGTHS:
        return day + LENGTHS[text]
    found = typed.day(text, day, future=True)
    return found if found is not None and day <= found <= day + FURTHEST else None


def careful(words: str) -> str:
    """Mask private numbers and cut what is too long."""
    return cut(mask(words.strip(), phones=False).words, LONGEST)


def make(session: Session, seat: Seat, person_id: int, words: str, due_on: date) -> Promised | None:
    """Promise something to a client; the same words until the same day are one promise. None when not in reach."""
    if caseload.one(session, seat, person_id) is None:
        return None
    kept = careful(words)
    for one in promises.standing(session, person_id):
        if one.staff_id == seat.member.id and one.due_on == due_on and promises.words_of(session, one) == kept:
            return _promised(session, one, seat.day)
    row = Promise(person_id=person_id, staff_id=seat.member.id, words=b"", due_on=due_on, made_at=seat.now)
    promises.make(session, row, kept)
    staff.note(session, seat.member.id, person_id, "case:promise", seat.now)
    return _promised(session, row, seat.day)


def made_until(session: Session, seat: Seat, person_id: int, length: str) -> Promised | None:
    """Give what the member promised a client until so many days from today; None when there is no such, or no reach."""
    day = until(length, seat.day)
    found = for_client(session, seat, person_id) or ()
    return next((one for one in found if one.due_on == day and one.by == seat.member.id), None)


def of(session: Session, person_id: int, day: date) -> tuple[Promised, ...]:
    """Give what was promised to a person and is not kept yet, soonest first."""
    return tuple(_promised(session, one, day) for one in promises.standing(session, person_id))


def for_client(session: Session, seat: Seat, person_id: int) -> tuple[Promised, ...] | None:
    """Give the open promises to a client; None when not in reach."""
    if caseload.one(session, seat, person_id) is None:
        return None
    return of(session, person_id, seat.day)


def keep(session: Session, seat: Seat, promise_id: str) -> tuple[Promised, bool] | None:
    """Say that a promise is kept, and whether it was just now; None when it is of nobody in reach."""
    found = promises.locked(session, promise_id)
    if found is None or caseload.one(session, seat, found.person_id) is None:
        return None
    is_new = found.kept_at is None
    if is_new:
        found.kept_at = seat.now
        staff.note(session, seat.member.id, found.person_id, "case:promise", seat.now)
    session.flush()
    return _promised(session, found, seat.day), is_new


def _promised(session: Session, row: Promise, day: date) -> Promised:
    member = session.get(staff.Staff, row.staff_id)
    return Promised(
        id=row.id,
        person_id=row.person_id,
        who=writer(session, row.staff_id),
        office=member.office if member is not None else "",
        words=promises.words_of(session, row),
        due_on=row.due_on,
        late=row.kept_at is None and row.due_on < day,
        kept=row.kept_at is not None,
        by=row.staff_id,
    )
