"""A broadcast on its way: released, wave by wave while too few say yes, paused, stopped, corrected, closed.

The next wave opens only while fewer people than `YES_PER_NEED` times the need said yes to everything, and only after
the people of the last one had `WAVE_PAUSE` to answer: so no more than one wave is ever asked too much.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col

from bot.deps import today
from bot.services import broadcasts as cards
from bot.services import hours
from bot.services.responsible import CAPITAL_ZONE, region_of
from bot.services.staff import posted
from bot.store import broadcasts, people, staff, waves
from bot.store.broadcasts import (
    DONE,
    FAILED,
    PAUSED,
    RUNNING,
    SCHEDULED,
    STOPPED,
    VACANCY,
    WAITING,
    WITHDRAWN,
    Broadcast,
    Counts,
    Recipient,
)
from bot.store.offer_changes import What
from bot.store.reminders import FOREVER
from bot.store.staff import Staff

YES_PER_NEED = 3  # of three who can start, one usually does not come and one is not taken
WAVE_PAUSE = timedelta(minutes=45)  # to see the message and answer it
UNREACHED = (col(Recipient.state) == FAILED, col(Recipient.phoned_at).is_(None))  # of those to phone
ENOUGH_STANDS = timedelta(days=1)  # enough said yes and nobody took it back so long: no further wave is to come
ANSWERED_STILL = timedelta(days=3)  # after the last wave; later answers are counted when somebody looks


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a broadcast stands."""

    card: cards.Card
    state: str
    wave: int
    need: int
    wanted: int  # people who must say yes before no further wave is opened
    counts: Counts
    waiting: int  # messages still to be sent
    minutes: int  # since the last wave was opened
    to_phone: int


