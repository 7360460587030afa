"""Free text to skill codes from our own list: "stock opname" and "persediaan" are one skill."""

from functools import cache, lru_cache

from matching.datafiles import listed, rows
from matching.wording import stem, words

LONGEST = 4  # words in the name of a skill


@lru_cache(maxsize=20_000)
def skills(text: str) -> frozenset[str]:
    """Return the codes of the skills a text names; the longest name at each word counts."""
    bare = tuple(stem(word) for word in words(text))
    found: set[str] = set()
    at = 0
    while at < len(bare):
        size = next((n for n in range(min(LONGEST, len(bare) - at), 0, -1) if bare[at : at + n] in _names()), 0)
        if size:
            found.add(_names()[bare[at : at + size]])
        at += size or 1
    return frozenset(found)


@cache
def all_skills() -> tuple[str, ...]:
    """All skill codes in order."""
    return tuple(sorted({row["skill"] for row in rows("skills.csv")}))


@cache
def _names() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for row in rows("skills.csv"):
        for name in (row["skill"], *listed(row["aliases"])):
            found.setdefault(tuple(stem(word) for word in words(name)), row["skill"])
    return found
