"""Nothing Telegram hands over is lost: an update is stored before it is queued, and handled in order per chat."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot import log
from bot.deps import Deps
from bot.store import inbox

AT_ONCE = 64
BACKLOG = 100_000  # what the library may hold in hand; who is handled is decided here, chat by chat
PAUSE_SECONDS = 1.0

_log = log.get(__name__)


class InboxQueue(asyncio.Queue[object]):
    """The application's own queue: what enters was stored first, and what is known already does not enter again."""

    def __init__(self, deps: Deps) -> None:
        super().__init__()
        self._deps = deps

    async def put(self, item: object) -> None:
        """Store an update and queue it; Telegram is told (by the next poll, or 200) only after this returns."""
        if not isinstance(item, Update):
            await super().put(item)  # the library's own stop signal
            return
        while True:
            try:
                fresh = await self._deps.database.do(inbox.keep, item.update_id, item.to_dict(), self._deps.clock.now())
            except Exception:  # noqa: BLE001 - a database comes back; until then Telegram keeps the update
                _log.exception("cannot store an update, trying again", update_id=item.update_id)
                await asyncio.sleep(PAUSE_SECONDS)
            else:
                break
        if fresh:
            await super().put(item)

    async def replay(self, updates: list[Update]) -> None:
        """Queue what an earlier process stored but did not finish."""
        for update in updates:
            await super().put(update)


class PerChatProcessor(BaseUpdateProcessor):
    """Handles chats in parallel and the updates of one chat one after another.

    One who sends a thousand messages waits in a line of their own and takes nobody else's place.
    """

    def __init__(self) -> None:
        super().__init__(BACKLOG)
        self._places = asyncio.Semaphore(AT_ONCE)
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[int, int] = defaultdict(int)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for this chat's turn, then handle."""
        chat = _chat(update)
        self._waiting[chat] += 1
        try:
            async with self._locks[chat], self._places:
                await coroutine
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._waiting[chat]
                self._locks.pop(chat, None)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""


def _chat(update: object) -> int:
    if isinstance(update, Update):
        user = update.effective_user
        if user is not None:
            return user.id
        if update.effective_chat is not None:
            return update.effective_chat.id
    return 0
