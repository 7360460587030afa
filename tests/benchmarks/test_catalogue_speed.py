"""A catalogue file in the chat: from the upload to what it would change, and how long others wait meanwhile."""

import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from load import HERE, OURS, bot_process

sys.path.append(str(HERE.parent / "training_catalog"))

import course_files

from bot.simulator.people import Person
from bot.simulator.server import SimulatorServer
from bot.simulator.shapes import User
from bot.simulator.telegram import FakeTelegram

RINA, SARI = 910_000_001, 910_000_002
KEY = "dGVzdC1rZXktb25seS1mb3ItdGVzdHMtMzItYnl0ZXM="
PATIENCE = 240.0
MOST_SECONDS = 10.0  # 2,000 courses, on two cores that have nothing else to do


class Neighbour(threading.Thread):
    """Somebody who keeps asking while the file is at work, and how long each answer took."""

    def __init__(self, telegram: FakeTelegram) -> None:
        super().__init__(daemon=True)
        self.telegram, self.person = telegram, Person(telegram, SARI)
        self.waits: list[float] = []
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.is_set():
            before, begun = len(self.telegram.said(SARI)), time.perf_counter()
            self.person.say("/menu")
            while len(self.telegram.said(SARI)) == before and time.perf_counter() - begun < PATIENCE:
                time.sleep(0.005)
            self.waits.append(time.perf_counter() - begun)
            time.sleep(0.1)

    @property
    def told(self) -> str:
        cuts = statistics.quantiles(self.waits, n=20)
        times = f"p50 {cuts[9]:.2f} s, p95 {cuts[18]:.2f} s, worst {max(self.waits):.2f} s"
        return f"others: {len(self.waits)} answers, {times}"


def memory(process) -> int:
    """The most that the process ever held, in MB."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024


def until(telegram: FakeTelegram, words: str) -> float:
    begun = time.perf_counter()
    while not any(words in message.text for message in telegram.said(RINA)[-1:]):
        assert time.perf_counter() - begun < PATIENCE, [message.text for message in telegram.said(RINA)]
        time.sleep(0.01)
    return time.perf_counter() - begun


def upload(tmp_path, content: bytes, name: str, rows: int) -> dict[str, float]:
    """Send a file, apply it, take it back; seconds of each, printed with how others fared."""
    telegram = FakeTelegram()
    folder = tmp_path / name
    folder.mkdir()
    env = os.environ | {
        "PYTHONPATH": str(HERE.parents[1]),
        "KERJALAGI_DATA_FOLDER": str(folder),
        "KERJALAGI_SECRET_KEY": KEY,
    }
    for command in (["migrate"], ["staff", "add", str(RINA), "--role", "admin", "--name", "Bu Uji"]):
        subprocess.run([sys.executable, "-m", "bot", *command], env=env, check=True, capture_output=True)
    for person_id in (RINA, SARI):
        telegram.add_user(User(person_id, "Contoh", "id"))
    with SimulatorServer(telegram) as server, bot_process(server, folder, *OURS, KERJALAGI_SECRET_KEY=KEY) as process:
        rina, neighbour = Person(telegram, RINA), Neighbour(telegram)
        for person in (rina, neighbour.person):
            person.start()
        until(telegram, "Ini meja petugas")
        neighbour.start()
        rina.send_document(content, name)
        seconds = {"to the diff": until(telegram, "masalah")}
        rina.press(next(label for label in telegram.said(RINA)[-1].labels if "Terapkan" in label))
        seconds["to apply"] = until(telegram, "Tayang")
        rina.press(next(label for label in telegram.said(RINA)[-1].labels if "Kembalikan" in label))
        seconds["to roll back"] = until(telegram, "kembali seperti")
        neighbour.done.set()
        neighbour.join()
        steps = ", ".join(f"{step} {taken:.1f} s" for step, taken in seconds.items())
        print(f"\n{rows} rows, {name}, {len(content) / 1e6:.1f} MB: {steps}; {memory(process)} MB; {neighbour.told}")
    return seconds


@pytest.mark.bench
def test_two_thousand_courses_are_compared_within_ten_seconds(tmp_path):
    seconds = upload(tmp_path, course_files.xlsx(2_000), "kursus.xlsx", 2_000)

    assert seconds["to the diff"] < MOST_SECONDS


@pytest.mark.bench
def test_fifty_thousand_rows_go_in_while_others_are_answered(tmp_path):
    upload(tmp_path, course_files.csv(50_000), "kursus.csv", 50_000)
