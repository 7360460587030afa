"""Open vacancies a new one may repeat: the same employer with nearly the same title, or the same work and place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz
from sqlmodel import Session, col, or_, select

from labour_market.search import VacancyDetails, by_ids, still_open
from labour_market.tables import Vacancy
from matching.places import find
from matching.wording import normalise

ALIKE_HOUSE, ALIKE_TITLE = 85.0, 80.0  # of 100
MOST = 3
FIRM_WORDS = {"pt", "cv", "ud", "pd", "toko", "rumah", "sakit", "tbk", "indonesia"}
LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is about to be posted."""

    title: str
    employer: str
    location: str


def alike(session: Session, wanted: Sequence[Wanted], day: date) -> list[VacancyDetails]:
    """Give the open vacancies that may be the same as one of these, best first."""
    found: dict[str, float] = {}
    for one in wanted:
        for row_id, title, employer, location in _candidates(session, one, day):
            likeness = _likeness(one, title, employer, location)
            if likeness:
                found[str(row_id)] = max(likeness, found.get(str(row_id), 0.0))
    return by_ids(session, sorted(found, key=lambda key: (-found[key], key))[:MOST], day)


def _candidates(session: Session, one: Wanted, day: date) -> Sequence[tuple[int | None, str, str, str]]:
    named = [word for word in normalise(one.employer).split() if word not in FIRM_WORDS and len(word) >= LEAST_LETTERS]
    titled = [word for word in normalise(one.title).split() if len(word) >= LEAST_LETTERS]
    if not named and not titled:
        return ()
    column = col(Vacancy.employer) if named else col(Vacancy.title)
    holds = or_(*(column.ilike(f"%{word}%") for word in named or titled))
    rows = select(Vacancy.id, Vacancy.title, Vacancy.employer, Vacancy.location).where(still_open(day), holds)
    return session.exec(rows).all()


def _likeness(one: Wanted, title: str, employer: str, location: str) -> float:
    titles = fuzz.token_set_ratio(normalise(one.title), normalise(title))
    if titles < ALIKE_TITLE:
        return 0.0
    if one.employer and employer:
        houses = fuzz.token_set_ratio(normalise(one.employer), normalise(employer))
        return titles + houses if houses >= ALIKE_HOUSE else 0.0
    shared = find(one.location).codes & find(location).codes
    return titles if shared else 0.0
