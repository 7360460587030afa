"""How close two occupation groups are: by the classification's own tree and our table of neighbours."""

from functools import cache, lru_cache
from itertools import combinations

from matching.datafiles import listed, rows
from matching.title_words import plain_titles

SHARED_DIGITS = {4: 1.0, 3: 0.6, 2: 0.3, 1: 0.1, 0: 0.0}  # closeness by digits shared from the left
ALL_DIGITS = 4


@cache
def groups() -> tuple[str, ...]:
    """All group codes that our lists know, in order."""
    return tuple(sorted(set(plain_titles()) | {code for pair in _near() for code in pair}))


@lru_cache(maxsize=200_000)
def closeness(one: str, other: str) -> float:
    """Say how close two groups are, 0..1: by our table of neighbours, else by the digits they share."""
    shared = next((n for n in range(ALL_DIGITS) if one[n] != other[n]), ALL_DIGITS)
    return _near().get((min(one, other), max(one, other)), SHARED_DIGITS[shared])


@cache
def _near() -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for row in rows("near_groups.csv"):
        for one, other in combinations(sorted(listed(row["groups"], "|")), 2):
            found[one, other] = float(row["closeness"])
    return found
