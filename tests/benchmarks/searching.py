"""People who look for work in the chat: they type a search, read on, ask why, and look at what a change would bring."""

import itertools
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from load import PATIENCE, Crowd, Speed

WORK = (
    "gudang",
    "kasir",
    "operator jahit",
    "admin",
    "sopir",
    "satpam",
    "cook",
    "perawat",
    "sales",
    "teknisi",
    "host live",
)
TOWNS = ("karawang", "bekasi", "jakarta", "surabaya", "kota bandung", "semarang", "tangerang", "medan", "solo")
RARE_WORK = ("nelayan", "pilot", "nakhoda", "penari", "dokter gigi", "apoteker", "arkeolog", "penerjemah")
SMALL_TOWNS = ("wonogiri", "ngawi", "bima", "ende", "tual", "sabang", "belu", "sumba barat")
NEXT, WHY = "Berikutnya", "Kenapa"
SEARCH, ONWARD, REASON, END = "a typed search", "the next card", "why this one", "what a change would bring"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of processor that a bot has used, and what of them and of the clock the matcher took."""

    process: float
    cpu: float
    wall: float

    def since(self, before: "Spent") -> "Spent":
        """What was spent after another reading."""
        return Spent(self.process - before.process, self.cpu - before.cpu, self.wall - before.wall)


def spent(process: subprocess.Popen, file: Path) -> Spent:
    """Ask a timed bot."""
    file.unlink(missing_ok=True)
    process.send_signal(signal.SIGUSR1)
    until = time.monotonic() + PATIENCE
    while not file.exists():
        assert time.monotonic() < until, "the bot told no times"
        time.sleep(0.02)
    return Spent(**json.loads(file.read_text(encoding="utf-8")))


class Seekers:
    """What everybody taps next, by kind of tap; the same order in every run."""

    def __init__(self) -> None:
        self._searches = itertools.cycle([f"loker {work} {town}" for town in TOWNS for work in WORK])
        self._rare = itertools.cycle([f"loker {work} {town}" for town in SMALL_TOWNS for work in RARE_WORK])

    def search(self, person) -> None:
        """Type a new search."""
        person.say(next(self._searches))

    def end(self, person) -> None:
        """Type a search that brings nothing or little: every way to widen it is counted."""
        person.say(next(self._rare))

    def onward(self, person) -> None:
        """Press what leads to the next card; where there is none, search anew."""
        self._press(person, NEXT)

    def reason(self, person) -> None:
        """Ask why, or go back to the card."""
        self._press(person, WHY if self._label(person, WHY) else "Kembali")

    def _press(self, person, words: str) -> None:
        label = self._label(person, words)
        if label:
            person.press(label)
        else:
            self.search(person)

    def _label(self, person, words: str) -> str:
        labels = person.telegram.said(person.id)[-1].labels if person.telegram.said(person.id) else ()
        return next((one for one in labels if words in one), "")


def import_vacancies(file: str, folder: Path) -> None:
    """Put advertisements into a new bot's rows, the way an office does."""
    folder.mkdir()
    env = os.environ | {"KERJALAGI_DATA_FOLDER": str(folder)}
    for command in (("migrate",), ("import", "vacancies", file, "--source", "bursa", "--accept-valid")):
        subprocess.run([sys.executable, "-m", "bot", *command], env=env, check=True, stdout=subprocess.DEVNULL)


def measured(crowd: Crowd, process: subprocess.Popen, file: Path) -> dict[str, tuple[Speed, Spent, int]]:
    """Time each kind of tap, with what the bot spent on it and how many taps that was."""
    seekers, found = Seekers(), {}
    taps = {SEARCH: seekers.search, ONWARD: seekers.onward, REASON: seekers.reason, END: seekers.end}
    for name, tap in taps.items():
        before, answered = spent(process, file), crowd.answered
        speed = crowd.measure(tap)
        found[name] = (speed, spent(process, file).since(before), crowd.answered - answered)
    return found
