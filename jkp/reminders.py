"""What a worker is reminded of, and when: only while something is missing, each occurrence once."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jkp.claims import Position, Stage, Step
from jkp.declared import Declared
from jkp.outlook import outlook

DAYS_BEFORE = (1, 3, 7, 14)
SHORTLY_BEFORE = (1, 3)  # the search is done, only the filing day is to be remembered
_CLAIM_STAGES = frozenset(
    {Stage.UNKNOWN, Stage.PHK_NOT_REPORTED, Stage.PHK_REPORTED, Stage.DISPUTED, Stage.REJECTED_FIXABLE}
)


class Topic(StrEnum):
    """What the reminder is about."""

    CLAIM_DEADLINE = "claim_deadline"
    SEARCH_SHORT = "search_short"  # applications still missing before the month can be filed
    MONTH_OPENS = "month_opens"
    MONTH_CLOSES = "month_closes"
    STATUS_FORM = "status_form"


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder that is due. `occurrence` is the same for the same reminder, however often it is found."""

    topic: Topic
    deadline: date
    days_before: int  # 14, 7, 3 or 1: the last of these points that was reached
    occurrence: str


def due(declared: Declared, position: Position, day: date) -> tuple[Due, ...]:
    """Find the reminders that are due on a day; a day that was skipped is made up by the next one.

    `position` is the claim's place on that same day.
    """
    topics: list[tuple[Topic, date | None]] = []
    if position.stage in _CLAIM_STAGES:
        topics.append((Topic.CLAIM_DEADLINE, outlook(declared, day).deadline))
    topics += _month_topics(position)
    found = (_due(topic, deadline, day) for topic, deadline in topics if deadline is not None)
    return tuple(each for each in found if each is not None)


def _month_topics(position: Position) -> list[tuple[Topic, date | None]]:
    window = position.window
    if window is None or position.stage not in {Stage.PAID, Stage.MONTH_OPEN}:
        return []
    if position.stage is Stage.PAID:
        topic = Topic.SEARCH_SHORT if position.next_step is Step.DO_APPLICATIONS else Topic.MONTH_OPENS
        return [(topic, window.opens)]
    topic = Topic.STATUS_FORM if position.next_step is Step.STATUS_FORM else Topic.MONTH_CLOSES
    return [(topic, window.closes)]


def _due(topic: Topic, deadline: date, day: date) -> Due | None:
    left = (deadline - day).days
    points = SHORTLY_BEFORE if topic is Topic.MONTH_OPENS else DAYS_BEFORE
    point = next((each for each in points if left <= each), None)
    if left < 0 or point is None:
        return None
    return Due(topic, deadline, point, f"{topic}:{deadline.isoformat()}:{point}")
