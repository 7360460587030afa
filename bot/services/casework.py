"""A claim as a case: every move is noted once, and claims that may have moved by themselves are looked at again."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.deps import today
from bot.services import following, status, tracking
from bot.services.status import Standing
from bot.store import cases, people, stage_events
from bot.store.people import Person
from bot.store.stage_events import StageRow, Watch
from jkp.declared import Source
from jkp.membership.tables import Member
from jkp.stage_events import TIME, StageEvent, next_event, next_look
from jkp.stages import Actor, Stage

BATCH = 50  # one transaction; on SQLite nobody else writes meanwhile


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim that moved while nobody looked: whose, where it stands now, and the event."""

    person_id: int
    standing: Standing
    event: StageEvent


def events(session: Session, person_id: int) -> tuple[StageEvent, ...]:
    """Give the course of a person's claim so far."""
    return tuple(
        StageEvent(
            number=row.number, stage=Stage(row.stage), actor=Actor(row.actor), month=row.month, began_on=row.began_on,
            began_known=row.began_known, mover=row.mover, returns_to=row.returns_to,
        )
        for row in stage_events.of(session, person_id)
    )  # fmt: skip


def note(session: Session, person: Person, standing: Standing | None, now: datetime) -> StageEvent | None:
    """Note where the claim stands now, if it moved, and when to look again; gives the event, None if it stood still."""
    event = None
    if standing is not None:
        event = next_event(events(session, person.id), standing.position, standing.declared, standing.today)
        if event is not None:
            stage_events.add(session, _row(person.id, event, now))
    stage_events.watch(session, _watch(session, person, standing))
    tracking.keep(session, person, standing, now)
    return event


@dataclass(frozen=True, slots=True)
class Looked:
    """How many claims were looked at, and those that an institution moved, of people who wished to be told."""

    count: int
    moved: tuple[Moved, ...]


def look(session: Session, now: datetime) -> Looked:
    """Look at claims that may have moved, note what did, plan their reminders anew; time's moves have reminders."""
    found: list[Moved] = []
    people_due = stage_events.due(session, now, BATCH)
    for person_id in people_due:
        person = people.find(session, person_id)
        if person is None:
            continue
        standing = status.check(session, person, today(now, person.zone))
        event = note(session, person, standing, now)
        if standing is None or event is None:
            continue
        standing = following.plan(session, person, standing, now)
        if standing.reminders_wanted and event.number > 1 and event.mover not in (TIME, Source.WORKER):
            found.append(Moved(person.id, standing, event))
    return Looked(len(people_due), tuple(found))


def _row(person_id: int, event: StageEvent, now: datetime) -> StageRow:
    return StageRow(
        person_id=person_id, number=event.number, stage=event.stage, actor=event.actor, month=event.month,
        began_on=event.began_on, began_known=event.began_known, mover=event.mover, returns_to=event.returns_to,
        noted_at=now,
    )  # fmt: skip


def _watch(session: Session, person: Person, standing: Standing | None) -> Watch:
    link = cases.link_of(session, person.id)
    member = session.get(Member, link.member_id) if link is not None else None
    day = None
    if standing is not None:
        day = next_look(standing.position, standing.declared, standing.today)
    return Watch(
        person_id=person.id,
        look_at=None if day is None else midnight(day, person.zone),
        member_id=member.id if member is not None else "",
        seen_as_of=member.as_of if member is not None else None,
    )


def midnight(day: date, zone: str) -> datetime:
    """Give the moment at which a day begins at a place."""
    return datetime.combine(day, time(), ZoneInfo(zone))
