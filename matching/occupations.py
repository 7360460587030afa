"""Everyday job titles to groups of the occupation classification (KBJI 2014), surest first."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from matching.closeness import closeness, groups
from matching.title_words import (
    TYPO_LIKENESS,
    Key,
    corrected,
    generic_words,
    guards,
    plain_titles,
    titles_by_words,
    written_titles,
)
from matching.wording import stem, words

__all__ = ["Occupation", "closeness", "groups", "occupations", "title"]

LONGEST = 5  # words in a title of the list
SHORTEST_ALONE = 3  # letters: "aa" inside a longer title is no assistant pharmacist
SECOND_TITLE = 0.8  # what a second occupation in one title counts
LOOSE = 0.55  # a generic word among others: "quality" in a longer title
FILLERS = frozenset({"staf", "petugas", "karyawan"})  # "staf admin gudang" is first an admin gudang
HEADS = frozenset({"admin", "administrasi", "sales", "marketing"})  # "sales motor" sells, "admin servis ac" writes
DOUBT = 0.6  # the portal's category speaks against the plain meaning of a word; portals err too


_LINK = re.compile(r"[&/,+|]| dan | and ", re.IGNORECASE)  # "sales & driver" is both


@dataclass(frozen=True, slots=True)
class Occupation:
    """A group that a title means."""

    code: str  # KBJI 2014, four digits; the same digits as ISCO-08 for nearly all groups
    title: str  # the plain title in our own list
    sureness: float  # 0..1
    words: tuple[str, ...] = ()  # the words of the text that named it, as wording.words writes them


@lru_cache(maxsize=50_000)
def occupations(text: str, *, beside: str = "", guess: bool = True) -> tuple[Occupation, ...]:
    """Return the occupation groups a text names, surest first; the level (manager, helper) is not judged here.

    `beside` is what else is known, such as the category of an advertisement: "security" under information technology is
    less surely a satpam. `guess` reads the whole text as one misspelt title where that fits.
    """
    spoken = words(text)
    found = _spelt(spoken, frozenset(stem(word) for word in words(beside)), is_linked=bool(_LINK.search(text)))
    if guess and sum(len(one.words) for one in found) < len(spoken):
        found = _misspelt(spoken) or found
    best: dict[str, Occupation] = {}
    for one in found:
        if one.code not in best or one.sureness > best[one.code].sureness:
            best[one.code] = one
    return tuple(sorted(best.values(), key=lambda one: (-one.sureness, one.code)))


def title(code: str) -> str:
    """Return our plain title of a group, or an empty text."""
    return plain_titles().get(code, "")


def _spelt(spoken: tuple[str, ...], beside: frozenset[str], *, is_linked: bool) -> list[Occupation]:
    bare = tuple(corrected(stem(word)) for word in spoken)
    found: list[Occupation] = []
    at = 0
    while at < len(bare):
        size = _longest(bare, at)
        if size:
            key = bare[at : at + size]
            headed = not is_linked and bool(found) and found[0].words[0] in HEADS and found[0].sureness == 1.0
            is_whole = size == len(bare) or (at == 0 and key[0] in HEADS)
            sureness = _place(found, headed=headed) * _certainty(key, beside, is_whole=is_whole)
            named = titles_by_words()[key]
            found += [Occupation(code, name, sureness, spoken[at : at + size]) for code, name in named]
        at += size or 1
    return found


def _longest(bare: Key, at: int) -> int:
    """How many words the title at this word has; a filler gives way to a title of its own behind it."""
    around = frozenset(bare)
    sizes = range(min(LONGEST, len(bare) - at), 0, -1)
    size = next((n for n in sizes if _means(bare[at : at + n], around)), 0)
    if size > 1 and bare[at] in FILLERS and _longest(bare, at + 1) >= size:
        return 0
    return size


def _place(before: list[Occupation], *, headed: bool) -> float:
    """What a title counts by its place: first, second, or behind a head that says what the work is."""
    if headed:
        return LOOSE
    return 1.0 if all(one.sureness <= LOOSE for one in before) else SECOND_TITLE


def _certainty(key: Key, beside: frozenset[str], *, is_whole: bool) -> float:
    """How certain the words themselves are: guarded by the category, or one generic word among others."""
    is_generic = len(key) == 1 and key[0] in generic_words() and not is_whole
    return (DOUBT if _is_guarded(key, beside) else 1.0) * (LOOSE if is_generic else 1.0)


def _means(key: Key, around: frozenset[str]) -> bool:
    """Whether these words are a title here; one word alone may mean something else among other words."""
    if key not in titles_by_words():
        return False
    if len(key) > 1:
        return True
    if len(key[0]) < SHORTEST_ALONE and len(around) > 1:
        return False
    return not _is_guarded(key, around)


def _is_guarded(key: Key, around: frozenset[str]) -> bool:
    return len(key) == 1 and bool(guards().get(key[0], frozenset()) & around)


def _misspelt(spoken: tuple[str, ...]) -> list[Occupation]:
    written = " ".join(stem(word) for word in spoken)
    best = process.extractOne(written, written_titles(), scorer=fuzz.ratio, score_cutoff=TYPO_LIKENESS)
    if best is None or best[0] == written or best[0][0] != written[0]:
        return []
    named = titles_by_words()[tuple(best[0].split())]
    return [Occupation(code, name, best[1] / 100, spoken) for code, name in named]
