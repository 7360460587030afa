"""Indonesian job wording made comparable: lower case, abbreviations and slang written out, affixes taken off."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from matching.datafiles import rows

SHORTEST_STEM = 3  # letters; what is shorter has lost its meaning (pengemasan is never emas, berpengalaman never alam)
LONG_ENOUGH = 5  # letters a word needs before it can carry an affix

_WORD = re.compile(r"[a-z0-9]+(?:\+\+|#)?")
_REPEATED = re.compile(r"\b([a-z]{3,})2\b|\b([a-z]{3,})-\2\b")
_AFFIX = re.compile(r"^(?:me|pe|be|ber|ter|di|ke)|(?:kan|an|nya)$")


def words(text: str) -> tuple[str, ...]:
    """Split a text into lower-case words with slang and short forms written out; nothing is dropped."""
    plain = text.lower()
    found: list[str] = _WORD.findall(_REPEATED.sub(_once, plain) if "2" in plain or "-" in plain else plain)
    short = _written_out()
    if short.keys().isdisjoint(found):
        return tuple(found)
    return tuple(written for word in found for written in short.get(word, (word,)))


def normalise(text: str) -> str:
    """Return the words of a text with one space between them, as synonym lists are compared."""
    return " ".join(words(text))


def settled(text: str, beside: str) -> str:
    """Write a short form with two meanings out when what stands beside speaks for the second ("cs" of a cleaner)."""
    around = set(words(beside))
    return " ".join(_second_meaning(word, around) or word for word in text.split())


def _second_meaning(word: str, around: set[str]) -> str:
    first, *second = abbreviations().get(word.lower().strip(".,/"), ("",))
    one, other = set(words(first)), set(words("".join(second)))
    return second[0] if around & (other - one) and not around & (one - other) else ""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Take the affixes off one lower-case word (perakitan: rakit); names of places and foreign words stay whole."""
    if known := _exceptions().get(word):
        return known
    if len(word) < LONG_ENOUGH or not word.isalpha() or not _AFFIX.search(word) or word in _place_words():
        return word
    short = _stemmer()(word)
    return short if len(short) >= SHORTEST_STEM else word


def stems(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in their order: what the text index is made of."""
    return bare(words(text))


def bare(spoken: Iterable[str]) -> list[str]:
    """The same of words that were taken apart already."""
    idle = stop_words()
    return [stem(word) for word in spoken if word not in idle]


def is_place_word(word: str) -> bool:
    """Tell whether a word is part of the name of a regency."""
    return word in _place_words()


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about the kind of work."""
    return frozenset(row["word"] for row in rows("stop_words.csv"))


@cache
def abbreviations() -> dict[str, tuple[str, ...]]:
    """Short forms with every meaning they have; one with two meanings ("cs") is worth a question."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("abbreviations.csv"):
        found[row["form"]] = tuple(meaning for meaning in (row["meaning"], row["other_meaning"]) if meaning)
    return found


@cache
def _written_out() -> dict[str, tuple[str, ...]]:
    return {row["form"]: tuple(row["meaning"].split()) for row in rows("slang.csv")}


@cache
def _exceptions() -> dict[str, str]:
    return {row["word"]: row["stem"] for row in rows("stem_exceptions.csv")}


@cache
def _place_words() -> frozenset[str]:
    names = (row["short_name"] for row in rows("regencies.csv"))
    return frozenset(word for name in names for word in name.lower().split())


@cache
def _stemmer() -> Callable[[str], str]:
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    stemmer = StemmerFactory().create_stemmer()

    def without_affixes(word: str) -> str:
        return str(stemmer.stem(word))

    return without_affixes


def _once(found: re.Match[str]) -> str:
    return found.group(1) or found.group(2)
