"""What changed about offers that stand on sent cards: read from the log of imports and from the days that passed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Date, String, cast, func, literal
from sqlmodel import Session, col, select

from bot.store import cards, offer_changes
from bot.store.offer_changes import CatalogueMark, OfferChange, What
from intake import catalogue as rows
from intake.catalogue import Catalogue
from intake.difference import Plain
from intake.tables import ImportChange, ImportVersion, Status
from intake.touched import standing
from intake.version_log import newest
from labour_market.importing import VACANCIES
from matching.profile import Kind
from training_catalog.importing import COURSES

CATALOGUES: Mapping[Kind, Catalogue] = {Kind.VACANCY: VACANCIES.catalogue, Kind.COURSE: COURSES.catalogue}
TOLD: Mapping[Kind, tuple[str, ...]] = {  # the fields whose change is worth a word; the rest changes silently
    Kind.VACANCY: (
        "title", "employer", "location", "wage_min", "wage_max", "education_min", "experience_years_min", "age_max",
        "contract_type", "shift", "closes", "how_to_apply", "url", "openings",
    ),
    Kind.COURSE: (
        "programme", "provider", "location", "starts", "ends", "closes", "seats", "cost", "duration_hours",
        "certificate", "education_min", "age_max", "how_to_apply", "url",
    ),
}  # fmt: skip
LAST_DAY: Mapping[Kind, tuple[str, ...]] = {Kind.VACANCY: ("closes",), Kind.COURSE: ("closes", "starts")}

Values = Mapping[str, Any]
Field = tuple[str, Plain, Plain]  # name, before, after


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that a version touched: how it stood before and after it, and when that was applied."""

    row_id: int
    version: int
    at: datetime
    before: Values
    after: Values


def note(  # noqa: PLR0913 - what happened to which offer, when, in which version, by whom
    session: Session,
    shows: str,
    what: What,
    *,
    at: datetime,
    fields: tuple[Field, ...] = (),
    version: int = 0,
    staff_id: int | None = None,
) -> OfferChange:
    """Note that an offer changed; a version of the catalogue is noted once for each offer."""
    known = offer_changes.in_version(session, shows, version) if version else None
    if known is not None:
        return known
    row = OfferChange(
        shows=shows, what=what.value, fields=json.dumps(fields), at=at, version=version, staff_id=staff_id
    )
    session.add(row)
    session.flush()
    return row


def look(session: Session, now: datetime, zone: str) -> int:
    """Note every change since the last look, of both catalogues; gives how many."""
    day = now.astimezone(ZoneInfo(zone)).date()
    midnight = datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
    return sum(_look(session, kind, day, now) + _passed(session, kind, day, midnight) for kind in Kind)


def _look(session: Session, kind: Kind, day: date, now: datetime) -> int:
    mark, name = _mark(session, kind, day), CATALOGUES[kind].name
    if (newest(session, name), standing(session, name)) == (mark.number, _stood(mark)):
        return 0  # every few seconds: only the newest version that stands can be rolled back
    mine = select(ImportVersion.number, ImportVersion.rolled_back).where(ImportVersion.catalogue == name)
    news = session.exec(mine.where((col(ImportVersion.number) > mark.number) | col(ImportVersion.rolled_back))).all()
    applied = [number for number, is_undone in news if not is_undone]
    undone = sorted({number for number, is_undone in news if is_undone} - set(mark.undone))
    if not applied and not undone:
        return 0
    count = sum(_note_applied(session, kind, one, day) for one in _touched(session, kind, applied))
    count += sum(_note_undone(session, kind, one, now) for one in _touched(session, kind, undone))
    mark.number = max([mark.number, *applied, *undone])
    mark.undone = [*mark.undone, *undone]
    session.add(mark)
    return count


def _stood(mark: CatalogueMark) -> int:
    """Give the newest version that was not rolled back when the log was looked at last; 0 if there was none."""
    undone = set(mark.undone)
    return next((number for number in range(mark.number, 0, -1) if number not in undone), 0)


def _mark(session: Session, kind: Kind, day: date) -> CatalogueMark:
    """Give the mark and keep other replicas off until it is moved: no change is noted twice."""
    name = CATALOGUES[kind].name
    mark = session.exec(select(CatalogueMark).where(CatalogueMark.catalogue == name).with_for_update()).first()
    if mark is None:
        mark = CatalogueMark(catalogue=name, day=day)
        session.add(mark)
        session.flush()
    return mark


