"""What every use case may lean on: the clock (the only one), the rows, the matcher kept ready."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.store.database import Database


class Clock:
    """The only reader of the time; the demo can move it forward."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Give the moment, aware, in UTC."""
        return datetime.now(UTC) + self._ahead  # noqa: TID251 - the one place that may ask

    def forward(self, by: timedelta) -> None:
        """Move the clock forward (demo and tests)."""
        self._ahead += by


def today(now: datetime, zone: str) -> date:
    """Give the day it is at a place."""
    return now.astimezone(ZoneInfo(zone)).date()


@dataclass(frozen=True, slots=True)
class Deps:
    """The frozen bundle that the doors hand on."""

    settings: Settings
    database: Database
    clock: Clock = field(default_factory=Clock)
