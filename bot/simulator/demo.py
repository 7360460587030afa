"""The demo: simulator, chat page, the real bot and a made-up world in one process, on a folder that is gone at exit."""

import asyncio
import contextlib
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import wiring
from bot.deps import Clock, Deps, today
from bot.settings import Settings
from bot.simulator import past, sample
from bot.simulator.server import SimulatorServer, serve
from bot.simulator.shapes import Event
from bot.simulator.telegram import FakeTelegram

ZONE = "Asia/Jakarta"
OPENING_HOUR = 9  # outside the quiet hours, whatever the hour is where the visitor sits
PREFIX = "KERJALAGI_"

Command = Callable[..., None]


class Demo:
    """`command` runs one `kerjalagi` sub-command in this process: the world enters by the doors that operators use."""

    def __init__(self, port: int, command: Command, say: Callable[[str], None]) -> None:
        self._port = port
        self._command = command
        self._say = say
        self._clock = _morning()
        self._telegram = FakeTelegram(now=self._clock.now)
        self._ended = asyncio.Event()
        self._opened = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._house: wiring.House | None = None
        self._moves: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Serve until SIGINT or SIGTERM.

        Raises:
            OSError: the port is taken.
        """
        self._loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            self._loop.add_signal_handler(number, self._ended.set)
        roles = [role.user for role in sample.roles()]
        server = serve(self._telegram, port=self._port, roles=roles, on_clock=self._forward)
        try:
            self._say(server.url)
            with _apart(server) as folder:
                await self._live(folder)
        finally:
            server.stop()

    async def _live(self, folder: Path) -> None:
        day = today(self._clock.now(), ZONE)
        await asyncio.to_thread(self._furnish, folder, day)
        deps = replace(wiring.open_deps(Settings()), clock=self._clock)
        try:
            await self._keep_house(deps, day)
        finally:
            deps.database.close()

    async def _keep_house(self, deps: Deps, day: date) -> None:
        self._house = wiring.House(deps)
        await self._house.open()
        self._opened.set()
        living = asyncio.create_task(asyncio.to_thread(past.play, self._telegram, day, self._ended.is_set))
        await self._ended.wait()
        await living
        for move in tuple(self._moves):
            move.cancel()
        await self._house.close()

    def _furnish(self, folder: Path, day: date) -> None:
        """Make the rows and bring the world in, each by the command that an operator would use."""
        self._command("migrate")
        for kind, file in sample.write(folder, day):
            self._command("import", kind, str(file), "--source", sample.SOURCE)
        for role in sample.roles():
            if role.office_role:
                new = ("--trial",) if role.trial else ()
                self._command("staff", "add", str(role.user.id), "--role", role.office_role, "--name", role.staff_name,
                              "--office", role.office, "--area", role.area, *new)  # fmt: skip

    def _forward(self, days: int) -> None:
        """Take the page's press on a clock button, in the server's thread, which must not wait for the bot."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._begin_move, days)

    def _begin_move(self, days: int) -> None:
        move = asyncio.ensure_future(self._move(days))
        self._moves.add(move)
        move.add_done_callback(self._moves.discard)

    async def _move(self, days: int) -> None:
        """Live day after day, so that what is due on a day in between happens on that day."""
        await self._opened.wait()
        for _ in range(days):
            self._clock.forward(timedelta(days=1))
            self._telegram.tell(Event("clock", detail={"now": self._clock.now().isoformat()}))
            if self._house is not None:
                await self._house.tick()


def _morning() -> Clock:
    """Give a clock on which today's morning in Jakarta begins now."""
    clock = Clock()
    here = clock.now().astimezone(ZoneInfo(ZONE))
    opening = datetime.combine(here.date(), datetime.min.time(), here.tzinfo) + timedelta(hours=OPENING_HOUR)
    clock.forward(opening - here)
    return clock


@contextlib.contextmanager
def _apart(server: SimulatorServer) -> Iterator[Path]:
    """Settings of the demo alone, with a data folder that is gone afterwards; nothing configured here reaches it."""
    with tempfile.TemporaryDirectory(prefix="kerjalagi-demo-") as folder, contextlib.chdir(folder):
        kept = {name: os.environ.pop(name) for name in tuple(os.environ) if name.upper().startswith(PREFIX)}
        ours = {
            "TELEGRAM_TOKEN": server.telegram.token,
            "TELEGRAM_API_URL": server.base_url,
            "TELEGRAM_FILE_URL": server.base_file_url,
            "DATA_FOLDER": folder,
            "TIMEZONE": ZONE,
        }
        os.environ.update({PREFIX + name: value for name, value in ours.items()})
        try:
            yield Path(folder)
        finally:
            for name in ours:
                del os.environ[PREFIX + name]
            os.environ.update(kept)
