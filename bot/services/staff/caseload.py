"""The caseload: every client in reach with the one thing to do next and why, most pressing first."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from rapidfuzz import fuzz, process
from sqlmodel import Session

from bot.services.staff.seat import Seat
from bot.store import clients, people, staff
from bot.store.clients import Row
from jkp.stages import IN_MONTHS, OVER, Stage

RISK_DAYS, SOON_DAYS, SILENT_DAYS, NEWS_DAYS = 3, 14, 14, 7
PAST_DAYS = 30  # a day that passed longer ago is history, not danger
PAGE = 4  # people on one page
MOST_FOUND = 5
ALL = "all"  # the list of everybody
LISTED = "case:list"  # the trace of a name on a list
LIKE = 74  # of 100: "Sarri" and "Seri" are Sari, "Lestari" is not


class Need(StrEnum):
    """What a client needs from the office, the most pressing first."""

    RISK = "risk"  # a payment or the claim itself is in danger
    WAITING = "waiting"  # asked for a human, or is held by the member
    PROMISE = "promise"  # something promised is due
    OVERDUE = "overdue"  # an office or the employer is silent for too long
    SOON = "soon"  # something is due within two weeks
    IDLE = "idle"  # months run and nothing was applied for in this one
    SILENT = "silent"  # not heard of for two weeks
    GOOD = "good"  # found work
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class Client:
    """One client on one day. `name` is opened only for those who are shown; days count from today."""

    person_id: int
    need: Need  # the most pressing one
    needs: tuple[Need, ...] = ()  # every one that holds, in order
    name: str = ""
    stage: str = ""
    actor: str = ""
    step: str = ""
    month: int = 0
    due: str = ""
    deadline: date | None = None
    left: int | None = None  # days to the deadline; below zero: past
    missing: int = 0
    applied: int = 0
    late: bool = False  # the promised time of an answer has passed
    held: bool = False
    request_id: str = ""
    promised_on: date | None = None
    found_on: date | None = None
    quiet_days: int = 0
    paused: bool = False  # stopped us, or blocked the bot


@dataclass(frozen=True, slots=True)
class Page:
    """Some clients of one list, in order: of a need, of a place where claims are held up, or of everybody."""

    clients: tuple[Client, ...]
    name: str  # of the list
    number: int
    pages: int
    total: int


def everybody(session: Session, seat: Seat) -> tuple[Client, ...]:
    """Give every client in reach, most pressing first, without opening a name."""
    rows = clients.caseload(session, seat.caring, seat.day.replace(day=1))
    return tuple(sorted((client(row, seat) for row in rows), key=_pressing))


def one(session: Session, seat: Seat, person_id: int) -> Client | None:
    """Give one client with the name; None for whoever is not in reach, whatever button named them."""
    row = clients.one(session, seat.caring, person_id, seat.day.replace(day=1))
    return None if row is None else replace(client(row, seat), name=short_name(clients.name_of(session, row)))


def client(row: Row, seat: Seat) -> Client:
    """Say what a client needs today."""
    state = row.state
    deadline = state.deadline if state else None
    found = Client(
        person_id=row.person_id,
        need=Need.CALM,
        stage=state.stage if state else "",
        actor=state.actor if state else "",
        step=state.step if state else "",
        month=state.month if state else 0,
        due=state.due if state else "",
        deadline=deadline,
        left=(deadline - seat.day).days if deadline else None,
        missing=state.missing if state else 0,
        applied=row.applied,
        late=bool(row.answer_by and seat.now > row.answer_by),
        held=row.held_by in seat.ids,
        request_id=row.request_id,
        promised_on=row.promised_on,
        found_on=state.found_on if state else None,
        quiet_days=max((seat.now - row.seen_at).days, 0),
        paused=row.stopped or row.blocked,
    )
    needs = _needs(found, row, seat.day)
    return replace(found, need=needs[0], needs=needs)


def _needs(found: Client, row: Row, day: date) -> tuple[Need, ...]:
    overdue = row.state.overdue_on if row.state else None
    checks = (
        (Need.RISK, _falls(found, RISK_DAYS)),
        (Need.WAITING, bool(row.request_id) and (row.held_by is None or found.held)),
        (Need.PROMISE, row.promised_on is not None and row.promised_on <= day + timedelta(days=1)),
        (Need.OVERDUE, overdue is not None and overdue <= day),
        (Need.SOON, _falls(found, SOON_DAYS) and not _falls(found, RISK_DAYS)),
        (Need.GOOD, found.found_on is not None and day - found.found_on <= timedelta(days=PAST_DAYS)),
        (Need.IDLE, found.stage in IN_MONTHS | {Stage.VERIFYING} and not found.applied),
        (Need.SILENT, found.quiet_days >= SILENT_DAYS and found.stage not in OVER),
    )
    return tuple(need for need, is_so in checks if is_so) or (Need.CALM,)


def _falls(found: Client, days: int) -> bool:
    """Whether what the worker owes falls due within so many days; what passed a month ago is history."""
    return bool(found.due) and found.left is not None and -PAST_DAYS <= found.left <= days


def _pressing(found: Client) -> tuple[int, bool, int, int]:
    order = list(Need).index(found.need)
    return order, not found.late, found.left if found.left is not None else 999, found.person_id


def counts(found: tuple[Client, ...]) -> Mapping[Need, int]:
    """Count the clients by need; who needs two things counts for both."""
    return Counter(need for one in found for need in one.needs)


def of_need(found: tuple[Client, ...], need: Need | None) -> list[Client]:
    """Give those who need this, told as needing this; everybody for None."""
    if need is None:
        return list(found)
    return [replace(one, need=need) for one in found if need in one.needs]


def page(session: Session, seat: Seat, need: Need | None, number: int) -> Page:
    """Give one page with names; each name that is shown is a reading, noted once a day."""
    return paged(session, seat, of_need(everybody(session, seat), need), need.value if need else ALL, number)


def paged(session: Session, seat: Seat, found: list[Client], name: str, number: int) -> Page:
    """Give one page of a list with the names of those who stand on it."""
    pages = max(-(-len(found) // PAGE), 1)
    number = min(max(number, 0), pages - 1)
    shown = tuple(named(session, one) for one in found[number * PAGE : (number + 1) * PAGE])
    note_listed(session, seat, shown)
    return Page(shown, name, number, pages, len(found))


def after(session: Session, seat: Seat, need: Need, person_id: int) -> Client | None:
    """Give the next client of a need after this one, the first one after the last; None when nobody has the need."""
    found = of_need(everybody(session, seat), need)
    ids = [one.person_id for one in found]
    at = ids.index(person_id) + 1 if person_id in ids else 0
    return named(session, found[at % len(found)]) if found else None


def search(session: Session, seat: Seat, typed: str) -> tuple[Client, ...]:
    """Find clients by name, spelling mistakes forgiven; names are opened in reach only, and kept nowhere."""
    rows = clients.caseload(session, seat.caring, seat.day.replace(day=1))
    names = {row.person_id: clients.name_of(session, row) for row in rows}
    by_id = {row.person_id: row for row in rows}
    found = process.extract(
        typed.casefold(), {key: name.casefold() for key, name in names.items() if name},
        scorer=likeness, score_cutoff=LIKE, limit=MOST_FOUND,
    )  # fmt: skip
    shown = tuple(
        replace(client(by_id[person_id], seat), name=short_name(names[person_id])) for _n, _s, person_id in found
    )
    note_listed(session, seat, shown)
    return shown


def likeness(typed: str, name: str, **_kwargs: object) -> float:
    """Compare what was typed with a whole name and with each of its words, 0..100."""
    words = (name, *name.split())
    return max(fuzz.ratio(typed, word) for word in words)


def named(session: Session, found: Client) -> Client:
    """Open the name of a client who is shown."""
    person = people.find(session, found.person_id)
    return replace(found, name=short_name(people.name_of(session, person) if person is not None else ""))


def short_name(name: str) -> str:
    """Shorten a name for a list: "Sari Putri Ayu" is Sari P."""
    words = name.split()
    return f"{words[0]} {words[1][0].upper()}." if len(words) > 1 else "".join(words)


def note_listed(session: Session, seat: Seat, shown: tuple[Client, ...]) -> None:
    """Leave one row a day for each who stood on a list of this member."""
    ids = [one.person_id for one in shown]
    known = clients.listed_since(session, seat.member.id, LISTED, ids, seat.now - timedelta(days=1))
    for person_id in ids:
        if person_id not in known:
            staff.note(session, seat.member.id, person_id, LISTED, seat.now)
