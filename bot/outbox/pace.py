"""How fast we may speak: Telegram's 30 messages a second, answers first, the rest of it for what is unasked."""

import asyncio
import time
from collections import OrderedDict

from bot.outbox.post import Later, Outcome, Post
from bot.outbox.write import Letter

PER_SECOND = 29.9  # of Telegram's 30, answers included; the tenth lets a full second's burst grow back
CATCH_UP = 0.4  # seconds of standing still that are made up for; the rest of Telegram's burst is for jitter
PER_CHAT_SECONDS = 1.05  # one unasked message a second to one chat
REMEMBERED = 10_000


class Pace:
    """A token bucket for everything unasked, and a gap between two messages to one chat."""

    def __init__(self, per_second: float = PER_SECOND) -> None:
        self._per_second = per_second
        self._next = 0.0
        self._held_until = 0.0
        self._chats: OrderedDict[int, float] = OrderedDict()

    async def wait(self, person_id: int) -> None:
        """Wait for this message's turn."""
        now = time.monotonic()
        start = max(now, self._next, self._chats.get(person_id, 0.0))
        self._take(now, person_id, start)
        if start > now:
            await asyncio.sleep(start - now)

    def answered(self, person_id: int) -> None:
        """An answer goes out now, without waiting: what is unasked gives way to it."""
        now = time.monotonic()
        self._take(now, person_id, now)

    def _take(self, now: float, person_id: int, start: float) -> None:
        self._next = max(now - CATCH_UP, self._next) + 1 / self._per_second
        self._chats[person_id] = start + PER_CHAT_SECONDS
        self._chats.move_to_end(person_id)
        while len(self._chats) > REMEMBERED:
            self._chats.popitem(last=False)

    def hold(self, seconds: float) -> None:
        """Telegram said stop: nothing unasked is taken in hand until then."""
        self._held_until = max(self._held_until, time.monotonic() + seconds)

    @property
    def held(self) -> bool:
        """Whether to take nothing now; a message waits in its row, because a claim on it would run out."""
        return time.monotonic() < self._held_until


class AnsweringPost:
    """The post that answers take: they never wait, but they count, and where Telegram says stop, bulk stops too."""

    def __init__(self, post: Post, pace: Pace) -> None:
        self._post = post
        self._pace = pace

    async def carry(self, letter: Letter) -> Outcome:
        """Carry at once."""
        self._pace.answered(letter.person_id)
        outcome = await self._post.carry(letter)
        if isinstance(outcome, Later) and not outcome.in_doubt:
            self._pace.hold(outcome.seconds)
        return outcome
