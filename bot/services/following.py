"""Following a claim: which reminders its state asks for, and whether one is still needed when its hour comes."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.deps import today
from bot.services import reminders as planning
from bot.services import status
from bot.services.firing import Firing, plain
from bot.services.status import Standing
from bot.store import people, reminders
from bot.store.people import Person
from bot.store.reminders import Reminder
from jkp import reminders as rules
from jkp.reminders import Due, Topic

TOPICS = tuple(topic.value for topic in Topic)


def plan(session: Session, person: Person, standing: Standing, now: datetime) -> Standing:
    """Plan what this state asks for and take back what it no longer asks for; nothing without the person's wish.

    Gives the standing with the number of reminders that are planned now.
    """
    wanted = _wanted(standing) if standing.reminders_wanted else {}
    for known in reminders.planned(session, person.id):
        if known.topic in TOPICS and known.occurrence not in wanted:
            known.state = reminders.CANCELLED
    for occurrence, (due, day) in wanted.items():
        planning.plan(session, person, due.topic.value, occurrence, day, now, deadline=due.deadline)
    return replace(standing, reminded=len(reminders.planned(session, person.id)))


def _wanted(standing: Standing) -> dict[str, tuple[Due, date]]:
    """Walk the days before each deadline and collect what would be due then, were nothing done until then."""
    found: dict[str, tuple[Due, date]] = {}
    for deadline in _deadlines(standing):
        for before in rules.DAYS_BEFORE:
            day = deadline - timedelta(days=before)
            if day < standing.today:
                continue
            for due in rules.due(standing.outlook, standing.position, day):
                if due.deadline == deadline:
                    found.setdefault(due.occurrence, (due, day))
    return found


def _deadlines(standing: Standing) -> set[date]:
    window, claim = standing.position.window, standing.outlook.deadline
    days = {window.opens, window.safe_day} if window else {claim}
    return {day for day in days if day is not None and day >= standing.today}


def still_needed(session: Session, reminder: Reminder, now: datetime) -> Firing | None:
    """Look again when the hour has come: what is done, or no longer owed, is not reminded of."""
    person = people.find(session, reminder.person_id)
    if person is None:
        return None
    standing = status.check(session, person, today(now, person.zone))
    if standing is None:
        return None
    found = rules.due(standing.outlook, standing.position, standing.today)
    fits = any(due.topic == reminder.topic and due.deadline == reminder.deadline for due in found)
    firing = plain(session, reminder, now) if fits else None
    if firing is None:
        return None
    return replace(firing, is_own_reckoning=_is_own_reckoning(standing), **_exactly(standing, reminder))


def _exactly(standing: Standing, reminder: Reminder) -> dict[str, Any]:
    """Say exactly what is missing, and lead to the button that settles it."""
    needs = standing.position.needs
    if needs is None:
        return {}
    if reminder.topic == Topic.SEARCH_SHORT:
        return {"values": (("done", needs.applications), ("needed", needs.applications_needed)), "action": "month.add"}
    if reminder.topic == Topic.STATUS_FORM:
        return {"action": "ask", "argument": "status_form_done"}
    return {}


def _is_own_reckoning(standing: Standing) -> bool:
    window, portal = standing.position.window, standing.declared.portal_date
    return window is not None and (portal is None or portal.value != window.safe_day)
