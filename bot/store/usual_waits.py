"""How long each stage usually takes, reckoned by the clock from counts; no person stands in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Date, exists, func
from sqlalchemy import select as pick
from sqlmodel import Field, Session, SQLModel, delete, select

from bot.store.stage_events import StageRow


class UsualWait(SQLModel, table=True):
    """The median and the ninetieth percentile of the finished waits of one stage, in working days."""

    __tablename__ = "usual_wait"

    stage: str = Field(primary_key=True)
    actor: str = Field(primary_key=True)
    cases: int
    median_days: int
    long_after: int
    reckoned_on: date


def known(session: Session) -> list[UsualWait]:
    """Give what was reckoned last."""
    return list(session.exec(select(UsualWait)))


def replace(session: Session, rows: Iterable[UsualWait]) -> None:
    """Put new figures in the place of the old ones."""
    session.execute(delete(UsualWait))
    session.add_all(rows)
    session.flush()


@dataclass(frozen=True, slots=True)
class Finished:
    """How many waits of one stage began and ended on the same days."""

    stage: str
    actor: str
    began_on: date
    ended_on: date
    count: int


def finished(session: Session, actors: Sequence[str], since: date) -> list[Finished]:
    """Count the finished waits for these actors that began since a day.

    Only counts leave the query: nobody can be read from them. Void events count for nothing, and neither does a wait
    whose first day nobody knew.
    """
    events = SQLModel.metadata.tables[str(StageRow.__tablename__)]
    one, later = events.alias("one"), events.alias("later")
    void = exists().where(
        later.c.person_id == one.c.person_id, later.c.returns_to <= one.c.number, later.c.number > one.c.number
    )
    ended = func.lead(one.c.began_on, type_=Date()).over(partition_by=one.c.person_id, order_by=one.c.number)
    kept = pick(one, ended).where(~void).subquery()
    ended_on = list(kept.c)[-1]
    same = (kept.c.stage, kept.c.actor, kept.c.began_on, ended_on)
    query = (
        pick(*same, func.count())
        .where(kept.c.began_known, ended_on >= kept.c.began_on, kept.c.began_on >= since)
        .where(kept.c.actor.in_(actors))
        .group_by(*same)
    )
    return [Finished(*row) for row in session.execute(query)]
