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
from bot.outbox.post import Later, Outcome, Post
from bot.outbox.write import Letter
from bot.store import broadcasts, outbox
from bot.store.turns import Turn

SENDERS = 8  # in flight at once: 30 a second at 250 ms, and the most that a crash can double
BATCH = 6  # taken in one transaction
FRESH_SECONDS = 1.2  # longest time between taking a message and sending it


Noting = tuple[Letter, Outcome, asyncio.Future[None]]


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
    _noting: list[Noting] = field(default_factory=list)
    _writing: bool = False

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
        await self._note(letter, outcome)

    async def _note(self, letter: Letter, outcome: Outcome) -> None:
        """Note it together with what arrived meanwhile; the sender goes on once it is on disk, so few are in flight."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._noting.append((letter, outcome, done))
        if len(self._noting) == 1 and not self._writing:
            await self._write()
        await done

    async def _write(self) -> None:
        self._writing = True
        try:
            while self._noting:
                noted, self._noting = self._noting, []
                try:
                    told = [(letter, outcome) for letter, outcome, _done in noted]
                    await self.deps.database.do(note_all, told, self.deps.clock.now())
                except Exception as problem:  # noqa: BLE001 - each sender is told that its message was not noted
                    _settle(noted, problem)
                else:
                    _settle(noted, None)
        finally:
            self._writing = False

    async def _give_back(self) -> None:
        old, self._old = self._old, []
        if old:
            await self.deps.database.do(_give_back, old)


def take(session: Session, now: datetime, most: int = BATCH) -> list[Letter] | None:
    """Take the next messages in bulk that go out now; None when none is due at all."""
    rows = outbox.claim_due(session, now, most, outbox.IN_BULK)
    kept = broadcasts.near(session, [row.person_id for row in rows])  # asked at once; held while they are looked up
    drawn = [deliver.letter_of(session, row, now) for row in rows]
    del kept
    return [letter for letter in drawn if letter is not None] if rows else None


def note_all(session: Session, told: Sequence[tuple[Letter, Outcome]], now: datetime) -> None:
    """Write down what became of some messages, in one transaction."""
    kept = broadcasts.near(session, [letter.person_id for letter, _outcome in told])
    for letter, outcome in told:
        deliver.note(session, letter, outcome, now)
    session.flush()
    del kept


def _settle(noted: Sequence[Noting], problem: Exception | None) -> None:
    for _letter, _outcome, done in noted:
        if problem is None:
            done.set_result(None)
        else:
            done.set_exception(problem)


def _give_back(session: Session, messages: Sequence[str]) -> None:
    outbox.give_back(session, messages)