def _touched(session: Session, kind: Kind, versions: list[int]) -> list[Touched]:
    """Give the rows on cards that these versions touched, version by version."""
    found: list[Touched] = []
    later: dict[int, Values] = {}  # how a row stood before the next version that touched it
    for number in sorted(versions, reverse=True):
        shows = literal(f"{kind}:", String).concat(cast(ImportChange.row_id, String))
        query = (
            select(ImportChange.row_id, ImportChange.before, ImportVersion.applied_at)
            .join(ImportVersion, col(ImportVersion.id) == ImportChange.version_id)
            .where(ImportVersion.catalogue == CATALOGUES[kind].name, ImportVersion.number == number)
            .where(cards.is_shown(shows))
        )
        for row_id, written, at in session.exec(query):
            before = json.loads(written) if written else {}
            after = later[row_id] if row_id in later else _stands(session, kind, row_id)
            found.append(Touched(row_id, number, at, before, after))
            later[row_id] = before
    return found[::-1]


def _note_applied(session: Session, kind: Kind, one: Touched, day: date) -> bool:
    shows = cards.name(kind, str(one.row_id))
    told = _what(kind, one.before, one.after, day)
    if told is None or not cards.showing(session, shows, one.at):  # a later card shows it as it is
        return False
    what, fields = told
    note(session, shows, what, at=one.at, fields=fields, version=one.version)
    return True


def _what(kind: Kind, before: Values, after: Values, day: date) -> tuple[What, tuple[Field, ...]] | None:
    """Say what happened between two states; None when it is nothing that a card shows."""
    was_open, is_open = _is_open(kind, before, day), _is_open(kind, after, day)
    fields = _changed(kind, before, after)
    if was_open and not is_open:
        return _end(after), ()
    if is_open and not was_open:
        return What.REOPENED, ()
    return (What.CHANGED, fields) if is_open and fields else None


def _note_undone(session: Session, kind: Kind, one: Touched, now: datetime) -> bool:
    """A roll-back leaves no trace of what stood between: what we noted of that version is turned round."""
    shows, after = cards.name(kind, str(one.row_id)), _stands(session, kind, one.row_id)
    if not cards.showing(session, shows, now):
        return False
    told = offer_changes.in_version(session, shows, one.version)
    if after.get("status") == Status.WITHDRAWN.value:
        note(session, shows, What.WITHDRAWN, at=now)
    elif told is None:  # cards were sent between the two: all that is known is how the offer stands now
        note(session, shows, What.CHANGED, at=now)
    elif told.what == What.CHANGED:
        back = tuple((name, after_, before) for name, before, after_ in json.loads(told.fields))
        note(session, shows, What.CHANGED, at=now, fields=back)
    else:
        note(session, shows, What.CLOSED if told.what == What.REOPENED else What.REOPENED, at=now)
    return True


def _passed(session: Session, kind: Kind, day: date, midnight: datetime) -> int:
    """Note the offers on cards whose last day has passed since the last look."""
    mark = _mark(session, kind, day)
    if mark.day >= day:
        return 0
    table = CATALOGUES[kind].table
    last = func.coalesce(*(table.c[name] for name in LAST_DAY[kind]), None, type_=Date)
    shows = literal(f"{kind}:", String).concat(cast(table.c.id, String))
    query = table.select().with_only_columns(table.c.id).where(
        table.c.status == Status.OPEN.value, last >= mark.day, last < day, cards.is_shown(shows)
    )  # fmt: skip
    ended = [cards.name(kind, str(row["id"])) for row in rows.fetch(session, query)]
    told = [name for name in ended if cards.showing(session, name, midnight)]
    for name in told:
        note(session, name, What.OVER, at=midnight)
    mark.day = day
    session.add(mark)
    return len(told)


def _stands(session: Session, kind: Kind, row_id: int) -> dict[str, Plain]:
    table = CATALOGUES[kind].table
    found = rows.fetch(session, table.select().where(table.c.id == row_id))
    return rows.plain(found[0]) if found else {}


def _end(after: Values) -> What:
    return {Status.OPEN.value: What.OVER, Status.WITHDRAWN.value: What.WITHDRAWN}.get(
        str(after.get("status")), What.CLOSED
    )


def _is_open(kind: Kind, values: Values, day: date) -> bool:
    last = next((values[name] for name in LAST_DAY[kind] if values.get(name)), None)
    return values.get("status") == Status.OPEN.value and (last is None or last >= day.isoformat())


def _changed(kind: Kind, before: Values, after: Values) -> tuple[Field, ...]:
    return tuple(
        (name, before[name], after.get(name))
        for name in TOLD[kind]
        if name in before and before[name] != after.get(name)
    )
