"""How fast we may speak: Telegram's limits with a margin, answers first."""

import asyncio
import time
from collections import OrderedDict

PER_SECOND = 25.0  # of Telegram's 30; the rest is left to answers
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
        self._next = max(now, self._next) + 1 / self._per_second
        self._chats[person_id] = start + PER_CHAT_SECONDS
        self._chats.move_to_end(person_id)
        while len(self._chats) > REMEMBERED:
            self._chats.popitem(last=False)
        if start > now:
            await asyncio.sleep(start - now)

    def hold(self, seconds: float) -> None:
        """Telegram said stop: nothing unasked is taken in hand until then."""
        self._held_until = max(self._held_until, time.monotonic() + seconds)

    @property
    def held(self) -> bool:
        """Whether to take nothing now; a message waits in its row, because a claim on it would run out."""
        return time.monotonic() < self._held_until
