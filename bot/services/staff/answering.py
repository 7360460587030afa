"""A counselor's side of requests for a human: the queue, taking, answering, switching, handing back to the bot."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Session

from bot.deps import today
from bot.services import human
from bot.services.human import Summary
from bot.services.responsible import CAPITAL_ZONE, region_of
from bot.services.staff import caseload, replying, seat, telling
from bot.services.staff.caseload import Client
from bot.services.staff.replying import NO_REPLIES, Replies
from bot.services.staff.telling import Told
from bot.store import help_requests, people, staff
from bot.store.help_requests import CLOSED, HELD, WAITING, HelpRequest
from bot.store.staff import Staff


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person who waits: the first name and how long, nothing else."""

    request_id: str
    name: str
    minutes: int
    urgent: bool
    late: bool


class Whose(StrEnum):
    """Whose the typed words of a counselor are."""

    OWN = "own"  # nobody is held, or she answers a question of the bot
    FOCUS = "focus"  # of the one she answers now
    UNCLEAR = "unclear"  # somebody else has written since: ask before anything is sent


class Outcome(StrEnum):
    """What became of taking a request."""

    TAKEN = "taken"
    YOURS = "yours"  # it was yours already
    OTHERS = "others"  # a colleague was faster
    GONE = "gone"  # taken back, answered or erased meanwhile


@dataclass(frozen=True, slots=True)
class Card:
    """A held request as its counselor sees it; `more` counts the others she holds."""

    request_id: str
    person_id: int
    name: str
    summary: Summary
    answer_by: datetime
    more: int
    client: Client | None = None  # what is next for this person, if they agree to be seen
    told: tuple[Told, ...] = ()  # what the bot has sent lately
    replies: Replies = NO_REPLIES  # the office's own quick replies; empty = ours


@dataclass(frozen=True, slots=True)
class Taken:
    """The outcome, with the card or the colleague's name."""

    outcome: Outcome
    card: Card | None = None
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words of a counselor on their way to the worker."""

    person_id: int
    request_id: str
    name: str
    more: int


def queue(session: Session, member: Staff, now: datetime) -> tuple[Waiting, ...]:
    """Give those who wait in the member's care: danger first, then the longest wait."""
    seats = staff.acting(session, member, _day(session, member, now))
    return tuple(
        _waiting(session, request, now)
        for request, region in help_requests.queue(session)
        if any(staff.reaches(seat, region) for seat in seats) and request.person_id != member.id
    )


def _day(session: Session, member: Staff, now: datetime) -> date:
    """Give the day it is where the member is: absences and stand-ins count by it."""
    person = people.find(session, member.id)
    return today(now, person.zone if person is not None else CAPITAL_ZONE)


def one_waiting(session: Session, request_id: str, now: datetime) -> Waiting | None:
    """Give one who waits, for the notice."""
    request = session.get(HelpRequest, request_id)
    return None if request is None else _waiting(session, request, now)


