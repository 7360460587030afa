"""What a course would open for a person: the vacancies that fit after it and do not fit now."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.deps import Ready
from bot.services import offers, profile
from bot.services.looking import Looker
from labour_market import search as vacancies
from labour_market.search import VacancyDetails
from matching.opening import opened_by_each
from matching.profile import Kind, Opportunity, Profile, Ranked
from matching.spread import collapse
from training_catalog import search as courses

SHOWN = 5
TRIED = 8  # courses that are asked what they open
CLOSED_DOORS = frozenset({"education", "age_max", "closed"})  # what a person cannot change to get into a course


@dataclass(frozen=True, slots=True)
class Way:
    """The course that opens most for a person, and how many vacancies that are."""

    course_id: str
    title: str
    count: int


def opens(session: Session, looker: Looker, course: Opportunity) -> tuple[str, ...]:
    """Give the ids of these vacancies, best first, one of each posted twice; none for who did not tell their work.

    They are within the person's own places and other conditions, because they fit.
    """
    return next(iter(_each(session, looker, (course,))), ())


def widest(session: Session, looker: Looker) -> Way | None:
    """Give the course that opens most vacancies; None if none of those nearest to the person's work opens any.

    A usual path from that work goes before any other course, however much the other one opens.
    """
    ready = offers.ready(session, looker.shelf, Kind.COURSE, looker.day)
    if ready is None:
        return None
    person = wanted(profile.for_matching(session, looker.person_id))
    near = ready.matcher.rank(person, TRIED * 2, day=looker.day)
    usual, other = [one for one in near if one.fits], [one for one in near if not one.fits and _can_be_joined(one)]
    return _widest_of(session, looker, ready, usual) or _widest_of(session, looker, ready, other)


def _can_be_joined(course: Ranked) -> bool:
    return not CLOSED_DOORS & {code for code, _value in course.missing}


def _widest_of(session: Session, looker: Looker, ready: Ready, ranked: Sequence[Ranked]) -> Way | None:
    ids = [one.offer_id for one in collapse(ranked, ready.spread.twins)][:TRIED]
    there = [one.offer for one in courses.by_ids(session, ids, looker.day) if one.is_open]
    counts = [len(found) for found in _each(session, looker, there)]
    best = max(range(len(counts)), key=counts.__getitem__, default=None)
    return Way(there[best].id, there[best].title, counts[best]) if best is not None and counts[best] else None


def wanted(known: Profile) -> Profile:
    """Give the profile that courses are ranked for; refusals of vacancies say nothing about courses."""
    return Profile(
        id=known.id,
        last_occupation=known.last_occupation,
        education=known.education,
        skills=known.skills,
        region=known.region,
        willing_regions=known.willing_regions,
        age=known.age,
    )


def _each(session: Session, looker: Looker, suiting: Sequence[Opportunity]) -> list[tuple[str, ...]]:
    """Give what each course opens; nothing for who did not tell their work."""
    ready = offers.ready(session, looker.shelf, Kind.VACANCY, looker.day)
    person = profile.for_matching(session, looker.person_id)
    if ready is None or not person.last_occupation:
        return []
    twins = ready.spread.twins
    taken = {twins.get(one, one) for one in person.excluded_ids}
    found = opened_by_each(ready.matcher, person, suiting, day=looker.day)
    return [_firsts(ids, twins, taken) for ids in found]


def _firsts(ids: Iterable[str], twins: Mapping[str, str], taken: Container[str]) -> tuple[str, ...]:
    """Keep the first of every vacancy posted twice, and none that was answered already."""
    firsts: dict[str, str] = {}
    for one in ids:
        if twins[one] not in taken:
            firsts.setdefault(twins[one], one)
    return tuple(firsts.values())


def first(session: Session, ids: tuple[str, ...], day: date) -> tuple[VacancyDetails, ...]:
    """Give the first of them that are still open, to be shown."""
    return tuple(one for one in vacancies.by_ids(session, ids, day) if one.is_open)[:SHOWN]
