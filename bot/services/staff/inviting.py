"""Invitations to the staff: a signed link for 48 hours, for the first who opens it and types the right name, once."""

import hmac
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.deps import today
from bot.services.staff import team
from bot.services.staff.joining import join
from bot.services.staff.leaving import LOST, Deed, leave
from bot.services.staff.naming import is_the_same
from bot.store import attempts, invites, staff
from bot.store.invites import BOUND, ENDED, OPEN, USED, Grant, Invite
from bot.store.people import Person
from bot.store.staff import ADMIN, OPERATOR, Staff

LASTS = timedelta(hours=48)
PREFIX = "staf-"
SIGNED_BYTES = 8
MOST_MADE, MOST_OPENED, MOST_NAMES = 20, 10, 3  # a day, a day, for one link
UTC = "UTC"
_LETTERS = str.maketrans("0123456789", "ghijklmnop")  # letters only: a link is never taken for somebody's number
_DIGITS = str.maketrans("ghijklmnop", "0123456789")


class Outcome(StrEnum):
    """What opening a link, or typing the name for it, came to."""

    ASK = "ask"  # it is theirs: now the name
    WRONG = "wrong"  # no link of ours, or damaged
    LATE = "late"  # run out, or taken back
    USED = "used"
    TAKEN = "taken"  # somebody else opened it first
    TOO_MANY = "too_many"
    STAFF = "staff"  # who opens it is staff already
    OTHER_NAME = "other_name"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Made:
    """A link that was just made: the payload after `?start=`, and until when."""

    payload: str
    name: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Opened:
    """What to tell the one who opened a link or typed a name, and whom else to tell."""

    outcome: Outcome
    grant: Grant | None = None
    tries_left: int = 0
    tell: tuple[int, ...] = ()  # admins
    back: tuple[str, ...] = field(default=())  # requests that came back to who lost a telephone
    invite_id: str = ""


def invite(session: Session, by: Staff, grant: Grant, now: datetime) -> Made | None:
    """Make a link; None when the admin may not (no admin, outside the own area, too many today)."""
    if not team.may(by) or not staff.within(by.area, grant.area) or grant.role not in staff.ROLES:
        return None
    if by.id != OPERATOR:
        key = attempts.keys_of(session, by.id, attempts.INVITING)[0]
        if attempts.count_one(session, key, today(now, UTC)) > MOST_MADE:
            return None
    row, token = invites.make(session, grant, by.id, now, now + LASTS)
    staff.note(session, by.id, None, f"staff:invite:{grant.role}", now, colleague_id=grant.follows)
    return Made(_payload(session, token), grant.name, row.expires_at)


def lost(session: Session, by: Staff, staff_id: int, now: datetime) -> tuple[Made | None, tuple[str, ...]] | None:
    """End a lost telephone's account at once and make the link for the new one.

    Gives the link with the requests that wait meanwhile; those nobody took come back with the new account. None when
    the admin may not, or nobody of the own area has this number. An admin's own telephone is another admin's deed.
    """
    row = team.theirs(session, by, staff_id)
    if row is None or staff_id == by.id:
        return None
    freed = leave(session, staff_id, now, Deed(by.id, LOST)) or ()
    return invite(session, by, Grant(row.role, row.name, row.office, row.area, staff_id, freed), now), freed


def _payload(session: Session, token: str) -> str:
    signature: bytes = session.info["sealer"].sign(_signed(token))
    return _written(token, signature)


def _written(token: str, signature: bytes) -> str:
    return PREFIX + (token + signature[:SIGNED_BYTES].hex()).translate(_LETTERS)


def _signed(token: str) -> str:
    return f"invite|{token}"


def is_payload(text: str) -> bool:
    """Whether what follows `/start` looks like an invitation."""
    return text.startswith(PREFIX)


def _token(session: Session, payload: str) -> str | None:
    """Give the token if we signed it, written exactly as we write it."""
    token = payload.removeprefix(PREFIX).translate(_DIGITS)[: 2 * invites.TOKEN_BYTES]
    ours = (_written(token, one) for one in session.info["sealer"].signatures(_signed(token)))
    return token if any(hmac.compare_digest(payload.encode(), one.encode()) for one in ours) else None


