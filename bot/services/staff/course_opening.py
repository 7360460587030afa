"""A3: how many vacancies a course opens for how many people: everybody near it is ranked anew with what it teaches."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.deps import Ready, Shelf
from bot.services import offers, profiles
from bot.store import consents, nights
from matching.opening import opened
from matching.places import find
from matching.profile import Kind, Opportunity, Profile
from training_catalog import search

MOST_PEOPLE = 2_000  # looked at for one course; beyond it the figures are said to be "at least"
PROVINCE = 2  # digits


@dataclass(frozen=True, slots=True)
class Question:
    """What is reckoned with, read at once: the course, the open vacancies, the people near the course."""

    course: Opportunity
    seats: int | None
    ready: Ready | None
    people: Sequence[Profile]
    near: int


@dataclass(frozen=True, slots=True)
class Opens:
    """The vacancies that a course opens, each posted twice counted once, and for how many people it opens any."""

    course_id: str
    title: str
    provider: str
    vacancies: int
    people: int
    looked_at: int
    near: int  # people near the course; more than were looked at makes the figures lower bounds
    seats: int | None


def question(session: Session, shelf: Shelf, course_id: str, day: date) -> Question | None:
    """Read what is reckoned with; None when there is no such course.

    Whoever took back the agreement to be matched is left out.
    """
    details = search.by_id(session, course_id, day)
    if details is None:
        return None
    provinces = {code[:PROVINCE] for code in find(details.offer.location).codes}
    near = nights.looking_near(session, provinces)  # of a hundred thousand only those who are reckoned with are read
    looked_at = near[:MOST_PEOPLE]
    willing_ids = [one for one in looked_at if not consents.refused(session, one, consents.MATCHING)]
    willing = sorted(profiles.for_matching(session, willing_ids), key=lambda one: int(one.id))
    ready = offers.ready(session, shelf, Kind.VACANCY, day)
    return Question(details.offer, details.seats, ready, willing, len(near) - len(looked_at) + len(willing))


def answer(asked: Question, day: date) -> Opens:
    """Rank everybody anew; seconds for thousands, so never with a session open."""
    opening: set[str] = set()
    people = 0
    for one in asked.people:
        found = _opened(asked.ready, one, asked.course, day)
        opening |= found
        people += bool(found)
    course = asked.course
    return Opens(
        course.id, course.title, course.provider, len(opening), people, len(asked.people), asked.near, asked.seats
    )


def _opened(ready: Ready | None, person: Profile, course: Opportunity, day: date) -> set[str]:
    if ready is None:
        return set()
    twins = ready.spread.twins
    taken = {twins.get(one, one) for one in person.excluded_ids}
    return {twins[one] for one in opened(ready.matcher, person, course, day=day)} - taken
