"""Telegram's flood limits as token buckets: about 30 messages a second overall, one a second in each chat."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.simulator import refusals


@dataclass(slots=True)
class _Bucket:
    size: float
    per_second: float
    level: float
    filled_at: float

    def wait(self, now: float) -> float:
        """Refill; seconds until one more message fits (0 = now)."""
        self.level = min(self.size, self.level + (now - self.filled_at) * self.per_second)
        self.filled_at = now
        return max(0.0, (1 - self.level) / self.per_second)


@dataclass(slots=True)
class Flood:
    """The gate every message passes. Off by default: tests should not wait; the chaos rig switches it on."""

    on: bool = False
    overall: float = 30.0  # messages a second
    per_chat: float = 1.0  # messages a second in one private chat
    burst: float = 3.0  # messages a chat takes at once after a pause
    group_per_minute: float = 20.0
    refused: int = 0
    clock: Callable[[], float] = time.monotonic
    _all: _Bucket | None = None
    _chats: dict[int, _Bucket] = field(default_factory=dict)

    def check(self, chat_id: int) -> None:
        """Count one message to a chat.

        Raises:
            RefusalError: 429 with the seconds to wait; a refused message counts nowhere.
        """
        if not self.on:
            return
        now = self.clock()
        if self._all is None:
            self._all = _Bucket(self.overall, self.overall, self.overall, now)
        buckets = (self._all, self._chat(chat_id, now))
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            self.refused += 1
            raise refusals.too_many(wait)
        for bucket in buckets:
            bucket.level -= 1

    def _chat(self, chat_id: int, now: float) -> _Bucket:
        if chat_id not in self._chats:
            group = chat_id < 0
            size = self.group_per_minute if group else self.burst
            rate = self.group_per_minute / 60 if group else self.per_chat
            self._chats[chat_id] = _Bucket(size, rate, size, now)
        return self._chats[chat_id]
