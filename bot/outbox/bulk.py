"""Bulk: a feeder takes a few messages at a time, a handful of senders carries them at our pace, each is noted at once.

What is in hand never gets old: a message that had to wait is given back to its row, so a stop holds within two seconds.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from bot.deps import Deps
from bot.outbox import deliver
from bot.outbox.pace import Pace
from bot.outbox.post import Later, Post
from bot.outbox.write import Letter
from bot.store import outbox
from bot.store.turns import Turn

SENDERS = 8  # in flight at once: 30 a second at 250 ms, and the most that a crash can double
BATCH = 6  # taken in one transaction
FRESH_SECONDS = 1.2  # longest time between taking a message and sending it


@dataclass(slots=True)
class Bulk:
    """The bulk sender of this process."""

    deps: Deps
    post: Post
    pace: Pace
    turn: Turn
    stopping: bool = False
    _problem: BaseException | None = None
    _old: list[str] = field(default_factory=list)

    async def drain(self) -> int:
        """Send everything in bulk that is due, if it is our turn; gives how many were taken."""
        self._problem = None
        if not await self._our_turn():
            return 0
        first = await self._take()
        if first is None:
            return 0
        queue: asyncio.Queue[tuple[float, Letter] | None] = asyncio.Queue(BATCH)
        senders = [asyncio.create_task(self._send(queue)) for _ in range(SENDERS)]
        try:
            taken = await self._feed(queue, first)
        finally:
            for _ in senders:
                await queue.put(None)
            await asyncio.gather(*senders)
            await self._give_back()
        if self._problem is not None:
            raise self._problem
        return taken

    async def _our_turn(self) -> bool:
        if not self.deps.database.is_postgres:
            return True
        new = self.turn.is_new
        ours = await asyncio.to_thread(self.turn.hold)
        if ours and new:
            await self.deps.database.do(outbox.release, outbox.IN_BULK)
        return ours

    async def _take(self) -> list[Letter] | None:
        if self.stopping or self.pace.held or self._problem:
            return None
        return await self.deps.database.do(take, self.deps.clock.now())

    async def _feed(self, queue: asyncio.Queue[tuple[float, Letter] | None], first: list[Letter]) -> int:
        taken = 0
        letters: list[Letter] | None = first
        while letters is not None:
            at = time.monotonic()
            for letter in letters:
                await queue.put((at, letter))
            taken += len(letters)
            await self._give_back()
            letters = await self._take() if await self._our_turn() else None
        return taken

    async def _send(self, queue: asyncio.Queue[tuple[float, Letter] | None]) -> None:
        while (item := await queue.get()) is not None:
            at, letter = item
            await self.pace.wait(letter.person_id)
            if self.pace.held or self._problem or time.monotonic() - at > FRESH_SECONDS:
                self._old.append(letter.id)
                continue
            try:
                await self._carry(letter)
            except Exception as problem:  # noqa: BLE001 - told to the clock once everybody has put down what they held
                self._problem = problem

    async def _carry(self, letter: Letter) -> None:
        outcome = await self.post.carry(letter)
        if isinstance(outcome, Later) and not outcome.in_doubt:
            self.pace.hold(outcome.seconds)
        await self.deps.database.do(deliver.note, letter, outcome, self.deps.clock.now())

    async def _give_back(self) -> None:
        old, self._old = self._old, []
        if old:
            await self.deps.database.do(_give_back, old)


def take(session: Session, now: datetime, most: int = BATCH) -> list[Letter] | None:
    """Take the next messages in bulk that go out now; None when none is due at all."""
    rows = outbox.claim_due(session, now, most, outbox.IN_BULK)
    drawn = [deliver.letter_of(session, row, now) for row in rows]
    return [letter for letter in drawn if letter is not None] if rows else None


def _give_back(session: Session, messages: Sequence[str]) -> None:
    outbox.give_back(session, messages)
