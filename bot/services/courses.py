"""Courses one by one: what suits the work or the typed wish, and which the person is interested in."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.deps import Ready
from bot.services import clash, looking, offers, opening, registering
from bot.services.clash import Clash
from bot.services.looking import Looker, Wish
from bot.services.registering import Mine
from bot.services.widening import ANY_WORK, widened
from bot.store import applications
from bot.store.applications import SAVED, Feedback
from bot.store.profiles import Search
from jkp.rules.regulation import Rule, in_force
from matching.profile import Kind, Profile, Ranked
from training_catalog import search as catalogue
from training_catalog.search import CourseDetails
from training_catalog.vocabulary import Form

OTHERS = (Form.DEGREE, Form.COUNSELLING)
MARK = "c"  # before a course's id where vacancies and courses stand in one table


@dataclass(frozen=True, slots=True)
class Card:
    """One course for one person."""

    day: date
    details: CourseDetails
    ranked: Ranked | None
    interested: bool
    opens: tuple[str, ...] = ()  # vacancies that fit after it only
    clash: Clash | None = None  # with the duties of a running benefit
    can_ask: bool = False  # for a seat, here
    seat: Mine | None = None  # what became of asking

    @property
    def id(self) -> str:
        """The id that buttons carry."""
        return self.details.offer.id


@dataclass(frozen=True, slots=True)
class End:
    """Nothing more fits: how many were shown, how many courses there are in the whole country."""

    wish: str
    shown: int
    open: int
    wider: bool  # whether all courses are shown already
    others: int = 0  # degrees and counselling days that are open


def next_card(session: Session, looker: Looker, after: str = "") -> Card | End:
    """Give the course after another one; the same again when it was given before."""
    search = looking.of(session, looker.person_id, Kind.COURSE, looker.now)
    shown_before = looking.following(search, after)
    again = card(session, looker, shown_before) if shown_before else None
    if again is not None:
        return again
    ready = offers.ready(session, looker.shelf, Kind.COURSE, looker.day)
    for offer_id in _upcoming(session, ready, search, looker.day):
        found = card(session, looker, offer_id)
        if found is not None and found.details.is_open:
            looking.note_seen(search, offer_id)
            return found
    wish = looking.own(session, search).last_occupation
    everything = ANY_WORK in search.widened
    count = catalogue.count_open(session, looker.day)
    return End(wish, len(search.seen), count, everything, len(others(session, looker.day)))


def others(session: Session, day: date) -> list[CourseDetails]:
    """Give what is open and no course: degrees, then counselling days."""
    return [one for form in OTHERS for one in catalogue.open_others(session, form, day)]


def _upcoming(session: Session, ready: Ready | None, search: Search, day: date) -> list[str]:
    if ready is None:
        return []
    return looking.left(ready, Wish(_wanted(session, search), tuple(search.seen), day))


def _wanted(session: Session, search: Search) -> Profile:
    """Give the profile that courses are ranked for in this search."""
    wanted = opening.wanted(looking.own(session, search))
    return widened(wanted, ANY_WORK) if ANY_WORK in search.widened else wanted


def card(session: Session, looker: Looker, offer_id: str) -> Card | None:
    """Give one course by its id, also a closed one; None when there is none."""
    details = catalogue.by_id(session, offer_id, looker.day)
    if details is None:
        return None
    wanted = _wanted(session, looking.of(session, looker.person_id, Kind.COURSE, looker.now))
    ranked = offers.explained(session, looker.shelf, wanted, details.offer, looker.day)
    said = applications.said_of(session, looker.person_id, MARK + offer_id)
    return Card(
        looker.day,
        details,
        ranked,
        interested=said is not None,
        opens=opening.opens(session, looker, details.offer) if details.is_open else (),
        clash=clash.clash(session, looker.person_id, details, looker.day),
        can_ask=details.is_open and registering.open_to(session, offer_id, looker.day),
        seat=registering.of_course(session, looker.person_id, offer_id, looker.day),
    )


def interested(session: Session, person_id: int, offer_id: str, now: datetime) -> None:
    """Keep that the person is interested; twice is once."""
    applications.say(session, Feedback(person_id=person_id, offer_id=MARK + offer_id, verdict=SAVED, at=now))


def not_interested(session: Session, person_id: int, offer_id: str, now: datetime) -> None:
    """Take the interest back."""
    applications.take_back(session, person_id, MARK + offer_id, now)


def saved(session: Session, person_id: int, day: date) -> list[CourseDetails]:
    """Give the courses the person is interested in, newest first."""
    rows = applications.feedback(session, person_id, SAVED)
    ids = [one.offer_id.removeprefix(MARK) for one in rows if one.offer_id.startswith(MARK)]
    return catalogue.by_ids(session, ids, day)


@dataclass(frozen=True, slots=True)
class TrainingRight:
    """What JKP adds to a course: a cap in rupiah for each participant, and the attendance it asks for, in percent."""

    cap: int
    cap_article: str
    attendance: int
    attendance_article: str


def training_right(day: date) -> TrainingRight:
    """Give the training benefit as it stands on a day (PMK 26/2025; Permenaker 2/2025 Art 13(3)b)."""
    cap, attendance = in_force(Rule.TRAINING_CAP, day), in_force(Rule.ATTENDANCE, day)
    return TrainingRight(cap.number, cap.article, attendance.number, attendance.article)
