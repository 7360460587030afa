"""A request for a human: opened once, added to, taken back; what is sent along, and what the worker says in it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.deps import today
from bot.services import cutting, masking, status
from bot.services.mydata import place_name
from bot.services.responsible import CAPITAL_ZONE, Responsible, answer_by, region_of, responsible
from bot.store import applications, consents, help_requests, people, staff
from bot.store.help_requests import CANCELLED, CLOSED, HELD, WAITING, HelpRequest
from bot.store.people import Person
from bot.store.profiles import WorkProfile

LONGEST_WORDS = 3900  # UTF-16 units of one message that we keep and carry: with a name before it, it fits 4096
MORE = "human.more"  # the step in which what a worker types is added to the waiting request


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a request stands. `place` counts those who wait before and this one; 0 when it is held."""

    request_id: str
    held: bool
    urgent: bool
    place: int
    answer_by: datetime
    late: bool
    answers: Responsible
    holder: str
    shares: bool
    notice: str = ""  # while it waits: the occurrence of the notice that counselors get, each once


@dataclass(frozen=True, slots=True)
class Summary:
    """What a counselor sees of a person; without the person's agreement only the first name and the messages."""

    shared: bool
    name: str
    place: str = ""
    country: str = ""
    occupation: str = ""
    stage: str = ""
    deadline: date | None = None
    days_left: int | None = None
    applications: int = 0
    said: tuple[tuple[bool, str], ...] = ()  # whether by staff, the words
    topic: str = ""  # the office to which the worker wants the case brought
    waited: int = 0  # working days in this stage


@dataclass(frozen=True, slots=True)
class Carried:
    """Words on their way to the counselor who holds the request."""

    counselor_id: int
    request_id: str
    name: str
    words: str
    first: bool  # since the counselor took it


def open_request(session: Session, person: Person, now: datetime, *, urgent: bool = False, topic: str = "") -> Standing:
    """Ask for a human, which is agreeing that a summary is sent along; asking again is the same request.

    `topic` names the office that the worker wants the case brought to.
    """
    request = _running(session, person.id)
    if request is None:
        consents.give(session, person.id, consents.COUNSELLING, now)
        due = answer_by(now, responsible(session, person.id, today(now, person.zone)).zone)
        request = HelpRequest(person_id=person.id, urgent=urgent, opened_at=now, answer_by=due)
        session.add(request)
        session.flush()
    request.urgent, request.topic = request.urgent or urgent, topic or request.topic
    return _standing(session, request, now)


def _running(session: Session, person_id: int) -> HelpRequest | None:
    """Give the request that waits or is held; one held by a counselor who left or blocked the bot waits again."""
    request = help_requests.running(session, person_id)
    if request is not None and request.state == HELD and not staff.hears(session, request.counselor_id):
        free(session, request)
    return request


def free(session: Session, request: HelpRequest) -> None:
    """Put a held request back into the queue; what the worker types meanwhile is added to it."""
    request.state, request.counselor_id, request.focused_at = WAITING, None, None
    person = people.find(session, request.person_id)
    if person is not None and person.step is None:
        people.expect(session, person, MORE)


def freed(session: Session, person: Person) -> bool:
    """Whether the person's held request had to go back into the queue just now: nobody would have heard them."""
    request = help_requests.running(session, person.id)
    was_held = request is not None and request.state == HELD
    request = _running(session, person.id)
    return was_held and request is not None and request.state == WAITING


def standing(session: Session, person: Person, now: datetime) -> Standing | None:
    """Give where the person's request stands; None when there is none."""
    request = _running(session, person.id)
    return None if request is None else _standing(session, request, now)


def _standing(session: Session, request: HelpRequest, now: datetime) -> Standing:
    person = people.find(session, request.person_id)
    day = today(now, person.zone if person is not None else CAPITAL_ZONE)
    answers = responsible(session, request.person_id, day)
    holder = session.get(staff.Staff, request.counselor_id) if request.counselor_id else None
    return Standing(
        request_id=request.id,
        held=request.state == HELD,
        urgent=request.urgent,
        place=_place(session, request, answers, day),
        answer_by=request.answer_by,
        late=now > request.answer_by,
        answers=answers,
        holder=holder.name if holder else "",
        shares=consents.holds(session, request.person_id, consents.COUNSELLING),
        notice=help_requests.occurrence(request) if request.state == WAITING else "",
    )


