"""What of a claim is still owed, as entries of a calendar: which days, told when, under which lasting name.

Three kinds of time meet here. A day of the law (the last day to claim, a filing window) is a calendar day in
Indonesia: it is written as a date without an hour, so that no calendar moves it, whether its reader sits in Taipei or
Riyadh. A deed (file the month) is a moment: the reader's own hour and zone, but always within that Indonesian day, in
Jakarta and in Jayapura alike, even where the reader's own date is another one. An alarm is a moment too: the reader's
waking hour so many days before, worked out over a change of the clocks, and written in UTC, which no calendar can
read in two ways.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.deps import today
from bot.services import hours, status
from bot.services.status import Standing
from bot.services.workdays import closed_days
from bot.store import applications, registrations
from bot.store.people import Person
from bot.store.registrations import CONFIRMED
from intake.tables import Status
from jkp import reminders as rules
from jkp.declared import value
from jkp.reminders import Topic
from jkp.rules.case import Certainty
from jkp.rules.deadlines import LAST_WINDOW, Window, filing_window
from jkp.stages import IN_MONTHS, Stage
from training_catalog import editing

DAYS_BEFORE = (7, 3, 1)
WEST, EAST = (
    ZoneInfo("Asia/Jakarta"),
    ZoneInfo("Asia/Jayapura"),
)  # a day begins last in the one, ends first in the other
ONE_DAY = timedelta(days=1)
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_LATER_MONTHS_SURE = IN_MONTHS - {Stage.MONTH_MISSED}  # after a missed month nobody knows what follows


class Kind(StrEnum):
    """What is to be done."""

    CLAIM = "claim"  # the last day for the first claim
    MONTH = "month"  # the window of a later month
    FORM = "form"  # the status form of the last month
    CALL = "call"  # a test or an interview
    COURSE = "course"  # a course with a confirmed seat


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is owed, from `first` to `last` (calendar days in Indonesia, both included).

    `uid` is the same whenever it is written, so that it takes the place of what was imported before. `deed` is the
    moment to act on the safe day; `ends` is when the last day is over in the first part of Indonesia.
    """

    kind: Kind
    uid: str
    first: date
    last: date
    safe_day: date
    ends: datetime
    alarms: tuple[datetime, ...]
    deed: datetime | None = None
    month: int = 0
    employer: str = ""
    course: str = ""
    where: str = ""
    is_portal: bool = False  # the day was read on the portal
    sure: bool = True  # False: the safe day of a range of last days


@dataclass(frozen=True, slots=True)
class Owed:
    """Everything for one person's calendar. `sequence` grows with every writing, so that the newest wins."""

    entries: tuple[Entry, ...]
    made: datetime
    zone: str
    discreet: bool
    sequence: int


def owed(session: Session, person: Person, now: datetime) -> Owed:
    """Give what is still owed from today on; nothing that is done, over, or not on the status card at this level."""
    day = today(now, person.zone)
    standing = status.check(session, person, day)
    writer = _Writer(session, person, now)
    entries = [*_claim(writer, standing), *_months(writer, standing)] if standing is not None else []
    entries += [*_calls(writer, day), *_courses(writer, day)]
    sequence = int((now - _COUNTED_FROM).total_seconds())
    return Owed(tuple(sorted(entries, key=_order)), now, person.zone, person.discreet, sequence)


def _order(entry: Entry) -> tuple[date, str]:
    return entry.first, entry.kind


@dataclass(frozen=True, slots=True)
class _Writer:
    """Whose calendar it is and when it is written."""

    session: Session
    person: Person
    now: datetime

    def entry(self, kind: Kind, days: Window, *, name: object = "", month: int = 0, **more: object) -> Entry:
        """Make an entry of the days with its name and its alarms; those that have passed would ring at once."""
        sealed = self.session.info["sealer"].blinds(f"{self.person.id}:{kind}:{name}", "calendar")[-1]
        moments = (hours.at(days.opens - timedelta(days=n), self.person.remind_hour, self.person.zone)
                   for n in DAYS_BEFORE)  # fmt: skip
        return Entry(
            kind=kind, uid=sealed[:32], first=days.opens, last=days.closes, safe_day=days.safe_day,
            ends=over(days.closes), alarms=tuple(moment for moment in moments if moment > self.now), month=month,
            **more,  # type: ignore[arg-type] # what only some kinds have
        )  # fmt: skip


