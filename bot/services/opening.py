"""What a course would open for a person: the vacancies that fit after it and do not fit now."""

from datetime import date

from sqlmodel import Session

from bot.services import offers, profile
from bot.services.looking import Looker
from labour_market import search as vacancies
from labour_market.search import VacancyDetails
from matching.opening import opened
from matching.profile import Kind, Opportunity

SHOWN = 5


def opens(session: Session, looker: Looker, course: Opportunity) -> tuple[str, ...]:
    """Give the ids of these vacancies, best first, one of each posted twice; none for who did not tell their work.

    They are within the person's own places and other conditions, because they fit.
    """
    ready = offers.ready(session, looker.shelf, Kind.VACANCY, looker.day)
    person = profile.for_matching(session, looker.person_id)
    if ready is None or not person.last_occupation:
        return ()
    twins = ready.spread.twins
    taken = {twins.get(one, one) for one in person.excluded_ids}
    firsts: dict[str, str] = {}
    for one in opened(ready.matcher, person, course, day=looker.day):
        if twins[one] not in taken:
            firsts.setdefault(twins[one], one)
    return tuple(firsts.values())


def first(session: Session, ids: tuple[str, ...], day: date) -> tuple[VacancyDetails, ...]:
    """Give the first of them that are still open, to be shown."""
    return tuple(one for one in vacancies.by_ids(session, ids, day) if one.is_open)[:SHOWN]
