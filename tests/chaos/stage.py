"""Twenty people in front of a bot that keeps being killed, and the books on what each of them was told."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from select import select as select_ready

from sqlmodel import select

from bot.deps import Clock
from bot.outbox import write
from bot.screens.screen import Screen
from bot.simulator.people import Person
from bot.simulator.server import SimulatorServer
from bot.simulator.shapes import User
from bot.simulator.telegram import SIMULATOR_TOKEN, FakeTelegram
from bot.store.database import Database
from bot.store.inbox import DONE, Inbox
from bot.store.outbox import READY, SENT, Outbox
from bot.store.outbox import read as open_letter
from bot.store.reminders import PLANNED, Reminder
from jkp.membership.sealed import Sealer, new_key

PEOPLE = 20
FIRST_ID = 910_000_000
REMINDED = FIRST_ID + PEOPLE  # one more person, who only gets reminders
TOKEN = re.compile(r"(?:Round|Notice)\d+Person\d+")
DEATH_SECONDS, CALM_SECONDS = 60, 60
SEND_SECONDS = 0.03  # each sending takes so long, so that there is a time between send and note


class Starter:
    """The process that forks the victims, one at a time and of one stage after another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._errors = (folder / "starter.log").open("w")
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("victim.py"))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, text=True, cwd=folder,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
        self._line()
        self.pid = 0

    def move(self, folder: Path) -> None:
        """Let the next victims live and log in this folder."""
        self._folder = folder

    def start(self, argv: list[str], env: dict[str, str]) -> None:
        env = {"VICTIM_POINT": "", "VICTIM_PASSES": "1"} | env
        order = {"argv": argv, "env": env, "folder": str(self._folder), "log": str(self._log)}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        self.pid = int(self._line())

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def stop(self) -> int:
        os.kill(self.pid, signal.SIGTERM)
        return self.wait()

    def wait(self) -> int:
        code = int(self._line())
        self.pid = 0
        return code

    @property
    def _log(self) -> Path:
        return self._folder / "bot.log"

    def log(self) -> str:
        return self._log.read_text() if self._log.exists() else ""

    def clear(self) -> None:
        """Leave no victim behind."""
        if self.pid:
            self.kill()
            self.wait()

    def close(self) -> None:
        self.clear()
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()
        self._errors.close()

    def _line(self) -> str:
        ready, _, _ = select_ready([self._process.stdout], [], [], DEATH_SECONDS)
        assert ready, f"no sign from the victim within {DEATH_SECONDS} s: {self.log()[-2000:]}"
        line = self._process.stdout.readline()
        assert line, f"the starter ended: {Path(self._errors.name).read_text()[-2000:]}"
        return line.strip()


class Stage:
    """Simulator, people, database and the victims."""

    def __init__(self, address: str, folder: Path, starter: Starter) -> None:
        self.telegram = FakeTelegram()
        self.telegram.faults.slow(SEND_SECONDS, "sendMessage")
        self.server = SimulatorServer(self.telegram).start()
        self.starter = starter
        starter.move(folder)
        key = new_key()
        self.env = {
            "KERJALAGI_TELEGRAM_TOKEN": SIMULATOR_TOKEN,
            "KERJALAGI_TELEGRAM_API_URL": self.server.base_url,
            "KERJALAGI_TELEGRAM_FILE_URL": self.server.base_file_url,
            "KERJALAGI_DATABASE_URL": address,
            "KERJALAGI_SECRET_KEY": key,
            "KERJALAGI_DATA_FOLDER": str(folder),
            "KERJALAGI_TIMEZONE": where_it_is_noon(),
        }
        self.database = Database(address, Sealer([key]))
        self.expected: set[str] = set()
        self.unnoted: set[str] = set()  # seen by their reader, not noted when a kill came: only these may come twice
        self.reminded = 0
        for number in range(PEOPLE + 1):
            self.telegram.add_user(User(FIRST_ID + number, "Contoh", "id"))

    def close(self) -> None:
        self.starter.clear()
        self.server.stop()
        self.database.close()

    def start(self, point: str = "", passes: int = 1) -> None:
        self.starter.start(["run"], self.env | {"VICTIM_POINT": point, "VICTIM_PASSES": str(passes)})

    def meet(self) -> None:
        """The first hello of everybody, in peace: it also makes the tables."""
        self.start()
        self.speak(0)
        Person(self.telegram, REMINDED).start()
        self.wait_until_calm()
        self.starter.stop()

    def speak(self, round_number: int) -> None:
        """Each of twenty people writes once; the answer repeats a name that is used once."""
        for number in range(PEOPLE):
            person, token = Person(self.telegram, FIRST_ID + number), f"Round{round_number}Person{number}"
            self.telegram.add_user(replace(person.user, first_name=token))
            self.expected.add(token)
            person.start()

    def plan(self, round_number: int) -> None:
        """Write two notices and a reminder that are due, as an earlier process would have left them."""
        now = Clock().now()

        def work(session):
            for number in range(2):
                token = f"Notice{round_number}Person{number}"
                self.expected.add(token)
                write.notice(session, FIRST_ID + number, Screen(token), topic="chaos", occurrence=token, now=now)
            occurrence = f"round-{round_number}"
            session.add(
                Reminder(person_id=REMINDED, topic="asked", occurrence=occurrence, due_at=now, subject=occurrence)
            )

        self.database.run(work)
        self.reminded += 1

    def await_death(self) -> None:
        assert self.starter.wait() == -signal.SIGKILL, f"not killed: {self.starter.log()[-2000:]}"
        time.sleep(2 * SEND_SECONDS)  # what was already on the wire arrives
        self.unnoted |= self.database.run(self._waiting) & set(self.told())

    def told(self) -> Counter[str]:
        """What stands in the chats, by its name."""
        calls = [call for call in self.telegram.sent if call.method == "sendMessage"]
        return Counter(found.group() for call in calls if (found := TOKEN.search(call.text)))

    def reminders_told(self) -> int:
        return sum(call.method == "sendMessage" and call.chat_id == REMINDED for call in self.telegram.sent) - 1

    def wait_until_calm(self) -> None:
        """Wait until nothing is on its way any more."""
        until = time.monotonic() + CALM_SECONDS
        while time.monotonic() < until:
            if not self.telegram.updates.waiting and self.telegram.sent and self._calm():
                return
            time.sleep(0.05)
        raise AssertionError(f"not calm after {CALM_SECONDS} s: {self.starter.log()[-3000:]}")

    def _calm(self) -> bool:
        def look(session):
            rows = (
                select(Inbox).where(Inbox.state != DONE),
                select(Outbox).where(Outbox.state != SENT),
                select(Reminder).where(Reminder.state == PLANNED),
            )
            return not any(session.exec(row).first() for row in rows) and session.exec(select(Inbox)).first()

        return set(self.told()) >= self.expected and bool(self.database.run(look))

    @staticmethod
    def _waiting(session) -> set[str]:
        rows = session.exec(select(Outbox).where(Outbox.state == READY)).all()
        found = (TOKEN.search(open_letter(session, row).get("text", "")) for row in rows)
        return {one.group() for one in found if one}


def where_it_is_noon() -> str:
    """Name a zone in which nobody sleeps now, so that notices may go out."""
    ahead = 12 - datetime.fromtimestamp(time.time(), UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"
