"""How long the stages usually take here: reckoned by the clock from counts of finished waits, read by every card."""

from collections import defaultdict
from datetime import date, timedelta

from sqlmodel import Session

from bot.services.workdays import closed_days
from bot.store import usual_waits
from bot.store.usual_waits import UsualWait
from jkp.rules.deadlines import working_days_between
from jkp.stages import Actor, Stage
from jkp.waiting import Basis, Key, Known, Usual
from jkp.waiting import reckon as reckoned

OTHERS = (Actor.EMPLOYER, Actor.BPJS_TK, Actor.MEDIATOR)  # whom a worker waits for
LOOK_BACK = timedelta(days=365)  # how offices work now, not how they once did


def reckon(session: Session, today: date) -> int:
    """Reckon every usual wait anew; gives how many stages have enough finished waits to say something."""
    counts: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for one in usual_waits.finished(session, OTHERS, today - LOOK_BACK):
        days = working_days_between(one.began_on, one.ended_on, holidays=closed_days(one.ended_on))
        counts[one.stage, one.actor].append((days, one.count))
    found = {key: reckoned(waits) for key, waits in counts.items()}
    rows = [
        UsualWait(
            stage=stage, actor=actor, cases=usual.cases, median_days=usual.working_days,
            long_after=usual.long_after, reckoned_on=today,
        )
        for (stage, actor), usual in found.items()
        if usual is not None
    ]  # fmt: skip
    usual_waits.replace(session, rows)
    return len(rows)


def known(session: Session) -> Known:
    """Give what was reckoned last."""
    return {
        _key(row): Usual(row.median_days, row.long_after, Basis.OWN, row.cases) for row in usual_waits.known(session)
    }


def _key(row: UsualWait) -> Key:
    return Stage(row.stage), Actor(row.actor)
