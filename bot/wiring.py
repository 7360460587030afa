"""The only place where parts meet: settings become deps, deps become a house that listens, answers and ticks."""

import asyncio
import contextlib
import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import uvicorn
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session
from telegram import BotCommand, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder, Defaults

from bot import log, web
from bot.chat import routes
from bot.chat.inbox import InboxQueue, PerChatProcessor
from bot.chat.telegram_post import TelegramPost
from bot.clock import Ticker, Ticking
from bot.deps import Deps
from bot.outbox.bulk import Bulk
from bot.outbox.pace import AnsweringPost, Pace
from bot.services import contract, finding, firing, following, registering
from bot.settings import Settings
from bot.store import contracts, inbox, keys, outbox
from bot.store.database import Database
from bot.store.turns import Turn
from bot.texts.catalogue import LANGUAGES, Texts
from jkp.membership.sealed import Sealer

os.environ.setdefault("PTB_TIMEDELTA", "1")  # the library's coming way to say "wait so long"; the old one warns
LISTEN_TO = ["message", "edited_message", "callback_query", "my_chat_member"]
LEFT_BEHIND = timedelta(minutes=2)
CONNECTIONS = 16
LONGEST_PAUSE = 60

_log = log.get(__name__)


class NotReady(Exception):
    """Something the operator has to do first; the message says what."""


def open_deps(settings: Settings) -> Deps:
    """Open the rows with our keys.

    Raises:
        NotReady: there is no key, the database does not answer, or it was sealed with another key.
    """
    if not settings.secret_keys:
        raise NotReady("no secret key: run `kerjalagi migrate` first, or set KERJALAGI_SECRET_KEY")
    try:
        sealer = Sealer(settings.secret_keys)
    except ValueError as error:
        raise NotReady(str(error)) from error
    database = Database(settings.database_address, sealer)
    try:
        _want_our_key(database)
    except NotReady:
        database.close()
        raise
    return Deps(settings, database)


