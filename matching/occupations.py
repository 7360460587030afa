"""Everyday job titles to groups of the occupation classification (KBJI 2014), and how close two groups are."""

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz import fuzz, process

from matching.datafiles import listed, rows
from matching.wording import stem, words

LONGEST = 5  # words in a title of the list
TYPO_LIKENESS = 88.0  # of 100
SHORTEST_ALONE = 3  # letters: "aa" inside a longer title is no assistant pharmacist
SECOND_TITLE = 0.8  # what a second occupation in one title counts
OTHER_LEVEL = 0.6  # "warehouse manager" is not the work of a warehouse clerk
NEXT_LEVEL = 0.85  # a supervisor's work is one step away
DOUBT = 0.6  # the portal's category speaks against the plain meaning of a word; portals err too
SHARED_DIGITS = {4: 1.0, 3: 0.6, 2: 0.3, 1: 0.1, 0: 0.0}  # closeness by digits shared from the left

_LEADING = frozenset({"manager", "head", "director", "direktur", "chief", "vp", "gm", "president", "principal"})
_SENIOR = frozenset({"supervisor", "lead", "leader", "coordinator", "koordinator", "senior", "sr", "specialist"})
_LEADING_GROUPS = ("1", "3122", "3123", "3121", "3341")  # managers and supervisors have groups of their own


@dataclass(frozen=True, slots=True)
class Occupation:
    """A group that a title means."""

    code: str  # KBJI 2014, four digits; the same digits as ISCO-08 for nearly all groups
    title: str  # the plain title in our own list
    sureness: float  # 0..1
    words: tuple[str, ...] = ()  # the words of the text that named it, as wording.words writes them


@lru_cache(maxsize=50_000)
def occupations(text: str, *, beside: str = "", guess: bool = True) -> tuple[Occupation, ...]:
    """Return the occupation groups a text names, surest first.

    `beside` is what else is known, such as the category of an advertisement: "security" under information technology is
    less surely a satpam. `guess` reads the whole text as one misspelt title where that fits.
    """
    spoken = words(text)
    found = _spelt(spoken, frozenset(stem(word) for word in words(beside)))
    if guess and sum(len(one.words) for one in found) < len(spoken):
        found = _misspelt(spoken) or found
    level = _level(frozenset(spoken))
    best: dict[str, Occupation] = {}
    for one in found:
        sureness = one.sureness if one.code.startswith(_LEADING_GROUPS) else one.sureness * level
        if sureness > (best[one.code].sureness if one.code in best else 0):
            best[one.code] = Occupation(one.code, one.title, sureness, one.words)
    return tuple(sorted(best.values(), key=lambda one: (-one.sureness, one.code)))


@cache
def groups() -> tuple[str, ...]:
    """All group codes that our list knows, in order."""
    listed_codes = {row["kbji"] for row in rows("occupation_synonyms.csv")}
    return tuple(sorted(listed_codes | {code for pair in _near() for code in pair}))


@lru_cache(maxsize=100_000)
def closeness(one: str, other: str) -> float:
    """Say how close two groups are, 0..1: by the digits they share, or by our table of neighbours if that says more."""
    shared = next((n for n in range(4) if one[n] != other[n]), 4)
    return max(SHARED_DIGITS[shared], _near().get((min(one, other), max(one, other)), 0.0))


def title(code: str) -> str:
    """Return our plain title of a group, or an empty text."""
    return _titles().get(code, "")


def _level(spoken: frozenset[str]) -> float:
    if _LEADING & spoken:
        return OTHER_LEVEL
    return NEXT_LEVEL if _SENIOR & spoken else 1.0


def _spelt(spoken: tuple[str, ...], beside: frozenset[str]) -> list[Occupation]:
    bare = tuple(stem(word) for word in spoken)
    around = frozenset(bare)
    found: list[Occupation] = []
    at = 0
    while at < len(bare):
        size = next((n for n in range(min(LONGEST, len(bare) - at), 0, -1) if _means(bare[at : at + n], around)), 0)
        if size:
            key = bare[at : at + size]
            sureness = (SECOND_TITLE if found else 1.0) * (DOUBT if _is_guarded(key, beside) else 1.0)
            named = _titles_by_words()[key]
            found += [Occupation(code, name, sureness, spoken[at : at + size]) for code, name in named]
        at += size or 1
    return found


def _means(key: tuple[str, ...], around: frozenset[str]) -> bool:
    """Whether these words are a title here; one word alone may mean something else among other words."""
    if key not in _titles_by_words():
        return False
    if len(key) > 1:
        return True
    if len(key[0]) < SHORTEST_ALONE and len(around) > 1:
        return False
    return not _is_guarded(key, around)


def _is_guarded(key: tuple[str, ...], around: frozenset[str]) -> bool:
    return len(key) == 1 and bool(_guards().get(key[0], frozenset()) & around)


def _misspelt(spoken: tuple[str, ...]) -> list[Occupation]:
    written = " ".join(stem(word) for word in spoken)
    best = process.extractOne(written, _written_titles(), scorer=fuzz.ratio, score_cutoff=TYPO_LIKENESS)
    if best is None or best[0] == written or best[0][0] != written[0]:
        return []
    named = _titles_by_words()[tuple(best[0].split())]
    return [Occupation(code, name, best[1] / 100, spoken) for code, name in named]


@cache
def _titles_by_words() -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for row in rows("occupation_synonyms.csv"):
        for name in (row["canonical"], *listed(row["aliases"]), *listed(row["english"])):
            key = tuple(stem(word) for word in words(name))
            found.setdefault(key, {}).setdefault(row["kbji"], row["canonical"])
    return {key: tuple(codes.items()) for key, codes in found.items()}


@cache
def _written_titles() -> tuple[str, ...]:
    return tuple(sorted(" ".join(key) for key in _titles_by_words()))


@cache
def _titles() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("occupation_synonyms.csv"):
        found.setdefault(row["kbji"], row["canonical"])
    return found


@cache
def _guards() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows("occupation_guards.csv"):
        others = frozenset(stem(word) for word in row["not_beside"].split())
        found[stem(row["word"])] = others
    return found


@cache
def _near() -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for row in rows("near_groups.csv"):
        for one, other in combinations(sorted(listed(row["groups"], "|")), 2):
            found[one, other] = float(row["closeness"])
    return found
