"""One chain from a broadcast to new work, and the figures of the month; every figure opens to the people behind it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col

from bot.services.responsible import CAPITAL_ZONE
from bot.services.staff import caseload
from bot.services.staff.seat import Seat
from bot.store import chain as rows
from bot.store import clients, people, staff
from bot.store.chain import STEPS, WHOLE, Link, Span
from bot.store.profiles import WorkProfile
from bot.store.staff import ADMIN
from jkp.rules.deadlines import add_months
from labour_market import search as catalogue

PAGE = 4  # names on one page, each a button to the case
MONTHS = 12
TRACE = "case:chain"


@dataclass(frozen=True, slots=True)
class Sent:
    """One broadcast of the month with its steps, in the order of STEPS. The title is empty for other kinds."""

    id: str
    kind: str
    title: str
    day: date
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A month: different people at each step over all broadcasts, each broadcast, and the whole area."""

    month: date  # its first day
    counts: tuple[int, ...]  # in the order of STEPS
    sent: tuple[Sent, ...]
    whole: tuple[int, ...]  # in the order of WHOLE
    may_open: bool = False  # the people behind the figures
    is_running: bool = False  # the month is not over


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a month: a step of the chain, of one broadcast or (empty) of all, or a count of the whole area."""

    month: date
    step: str
    broadcast_id: str = ""


@dataclass(frozen=True, slots=True)
class Behind:
    """The people behind one figure, as far as they agreed to be seen; `hidden` are only counted."""

    figure: Figure
    names: tuple[tuple[int, str], ...]
    hidden: int
    number: int
    pages: int


def month_of(text: str, day: date) -> date:
    """Read a month as buttons carry it ("2611") or as it is typed ("2026-11"); the running one for anything else."""
    digits = text.replace("-", "")
    if digits.isdecimal() and len(digits) in (4, 6):
        year, month = int(digits[:-2]) % 100 + 2000, int(digits[-2:])
        if 1 <= month <= MONTHS and (year, month) <= (day.year, day.month):
            return date(year, month, 1)
    return day.replace(day=1)


def span(month: date, zone: str) -> Span:
    """Give a month as it is at a place."""
    after = add_months(month, 1)
    return Span(_midnight(month, zone), _midnight(after, zone), month, after)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))


def of_seat(session: Session, seat: Seat, month: date) -> Chain:
    """Give the chain of a month for what a member reaches."""
    reach = staff.regions_clause(seat.seats, col(WorkProfile.region))
    found = _chain(session, span(month, seat.zone), reach, seat.day)
    return Chain(found.month, found.counts, found.sent, found.whole, may_open(seat), is_running(month, seat.day))


def of_area(session: Session, area: str, month: date, day: date) -> Chain:
    """Give the chain of a month for an area (a code; empty = everywhere), without those who are nowhere placed."""
    return _chain(session, span(month, CAPITAL_ZONE), within(area), day)


def within(area: str) -> ColumnElement[bool]:
    """Say in SQL that a person looks for work in an area; everybody for an empty one."""
    region = col(WorkProfile.region)
    if not area:
        return or_(region.is_(None), region.is_not(None))
    return or_(region == area, region.startswith(f"{area}.", autoescape=True))


def is_running(month: date, day: date) -> bool:
    """Whether a month is not over on a day."""
    return day < add_months(month, 1)


def may_open(seat: Seat) -> bool:
    """Whether a member may see people behind figures: counselors do; admins see figures, no persons."""
    return seat.member.role != ADMIN


def _chain(session: Session, when: Span, reach: ColumnElement[bool], day: date) -> Chain:
    links = rows.links(session, when, reach)
    titles = _titles(session, links, day)
    zone = when.since.tzinfo
    sent = tuple(
        Sent(one.id, one.kind, titles.get(one.offer_id, ""), one.sent_at.astimezone(zone).date(), one.counts)
        for one in links
    )
    counts, whole = rows.totals(session, when, reach), rows.whole(session, when, reach)
    return Chain(when.first, counts, sent, whole, is_running=is_running(when.first, day))


def _titles(session: Session, links: list[Link], day: date) -> dict[str, str]:
    ids = [one.offer_id for one in links if one.kind == "vacancy" and one.offer_id]
    return {one.offer.id: one.offer.title for one in catalogue.by_ids(session, ids, day)}


def behind(session: Session, seat: Seat, figure: Figure, number: int = 0) -> Behind | None:
    """Open the people behind a figure, in reach and as far as they agreed; each name that is shown leaves a trace.

    None for whoever may see figures only, and for a figure that there is not.
    """
    if not may_open(seat) or figure.step not in (*STEPS, *WHOLE):
        return None
    reach = staff.regions_clause(seat.seats, col(WorkProfile.region))
    found = rows.people_at(session, span(figure.month, seat.zone), reach, figure.step, figure.broadcast_id)
    seen = clients.who_agreed(session, found)
    pages = max(-(-len(seen) // PAGE), 1)
    number = min(max(number, 0), pages - 1)
    shown = seen[number * PAGE : (number + 1) * PAGE]
    for person_id in shown:
        staff.note(session, seat.member.id, person_id, TRACE, seat.now)
    staff.note(session, seat.member.id, None, f"chain:{figure.step}", seat.now)
    names = tuple((person_id, _name(session, person_id)) for person_id in shown)
    return Behind(figure, names, len(found) - len(seen), number, pages)


def _name(session: Session, person_id: int) -> str:
    person = people.find(session, person_id)
    return caseload.short_name(people.name_of(session, person)) if person is not None else ""