def progress(session: Session, broadcast_id: str, now: datetime) -> Progress | None:
    """Say where a broadcast stands; None for one that is not there."""
    row = broadcasts.find(session, broadcast_id)
    if row is None:
        return None
    author = people.find(session, row.author_id)
    day = today(now, author.zone if author is not None else CAPITAL_ZONE)
    return Progress(
        card=cards.drawn(session, row, day), state=row.state, wave=row.wave, need=row.need,
        wanted=row.need * YES_PER_NEED, counts=broadcasts.counts(session, row.id),
        waiting=waves.waiting(session, row.id),
        minutes=int((now - row.wave_at).total_seconds() // 60) if row.wave_at else 0,
        to_phone=broadcasts.count_of(session, row.id, *UNREACHED),
    )  # fmt: skip


def may_steer(session: Session, member: Staff, row: Broadcast, now: datetime) -> bool:
    """Whether this member may see and steer it: its author, who approved it, a stand-in, an admin of its area."""
    seats = staff.acting(session, member, today(now, CAPITAL_ZONE))
    mine = {number for seat in seats for number in staff.accounts(session, seat)}
    if mine & {row.author_id, row.decided_by}:
        return True
    return any(seat.role == staff.ADMIN and staff.within(seat.area, row.region) for seat in seats)


def due(session: Session, now: datetime) -> list[Broadcast]:
    """Move every broadcast whose moment has come: release, next wave, end; gives all that are under way."""
    rows = broadcasts.in_state(session, SCHEDULED, RUNNING, PAUSED)
    for row in rows:
        if _is_orphan(session, row):
            _end(session, row, STOPPED, now)
        elif cards.drawn(session, row, today(now, CAPITAL_ZONE)).closing:
            _end(session, row, DONE, now)
        elif row.state == SCHEDULED and row.release_at is not None and row.release_at <= now:
            row.state, row.changed_at = RUNNING, now
            _open(session, row, now)
        elif row.state == RUNNING:
            _go_on(session, row, now)
    return rows


def _is_orphan(session: Session, row: Broadcast) -> bool:
    """Whether neither its author nor whoever approved it is staff any more: a revoked account sends nothing."""
    return not any(one and staff.active(session, one) for one in (row.author_id, row.decided_by))


def answered_still(session: Session, now: datetime) -> list[Broadcast]:
    """Give the broadcasts that are over and may still be answered, whose cards are kept true."""
    return broadcasts.in_state(session, DONE, STOPPED, WITHDRAWN, since=now - ANSWERED_STILL)


def _open(session: Session, row: Broadcast, now: datetime) -> None:
    """Open a wave; those who sleep now get theirs when they wake."""
    if not waves.open_wave(session, row, now):
        return
    session.flush()
    for zone in waves.zones_waiting(session, row.id):
        if hours.is_quiet(now, zone):
            waves.put_off(session, row.id, hours.waking(now, zone), zone)


def _go_on(session: Session, row: Broadcast, now: datetime) -> None:
    waves.settle_dropped(session, row.id)
    if waves.waiting(session, row.id):
        return
    counts = broadcasts.counts(session, row.id)
    everybody_asked = counts.opened >= counts.people
    enough = bool(row.need) and counts.yes >= row.need * YES_PER_NEED
    since = now - row.wave_at if row.wave_at is not None else WAVE_PAUSE
    if everybody_asked or (enough and since >= ENOUGH_STANDS):
        row.state, row.changed_at = DONE, now
    elif not enough and since >= WAVE_PAUSE:
        _open(session, row, now)


def pause(session: Session, member: Staff, broadcast_id: str, now: datetime) -> Broadcast | None:
    """Send nothing more until it goes on."""
    row = _mine(session, member, broadcast_id, now)
    if row is not None and row.state == RUNNING:
        row.state, row.changed_at = PAUSED, now
        waves.put_off(session, row.id, FOREVER)
    return row


def resume(session: Session, member: Staff, broadcast_id: str, now: datetime) -> Broadcast | None:
    """Go on with what waits."""
    row = _mine(session, member, broadcast_id, now)
    if row is not None and row.state == PAUSED:
        row.state, row.changed_at = RUNNING, now
        waves.put_off(session, row.id, now)
    return row


def stop(session: Session, member: Staff, broadcast_id: str, now: datetime) -> Broadcast | None:
    """Send nothing more at all; what was delivered stays."""
    row = _mine(session, member, broadcast_id, now)
    if row is not None and row.state in (WAITING, SCHEDULED, RUNNING, PAUSED):
        _end(session, row, STOPPED, now)
    return row


def withdraw(session: Session, member: Staff, broadcast_id: str, now: datetime) -> Broadcast | None:
    """Send nothing more, and let every delivered card say that it was withdrawn."""
    row = _mine(session, member, broadcast_id, now)
    if row is not None and row.closing != cards.WITHDRAWN_CARD and row.wave:
        _end(session, row, WITHDRAWN, now)
        row.closing = cards.WITHDRAWN_CARD
        waves.change_cards(session, row, now)
    return row


def fill(session: Session, member: Staff, broadcast_id: str, now: datetime) -> Broadcast | None:
    """The places are filled: send nothing more, and let every delivered card say so."""
    row = _mine(session, member, broadcast_id, now)
    if row is not None and not row.closing and row.wave:
        _end(session, row, DONE, now)
        row.closing = cards.FILLED
        session.flush()
        if not _closed_everywhere(session, member, row, now):
            waves.change_cards(session, row, now)
    return row


def _closed_everywhere(session: Session, member: Staff, row: Broadcast, now: datetime) -> bool:
    """Close the vacancy itself, where the member may: it leaves the search, and every card that shows it is redrawn."""
    if row.kind != VACANCY or not row.offer_id:
        return False
    day = today(now, CAPITAL_ZONE)
    return posted.close(session, member, row.offer_id, What.FILLED, day=day, now=now) is not None


def correct(session: Session, member: Staff, broadcast_id: str, words: str, now: datetime) -> Broadcast | None:
    """Put a correction on every card: those delivered, and those still to be sent."""
    row = _mine(session, member, broadcast_id, now)
    if row is not None and not row.closing and row.wave:
        broadcasts.say(session, row, correction=words)
        session.flush()
        waves.change_cards(session, row, now)
    return row


def _end(session: Session, row: Broadcast, state: str, now: datetime) -> None:
    row.state, row.changed_at = state, now
    waves.drop_waiting(session, row.id)
    waves.skip_rest(session, row.id, "ended")


def _mine(session: Session, member: Staff, broadcast_id: str, now: datetime) -> Broadcast | None:
    row = broadcasts.lock(session, broadcast_id)
    return row if row is not None and may_steer(session, member, row, now) else None


def seen(session: Session, member: Staff, broadcast_id: str, now: datetime) -> Broadcast | None:
    """Give a broadcast of mine; None for others'."""
    row = broadcasts.find(session, broadcast_id)
    return row if row is not None and may_steer(session, member, row, now) else None


def phoned(session: Session, member: Staff, broadcast_id: str, person_id: int, now: datetime) -> None:
    """Tick off a call; ticking twice is ticking once."""
    person = broadcasts.recipient(session, broadcast_id, person_id)
    if not staff.in_reach(session, member, region_of(session, person_id), today(now, CAPITAL_ZONE)):
        return  # the member was moved since
    if person is not None and person.phoned_at is None:
        person.phoned_at, person.staff_id = now, member.id
        staff.note(session, member.id, person_id, "broadcast:phoned", now)
