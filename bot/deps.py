"""What every use case may lean on: the clock (the only one), the rows, the matcher kept ready."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.store.database import Database
from matching.profile import Kind

if TYPE_CHECKING:  # the index is heavy to import; a command that ranks nothing stays fast
    from matching.matcher import Matcher
    from matching.spread import Exposure, Spread


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
class Ready:
    """Open offers, ready to be ranked and to be shown in fair turns."""

    matcher: "Matcher"
    spread: "Spread"
    shown: "Exposure"  # by the nights before; read only: whoever counts further takes a copy


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a catalogue, the calendar and the nights stand; another mark means that the stock is behind."""

    version: int  # the newest import, rolled back or not
    standing: int  # the newest that was not rolled back
    day: date
    night: date | None  # the last one that is done


@dataclass(frozen=True, slots=True)
class Stock:
    """The open offers of one kind as they stood at one mark."""

    mark: Mark
    ready: Ready | None  # None: nothing is open
    put_in: int = 0  # offers put in one by one since everything was indexed: how rare words are drifts with them


class Shelf:
    """What is open, kept ready in the process and shared between threads; services.offers fills it."""

    def __init__(self) -> None:
        self._stocks: dict[Kind, Stock] = {}
        self.filling = Lock()  # held by whoever fits an index, so that only one does

    def stock(self, kind: Kind) -> Stock | None:
        """Give what is kept of a kind; None before it was ever filled."""
        return self._stocks.get(kind)

    def put(self, kind: Kind, stock: Stock) -> None:
        """Keep a new stock; whoever works with the old one may finish."""
        self._stocks[kind] = stock


@dataclass(frozen=True, slots=True)
class Deps:
    """The frozen bundle that the doors hand on."""

    settings: Settings
    database: Database
    clock: Clock = field(default_factory=Clock)
    shelf: Shelf = field(default_factory=Shelf)
