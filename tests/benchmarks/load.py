"""Twenty people who tap, wait for the answer and tap again, and the bots they talk to, each in a process of its own."""

import os
import queue
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.simulator.people import Person
from bot.simulator.server import SimulatorServer
from bot.simulator.shapes import Event, User
from bot.simulator.telegram import SIMULATOR_TOKEN, FakeTelegram

PEOPLE = 20
FIRST_ID = 920_000_000
WARM_SECONDS, SECONDS = 1.5, 6.0
PATIENCE = 60.0
HERE = Path(__file__).parent
OURS = ("-m", "bot", "run")


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured: from tap to answer in milliseconds, and updates answered in a second."""

    p50: float
    p95: float
    worst: float
    per_second: float


class Crowd:
    """People in a closed circle: each has one tap on its way at a time."""

    def __init__(self, telegram: FakeTelegram, people: int = PEOPLE) -> None:
        self.telegram = telegram
        self.answered = 0  # taps, those of the warm-up included
        self.people = {FIRST_ID + number: Person(telegram, FIRST_ID + number) for number in range(people)}
        for person_id in self.people:
            telegram.add_user(User(person_id, "Contoh", "id"))
        self._answers: queue.SimpleQueue[tuple[int, float]] = queue.SimpleQueue()
        telegram.watch(self._see)

    def _see(self, event: Event) -> None:
        if event.kind == "edited" or (
            event.kind == "message"
            and self.telegram.message(event.chat_id, event.message_id).sender_id != event.chat_id
        ):
            self._answers.put((event.chat_id, time.perf_counter()))

    def measure(self, tap: Callable[[Person], object]) -> Speed:
        """Tap for some seconds; what is still warm-up does not count."""
        tapped, taken = {}, []
        begun = time.perf_counter()
        for person_id in self.people:
            tapped[person_id] = time.perf_counter()
            tap(self.people[person_id])
        counts_from, until = begun + WARM_SECONDS, begun + WARM_SECONDS + SECONDS
        while tapped:
            person_id, at = self._answers.get(timeout=PATIENCE)
            if person_id not in tapped:
                continue
            self.answered += 1
            if counts_from <= at < until:
                taken.append((at - tapped[person_id]) * 1000)
            tapped.pop(person_id)
            if at < until:
                tapped[person_id] = time.perf_counter()
                tap(self.people[person_id])
        cuts = statistics.quantiles(taken, n=20)
        return Speed(statistics.median(taken), cuts[18], max(taken), len(taken) / SECONDS)


@contextmanager
def bot_process(server: SimulatorServer, folder: Path, *command: str, **settings: str):
    """Run one bot against the simulator until its first poll; ends it afterwards."""
    folder.mkdir(exist_ok=True)
    env = (
        os.environ
        | {
            "PYTHONPATH": str(HERE.parents[1]),
            "KERJALAGI_TELEGRAM_TOKEN": SIMULATOR_TOKEN,
            "KERJALAGI_TELEGRAM_API_URL": server.base_url,
            "KERJALAGI_TELEGRAM_FILE_URL": server.base_file_url,
            "KERJALAGI_DATA_FOLDER": str(folder),
            "SIMULATOR_URL": server.url,
        }
        | settings
    )
    polls = server.telegram.updates.poll
    with (folder / "bot.log").open("w") as log:
        process = subprocess.Popen([sys.executable, *command], env=env, cwd=folder, stdout=log, stderr=log)
        try:
            until = time.monotonic() + PATIENCE
            while server.telegram.updates.poll == polls:
                assert process.poll() is None, (folder / "bot.log").read_text()[-2000:]
                assert time.monotonic() < until, "the bot never polled"
                time.sleep(0.05)
            yield process
        finally:
            process.terminate()
            process.wait(30)
