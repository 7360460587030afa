"""The level of a job as its wording tells it: an internship, a helper, a worker, a supervisor, a manager."""

from functools import cache, lru_cache

from matching.datafiles import rows
from matching.wording import words

INTERN = 0.0
WORKER = 2.0  # what a title without a word of level means
DIRECTOR = 5.0
DEPUTY = 0.5  # how far an assistant stands below the one assisted: "asisten kepala gudang"
FRESH_YEARS = 1.0  # experience up to which a person still counts as a fresh graduate
LONGEST = 3  # words in a name of a level
_DEPUTIES = frozenset({"asisten", "wakil", "deputy", "vice"})


@lru_cache(maxsize=50_000)
def level_of(text: str) -> float:
    """Return the level a title names, 0 (internship) to 5 (director); 2 for plain work.

    The highest word counts, but an internship stays one whatever it is called ("HR Manager Intern").
    """
    spoken = words(text)
    named = _named(spoken)
    if INTERN in named:
        return INTERN
    highest = max(named, default=WORKER) if any(one > WORKER for one in named) else min(named, default=WORKER)
    return highest - DEPUTY if highest > WORKER and _DEPUTIES & set(spoken) else highest


def _named(spoken: tuple[str, ...]) -> list[float]:
    found: list[float] = []
    at = 0
    while at < len(spoken):
        size = next((n for n in range(LONGEST, 0, -1) if spoken[at : at + n] in _levels()), 0)
        if size:
            found.append(_levels()[spoken[at : at + size]])
        at += size or 1
    return found


@cache
def _levels() -> dict[tuple[str, ...], float]:
    return {words(row["words"]): float(row["level"]) for row in rows("levels.csv")}
