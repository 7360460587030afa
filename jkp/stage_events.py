"""The course of a claim as events: what a new position adds to what was noted, and what moved it there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jkp.claims import Position
from jkp.declared import FIELDS, Declared, Fact, Source, value
from jkp.rules.deadlines import claim_deadline
from jkp.stages import Actor, Stage

TIME = "time"  # nobody's word: a window opened or closed, a deadline passed
_DECIDED_BY: dict[Stage, tuple[str, ...]] = {
    Stage.DISPUTED: ("cause",),
    Stage.PHK_NOT_REPORTED: ("reported",),
    Stage.PHK_REPORTED: ("reported_on", "reported"),
    Stage.VERIFYING: ("claim_date",),
    Stage.PAID: ("paid_through_month",),
    Stage.SUBMITTED: ("filed_month",),
    Stage.REJECTED_FIXABLE: ("refused",),
    Stage.STOPPED_EMPLOYED: ("employed_again_on",),
    Stage.FINISHED: ("paid_through_month",),
}
_BY_TIME = frozenset({Stage.MONTH_OPEN, Stage.MONTH_MISSED, Stage.STOPPED_DEADLINE})


@dataclass(frozen=True, slots=True)
class StageEvent:
    """One move of a claim, numbered from 1. `mover` is who said the deciding fact, or "time".

    `began_known` False: nobody said when it began, and `began_on` is the day it was noted. `returns_to` names the
    event from which on everything before this one is void: a word was taken back, or a day corrected.
    """

    number: int
    stage: Stage
    actor: Actor
    month: int
    began_on: date
    began_known: bool
    mover: str
    returns_to: int | None = None

    @property
    def place(self) -> tuple[Stage, Actor, int]:
        """What makes two events the same step."""
        return self.stage, self.actor, self.month


def standing(events: Sequence[StageEvent]) -> tuple[StageEvent, ...]:
    """Give the events that were not made void later, in order."""
    kept: list[StageEvent] = []
    for event in events:
        if event.returns_to is not None:
            kept = [one for one in kept if one.number < event.returns_to]
        kept.append(event)
    return tuple(kept)


def next_event(events: Sequence[StageEvent], place: Position, declared: Declared, day: date) -> StageEvent | None:
    """Give the event that a position adds to those noted so far; None when the claim has not moved."""
    known = standing(events)
    last = known[-1] if known else None
    here = (place.stage, place.actor, place.month)
    if last is not None and last.place == here and place.since in (None, last.began_on if last.began_known else None):
        return None
    return StageEvent(
        number=len(events) + 1,
        stage=place.stage,
        actor=place.actor,
        month=place.month,
        began_on=place.since or day,
        began_known=place.since is not None,
        mover=mover(place, declared),
        returns_to=_returns_to(known, place),
    )


def _returns_to(known: Sequence[StageEvent], place: Position) -> int | None:
    """Find the event that is told again: the same step from the same day, or the last one with a better day."""
    here = (place.stage, place.actor, place.month)
    if known and known[-1].place == here:
        return known[-1].number
    same = (one for one in known if one.place == here and place.since in (None, one.began_on))
    return next((one.number for one in same if one.began_known == (place.since is not None)), None)


def mover(place: Position, declared: Declared) -> str:
    """Say what brought a claim where it stands: the source of the deciding fact, the last one said, or time."""
    if place.stage in _BY_TIME:
        return TIME
    facts: list[Fact[object] | None] = [getattr(declared, name) for name in _DECIDED_BY.get(place.stage, FIELDS)]
    said = [fact for fact in facts if fact is not None]
    if not said:
        return Source.WORKER
    return said[0].source if place.stage in _DECIDED_BY else max(said, key=lambda fact: fact.on).source


def next_look(place: Position, declared: Declared, day: date) -> date | None:
    """Give the next day on which the claim can move by time alone; None when only news can move it."""
    after = timedelta(days=1)
    days = [declared.employed_again_on.value] if declared.employed_again_on else []
    if place.window is not None:
        days += [place.window.opens, place.window.closes + after]
    if declared.last_day is not None:  # of a range, both ends move the claim
        ended = declared.last_day.value
        days += [claim_deadline(one, value(declared.claim_date)) + after for one in (ended.first, ended.last)]
    return min((one for one in days if one > day), default=None)
