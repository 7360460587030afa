"""The whole bot as it ships, with a stopwatch on the matcher: SIGUSR1 writes what was spent so far."""

import json
import os
import signal
import time
from functools import wraps
from pathlib import Path
from threading import Lock

from bot.__main__ import main
from bot.services import looking, opening
from matching.matcher import Matcher
from matching.spread import Spread

WATCHED = (
    (Matcher, ("brief", "rank", "why", "scores", "judge")),
    (Spread, ("choose",)),
    (looking, ("collapse",)),
    (opening, ("opened_by_each",)),
)
SPENT = {"wall": 0.0, "cpu": 0.0}
_LOCK = Lock()


def timed(function):
    """Count the seconds of this thread and of the clock."""

    @wraps(function)
    def measured(*args, **kwargs):
        wall, cpu = time.perf_counter(), time.thread_time()
        found = function(*args, **kwargs)
        found = list(found) if function.__name__ == "opened_by_each" else found
        with _LOCK:
            SPENT["wall"] += time.perf_counter() - wall
            SPENT["cpu"] += time.thread_time() - cpu
        return iter(found) if function.__name__ == "opened_by_each" else found

    return measured


def tell(_signal, _frame) -> None:
    """Write the seconds spent by the process and by the matcher."""
    told = Path(os.environ["KERJALAGI_BENCH_SPENT"])
    fresh = told.with_suffix(".new")
    fresh.write_text(json.dumps(SPENT | {"process": time.process_time()}), encoding="utf-8")
    fresh.rename(told)


if __name__ == "__main__":
    for owner, names in WATCHED:
        for name in names:
            setattr(owner, name, timed(getattr(owner, name)))
    signal.signal(signal.SIGUSR1, tell)
    main()