def open_link(session: Session, person: Person, payload: str, now: datetime) -> Opened:
    """Open a link: the first who does is bound to it, and is asked for the name."""
    key = attempts.keys_of(session, person.id, attempts.OPENING)[0]
    if attempts.count_one(session, key, today(now, UTC)) > MOST_OPENED:
        return Opened(Outcome.TOO_MANY)
    token = _token(session, payload)
    row = invites.by_token(session, token) if token is not None else None
    if row is None:
        return Opened(Outcome.WRONG)
    outcome = _state(session, row, person.id, now)
    if outcome is not Outcome.ASK:
        staff.note(session, row.made_by, None, f"staff:link_{outcome}", now)
        return Opened(outcome)
    row.state, row.person_id = BOUND, person.id
    return Opened(Outcome.ASK, invites.grant_of(session, row), MOST_NAMES - row.tries)


def _state(session: Session, row: Invite, person_id: int, now: datetime) -> Outcome:
    if row.state == USED:
        return Outcome.USED
    if row.state == ENDED or row.expires_at <= now or not _stands(session, row):
        return Outcome.LATE
    if staff.active(session, person_id) is not None:
        return Outcome.STAFF
    return Outcome.ASK if row.state == OPEN or row.person_id == person_id else Outcome.TAKEN


def _stands(session: Session, row: Invite) -> bool:
    """Whether its maker may still give what it gives."""
    if row.made_by == OPERATOR:
        return True
    maker = staff.active(session, row.made_by)
    return team.may(maker) and maker is not None and staff.within(maker.area, invites.grant_of(session, row).area)


def confirm(session: Session, person: Person, name: str, now: datetime) -> Opened:
    """Take the typed name: the right one makes a member, the third wrong one ends the link."""
    row = invites.bound_to(session, person.id)
    if row is None:
        return Opened(Outcome.LATE)
    outcome = _state(session, row, person.id, now)
    if outcome is not Outcome.ASK:
        return Opened(outcome)
    grant = invites.grant_of(session, row)
    if not is_the_same(grant.name, name):
        return _wrong_name(session, row, now)
    invites.end(row, now, USED)
    back = join(session, person, grant, now)
    staff.note(session, row.made_by, None, f"staff:joined:{grant.role}", now, colleague_id=person.id)
    return Opened(Outcome.JOINED, grant, tell=_admins(session, grant.area, person.id), back=back, invite_id=row.id)


def _wrong_name(session: Session, row: Invite, now: datetime) -> Opened:
    row.tries += 1
    left = MOST_NAMES - row.tries
    if left > 0:
        return Opened(Outcome.OTHER_NAME, tries_left=left)
    invites.end(row, now)
    staff.note(session, row.made_by, None, "staff:link_name", now)
    area = invites.grant_of(session, row).area
    return Opened(Outcome.OTHER_NAME, invites.grant_of(session, row), tell=_admins(session, area, 0), invite_id=row.id)


def _admins(session: Session, area: str | None, never: int) -> tuple[int, ...]:
    """Give the admins who see such a member: they are told who came, so that a stranger is seen at once."""
    found = staff.reachable(session, ADMIN)
    return tuple(one.id for one in found if one.id != never and staff.within(one.area, area))


def standing(session: Session, by: Staff, now: datetime) -> tuple[tuple[str, Grant, datetime], ...]:
    """Give the links of the admin's area that can still be used: id, what it gives, until when."""
    found = ((row, invites.grant_of(session, row)) for row in invites.pending(session, now))
    return tuple((row.id, grant, row.expires_at) for row, grant in found if staff.within(by.area, grant.area))


def take_back(session: Session, by: Staff, invite_id: str, now: datetime) -> bool:
    """End an unused link; False when there is none in the admin's area."""
    row = session.get(Invite, invite_id, with_for_update=True, populate_existing=True)
    if row is None or row.state not in {OPEN, BOUND} or not team.may(by):
        return False
    if not staff.within(by.area, invites.grant_of(session, row).area):
        return False
    invites.end(row, now)
    staff.note(session, by.id, None, "staff:invite_off", now)
    return True
