"""A broadcast as the person sees it who gets it: the card, the quick questions, and no more of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.services import stopping
from bot.store import applications, broadcasts, consents, staff, waves
from bot.store.broadcasts import COURSE, RUNNING, SENT, VACANCY, Broadcast, Recipient
from labour_market import search as vacancies
from labour_market.search import VacancyDetails
from training_catalog import search as courses
from training_catalog.search import CourseDetails

PER_WEEK = 3  # broadcasts to one person in seven days; more is noise, and noise is blocked
WEEK = timedelta(days=7)
YES, NO, OPEN = "y", "n", "-"
FILLED, WITHDRAWN_CARD, CORRECTED, CLOSED = "filled", "withdrawn", "corrected", "closed"


@dataclass(frozen=True, slots=True)
class Card:
    """One broadcast for one person. `closing` says how it ended: filled, withdrawn or closed; empty while it stands."""

    id: str
    kind: str
    offer_id: str
    vacancy: VacancyDetails | None
    course: CourseDetails | None
    words: str
    correction: str
    questions: tuple[str, ...]
    answers: str
    sender: str
    office: str
    closing: str
    shows: str
    applied: bool = False

    @property
    def asked(self) -> int | None:
        """The number of the question that is next; None when all are answered or one was answered with no."""
        return None if NO in self.answers or OPEN not in self.answers else self.answers.index(OPEN)

    @property
    def yes(self) -> bool:
        """Whether every question was answered with yes."""
        return bool(self.answers) and set(self.answers) == {YES}


def card(session: Session, broadcast_id: str, person_id: int, day: date) -> Card | None:
    """Give the card of somebody who is on the list; None for everybody else."""
    row, person = broadcasts.find(session, broadcast_id), broadcasts.recipient(session, broadcast_id, person_id)
    if row is None or (person is None and row.author_id != person_id):
        return None
    if person is None:  # its author, who tries it
        return drawn(session, row, day)
    done = applications.find(session, person_id, row.offer_id) if row.offer_id else None
    return drawn(session, row, day, answers=person.answers, applied=done is not None and done.undone_at is None)


def drawn(session: Session, row: Broadcast, day: date, *, answers: str = "", applied: bool = False) -> Card:
    """Give a broadcast as a card, before anything was answered unless answers are given."""
    said = broadcasts.says(session, row)
    questions = tuple(said.get("questions", ()))
    vacancy = vacancies.by_id(session, row.offer_id, day) if row.kind == VACANCY and row.offer_id else None
    course = courses.by_id(session, row.offer_id, day) if row.kind == COURSE and row.offer_id else None
    author = session.get(staff.Staff, row.author_id)
    return Card(
        id=row.id, kind=row.kind, offer_id=row.offer_id or "", vacancy=vacancy, course=course,
        words=said.get("text", ""), correction=said.get("correction", ""), questions=questions,
        answers=answers or OPEN * max(len(questions), 1),
        sender=author.name if author else "", office=author.office if author else "",
        closing=_closing(row, vacancy or course), shows=broadcasts.shows(row), applied=applied,
    )  # fmt: skip


def _closing(row: Broadcast, offer: VacancyDetails | CourseDetails | None) -> str:
    if row.closing in (FILLED, WITHDRAWN_CARD):
        return row.closing
    return CLOSED if row.offer_id and (offer is None or not offer.is_open) else ""


def refusal(session: Session, row: Broadcast, person_id: int, now: datetime) -> str:
    """Say why this person is not to get it now after all; empty when nothing speaks against it."""
    if not stopping.may_broadcast(session, person_id, now):
        return "stopped"
    if row.offer_id and (applications.find(session, person_id, row.offer_id) is not None):
        return "applied"
    if row.offer_id and (said := applications.said_of(session, person_id, offer_mark(row))) is not None:
        return "unwanted" if said.verdict == applications.REFUSED else ""
    return "often" if broadcasts.got_since(session, person_id, now - WEEK, row.id) >= PER_WEEK else ""


def offer_mark(row: Broadcast) -> str:
    """Give the id under which the person's say about the offer is kept: courses carry a mark (services.courses)."""
    return f"c{row.offer_id}" if row.kind == COURSE else str(row.offer_id)


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's answer to one question, by its number from 0."""

    person_id: int
    number: int
    yes: bool


def answer(session: Session, broadcast_id: str, said: Answer, now: datetime) -> bool:
    """Keep an answer to one question; the same again changes nothing. False when it cannot be answered."""
    row, person = broadcasts.find(session, broadcast_id), broadcasts.recipient(session, broadcast_id, said.person_id)
    if row is None or person is None or person.wave == 0:
        return False
    many = max(len(broadcasts.says(session, row).get("questions", ())), 1)
    if not 0 <= said.number < many:
        return False
    letters = list((person.answers or OPEN * many).ljust(many, OPEN)[:many])
    letters[said.number] = YES if said.yes else NO
    _keep(person, "".join(letters), now)
    return True


def take_back(session: Session, broadcast_id: str, person_id: int, now: datetime) -> None:
    """Begin the questions anew."""
    person = broadcasts.recipient(session, broadcast_id, person_id)
    if person is not None:
        _keep(person, "", now)


def _keep(person: Recipient, answers: str, now: datetime) -> None:
    if person.answers == answers:
        return
    person.answers, person.answered_at = answers, now
    person.yes = False if NO in answers else True if answers and OPEN not in answers else None
    if person.state != SENT and answers:  # they answered, so it arrived, whatever the connection told us
        person.state, person.reason, person.sent_at = SENT, "", person.sent_at or now


def no_more(session: Session, person_id: int, now: datetime) -> None:
    """Send this person no more broadcasts; what waits is taken back at once."""
    consents.give(session, person_id, consents.BROADCASTS, now)
    session.flush()
    consents.withdraw(session, person_id, consents.BROADCASTS, now)
    waves.drop_person(session, person_id)


def again(session: Session, person_id: int, now: datetime) -> None:
    """Take that back."""
    consents.give(session, person_id, consents.BROADCASTS, now)


def is_running(row: Broadcast) -> bool:
    """Whether its messages go out now."""
    return row.state == RUNNING