def _waiting(session: Session, request: HelpRequest, now: datetime) -> Waiting:
    return Waiting(
        request_id=request.id,
        name=human.first_name(session, request.person_id),
        minutes=int((now - request.opened_at).total_seconds() // 60),
        urgent=request.urgent,
        late=now > request.answer_by,
    )


def take(session: Session, member: Staff, request_id: str, now: datetime) -> Taken:
    """Take a request; of two who press at once one gets it, and the other learns who."""
    request = _locked(session, request_id)
    if request is None or request.state not in (WAITING, HELD) or not _in_care(session, member, request, now):
        return Taken(Outcome.GONE)
    if request.state == HELD and request.counselor_id != member.id:
        holder = session.get(Staff, request.counselor_id)
        return Taken(Outcome.OTHERS, holder=holder.name if holder else "")
    outcome = Outcome.YOURS if request.state == HELD else Outcome.TAKEN
    if outcome is Outcome.TAKEN:
        request.state, request.counselor_id, request.taken_at = HELD, member.id, now
        help_requests.drop_notices(session, request.id)
        _free_worker(session, request.person_id)
    return Taken(outcome, _look(session, member, request, now, "help_taken"))


def _locked(session: Session, request_id: str) -> HelpRequest | None:
    """Lock the worker before the request, in the order in which a worker's own turn does."""
    found = session.get(HelpRequest, request_id)
    if found is None:
        return None
    people.lock(session, found.person_id)
    return help_requests.locked(session, request_id)


def _in_care(session: Session, member: Staff, request: HelpRequest, now: datetime) -> bool:
    if request.person_id == member.id:
        return False
    region, day = region_of(session, request.person_id), _day(session, member, now)
    return request.counselor_id == member.id or staff.in_reach(session, member, region, day)


def _free_worker(session: Session, person_id: int) -> None:
    """From now on what the worker types is for the counselor, not for a question left open."""
    person = people.find(session, person_id)
    if person is not None:
        people.expect(session, person, None)


def focus(session: Session, member: Staff, request_id: str, now: datetime) -> Card | None:
    """Turn to one of the held requests: what she types goes there. None when she does not hold it (any more)."""
    request = help_requests.locked(session, request_id)
    if request is None or request.state != HELD or request.counselor_id != member.id:
        return None
    return _look(session, member, request, now, "help_opened")


def _look(session: Session, member: Staff, request: HelpRequest, now: datetime, what: str) -> Card:
    request.focused_at = now
    staff.note(session, member.id, request.person_id, what, now)
    session.flush()
    summary = human.summary(session, request.person_id, now, request.id)
    more = len(help_requests.held_by(session, member.id)) - 1
    sitting = seat.take(session, member, now)
    client = caseload.one(session, sitting, request.person_id) if summary.shared else None
    told = telling.told(session, request.person_id, now) if summary.shared else ()
    return Card(
        request.id, request.person_id, summary.name, summary, request.answer_by, more, client, told,
        replying.of(session, member),
    )  # fmt: skip


def held(session: Session, member: Staff) -> tuple[tuple[str, str], ...]:
    """Give the held requests, the one she answers now first: id and first name."""
    rows = help_requests.held_by(session, member.id)
    return tuple((row.id, human.first_name(session, row.person_id)) for row in rows)


def whose(session: Session, member: Staff, *, in_step: bool) -> Whose:
    """Say whose the words are that a counselor types.

    They are for the one she turned to last, unless another one she holds has had the last word since then. While a
    question of the bot is open (`in_step`, she looks as a worker does) they answer it, unless somebody waits for her.
    """
    rows = help_requests.held_by(session, member.id)
    if not rows:
        return Whose.OWN
    focus, *others = rows
    if in_step:
        return Whose.UNCLEAR if any(help_requests.unanswered_since(session, row.id) for row in rows) else Whose.OWN
    since = focus.focused_at or focus.opened_at
    heard = (help_requests.unanswered_since(session, row.id) for row in others)
    return Whose.UNCLEAR if any(at is not None and at > since for at in heard) else Whose.FOCUS


def candidates(session: Session, member: Staff) -> tuple[tuple[str, str], ...]:
    """Give the held requests, who wrote last first: id and first name."""
    rows = help_requests.held_by(session, member.id)
    heard = {row.id: help_requests.unanswered_since(session, row.id) for row in rows}
    order = sorted(rows, key=lambda row: heard[row.id] or row.opened_at, reverse=True)
    order.sort(key=lambda row: heard[row.id] is None)
    return tuple((row.id, human.first_name(session, row.person_id)) for row in order)


def speak(session: Session, member: Staff, words: str, now: datetime, request_id: str = "") -> Spoken | None:
    """Say something to the worker of the request she answers now (or of the given one); None when she holds none.

    From now on she answers this one, and what the worker types next is for her: a question left open is ended.
    """
    rows = help_requests.held_by(session, member.id)
    request = next((row for row in rows if row.id == request_id or not request_id), None)
    if request is None:
        return None
    people.lock(session, request.person_id)
    help_requests.say(session, request, human.cut(words), now, from_staff=True)
    request.focused_at = now
    _free_worker(session, request.person_id)
    return Spoken(request.person_id, request.id, human.first_name(session, request.person_id), len(rows) - 1)


def hand_back(session: Session, member: Staff, request_id: str, now: datetime) -> Spoken | None:
    """Close a request, so that the bot answers again; None when she does not hold it (any more)."""
    request = help_requests.locked(session, request_id)
    if request is None or request.state != HELD or request.counselor_id != member.id:
        return None
    request.state, request.closed_at = CLOSED, now
    help_requests.drop_notices(session, request.id)
    session.flush()
    more = len(help_requests.held_by(session, member.id))
    return Spoken(request.person_id, request.id, human.first_name(session, request.person_id), more)