def _want_our_key(database: Database) -> None:
    try:
        fits = database.run(keys.fits)
    except SQLAlchemyError as error:
        raise NotReady("the database does not answer or has no tables yet; `kerjalagi doctor` says which") from error
    if fits is False:
        raise NotReady("this database was sealed with another key; `kerjalagi doctor` says more")


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the command."""
        yield


class House:
    """The running bot: the library's application, the post, the clock and, if asked for, the web door."""

    def __init__(self, deps: Deps) -> None:
        token = deps.settings.telegram_token
        if token is None:
            raise NotReady("no token: set KERJALAGI_TELEGRAM_TOKEN, or try `kerjalagi demo`, which needs none")
        self.deps = deps
        firing.STILL_NEEDED.update(dict.fromkeys(following.TOPICS, following.still_needed))
        firing.STILL_NEEDED.update(dict.fromkeys(contracts.TOPICS, contract.contract_end_due))
        firing.STILL_NEEDED[finding.TOPIC] = finding.still_there
        firing.STILL_NEEDED[registering.TOPIC] = registering.starts_still
        self._queue = InboxQueue(deps)
        self.app: Application[Any, Any, Any, Any, Any, Any] = _application(deps.settings, self._queue)
        self.post = TelegramPost(self.app.bot)
        pace = Pace()
        for handler in routes.handlers(deps, AnsweringPost(self.post, pace)):
            self.app.add_handler(handler)
        bulk = Bulk(deps, self.post, pace, Turn(deps.database.engine))
        self._ticker = Ticker(Ticking(deps, self.post, pace, self._replay, bulk))
        self._ticks = False
        self._server: _Server | None = None
        self._serving: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Start everything; returns once updates come in."""
        await self._initialize()
        await self.app.start()
        await self._ticker.warm()
        await self._release()
        await self._replay(everything=True)
        self._ticker.start()
        self._ticks = True
        await self._introduce()
        if self.deps.settings.webhook_url:
            await self._listen_to_webhook()
        else:
            await self._poll()

    async def close(self) -> None:
        """Stop taking updates, finish the ones in hand, stop the rest."""
        if self.app.updater is not None and self.app.updater.running:
            await self.app.updater.stop()
        if self._server is not None and self._serving is not None:
            self._server.should_exit = True
            await self._serving
        if self._ticks:
            await self._ticker.stop()
        await self.app.stop()
        await self.app.shutdown()

    async def tick(self) -> None:
        """Do now what is due, without waiting for the clock."""
        await self._ticker.tick()

    async def _initialize(self) -> None:
        pause = 1
        while True:
            try:
                await self.app.initialize()
            except InvalidToken as error:
                raise NotReady("Telegram does not know this token; ask @BotFather for the right one") from error
            except NetworkError as error:
                _log.warning("Telegram cannot be reached, trying again", error=type(error).__name__, seconds=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return

    async def _replay(self, *, everything: bool = False) -> None:
        before = None if everything else self.deps.clock.now() - LEFT_BEHIND
        left = await self.deps.database.do(inbox.waiting, before)
        updates = [update for update in (Update.de_json(one, self.app.bot) for one in left) if update is not None]
        if updates:
            _log.info("taking up stored updates", count=len(updates))
            await self._queue.replay(updates)

    async def _release(self) -> None:
        """Send at once what a crash left; with PostgreSQL another replica may be sending it right now."""
        if not self.deps.database.is_postgres:
            await self.deps.database.do(outbox.release)

    async def _introduce(self) -> None:
        """Tell Telegram our commands and who we are, in each language."""
        try:
            for language in LANGUAGES:
                texts = Texts(language)
                code = None if language == LANGUAGES[0] else language
                listed = [BotCommand(name, texts.label(f"command.{name}")) for name in routes.LISTED]
                await self.app.bot.set_my_commands(listed, language_code=code)
                await self.app.bot.set_my_description(texts.label("about.long"), language_code=code)
                await self.app.bot.set_my_short_description(texts.label("about.short"), language_code=code)
        except TelegramError as error:  # the bot works without; the next start tries again
            _log.warning("commands not announced", error=error.message)

    async def _poll(self) -> None:
        if self.app.updater is not None:
            await self.app.updater.start_polling(
                bootstrap_retries=-1, allowed_updates=LISTEN_TO, drop_pending_updates=False, timeout=20
            )
        if self.deps.settings.webhook_port:
            await self._serve(web.build(self.deps), self.deps.settings.webhook_port)

    async def _listen_to_webhook(self) -> None:
        settings = self.deps.settings
        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
        if not secret:
            raise NotReady("a webhook needs KERJALAGI_WEBHOOK_SECRET, 16 or more letters and digits")
        site = web.build(self.deps, self.app.bot, self._queue.put, secret)
        await self._serve(site, settings.webhook_port or 8443)
        await self.app.bot.set_webhook(
            str(settings.webhook_url).rstrip("/") + web.HOOK_PATH, secret_token=secret, allowed_updates=LISTEN_TO
        )

    async def _serve(self, site: Any, port: int) -> None:
        config = uvicorn.Config(
            site,
            host="0.0.0.0",  # noqa: S104 - a load balancer stands before it
            port=port,
            log_config=None,
            lifespan="off",
            timeout_graceful_shutdown=2,
        )
        self._server = _Server(config)
        self._serving = asyncio.create_task(self._server.serve())
        while not self._server.started:
            if self._serving.done():
                raise NotReady(f"port {port} cannot be used")
            await asyncio.sleep(0.02)


def _application(settings: Settings, queue: InboxQueue) -> Application[Any, Any, Any, Any, Any, Any]:
    if settings.telegram_token is None:
        raise NotReady("no token")
    builder = (
        ApplicationBuilder()
        .token(settings.telegram_token.get_secret_value())
        .base_url(settings.telegram_api_url)
        .base_file_url(settings.telegram_file_url)
        .update_queue(queue)
        .concurrent_updates(PerChatProcessor())
        .connection_pool_size(CONNECTIONS)
        .pool_timeout(10)
        .connect_timeout(10)
        .read_timeout(20)
        .write_timeout(20)
        .job_queue(None)
        .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
    )
    return builder.build()


def remember_key(session: Session) -> None:
    """Leave the mark by which a wrong key is noticed."""
    if keys.fits(session) is None:
        keys.remember(session)
