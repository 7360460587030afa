"""An office's own quick replies: read, changed by its counselors, given back to ours."""

from sqlmodel import Session

from bot.services.cutting import cut
from bot.services.masking import mask
from bot.services.staff.seat import Seat
from bot.store import quick_replies, staff
from bot.store.staff import Staff

NUMBERS = (1, 2, 3)
LONGEST = 400  # UTF-16 units
Replies = tuple[str, ...]  # by number; empty = ours
NO_REPLIES: Replies = ("",) * len(NUMBERS)


def of(session: Session, member: Staff) -> Replies:
    """Give the quick replies of the member's office; empty words where ours stand."""
    own = quick_replies.of(session, _office(member))
    return tuple(own.get(number, "") for number in NUMBERS)


def write(session: Session, seat: Seat, number: int, words: str) -> bool:
    """Change a quick reply of the whole office, or bring ours back with empty words; False for another number.

    Private numbers are masked: such a reply goes to many.
    """
    if number not in NUMBERS:
        return False
    kept = cut(mask(" ".join(words.split()), phones=False).words, LONGEST)
    quick_replies.write(session, _office(seat.member), number, kept, seat.now)
    staff.note(session, seat.member.id, None, f"office:reply:{number}", seat.now)
    return True


def _office(member: Staff) -> str:
    """An office is its name and its area: offices of the same name, or of none, in two areas are two."""
    return f"{member.area or ''}|{member.office}"
