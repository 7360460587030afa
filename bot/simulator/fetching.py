"""How updates leave: fetched by long polling, or pushed to a webhook, in order within a chat."""

import asyncio
import time
from dataclasses import dataclass, field
from http import HTTPStatus

import httpx

from bot.simulator import wire
from bot.simulator.bell import Bell
from bot.simulator.parameters import Parameters
from bot.simulator.shapes import Json
from bot.simulator.telegram import FakeTelegram

MAX_POLL = 50  # seconds
PUSH_TIMEOUT = 10.0  # seconds
FIRST_PAUSE = 0.1  # seconds after a failed push, doubled up to LONGEST_PAUSE
LONGEST_PAUSE = 1.0


async def fetch(telegram: FakeTelegram, bell: Bell, parameters: Parameters) -> list[Json]:
    """Answer one getUpdates: at once when something waits, else when something comes or the time is over.

    Raises:
        RefusalError: 409 when a webhook is set or another getUpdates came.
    """
    updates = telegram.updates
    with telegram.changed:
        number = updates.open_poll()
        if "allowed_updates" in parameters.values:
            updates.allow(parameters.listing("allowed_updates"))
        updates.confirm(parameters.integer("offset"))
    bell.ring()
    deadline = time.monotonic() + min(parameters.integer("timeout"), MAX_POLL)
    while True:
        with telegram.changed:
            updates.check_poll(number)
            batch = updates.batch(parameters.integer("limit", 100))
        left = deadline - time.monotonic()
        if batch or left <= 0 or bell.stopped:
            return batch
        await bell.wait(left)


@dataclass(slots=True)
class Pusher:
    """Delivers to the webhook until it answers 2xx: several chats at once, one update at a time in each."""

    telegram: FakeTelegram
    bell: Bell
    _busy: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _failures: dict[int, int] = field(default_factory=dict)

    async def run(self) -> None:
        """Push until cancelled."""
        async with httpx.AsyncClient(timeout=PUSH_TIMEOUT, trust_env=False) as client:
            try:
                while not self.bell.stopped:
                    self._begin(client)
                    await self.bell.wait(1.0)
            finally:
                for task in self._busy.values():
                    task.cancel()
                await asyncio.gather(*self._busy.values(), return_exceptions=True)

    def _begin(self, client: httpx.AsyncClient) -> None:
        hook = self.telegram.updates.webhook
        if not hook.url:
            return
        with self.telegram.changed:
            waiting = list(self.telegram.updates.waiting)
        for update in waiting:
            key = _chat_of(update)
            if key not in self._busy and len(self._busy) < hook.max_connections:
                self._busy[key] = asyncio.create_task(self._push(client, update, key))

    async def _push(self, client: httpx.AsyncClient, update: Json, key: int) -> None:
        try:
            error = await self._post(client, update)
            if error:
                hook = self.telegram.updates.webhook
                hook.last_error, hook.last_error_at = error, wire.seconds(self.telegram.now())
                self._failures[key] = self._failures.get(key, 0) + 1
                await asyncio.sleep(min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** self._failures[key] / 2))
            else:
                self._failures.pop(key, None)
                with self.telegram.changed:
                    self.telegram.updates.done(update)
        finally:
            self._busy.pop(key, None)
            self.bell.ring()

    async def _post(self, client: httpx.AsyncClient, update: Json) -> str:
        hook = self.telegram.updates.webhook
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        with self.telegram.changed:
            times = len(self.telegram.updates.copies(update))
        error = ""
        for _ in range(times):
            try:
                response = await client.post(hook.url, json=update, headers=headers)
            except httpx.HTTPError as problem:
                return f"Connection failed: {type(problem).__name__}"
            if not response.is_success:
                phrase = HTTPStatus(response.status_code).phrase
                error = f"Wrong response from the webhook: {response.status_code} {phrase}"
        return error


def _chat_of(update: Json) -> int:
    for content in update.values():
        if isinstance(content, dict):
            chat = content.get("chat") or content.get("message", {}).get("chat", {})
            return int(chat.get("id", 0))
    return 0
