"""Free text to skill codes from our own list: "stock opname" and "persediaan" are one skill."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from matching.datafiles import listed, rows
from matching.wording import stem, words

WORD = 64  # bits


@lru_cache(maxsize=20_000)
def skills(text: str) -> frozenset[str]:
    """Return the codes of the skills a text names; the longest name at each word counts."""
    return skills_in(words(text))


def skills_in(spoken: tuple[str, ...]) -> frozenset[str]:
    """The same of words that were taken apart already."""
    bare = tuple(map(stem, spoken))
    longest = _longest()
    found: set[str] = set()
    behind = 0  # the first word that no name has taken yet
    for at in [at for at, word in enumerate(bare) if word in longest]:
        if at < behind:
            continue
        size = next((n for n in range(longest[bare[at]], 0, -1) if bare[at : at + n] in _names()), 0)
        if size:
            found.add(_names()[bare[at : at + size]])
        behind = at + size
    return frozenset(found)


def bits(codes: Iterable[str]) -> list[int]:
    """Write skill codes as words of 64 bits, one bit for each of `all_skills`."""
    written = [0] * (-(-len(all_skills()) // WORD))
    for code in codes:
        word, bit = divmod(_numbers()[code], WORD)
        written[word] |= 1 << bit
    return written


@lru_cache(maxsize=20_000)
def names(written: tuple[int, ...]) -> tuple[str, ...]:
    """Read skill codes back from their bits, in the order of `all_skills`."""
    return tuple(all_skills()[WORD * at + bit] for at, word in enumerate(written) for bit in _ones(word))


def _ones(word: int) -> Iterator[int]:
    while word:
        yield (word & -word).bit_length() - 1
        word &= word - 1


@cache
def all_skills() -> tuple[str, ...]:
    """All skill codes in order."""
    return tuple(sorted({row["skill"] for row in rows("skills.csv")}))


@cache
def _numbers() -> dict[str, int]:
    return {code: number for number, code in enumerate(all_skills())}


@cache
def _longest() -> dict[str, int]:
    """By the first word of a name, how many words the longest name that begins so has."""
    sizes: dict[str, int] = {}
    for name in _names():
        sizes[name[0]] = max(sizes.get(name[0], 0), len(name))
    return sizes


@cache
def _names() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for row in rows("skills.csv"):
        for name in (row["skill"], *listed(row["aliases"])):
            found.setdefault(tuple(stem(word) for word in words(name)), row["skill"])
    return found
