"""A broadcast's messages on their way: the waves written in one statement, put off, taken back, changed afterwards."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, insert, literal
from sqlmodel import Session, cast, col, func, select, update

from bot.store import cards
from bot.store.broadcasts import PLANNED, SENT, SKIPPED, TOPIC, Broadcast, Recipient, shows
from bot.store.outbox import BULK, DROPPED, READY, Outbox
from bot.store.people import Person


def open_wave(session: Session, row: Broadcast, now: datetime) -> int:
    """Open the next wave: its people are marked and their messages written, whose words are drawn when they are taken.

    Gives how many people the wave has.
    """
    best = select(Recipient.person_id).where(Recipient.broadcast_id == row.id, Recipient.wave == 0)
    best = best.order_by(col(Recipient.rank))
    if row.wave_size:
        best = best.limit(row.wave_size)
    chosen = update(Recipient).where(
        col(Recipient.broadcast_id) == row.id, col(Recipient.person_id).in_(best.scalar_subquery())
    )
    opened = _changed(session, chosen.values(wave=row.wave + 1))
    if opened:
        row.wave, row.wave_at = row.wave + 1, now
        _enqueue(session, row, now)
    return opened


def _enqueue(session: Session, row: Broadcast, now: datetime) -> None:
    """Write the messages of a wave in one statement; a person who has one already gets none."""
    there = select(Outbox.id).where(
        Outbox.person_id == Recipient.person_id, Outbox.topic == TOPIC, Outbox.occurrence == row.id
    )
    names = {
        "id": literal(f"{row.id}:") + cast(col(Recipient.person_id), String),
        "person_id": col(Recipient.person_id), "number": col(Recipient.rank),
        **{name: literal(value, Outbox.__table__.c[name].type) for name, value in _common(row, now).items()},  # type: ignore[attr-defined] # every table model has its table
        "occurrence": literal(row.id), "method": literal("send"),
    }  # fmt: skip
    query = select(*names.values()).where(
        Recipient.broadcast_id == row.id, Recipient.wave == row.wave, Recipient.state == PLANNED, ~there.exists()
    )
    session.execute(insert(Outbox).from_select(list(names), query))


def change_cards(session: Session, row: Broadcast, now: datetime) -> int:
    """Let every delivered card that still shows the broadcast be drawn anew; gives how many."""
    row.version += 1
    got = set(
        session.exec(select(Recipient.person_id).where(Recipient.broadcast_id == row.id, Recipient.state == SENT))
    )
    mine = (Outbox.topic == TOPIC, Outbox.occurrence == row.id, col(Outbox.message_id).is_not(None))
    card = dict(session.exec(select(Outbox.person_id, Outbox.message_id).where(*mine)).all())
    rows = [
        _common(row, now) | {
            "id": f"{row.id}:{row.version}:{one.person_id}:{one.message_id}", "person_id": one.person_id,
            "number": 0, "occurrence": f"{row.id}:{row.version}:{one.message_id}", "method": "edit",
            "target": one.message_id,
        }
        for one in cards.showing(session, shows(row))
        if one.person_id in got and card.get(one.person_id, one.message_id) == one.message_id  # not what they opened
    ]  # fmt: skip
    if rows:
        session.execute(insert(Outbox), rows)
    return len(rows)


def _common(row: Broadcast, now: datetime) -> dict[str, Any]:
    return {
        "lane": BULK, "topic": TOPIC, "state": READY, "due_at": now, "created_at": now, "attempts": 0, "problem": "",
        "shows": None if row.closing else shows(row),
    }  # fmt: skip


def zones_waiting(session: Session, broadcast_id: str) -> list[str]:
    """Give the zones of the people to whom messages of a broadcast are still to be sent."""
    query = select(Person.zone).join(Outbox, col(Outbox.person_id) == col(Person.id)).where(*_to_send(broadcast_id))
    return list(session.exec(query.distinct()))


def put_off(session: Session, broadcast_id: str, until: datetime, zone: str = "") -> int:
    """Let what is still to be sent wait until a moment: all of it, or that to the people of one zone."""
    waiting = update(Outbox).where(*_to_send(broadcast_id))
    if zone:
        waiting = waiting.where(col(Outbox.person_id).in_(select(Person.id).where(Person.zone == zone)))
    return _changed(session, waiting.values(due_at=until))


def _to_send(broadcast_id: str) -> tuple[Any, ...]:
    return (col(Outbox.topic) == TOPIC, col(Outbox.occurrence) == broadcast_id, col(Outbox.state) == READY)


def settle_dropped(session: Session, broadcast_id: str) -> int:
    """Mark those as skipped whose message was taken back because they stopped, blocked us or wanted no more."""
    dropped = select(Outbox.person_id).where(
        Outbox.topic == TOPIC, Outbox.occurrence == broadcast_id, Outbox.state == DROPPED
    )
    lost = update(Recipient).where(
        col(Recipient.broadcast_id) == broadcast_id, col(Recipient.state) == PLANNED, col(Recipient.wave) > 0,
        col(Recipient.person_id).in_(dropped.scalar_subquery()),
    )  # fmt: skip
    return _changed(session, lost.values(state=SKIPPED, reason="stopped"))


def skip_rest(session: Session, broadcast_id: str, reason: str) -> int:
    """Mark everybody to whom nothing will be sent any more."""
    rest = update(Recipient).where(col(Recipient.broadcast_id) == broadcast_id, col(Recipient.state) == PLANNED)
    return _changed(session, rest.values(state=SKIPPED, reason=reason))


def drop_waiting(session: Session, broadcast_id: str) -> int:
    """Take back every message of a broadcast that was not sent; gives how many."""
    return _changed(session, update(Outbox).where(*_to_send(broadcast_id)).values(state=DROPPED))


def drop_person(session: Session, person_id: int) -> int:
    """Take back every broadcast that was not sent to this person yet."""
    waiting = update(Outbox).where(
        col(Outbox.person_id) == person_id, col(Outbox.topic) == TOPIC, col(Outbox.state) == READY
    )
    return _changed(session, waiting.values(state=DROPPED))


def waiting(session: Session, broadcast_id: str) -> int:
    """Count the messages of a broadcast that are still to be sent."""
    return session.exec(select(func.count()).select_from(Outbox).where(*_to_send(broadcast_id))).one()


def _changed(session: Session, statement: Any) -> int:
    done = session.execute(statement, execution_options={"synchronize_session": False})
    return int(done.rowcount)  # type: ignore[attr-defined] # an UPDATE has a row count
