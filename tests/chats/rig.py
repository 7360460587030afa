"""The whole product on this machine: the real application, over HTTP, against the strict simulator."""

import asyncio
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from pydantic import SecretStr
from sqlmodel import bindparam, literal, or_, select, union_all

from bot.deps import Clock, Deps
from bot.settings import Settings
from bot.simulator.people import Person
from bot.simulator.server import SimulatorServer
from bot.simulator.shapes import User
from bot.simulator.telegram import SIMULATOR_TOKEN, FakeTelegram
from bot.store.database import Database
from bot.store.inbox import DONE, NEW, Inbox
from bot.store.outbox import READY, REPLY, Outbox
from bot.wiring import House

MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday, 09.00 WIB
WAIT_SECONDS = 10.0
GLANCE_SECONDS = 0.004  # between two looks


class StandingClock(Clock):
    """A clock that moves only when it is told to."""

    def __init__(self, at: datetime = MORNING) -> None:
        super().__init__()
        self.at = at

    def now(self) -> datetime:
        return self.at

    def forward(self, by: timedelta) -> None:
        self.at += by


class Talker:
    """A person at their telephone; every deed returns the bot's newest words, once the bot has answered."""

    def __init__(self, rig: "Rig", user: User) -> None:
        self.rig = rig
        self.id = user.id
        self.person = Person(rig.telegram, user.id)

    def start(self, payload: str = "") -> str:
        return self._answered(lambda: self.person.start(payload))

    def say(self, text: str) -> str:
        return self._answered(lambda: self.person.say(text))

    def press(self, label: str) -> str:
        """Press the first button whose label contains these words, on the newest message that has one."""
        return self._answered(lambda: self.person.press(self.button(label)))

    def do(self, deed: str, *arguments, **more) -> str:
        return self._answered(lambda: getattr(self.person, deed)(*arguments, **more))

    def button(self, words: str) -> str:
        for message in reversed(self.rig.telegram.said(self.id)):
            for label in message.labels:
                if words in label:
                    return label
        keyboard = self.rig.telegram.chats[self.id].keyboard
        for row in keyboard.keys if keyboard else ():
            for key in row:
                if words in key.label:
                    return key.label
        raise AssertionError(f"no button with {words!r}; there are {self.labels} under {self.newest!r}")

    @property
    def newest(self) -> str:
        said = self.rig.telegram.said(self.id)
        return said[-1].text if said else ""

    @property
    def labels(self) -> list[str]:
        said = self.rig.telegram.said(self.id)
        return list(said[-1].labels) if said else []

    @property
    def all_said(self) -> list[str]:
        return [message.text for message in self.rig.telegram.said(self.id)]

    def _answered(self, deed) -> str:
        deed()
        self.rig.settle()
        return self.newest


class Rig:
    """Simulator, bot and a standing clock in one process."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = StandingClock()
        self.telegram = FakeTelegram(now=self.clock.now)
        self.telegram.flood.on = False
        self.server = SimulatorServer(self.telegram)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="house", daemon=True)

    def open(self) -> None:
        self.server.start()
        settings = Settings(
            _env_file=None,
            telegram_token=SecretStr(SIMULATOR_TOKEN),
            telegram_api_url=self.server.base_url,
            telegram_file_url=self.server.base_file_url,
        )
        self.deps = Deps(settings, self.database, self.clock)
        self._thread.start()
        self._run(self._build())

    async def _build(self) -> None:
        self.house = House(self.deps)
        await self.house.open()

    def close(self) -> None:
        self._run(self.house.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        threading.Thread(target=self.server.stop, name="leaving").start()  # the next test need not wait for it

    def person(self, number: int = 1, name: str = "Sari Contoh", language: str = "id", phone: str = "") -> Talker:
        user = User(id=900_000_000 + number, first_name=name, language_code=language, phone=phone)
        self.telegram.add_user(user)
        return Talker(self, user)

    def forward(self, **by: float) -> None:
        """Move the clock, and wait until what became due is done."""
        self.clock.forward(timedelta(**by))
        time.sleep(0.05)
        self.tick()

    def tick(self) -> None:
        """Run every job of the clock once, now."""
        self._run(self.house.tick())
        self.settle()

    def settle(self) -> None:
        """Wait until every update is handled and every answer is in its chat."""
        until = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < until:
            if not self.telegram.updates.waiting and self._idle() and self._quiet():
                return
            time.sleep(GLANCE_SECONDS)
        raise AssertionError(f"the bot did not answer within {WAIT_SECONDS} s; {self.database.run(_state)}")

    def _idle(self) -> bool:
        """Nothing in the bot's hands, as far as can be seen without its database: each look there costs it time."""
        return self.house.app.update_queue.empty() and not self.house.app.update_processor.current_concurrent_updates

    def _quiet(self) -> bool:
        """Nothing unhandled, no answer unsent, and no notice that is due still on its way."""
        with self.database.engine.connect() as connection:
            return connection.execute(_UNDONE, {"now": self.clock.at}).first() is None

    def _run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(30)


_UNDONE = union_all(
    select(literal(1)).where(Inbox.state == NEW),
    select(literal(1)).where(Outbox.state == READY, or_(Outbox.lane == REPLY, Outbox.due_at <= bindparam("now"))),
).limit(1)


def _state(session) -> str:
    updates = [(row.update_id, row.state) for row in session.exec(select(Inbox).where(Inbox.state != DONE))]
    answers = [(row.state, row.problem) for row in session.exec(select(Outbox).where(Outbox.state == READY))]
    return f"inbox {updates}, outbox {answers}"


@contextmanager
def open_rig(database: Database):
    rig = Rig(database)
    rig.open()
    try:
        yield rig
    finally:
        rig.close()