def _one_day(day: date) -> Window:
    return Window(day, day, day, Certainty.LAW)


def _claim(writer: _Writer, standing: Standing) -> list[Entry]:
    """The last day to claim, where a reminder of it would still be due on that day."""
    view = standing.outlook
    if view.deadline is None or view.deadline < standing.today:
        return []
    due = rules.due(view, standing.position, view.deadline)
    is_owed = any(one.topic is Topic.CLAIM_DEADLINE for one in due)
    return [writer.entry(Kind.CLAIM, _one_day(view.deadline), sure=view.deadline_sure)] if is_owed else []


def _months(writer: _Writer, standing: Standing) -> list[Entry]:
    found: list[Entry] = []
    for month, window in _windows(standing):
        if window.closes < standing.today:
            continue
        portal = value(standing.declared.portal_date)
        is_own = month == standing.position.month
        deed = moment_on(window.safe_day, writer.person.remind_hour, writer.person.zone)
        found.append(
            writer.entry(
                Kind.MONTH, window, name=month, month=month, is_portal=is_own and portal == window.safe_day,
                deed=deed if deed > writer.now else None,
            )
        )  # fmt: skip
        if month == LAST_WINDOW and not value(standing.declared.status_form_done):
            found.append(writer.entry(Kind.FORM, _one_day(max(window.safe_day, standing.today)), month=month))
    return found


def _windows(standing: Standing) -> list[tuple[int, Window]]:
    """The running month's window as the card shows it; later ones where the day of the claim may be seen.

    A day that only the register tells waits for the second level: later windows would give it away.
    """
    place, said = standing.position, standing.declared
    found: list[tuple[int, Window]] = []
    if place.window is not None and rules.due(standing.outlook, place, place.window.safe_day):
        found.append((place.month, place.window))
    filed = value(said.claim_date)
    if filed is None or standing.locked(said.claim_date) or place.stage not in _LATER_MONTHS_SURE:
        return found
    later = range(place.month + 1, LAST_WINDOW + 1)
    return found + [(month, filing_window(filed, month, holidays=closed_days(filed))) for month in later]


def _calls(writer: _Writer, day: date) -> list[Entry]:
    """Tests and interviews logged for a day to come; of one logged today only the call was today."""
    rows = applications.standing(writer.session, writer.person.id)
    return [
        writer.entry(Kind.CALL, _one_day(row.on), name=row.id, employer=row.employer or row.title)
        for row in rows
        if row.kind == applications.CALL and row.on > day
    ]


def _courses(writer: _Writer, day: date) -> list[Entry]:
    """Courses with a confirmed seat that have not ended; a closed one is not in the calendar any more."""
    rows = [row for row in registrations.all_of(writer.session, writer.person.id) if row.state == CONFIRMED]
    found = ((row, editing.find(writer.session, str(row.course_id))) for row in rows)
    return [
        writer.entry(
            Kind.COURSE, Window(course.starts, course.starts, course.ends or course.starts, Certainty.LAW), name=row.id,
            course=course.programme, where=course.location or course.provider,
        )
        for row, course in found
        if course is not None and course.starts is not None and course.status == Status.OPEN.value
        and (course.ends or course.starts) >= day
    ]  # fmt: skip


def over(day: date) -> datetime:
    """Give the moment at which a day ends in the first part of Indonesia (UTC)."""
    return datetime.combine(day + ONE_DAY, time(), EAST).astimezone(UTC)


def moment_on(day: date, hour: int, zone: str) -> datetime:
    """Give a waking moment of the reader that lies within a day everywhere in Indonesia: at their hour if it can (UTC).

    Far from Indonesia that hour may fall on the reader's own day before.
    """
    begins, ends = datetime.combine(day, time(), WEST).astimezone(UTC), over(day)
    wanted = (hours.at(day + timedelta(days=shift), hour, zone) for shift in (-1, 0, 1))
    return next((moment for moment in wanted if begins <= moment < ends), hours.waking(begins, zone))
