"""Tells people who want a course what changed about it: its days, its place, its cost, or that it is off."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import String, cast, literal
from sqlmodel import Session, col, select

from bot.outbox import seats, write
from bot.screens import course_news as screens
from bot.screens.course_news import News
from bot.screens.discreet import cover
from bot.services import registering, registrants
from bot.services.courses import MARK
from bot.store import people
from bot.store.applications import Application, Feedback
from bot.store.registrations import Registration
from bot.texts.catalogue import Texts
from intake import catalogue as rows
from intake.catalogue import chunks
from intake.difference import Values
from intake.tables import ImportChange, ImportVersion, Status
from training_catalog.importing import COURSES

TOPIC = "course_changed"
TOLD = ("starts", "ends", "days", "times", "location", "mode", "cost", "closes")  # what one must know to be there

Standing = Mapping[int, Values]  # by the id of the row


def before(session: Session, version: int) -> Standing:
    """Give the rows that a version touched, as they stood before it."""
    return {row_id: json.loads(kept) for row_id, kept in _touched(session, version) if kept}


def standing(session: Session, version: int) -> Standing:
    """Give the rows that a version touched, as they stand now."""
    return _now(session, [row_id for row_id, _kept in _touched(session, version)])


def tell(session: Session, stood: Standing, occasion: str, now: datetime) -> int:
    """Write to everybody who wants a course that stood otherwise; gives how many messages were written."""
    stands = _now(session, list(stood))
    changed = {row_id: _news(row_id, stood[row_id], stands.get(row_id, {})) for row_id in stood}
    wanted = registrants.by_course(session, [str(row_id) for row_id, news in changed.items() if news is not None])
    written = 0
    for row_id, news in changed.items():
        if _grew(stood[row_id], stands.get(row_id, {})):
            seats.open_seats(session, row_id, now)
        if news is not None:
            registering.plan_anew(session, row_id, now)
        for person_id in wanted.get(str(row_id), ()) if news is not None else ():
            person = people.find(session, person_id)
            if person is not None and news is not None:
                texts = Texts(person.language)
                hidden = cover(texts, "course.card", news.id)
                screen = hidden if person.discreet else screens.changed(texts, news)
                occurrence = f"{row_id}.{occasion}"
                written += write.notice(session, person_id, screen, topic=TOPIC, occurrence=occurrence, now=now)
    return written


def _grew(was: Values, now: Values) -> bool:
    """Whether a course has more seats than before; without a limit nobody waits for one."""
    before, after = was.get("seats"), now.get("seats")
    return isinstance(before, int) and isinstance(after, int) and after > before


def _news(row_id: int, was: Values, now: Values) -> News | None:
    """Say what is worth telling; nothing about a course that was not open."""
    if was.get("status") != Status.OPEN.value:
        return None
    is_over = now.get("status") != Status.OPEN.value
    fields = tuple((name, was.get(name), now.get(name)) for name in TOLD if was.get(name) != now.get(name))
    if not is_over and not fields:
        return None
    return News(str(row_id), str(was["programme"]), str(was["provider"]), () if is_over else fields, is_over=is_over)


def _touched(session: Session, version: int) -> list[tuple[int, str]]:
    """Give the rows of a version that anybody wants; of fifty thousand others nobody need hear."""
    marked = literal(MARK, String).concat(cast(ImportChange.row_id, String))
    wanted = select(Feedback.offer_id).where(Feedback.offer_id == marked, col(Feedback.undone_at).is_(None)).exists()
    applied = select(Application.id).where(Application.vacancy_id == marked).exists()
    registered = select(Registration.id).where(Registration.course_id == ImportChange.row_id).exists()
    query = (
        select(ImportChange.row_id, ImportChange.before)
        .join(ImportVersion, col(ImportVersion.id) == ImportChange.version_id)
        .where(ImportVersion.catalogue == COURSES.catalogue.name, ImportVersion.number == version)
        .where(wanted | applied | registered)
    )
    return list(session.exec(query))


def _now(session: Session, ids: list[int]) -> Standing:
    table = COURSES.catalogue.table
    found = (row for some in chunks(ids) for row in rows.fetch(session, table.select().where(table.c.id.in_(some))))
    return {row["id"]: rows.plain(row) for row in found}
