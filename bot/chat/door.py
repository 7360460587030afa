"""The door inwards: one update becomes one turn in one transaction, and its answers are sent right after."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from sqlmodel import Session
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot import log, metrics
from bot.chat import reading
from bot.chat.staff import class_register
from bot.chat.turn import Conversation, Incoming, Turn, Upload
from bot.deps import Deps
from bot.outbox import deliver
from bot.outbox.post import Post
from bot.outbox.write import Letter
from bot.screens import everywhere
from bot.services.staff import catalogue
from bot.store import inbox, people, staff
from bot.store.people import Person
from bot.texts.catalogue import LANGUAGES, REFERENCE

Context = ContextTypes.DEFAULT_TYPE
Choice = Callable[[Turn], Conversation | None]
Callback = Callable[[Update, Context], Awaitable[None]]

SLOW_SECONDS = 1.0
MOST_FILE_BYTES = 20_000_000  # what Telegram lets a bot fetch

_log = log.get(__name__)


class Door:
    """Lets updates in. `choose` (from routes) says which conversation a turn belongs to."""

    def __init__(self, deps: Deps, post: Post, choose: Choice) -> None:
        self._deps = deps
        self._post = post
        self._choose = choose

    async def talk(self, update: Update, context: Context) -> None:
        """Handle what one person did in a private talk."""
        said = reading.incoming(update)
        if said is None:
            await self.pass_by(update, context)
            return
        spinner = asyncio.ensure_future(_stop_spinner(update))
        slow = asyncio.ensure_future(_say_working(update))
        try:
            said = await self._fetch(update, replace(said, bot_name=context.bot.username))
            letters = await self._turn(said)
            slow.cancel()
            await deliver.send(self._deps, self._post, letters)
        finally:
            slow.cancel()
            await asyncio.gather(slow, spinner, return_exceptions=True)  # nothing of this talk stays behind

    async def pass_by(self, update: Update, _context: Context) -> None:
        """Finish an update that needs no answer."""
        await self._deps.database.do(inbox.finish, update.update_id, self._deps.clock.now())

    async def _turn(self, said: Incoming) -> Sequence[Letter]:
        try:
            with metrics.TURN_SECONDS.time():
                letters = await self._deps.database.do(self._handle, said, self._choose)
        except Exception:  # noqa: BLE001 - whatever it was, the person gets an answer, and the talk goes on
            metrics.UPDATES.labels("failed").inc()
            _log.exception("a turn failed", update_id=said.update_id)
        else:
            metrics.UPDATES.labels("done").inc()
            return letters
        return await self._deps.database.do(self._handle, said, _apologise, state=inbox.FAILED)

    def _handle(self, session: Session, said: Incoming, choose: Choice, state: str = inbox.DONE) -> Sequence[Letter]:
        if not inbox.claim(session, said.update_id):
            return ()
        now = self._deps.clock.now()
        turn = Turn(session, self._deps, now, _person(session, said, self._deps), said)
        conversation = choose(turn)
        if conversation is not None:
            conversation(turn)
        inbox.finish(session, said.update_id, now, state)
        return turn.letters

    async def _fetch(self, update: Update, said: Incoming) -> Incoming:
        message = update.effective_message
        document = message.document if message is not None and update.callback_query is None else None
        if document is None:
            return said
        name = document.file_name or "file"
        if not await self._deps.database.do(_may_upload, said.person_id):
            return replace(said, upload=Upload(name, b""))
        if (document.file_size or 0) > MOST_FILE_BYTES:
            return replace(said, upload=Upload(name, b"", too_large=True))
        try:
            file = await document.get_file()
            return replace(said, upload=Upload(name, bytes(await file.download_as_bytearray())))
        except TelegramError as error:
            _log.warning("a file could not be fetched", error=type(error).__name__)
            return replace(said, upload=Upload(name, b""), text="not fetched")


def _may_upload(session: Session, person_id: int) -> bool:
    person = people.find(session, person_id)
    awaited = person is not None and person.step == class_register.SEND
    return awaited or catalogue.may(staff.active(session, person_id))


def _person(session: Session, said: Incoming, deps: Deps) -> Person:
    person = people.lock(session, said.person_id)
    now = deps.clock.now()
    if person is None:
        language = said.app_language if said.app_language in LANGUAGES else REFERENCE
        person = Person(id=said.person_id, language=language, zone=deps.settings.timezone, created_at=now, seen_at=now)
        session.add(person)
        session.flush()
    person.seen_at = now
    person.blocked_at = None
    people.rename(session, person, said.first_name)
    return person


def _apologise(_turn: Turn) -> Conversation:
    return lambda turn: turn.show(everywhere.sorry(turn.texts))


async def _stop_spinner(update: Update) -> None:
    query = update.callback_query
    if query is not None:
        try:
            await query.answer()
        except TelegramError as error:  # too old to matter: the answer itself is what counts
            _log.info("callback not answered", error=error.message)


async def _say_working(update: Update) -> None:
    await asyncio.sleep(SLOW_SECONDS)
    chat = update.effective_chat
    if chat is not None:
        try:
            await chat.send_action("typing")
        except TelegramError as error:
            _log.info("typing not shown", error=error.message)
