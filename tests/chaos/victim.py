"""Runs the real command in processes that kill themselves at the n-th pass of a named point; the product knows of none.

Read line by line: a JSON object (argv, env, folder, log) starts one process by forking, so that nothing is imported
twice; its number is printed, and its exit code when it has ended.
"""

import ctypes
import functools
import gc
import json
import os
import signal
import ssl
import sys
from datetime import timedelta

import certifi

import bot.cli
import matching.matcher  # noqa: F401 - heavy, imported once here instead of in every process
from bot import clock
from bot.chat import turn
from bot.chat.telegram_post import TelegramPost
from bot.outbox import pace
from bot.store import outbox
from bot.store.database import Database
from bot.texts.catalogue import LANGUAGES, Texts

LEASE = timedelta(seconds=3)  # instead of 30 and 60, so that a test need not wait so long
TICK = 0.5  # seconds instead of 30
CHAT_SECONDS = 0.1  # instead of 1.05: the simulator's flood limits are off here
DIE_WITH_PARENT = 1


class Fuse:
    """Burns at each pass of its point; at the last one the process is gone."""

    def __init__(self, point: str, passes: int) -> None:
        self.point, self.left = point, passes

    def burn(self, point: str) -> None:
        if point == self.point:
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def arm(fuse: Fuse) -> None:
    """Put the fuse into every transaction and every sending."""
    run, carry = Database.run, TelegramPost.carry

    def armed_run(self, function, *args, **kwargs):
        name = getattr(function, "__name__", "")
        fuse.burn(f"{name}:before")

        def inside(session, *more, **named):
            result = function(session, *more, **named)
            if result or name in {"note", "note_all", "finish"}:  # a claim that found nothing is no pass
                session.flush()
                fuse.burn(f"{name}:inside")
            return result

        result = run(self, inside, *args, **kwargs)
        if result or name in {"note", "note_all", "finish"}:
            fuse.burn(f"{name}:committed")
        return result

    async def armed_carry(self, letter):
        fuse.burn("carry:before")
        outcome = await carry(self, letter)
        fuse.burn("carry:after")
        return outcome

    Database.run, TelegramPost.carry = armed_run, armed_carry
    turn.SENDING = outbox.LEASE = LEASE
    pace.PER_CHAT_SECONDS = CHAT_SECONDS
    clock.JOBS = tuple(
        (name, min(seconds, TICK) if name == "remind" else seconds, job) for name, seconds, job in clock.JOBS
    )


def live(order: dict) -> None:
    """Be the command, from here to the end of the process."""
    gc.enable()
    os.chdir(order["folder"])
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    os.environ.update(order["env"])
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    arm(Fuse(order["env"].get("VICTIM_POINT", ""), int(order["env"].get("VICTIM_PASSES", "1"))))
    sys.argv = ["kerjalagi", *order["argv"]]
    bot.cli.main()


def prepare() -> None:
    """Have everything loaded once, and out of the way of the search for rubbish, which would copy it by looking."""
    for language in LANGUAGES:
        Texts(language)
    ssl.create_default_context = functools.cache(ssl.create_default_context)
    ssl.create_default_context(cafile=certifi.where())
    gc.disable()
    gc.freeze()


def main() -> None:
    prepare()
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            live(json.loads(line))
            os._exit(0)
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
