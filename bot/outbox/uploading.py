"""Files at work: each is read, compared, applied or marked outside of any talk, and its card tells how far it is."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot import log
from bot.deps import Deps, today
from bot.outbox import course_news, write
from bot.screens.screen import Screen
from bot.screens.staff import catalogue as screens
from bot.screens.staff import course_edit as course_screens
from bot.services.staff import catalogue, course_opening
from bot.services.staff.catalogue_files import IMPORTERS, Kind, Opened, mark_of, open_file
from bot.store import outbox, people, staff, uploads
from bot.store.outbox import Outbox
from bot.store.staff import Staff
from bot.store.uploads import Asked, Waiting
from bot.texts.catalogue import Texts
from intake import exporting
from intake.comparing import Ground
from intake.difference import Keyed, Values
from intake.errors import Overtaken, Refused
from intake.exporting import Table
from intake.importer import Importer
from intake.marking import marked
from intake.preview import Preview, Sheet
from intake.writing import write_xlsx

PORTION = 1000  # new rows written in one transaction, unseen, before all are opened at once
PATIENCE = 3.0  # seconds between two words about how far it is

_log = log.get(__name__)


@dataclass(slots=True)
class Work:
    """One file in hand: whose it is, how far it is, and since when."""

    deps: Deps
    upload: Waiting
    member: Staff
    texts: Texts
    stage: str = "reading"
    rows: int = 0
    card: int | None = None  # the number of the message that tells of it


async def work(deps: Deps) -> bool:
    """Do what is asked about the next file; False when nothing waits."""
    upload = await deps.database.do(uploads.claim, deps.clock.now())
    if upload is None:
        return False
    hands = await deps.database.do(_take_up, deps, upload)
    if hands is None:
        return True
    telling = asyncio.ensure_future(_tell_progress(hands))
    try:
        await _do(hands)
    except Refused as refused:
        await _end(hands, screens.refused(hands.texts, refused.code, refused.detail))
    except Exception:  # noqa: BLE001 - whatever a file holds, its owner gets an answer and the next file its turn
        _log.exception("a file could not be worked on", asked=upload.asked)
        await _end(hands, screens.refused(hands.texts, "damaged"))
    finally:
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)
    return True


def _take_up(session: Session, deps: Deps, upload: Waiting) -> Work | None:
    """Ask again whether the owner may: a role can end between the sending and the hour."""
    member, person = staff.active(session, upload.person_id), people.find(session, upload.person_id)
    if member is None or person is None or not catalogue.may(member):
        uploads.done(session, upload.id)
        return None
    return Work(deps, upload, member, Texts(person.language), card=_card(session, upload))


async def _do(hands: Work) -> None:
    if hands.upload.asked in {Asked.EXPORT, Asked.OPENS}:
        await (_export(hands) if hands.upload.asked is Asked.EXPORT else _opens(hands))
        return
    kind = Kind(hands.upload.kind) if hands.upload.kind else None
    opened = await asyncio.to_thread(open_file, hands.upload.content, kind)
    hands.rows = len(opened.rows)
    if kind is None and not opened.is_certain:
        await hands.deps.database.do(_ask_which, hands, opened)
        return
    await _with_kind(hands, kind or opened.kinds[0], opened)


async def _with_kind(hands: Work, kind: Kind, opened: Opened) -> None:
    preview = await _compare(hands, kind, opened)
    if hands.upload.asked is Asked.MARK:
        await _mark(hands, opened, preview)
    elif hands.upload.asked is Asked.APPLY and mark_of(preview) == hands.upload.shown:
        await _apply(hands, kind, opened, preview)
    else:
        note = "overtaken" if hands.upload.asked is Asked.APPLY else ""
        await hands.deps.database.do(_show, hands, kind, preview, note)


async def _compare(hands: Work, kind: Kind, opened: Opened) -> Preview:
    """Read what the rows mean and compare them; only the questions to the database are asked in a transaction."""
    importer, source = IMPORTERS[kind], catalogue.source_of(hands.member)
    sheet = await asyncio.to_thread(importer.sheet, opened.rows, source)
    hands.stage = "comparing"
    on = await _ground(hands, importer, sheet)
    return await asyncio.to_thread(importer.compare, sheet, on, hands.upload.decisions)


async def _ground(hands: Work, importer: Importer, sheet: Sheet) -> Ground:
    """Fetch what the file is compared with, some rows at a time: others are answered between."""
    database = hands.deps.database
    plan = await database.do(importer.outline, sheet, hands.upload.decisions)
    rows: dict[str, Values] = {}
    for first in range(0, len(plan.keys), PORTION):
        rows |= await database.do(importer.standing, plan.keys[first : first + PORTION])
    return await database.do(importer.rest, sheet, plan, rows)


async def _apply(hands: Work, kind: Kind, opened: Opened, preview: Preview) -> None:
    hands.stage = "applying"
    for some in _portions(preview.difference.new):
        await hands.deps.database.do(IMPORTERS[kind].stage, some, hands.upload.id, hands.deps.clock.now())
    try:
        await hands.deps.database.do(_publish, hands, kind, preview)
    except Overtaken:
        again = await _compare(hands, kind, opened)
        await hands.deps.database.do(_show, hands, kind, again, "overtaken")


def _portions(rows: Sequence[Keyed]) -> Iterator[Sequence[Keyed]]:
    """Cut many rows into portions that hold up nobody; a few go in at once with the rest."""
    return (rows[first : first + PORTION] for first in range(0, len(rows), PORTION) if len(rows) > PORTION)


def _publish(session: Session, hands: Work, kind: Kind, preview: Preview) -> None:
    """Apply, tell those who want a changed course, and answer: all of it or nothing."""
    now = hands.deps.clock.now()
    member = staff.active(session, hands.member.id)
    if not uploads.at_work(session, hands.upload) or not catalogue.may(member):
        return  # dropped, or the role was taken away, while the file was compared
    done = catalogue.publish(session, hands.member, hands.upload, preview, now)
    told = 0
    if kind is Kind.COURSES and done.version is not None:
        told = course_news.tell(session, course_news.before(session, done.version), str(done.version), now)
    _answer(session, hands, screens.applied(hands.texts, kind, done, told), now)


def _show(session: Session, hands: Work, kind: Kind, preview: Preview, note: str) -> None:
    looked = catalogue.summed_up(session, hands.upload, kind, preview)
    _answer(session, hands, screens.preview(hands.texts, looked, looked.held, note), hands.deps.clock.now())


def _ask_which(session: Session, hands: Work, opened: Opened) -> None:
    uploads.answered(session, hands.upload)
    screen = screens.which(hands.texts, hands.upload.id, hands.upload.name, len(opened.rows), opened.kinds)
    _answer(session, hands, screen, hands.deps.clock.now())


async def _mark(hands: Work, opened: Opened, preview: Preview) -> None:
    hands.stage = "marking"
    file = await asyncio.to_thread(
        marked, opened.rows, preview.problems, lambda one: screens.in_a_cell(hands.texts, one)
    )
    name = f"perbaikan-{hands.upload.name.rpartition('.')[0] or hands.upload.name}.xlsx"
    await hands.deps.database.do(_hand_over, hands, screens.file(hands.texts, "marked_file", name, file))


async def _export(hands: Work) -> None:
    hands.stage = "exporting"
    kind = Kind(hands.upload.kind)
    table = await hands.deps.database.do(_table, IMPORTERS[kind])
    file = await asyncio.to_thread(write_xlsx, table.headers, table.rows)
    name = f"{kind}-{hands.deps.clock.now():%Y-%m-%d}.xlsx"
    await hands.deps.database.do(_hand_over, hands, screens.file(hands.texts, "exported", name, file), is_done=True)


async def _opens(hands: Work) -> None:
    """Reckon what a course opens, and for how many."""
    hands.stage = "opening"
    deps = hands.deps
    day = today(deps.clock.now(), deps.settings.timezone)
    asked = await deps.database.do(course_opening.question, deps.shelf, hands.upload.name, day)
    if asked is None:
        await _end(hands, course_screens.said(hands.texts, "course_edit.gone"))
        return
    found = await asyncio.to_thread(course_opening.answer, asked, day)
    await _end(hands, course_screens.opens(hands.texts, found))


def _table(session: Session, importer: Importer) -> Table:
    return exporting.table(session, importer.catalogue, importer.headers or {})


def _hand_over(session: Session, hands: Work, screen: Screen, *, is_done: bool = False) -> None:
    """Send a file as a message of its own; the card above it goes back to what it showed."""
    now = hands.deps.clock.now()
    _put(session, hands.upload.person_id, screen, None, now)
    row = uploads.find(session, hands.upload.person_id, hands.upload.id)
    uploads.answered(session, hands.upload)
    if is_done or row is None:
        uploads.done(session, hands.upload.id)
        _answer(session, hands, screens.said(hands.texts, "sent_below"), now)
        return
    looked = catalogue.look(session, row)
    if looked is not None:
        _answer(session, hands, screens.preview(hands.texts, looked, len(catalogue.open_pairs(row, looked))), now)


async def _end(hands: Work, screen: Screen) -> None:
    await hands.deps.database.do(_ended, hands, screen)


def _ended(session: Session, hands: Work, screen: Screen) -> None:
    uploads.done(session, hands.upload.id)
    _answer(session, hands, screen, hands.deps.clock.now())


async def _tell_progress(hands: Work) -> None:
    """Say every few seconds which step it is at, of how many rows, since when."""
    seconds = 0.0
    while True:
        await asyncio.sleep(PATIENCE)
        seconds += PATIENCE
        screen = screens.working(hands.texts, hands.stage, hands.upload.name, rows=hands.rows, seconds=round(seconds))
        await hands.deps.database.do(_told, hands, screen)


def _told(session: Session, hands: Work, screen: Screen) -> None:
    """Never after the answer: what is done is done."""
    if hands.card is not None and uploads.at_work(session, hands.upload):
        _answer(session, hands, screen, hands.deps.clock.now())


def _answer(session: Session, hands: Work, screen: Screen, now: datetime) -> None:
    _put(session, hands.upload.person_id, screen, hands.card or _card(session, hands.upload), now)


def _card(session: Session, upload: Waiting) -> int | None:
    row = session.get(Outbox, upload.card) if upload.card else None
    return None if row is None else row.message_id


def _put(session: Session, person_id: int, screen: Screen, target: int | None, now: datetime) -> None:
    """Write an answer to somebody who waits for it: in place of the card, or as a new message."""
    method = "edit" if target is not None else "send"
    row = Outbox(person_id=person_id, method=method, target=target, due_at=now, created_at=now)
    outbox.put(session, row, write.pack(screen, person_id, session.info["sealer"]))