def _place(session: Session, request: HelpRequest, answers: Responsible, day: date) -> int:
    """Count in the queue of those who answer this person."""
    if request.state != WAITING:
        return 0
    member = session.get(staff.Staff, answers.ids[0]) if answers.ids else None
    seats = staff.acting(session, member, day) if member is not None else ()
    reached = (
        one
        for one, region in help_requests.queue(session)
        if not seats or any(staff.reaches(seat, region) for seat in seats)
    )
    return next((place for place, one in enumerate(reached, 1) if one.id == request.id), 1)


def add(session: Session, person: Person, words: str, now: datetime) -> bool:
    """Add words to the request; False when there is none."""
    request = _running(session, person.id)
    if request is None:
        return False
    help_requests.say(session, request, careful(words), now, from_staff=False)
    return True


def careful(words: str) -> str:
    """Mask private numbers and cut what is too long: nothing else is kept or carried."""
    return cut(masking.mask(words).words)


def cut(words: str) -> str:
    """Shorten what would not fit one message, and show that it was shortened."""
    return cutting.cut(words, LONGEST_WORDS)


def cancel(session: Session, person: Person, now: datetime) -> int | None:
    """Take the request back; gives the counselor who held it, if one did."""
    request = _running(session, person.id)
    if request is None:
        return None
    request.state, request.closed_at = CANCELLED, now
    help_requests.drop_notices(session, request.id)
    return request.counselor_id


def share(session: Session, person: Person, now: datetime, *, agreed: bool) -> None:
    """Send the summary along, or only the first name and the messages."""
    (consents.give if agreed else consents.withdraw)(session, person.id, consents.COUNSELLING, now)


def summary(session: Session, person_id: int, now: datetime, request_id: str = "") -> Summary:
    """Give what is sent along with the request."""
    person = people.find(session, person_id)
    name = first_name(session, person_id)
    said = tuple((by_staff, words) for by_staff, words, _at in help_requests.said(session, request_id))
    request = session.get(HelpRequest, request_id)
    topic = request.topic if request is not None else ""
    if person is None or not consents.holds(session, person_id, consents.COUNSELLING):
        return Summary(shared=False, name=name, said=said, topic=topic)
    day = today(now, person.zone)
    profile = session.get(WorkProfile, person_id)
    jkp = status.check(session, person, day)
    return Summary(
        shared=True,
        name=name,
        place=place_name(region_of(session, person_id)),
        country=person.country,
        occupation=profile.occupation if profile else "",
        stage=jkp.position.stage if jkp else "",
        deadline=jkp.outlook.deadline if jkp else None,
        days_left=jkp.outlook.days_left if jkp else None,
        applications=len(applications.standing(session, person_id)),
        said=said,
        topic=topic,
        waited=(jkp.position.waited_working_days or 0) if jkp else 0,
    )


def first_name(session: Session, person_id: int) -> str:
    """Give the first name only; empty when unknown."""
    person = people.find(session, person_id)
    words = people.name_of(session, person).split() if person is not None else []
    return words[0] if words else ""


def carry(session: Session, person: Person, words: str, now: datetime) -> Carried | None:
    """Take what the worker says in a held request; None when nobody holds one."""
    request = _running(session, person.id)
    if request is None or request.state != HELD or request.counselor_id is None:
        return None
    since = request.taken_at or request.opened_at
    first = not any(not by_staff and at >= since for by_staff, _words, at in help_requests.said(session, request.id))
    kept = careful(words)
    help_requests.say(session, request, kept, now, from_staff=False)
    name = first_name(session, person.id)
    return Carried(request.counselor_id, request.id, name, kept, first=first)


def rate(session: Session, person: Person, request_id: str, *, helped: bool) -> bool:
    """Keep whether it helped; False when it was not the person's own closed request."""
    request = session.get(HelpRequest, request_id)
    if request is None or request.person_id != person.id or request.state != CLOSED:
        return False
    request.helped = helped
    return True
