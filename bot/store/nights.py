"""The nightly ranking as rows: the runs and their done chunks, who is shown what, how often each was shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import BigInteger
from sqlmodel import Field, Session, SQLModel, col, delete, func, or_, select

from bot.store.people import Person
from bot.store.profiles import WorkProfile

REMEMBERED = timedelta(days=14)  # showings that fairness looks back on


class NightRun(SQLModel, table=True):
    """One night with its figures; no person stands in it. The figures are counts, `top_tenth` is in percent."""

    __tablename__ = "night_run"

    day: date = Field(primary_key=True)
    chunks: int
    begun_at: datetime
    done_at: datetime | None = None
    people: int = 0
    covered: int = 0  # of them, who was given anything
    offers_open: int = 0
    offers_shown: int = 0
    showings: int = 0
    top_tenth: int = 0  # of all showings, what the most shown tenth of the shown offers took


class NightChunk(SQLModel, table=True):
    """One chunk of a night that is done."""

    __tablename__ = "night_chunk"

    day: date = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    people: int
    covered: int
    done_at: datetime


class Recommendation(SQLModel, table=True):
    """One offer on a person's list of the newest night."""

    __tablename__ = "recommendation"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    place: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})  # 1 = first
    offer_id: str
    score: float
    day: date


class Showing(SQLModel, table=True):
    """How often one offer (for all its twins) was put on a list in one night."""

    __tablename__ = "showing"

    day: date = Field(primary_key=True)
    offer_id: str = Field(primary_key=True)
    times: int


def run_of(session: Session, day: date) -> NightRun | None:
    """Give the night of a day."""
    return session.get(NightRun, day)


def last_done(session: Session) -> date | None:
    """Give the newest night that is finished."""
    return session.exec(select(func.max(NightRun.day)).where(col(NightRun.done_at).is_not(None))).one()


def newest(session: Session) -> NightRun | None:
    """Give the newest finished night."""
    day = last_done(session)
    return None if day is None else run_of(session, day)


def looking(session: Session, chunks: int = 1, number: int = 0) -> list[int]:
    """Give the people who told which work they look for and can be reached, or one chunk of them."""
    query = (
        select(WorkProfile.person_id)
        .join(Person, col(Person.id) == col(WorkProfile.person_id))
        .where(WorkProfile.occupation != "", col(Person.blocked_at).is_(None))
        .where(col(WorkProfile.person_id) % chunks == number)
        .order_by(col(WorkProfile.person_id))
    )
    return list(session.exec(query))


def looking_near(session: Session, provinces: Collection[str]) -> list[int]:
    """Give those of them who look in these provinces (two digits) or anywhere; all where no province is named."""
    region = col(WorkProfile.region)
    query = (
        select(WorkProfile.person_id)
        .join(Person, col(Person.id) == col(WorkProfile.person_id))
        .where(WorkProfile.occupation != "", col(Person.blocked_at).is_(None))
        .order_by(col(WorkProfile.person_id))
    )
    if provinces:
        query = query.where(or_(region.is_(None), region == "", func.substr(region, 1, 2).in_(sorted(provinces))))
    return list(session.exec(query))


def done_chunks(session: Session, day: date) -> list[NightChunk]:
    """Give the chunks of a night that are done."""
    return list(session.exec(select(NightChunk).where(NightChunk.day == day).order_by(col(NightChunk.number))))


def listed(session: Session, person_id: int) -> list[Recommendation]:
    """Give a person's list, best first."""
    query = select(Recommendation).where(Recommendation.person_id == person_id)
    return list(session.exec(query.order_by(col(Recommendation.place))))


def put(session: Session, people: Sequence[int], rows: Iterable[Recommendation]) -> None:
    """Put new lists in the place of the old ones of these people."""
    session.execute(delete(Recommendation).where(col(Recommendation.person_id).in_(people)))
    session.add_all(rows)
    session.flush()


def offers_of(session: Session, people: Sequence[int]) -> dict[int, frozenset[str]]:
    """Give the offers on the present lists of these people."""
    query = select(Recommendation.person_id, Recommendation.offer_id)
    found: dict[int, set[str]] = {}
    for person_id, offer_id in session.exec(query.where(col(Recommendation.person_id).in_(people))):
        found.setdefault(person_id, set()).add(offer_id)
    return {person_id: frozenset(offers) for person_id, offers in found.items()}


def count_showings(session: Session, day: date, counts: Mapping[str, int]) -> None:
    """Add to how often offers were shown in a night; other processes may be counting at the same time."""
    query = select(Showing).where(Showing.day == day, col(Showing.offer_id).in_(list(counts)))
    known = {one.offer_id: one for one in session.exec(query.order_by(col(Showing.offer_id)).with_for_update())}
    for offer_id, times in counts.items():
        row = known.get(offer_id)
        if row is None:
            session.add(Showing(day=day, offer_id=offer_id, times=times))
        else:
            row.times += times
    session.flush()


def showings(session: Session, day: date) -> list[int]:
    """Give how often each offer of a night was shown, most first."""
    return sorted(session.exec(select(Showing.times).where(Showing.day == day)), reverse=True)


def shown(session: Session, day: date) -> dict[str, int]:
    """Give how often each offer was shown in the last fourteen nights."""
    query = select(Showing.offer_id, func.sum(Showing.times)).where(Showing.day > day - REMEMBERED)
    return {offer_id: int(times) for offer_id, times in session.exec(query.group_by(Showing.offer_id))}


def tidy(session: Session, day: date) -> None:
    """Drop lists that this night did not renew, and counts that fairness no longer looks at."""
    session.execute(delete(Recommendation).where(col(Recommendation.day) < day))
    session.execute(delete(Showing).where(col(Showing.day) <= day - REMEMBERED))
    session.execute(delete(NightChunk).where(col(NightChunk.day) < day))
