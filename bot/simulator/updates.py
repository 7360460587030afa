"""The updates a bot still has to fetch: kept until confirmed, delivered again until then, one fetcher at a time."""

from dataclasses import dataclass, field

from bot.simulator import refusals
from bot.simulator.shapes import Json

# Telegram sends these kinds only to bots that ask for them by name.
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
MAX_BATCH = 100


@dataclass(slots=True)
class Webhook:
    """Where updates are pushed; an empty url means that they are fetched."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_at: int = 0


@dataclass(slots=True)
class Updates:
    """The queue of one bot. Not locked itself: FakeTelegram's lock guards it."""

    waiting: list[Json] = field(default_factory=list)
    allowed: frozenset[str] | None = None
    webhook: Webhook = field(default_factory=Webhook)
    last_id: int = 500_000
    delivered: dict[int, int] = field(default_factory=dict)  # update_id -> times handed out
    confirmed: int = 0
    poll: int = 0  # the number of the newest getUpdates; an older one ends with 409
    took_over: str = refusals.TWO_POLLERS
    _twice: int = 0
    _reversed: int = 0

    def add(self, kind: str, content: Json) -> int:
        """Queue one update; its update_id, or 0 when the bot did not ask for this kind."""
        wanted = kind not in _ON_REQUEST if self.allowed is None else kind in self.allowed
        if not wanted:
            return 0
        self.last_id += 1
        self.waiting.append({"update_id": self.last_id, kind: content})
        return self.last_id

    def allow(self, kinds: list[str]) -> None:
        """From now on only these kinds; an empty list means Telegram's default."""
        self.allowed = frozenset(kinds) or None

    def open_poll(self) -> int:
        """A getUpdates call begins: it ends every older one.

        Raises:
            RefusalError: 409 while a webhook is set.
        """
        if self.webhook.url:
            raise refusals.conflict(refusals.WEBHOOK_ACTIVE)
        self.poll += 1
        self.took_over = refusals.TWO_POLLERS
        return self.poll

    def check_poll(self, number: int) -> None:
        """Raise 409 in a poll that another one, or a webhook, has ended."""
        if number != self.poll:
            raise refusals.conflict(self.took_over)

    def confirm(self, offset: int) -> None:
        """Forget what lies before the offset; a negative one keeps that many from the end."""
        if offset < 0:
            self.confirmed += max(0, len(self.waiting) + offset)
            self.waiting = self.waiting[offset:]
            return
        kept = [update for update in self.waiting if update["update_id"] >= offset]
        self.confirmed += len(self.waiting) - len(kept)
        self.waiting = kept

    def batch(self, limit: int) -> list[Json]:
        """The oldest unconfirmed updates, disturbed as the switches say."""
        batch = self.waiting[: min(max(1, limit), MAX_BATCH)]
        for update in batch:
            self.delivered[update["update_id"]] = self.delivered.get(update["update_id"], 0) + 1
        if batch and self._twice:
            self._twice -= 1
            batch = [update for update in batch for _ in range(2)]
        if len(batch) > 1 and self._reversed:
            self._reversed -= 1
            batch = batch[::-1]
        return batch

    def copies(self, update: Json) -> list[Json]:
        """One update as often as a webhook is to get it now."""
        times = 2 if self._twice else 1
        self._twice = max(0, self._twice - 1)
        number = update["update_id"]
        self.delivered[number] = self.delivered.get(number, 0) + times
        return [update] * times

    def done(self, update: Json) -> None:
        """A webhook took this update."""
        self.waiting = [other for other in self.waiting if other is not update]
        self.confirmed += 1

    def duplicate_next(self, times: int = 1) -> None:
        """The next `times` deliveries carry every update twice."""
        self._twice += times

    def reverse_next(self, times: int = 1) -> None:
        """The next `times` batches of two or more come newest first."""
        self._reversed += times

    def set_webhook(self, webhook: Webhook) -> None:
        """Push from now on; an open poll ends with 409."""
        self.webhook = webhook
        if webhook.url:
            self.poll += 1
            self.took_over = refusals.WEBHOOK_TOOK_OVER
