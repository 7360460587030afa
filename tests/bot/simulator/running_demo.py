"""`kerjalagi demo` as a visitor starts it: a process of its own, on a free port."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

START_SECONDS = 60.0
ANSWER_SECONDS = 20.0


def environment(**more: str) -> dict[str, str]:
    """This process's environment without anything of ours in it."""
    return {name: value for name, value in os.environ.items() if not name.startswith("KERJALAGI_")} | more


def start(*arguments: str, folder, **more: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "bot", "demo", *arguments]
    return subprocess.Popen(
        command, cwd=folder, env=environment(TMPDIR=str(folder), **more), stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@dataclass
class RunningDemo:
    """The process, its address and its small HTTP API."""

    process: subprocess.Popen
    printed: list[str]
    http: httpx.Client

    @property
    def address(self) -> str:
        return self.printed[-1]

    def act(self, name: str, **given):
        return self.http.post(f"/_sim/{name}", json=given).raise_for_status().json()

    def state(self):
        return self.http.get("/_sim/state").json()

    def chat(self, person: int):
        return self.http.get(f"/_sim/chat/{person}").json()

    def bot_said(self, person: int) -> str:
        return "\n".join(message["text"] for message in self.chat(person)["messages"] if message["bot"])

    def wait(self, seen, what: str, seconds: float = ANSWER_SECONDS):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if found := seen():
                return found
            time.sleep(0.05)
        raise AssertionError(f"{what}: not seen within {seconds} s")

    def await_words(self, person: int, words: str) -> None:
        self.wait(lambda: words in self.bot_said(person), f"{words!r} for {person}")

    def stop(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """Interrupt it; gives the exit code and what stood on standard error."""
        self.process.send_signal(number)
        _, errors = self.process.communicate(timeout=20)
        return self.process.returncode, errors


@contextmanager
def running_demo(folder):
    """Start, wait for the address, stop."""
    process = start("--port", "0", folder=folder)
    try:
        printed: list[str] = []
        while not printed or not printed[-1].startswith("http://"):
            line = process.stdout.readline()
            assert line, f"the demo ended: {process.stderr.read()}"
            printed.append(line.rstrip("\n"))
        with httpx.Client(base_url=printed[-1], timeout=10) as client:
            yield RunningDemo(process, printed, client)
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(20)
        process.stdout.close()
        process.stderr.close()
