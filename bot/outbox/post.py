"""What can become of a message at Telegram's door, as values; the door itself is in bot/chat."""

from dataclasses import dataclass
from typing import Protocol

from bot.outbox.write import Letter


@dataclass(frozen=True, slots=True)
class Sent:
    """It stands in the chat, under this number (None for deletions)."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class Gone:
    """The person blocked the bot or the account is gone; nothing more is to be sent."""

    problem: str


@dataclass(frozen=True, slots=True)
class Later:
    """Telegram asks to wait, or could not be reached; seconds.

    `in_doubt`: the call went out and no answer came back, so the message may stand in the chat already.
    """

    seconds: float
    problem: str
    in_doubt: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take this message."""

    problem: str


Outcome = Sent | Gone | Later | Refused


class Post(Protocol):
    """Carries one letter to Telegram."""

    async def carry(self, letter: Letter) -> Outcome:
        """Try once and say what became of it."""
