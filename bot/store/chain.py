"""From a broadcast to new work, counted in one question: who got it, said yes, applied, met the month, was placed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, distinct, exists, func
from sqlalchemy import select as pick
from sqlmodel import Session, col

from bot.store import broadcasts
from bot.store.applications import APPLICATION, Application
from bot.store.broadcasts import Broadcast, Recipient
from bot.store.outcomes import BY_REGISTER, MonthMet, Placement
from bot.store.profiles import WorkProfile

STEPS = ("sent", "yes", "applied", "met", "placed")  # the chain of broadcasts, each a part of those who got one
WHOLE = ("applied_all", "met_all", "placed_all", "placed_register")  # everybody of the area, whatever led there


@dataclass(frozen=True, slots=True)
class Span:
    """A month as moments (when something was sent) and as days (when something came of it), both without the end."""

    since: datetime
    until: datetime
    first: date
    after: date


@dataclass(frozen=True, slots=True)
class Link:
    """One broadcast, and how many people stand at each step, in the order of STEPS."""

    id: str
    kind: str
    offer_id: str
    sent_at: datetime
    counts: tuple[int, ...]


def _pairs(span: Span, reach: ColumnElement[bool]) -> Any:
    """Give every (broadcast, person) that was sent in the span to somebody in reach, with a 1 or 0 a step."""
    applied = (
        col(Application.person_id) == col(Recipient.person_id),
        col(Application.vacancy_id) == col(Broadcast.offer_id),
        col(Broadcast.kind) == broadcasts.VACANCY,
        col(Application.kind) == APPLICATION,
        col(Application.undone_at).is_(None),
        col(Application.logged_at) >= col(Recipient.sent_at),
    )
    met = exists().where(
        *applied, col(MonthMet.person_id) == col(Application.person_id), col(MonthMet.met_on) >= col(Application.on)
    )
    placed = exists().where(
        *applied, col(Placement.person_id) == col(Application.person_id), col(Placement.undone_at).is_(None),
        col(Placement.began_on) >= col(Application.on),
    )  # fmt: skip
    both = (Recipient, Broadcast)
    return (
        pick(
            col(Recipient.broadcast_id), col(Recipient.person_id), col(Recipient.sent_at), col(Broadcast.kind),
            col(Broadcast.offer_id),
            _flag(col(Recipient.yes).is_(True), "yes"),
            _flag(exists().where(*applied).correlate(*both), "applied"),
            _flag(met.correlate(*both), "met"),
            _flag(placed.correlate(*both), "placed"),
        )
        .join(Broadcast, col(Broadcast.id) == col(Recipient.broadcast_id))
        .join(WorkProfile, col(WorkProfile.person_id) == col(Recipient.person_id), isouter=True)
        .where(col(Recipient.state) == broadcasts.SENT, reach)
        .where(col(Recipient.sent_at) >= span.since, col(Recipient.sent_at) < span.until)
        .subquery()
    )  # fmt: skip


def _flag(is_so: ColumnElement[bool], step: str) -> ColumnElement[int]:
    return case((is_so, 1), else_=0).label(step)


def totals(session: Session, span: Span, reach: ColumnElement[bool]) -> tuple[int, ...]:
    """Count different people at each step, over every broadcast of the span."""
    pairs = _pairs(span, reach)
    counted = (func.count(distinct(case((_at(pairs, step), pairs.c.person_id)))) for step in STEPS)
    return tuple(session.execute(pick(*counted)).one())


def links(session: Session, span: Span, reach: ColumnElement[bool]) -> list[Link]:
    """Give every broadcast of the span with its steps, the newest first."""
    pairs = _pairs(span, reach)
    begun = func.min(pairs.c.sent_at)
    counted = (func.sum(case((_at(pairs, step), 1), else_=0)) for step in STEPS)
    query = (
        pick(pairs.c.broadcast_id, pairs.c.kind, pairs.c.offer_id, begun, *counted)
        .group_by(pairs.c.broadcast_id, pairs.c.kind, pairs.c.offer_id)
        .order_by(begun.desc(), pairs.c.broadcast_id)
    )
    return [
        Link(broadcast_id, kind, offer_id or "", sent_at, tuple(int(one) for one in counts))
        for broadcast_id, kind, offer_id, sent_at, *counts in session.execute(query)
    ]


def _at(pairs: Any, step: str) -> Any:
    return pairs.c.person_id.is_not(None) if step == STEPS[0] else pairs.c[step] == 1


def people_at(
    session: Session, span: Span, reach: ColumnElement[bool], step: str, broadcast_id: str = ""
) -> list[int]:  # fmt: skip
    """Give the people behind a figure: of one broadcast, or of all; steps of the whole area know no broadcast."""
    if step in WHOLE:
        return list(session.execute(_whole(span, reach, step)).scalars())
    pairs = _pairs(span, reach)
    query = pick(pairs.c.person_id).distinct().where(_at(pairs, step)).order_by(pairs.c.person_id)
    if broadcast_id:
        query = query.where(pairs.c.broadcast_id == broadcast_id)
    return list(session.execute(query).scalars())


def _whole(span: Span, reach: ColumnElement[bool], step: str) -> Any:
    """Ask for the different people of the area for whom something came true in the span."""
    owner, conditions = _OUTCOMES[step](span)
    return (
        pick(owner)
        .distinct()
        .join(WorkProfile, col(WorkProfile.person_id) == owner, isouter=True)
        .where(reach, *conditions)
        .order_by(owner)
    )


def _applied_all(span: Span) -> tuple[Any, Sequence[ColumnElement[bool]]]:
    return col(Application.person_id), (
        col(Application.kind) == APPLICATION, col(Application.undone_at).is_(None),
        col(Application.on) >= span.first, col(Application.on) < span.after,
    )  # fmt: skip


def _met_all(span: Span) -> tuple[Any, Sequence[ColumnElement[bool]]]:
    return col(MonthMet.person_id), (col(MonthMet.met_on) >= span.first, col(MonthMet.met_on) < span.after)


def _placed_all(span: Span) -> tuple[Any, Sequence[ColumnElement[bool]]]:
    return col(Placement.person_id), (
        col(Placement.undone_at).is_(None), col(Placement.began_on) >= span.first,
        col(Placement.began_on) < span.after,
    )  # fmt: skip


def _placed_register(span: Span) -> tuple[Any, Sequence[ColumnElement[bool]]]:
    owner, conditions = _placed_all(span)
    return owner, (*conditions, col(Placement.source) == BY_REGISTER)


_OUTCOMES = {
    "applied_all": _applied_all,
    "met_all": _met_all,
    "placed_all": _placed_all,
    "placed_register": _placed_register,
}


def whole(session: Session, span: Span, reach: ColumnElement[bool]) -> tuple[int, ...]:
    """Count the different people of the area for each of WHOLE."""
    counted = (pick(func.count()).select_from(_whole(span, reach, step).subquery()) for step in WHOLE)
    return tuple(session.execute(one).scalar_one() for one in counted)
