"""How close two occupation groups are: by the classification's own tree, our table of neighbours and shared sectors."""

from functools import cache, lru_cache
from itertools import combinations

from matching.datafiles import listed, rows
from matching.title_words import plain_titles, sectors

SHARED_DIGITS = {4: 1.0, 3: 0.6, 2: 0.3, 1: 0.1, 0: 0.0}  # closeness by digits shared from the left
SAME_SECTOR = 0.2  # a cook and a waiter share their sector, not their work
ALL_DIGITS = 4


@cache
def groups() -> tuple[str, ...]:
    """All group codes that our lists know, in order."""
    return tuple(sorted(set(plain_titles()) | {code for pair in _near() for code in pair}))


@lru_cache(maxsize=200_000)
def closeness(one: str, other: str) -> float:
    """Say how close two groups are, 0..1: by shared digits, a common sector or our table of neighbours."""
    shared = next((n for n in range(ALL_DIGITS) if one[n] != other[n]), ALL_DIGITS)
    together = SAME_SECTOR if _sectors(one) & _sectors(other) else 0.0
    return max(SHARED_DIGITS[shared], together, _near().get((min(one, other), max(one, other)), 0.0))


def _sectors(code: str) -> frozenset[str]:
    return sectors().get(code, frozenset())


@cache
def _near() -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for row in rows("near_groups.csv"):
        for one, other in combinations(sorted(listed(row["groups"], "|")), 2):
            found[one, other] = float(row["closeness"])
    return found
