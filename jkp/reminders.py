"""What a worker is reminded of, and when: only while something is missing, each occurrence once."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jkp.claims import Position, Stage, Step
from jkp.outlook import Outlook
from jkp.rules.duties import FIRST_MONTH

DAYS_BEFORE = (0, 1, 3, 7, 14)  # the last day itself too: who asks on its eve, after the hour, still hears of it
_CLAIM_STAGES = frozenset(
    {Stage.UNKNOWN, Stage.PHK_NOT_REPORTED, Stage.PHK_REPORTED, Stage.DISPUTED, Stage.REJECTED_FIXABLE}
)
_MONTH_STAGES = frozenset({Stage.PAID, Stage.MONTH_OPEN, Stage.REJECTED_FIXABLE})


class Topic(StrEnum):
    """What the reminder is about."""

    CLAIM_DEADLINE = "claim_deadline"
    SEARCH_SHORT = "search_short"  # applications still missing before the month can be filed
    MONTH_CLOSES = "month_closes"
    STATUS_FORM = "status_form"


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder that is due. `occurrence` is the same for the same reminder, however often it is found."""

    topic: Topic
    deadline: date
    days_before: int  # 14, 7, 3, 1 or 0: the last of these points that was reached
    occurrence: str


def due(view: Outlook, position: Position, day: date) -> tuple[Due, ...]:
    """Find the reminders that are due on a day; a day that was skipped is made up by the next one.

    `view` and `position` are the claim's on that day, or on a day before it if nothing is done until then.
    """
    topics: list[tuple[Topic, date | None]] = []
    if position.stage in _CLAIM_STAGES and position.month <= FIRST_MONTH:
        topics.append((Topic.CLAIM_DEADLINE, view.deadline))
    topics += _month_topics(position, day)
    found = (_due(topic, deadline, day) for topic, deadline in topics if deadline is not None)
    return tuple(each for each in found if each is not None)


def _month_topics(position: Position, day: date) -> list[tuple[Topic, date | None]]:
    """Before the month opens, what is missing for it, and silence when nothing is; from then on the safe day.

    Where a window ends is not known, so its last day is no deadline that we would name.
    """
    window = position.window
    if window is None or position.stage not in _MONTH_STAGES:
        return []
    form = position.next_step is Step.STATUS_FORM
    if day >= window.opens:
        return [(Topic.STATUS_FORM if form else Topic.MONTH_CLOSES, window.safe_day)]
    if form:
        return [(Topic.STATUS_FORM, window.opens)]
    return [(Topic.SEARCH_SHORT, window.opens)] if position.next_step is Step.DO_APPLICATIONS else []


def _due(topic: Topic, deadline: date, day: date) -> Due | None:
    left = (deadline - day).days
    point = next((each for each in DAYS_BEFORE if left <= each), None)
    if left < 0 or point is None:
        return None
    return Due(topic, deadline, point, f"{topic}:{deadline.isoformat()}:{point}")
