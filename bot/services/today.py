"""Today's list: what the night chose for a person, without what has closed or was answered since."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.store import applications, nights
from labour_market import search as catalogue
from labour_market.search import VacancyDetails

SHOWN = 5
STALE = timedelta(days=1)  # an older list is not shown: the night did not run


@dataclass(frozen=True, slots=True)
class Today:
    """The list of one day; `more` is how many fit beside those shown."""

    day: date
    vacancies: tuple[VacancyDetails, ...]
    more: int = 0


def of(session: Session, person_id: int, day: date) -> Today | None:
    """Give today's list, best first; None when there is none or nothing of it is left: then one searches afresh."""
    rows = [one for one in nights.listed(session, person_id) if abs(day - one.day) <= STALE]
    done = _answered(session, person_id)
    found = catalogue.by_ids(session, [one.offer_id for one in rows if one.offer_id not in done], day)
    fresh = [one for one in found if one.is_open]
    return Today(rows[0].day, tuple(fresh[:SHOWN]), len(fresh) - len(fresh[:SHOWN])) if fresh else None


def _answered(session: Session, person_id: int) -> set[str]:
    refused = {one.offer_id for one in applications.feedback(session, person_id, applications.REFUSED)}
    return refused | {one.vacancy_id for one in applications.standing(session, person_id) if one.vacancy_id}


def waits(session: Session, person_id: int, day: date) -> bool:
    """Whether there is a list for this day: a cheap question for the menu."""
    rows = nights.listed(session, person_id)
    return bool(rows) and abs(day - rows[0].day) <= STALE
