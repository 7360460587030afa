"""The contract of a migrant worker: what the contributions cost, when it ends, and what is to be remembered before."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.deps import today as day_at
from bot.services import reminders as planning
from bot.services import typed
from bot.store import consents, contracts, reminders
from bot.store.people import INDONESIA, Person, find
from bot.store.reminders import Reminder
from intake import cells
from jkp.rules.migrant import Channel, Package, package

CONTRACT_END, COVERAGE_LAPSE = contracts.TOPICS
BEFORE = ((CONTRACT_END, 90), (CONTRACT_END, 30), (COVERAGE_LAPSE, 30))  # topic, days before the end
LONGEST_CONTRACT = 120  # months
FARTHEST = timedelta(days=10 * 366)
_MONTH_YEAR = re.compile(r"([a-z]+|[0-9]{1,2})[\s/.-]+([0-9]{4})")


@dataclass(frozen=True, slots=True)
class Cost:
    """Contributions of one contract."""

    channel: Channel
    months: int
    package: Package


@dataclass(frozen=True, slots=True)
class End:
    """When the contract ends and when the person will be reminded, soonest first."""

    on: date
    days_left: int
    remind_on: tuple[date, ...]  # days where the person is


def cost(channel: Channel, months: int) -> Cost:
    """Give what a contract of so many months costs in contributions (Permenaker 4/2023 Art 18)."""
    return Cost(channel, months, package(channel, months))


def read_months(text: str) -> int | None:
    """Read a contract's length in months: `24`, `18 bulan`, `2 tahun`; None when it is no plausible length."""
    number = typed.count(text, LONGEST_CONTRACT)
    years = re.search(r"[0-9]\s*(?:tahun|thn|th|years?|yrs?)\b", text.casefold())
    months = number * 12 if number and years else number
    return months if months and months <= LONGEST_CONTRACT else None


def read_end(text: str, today: date) -> date | None:
    """Read the end of a contract, a day or a month (its last day); None when unreadable, past or very far."""
    exact = typed.day(text, today, future=True)
    found = exact or _last_of_month(text) or _month_to_come(text, today)
    return found if found is not None and today <= found <= today + FARTHEST else None


def _last_of_month(text: str) -> date | None:
    named = _MONTH_YEAR.fullmatch(cells.fold(text))
    if named is None:
        return None
    month, year = named.groups()
    first = cells.day(f"1/{month}/{year}" if month.isdigit() else f"1 {month} {year}")
    return first and first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _month_to_come(text: str, today: date) -> date | None:
    """Read a month without a year as the next one that comes."""
    if not cells.fold(text).isalpha():
        return None
    ends = (_last_of_month(f"{text} {year}") for year in (today.year, today.year + 1))
    return next((end for end in ends if end is not None and end >= today), None)


def remember_end(session: Session, person: Person, end: date, now: datetime) -> None:
    """Plan the reminders before the end of the contract; telling us the day is agreeing to be reminded of it.

    A moment that has already passed is kept as not needed, so that the day itself stays known.
    """
    consents.give(session, person.id, consents.REMINDERS, now)
    contracts.replace(session, person.id, end)
    for topic, days in BEFORE:
        day, occurrence = end - timedelta(days=days), f"{end.isoformat()}:{days}"
        if not planning.plan(session, person, topic, occurrence, day, now, deadline=end):
            missed = Reminder(person_id=person.id, topic=topic, occurrence=occurrence, due_at=now, deadline=end)
            contracts.keep_missed(session, missed)


def forget_end(session: Session, person: Person) -> None:
    """Take the end of the contract and its reminders back."""
    contracts.replace(session, person.id, None)


def end_of(session: Session, person: Person, today: date) -> End | None:
    """Give the end of the contract as the person told us, if it lies ahead."""
    on = contracts.ends_on(session, person.id)
    if on is None or on < today:
        return None
    ahead = (row for row in reminders.planned(session, person.id) if row.topic in contracts.TOPICS)
    return End(on, (on - today).days, tuple(dict.fromkeys(day_at(row.due_at, person.zone) for row in ahead)))


def contract_end_due(session: Session, reminder: Reminder, now: datetime) -> bool:
    """Whether a reminder about the contract or its coverage is still needed: still abroad, and the end is ahead."""
    person = find(session, reminder.person_id)
    if person is None or person.country == INDONESIA or reminder.deadline is None:
        return False
    is_current = contracts.ends_on(session, person.id) == reminder.deadline
    return is_current and reminder.deadline >= day_at(now, person.zone)
