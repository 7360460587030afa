"""Messages whose words are drawn only when they are taken, so that a stop or a correction holds at once."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlmodel import Session

from bot.outbox import broadcasting, progress
from bot.outbox.post import Outcome
from bot.outbox.write import Letter
from bot.screens.screen import Screen
from bot.store import broadcasts
from bot.store.outbox import Outbox

Draw = Callable[[Session, Outbox, datetime], Screen | None]  # None: not now, or not at all; the row says which
Noted = Callable[[Session, Letter, Outcome, datetime], None]

DRAWN: Mapping[str, Draw] = {broadcasts.TOPIC: broadcasting.draw, progress.TOPIC: progress.draw}
NOTED: Mapping[str, Noted] = {broadcasts.TOPIC: broadcasting.noted}
