"""Questions to the vacancies: which are open on a day, one by its id, which are stale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, func, or_, select

from intake.standing import standing
from intake.tables import Status
from labour_market.matchable import opportunity
from labour_market.tables import Vacancy
from matching.profile import Opportunity

STALE_AFTER = timedelta(days=60)
PAGE = 1000  # rows fetched at a time


@dataclass(frozen=True, slots=True)
class VacancyDetails:
    """One vacancy as it is shown: what matching sees, and how to get there."""

    offer: Opportunity
    source: str
    url: str
    how_to_apply: str
    is_open: bool
    is_stale: bool
    verified_by: str = ""
    verified_on: date | None = None
    openings: int | None = None


def open_vacancies(session: Session, day: date) -> Iterator[Opportunity]:
    """Give every vacancy that is open on `day`; one without a closing date is open."""
    statement = select(Vacancy).where(still_open(day)).order_by(col(Vacancy.id))
    for vacancy in session.exec(statement.execution_options(yield_per=PAGE)):
        yield opportunity(vacancy)


def count_open(session: Session, day: date) -> int:
    """Count the vacancies that are open on `day`."""
    return session.exec(select(func.count()).select_from(Vacancy).where(still_open(day))).one()


def by_id(session: Session, offer_id: str, day: date) -> VacancyDetails | None:
    """Find one vacancy by the id that matching knows it by, open or not."""
    return next(iter(by_ids(session, [offer_id], day)), None)


def by_ids(session: Session, offer_ids: Sequence[str], day: date) -> list[VacancyDetails]:
    """Find vacancies by their ids, in the order asked for; unknown and withdrawn ones fall out."""
    return [_details(vacancy, day) for vacancy in standing(session, Vacancy, offer_ids)]


def is_stale(posted: date | None, day: date) -> bool:
    """Tell whether a vacancy was posted more than 60 days ago: it is flagged then, never hidden."""
    return posted is not None and day - posted > STALE_AFTER


def still_open(day: date) -> ColumnElement[bool]:
    """The condition that a vacancy is open on a day."""
    not_over = or_(col(Vacancy.closes).is_(None), col(Vacancy.closes) >= day)
    return and_(col(Vacancy.status) == Status.OPEN.value, not_over)


def _details(vacancy: Vacancy, day: date) -> VacancyDetails:
    return VacancyDetails(
        offer=opportunity(vacancy),
        source=vacancy.source,
        url=vacancy.url,
        how_to_apply=vacancy.how_to_apply,
        is_open=vacancy.status == Status.OPEN.value and (vacancy.closes is None or vacancy.closes >= day),
        is_stale=is_stale(vacancy.posted, day),
        verified_by=vacancy.verified_by,
        verified_on=vacancy.verified_on,
        openings=vacancy.openings,
    )
