"""What synthetic offers and synthetic people are drawn from: words, occupations and places by their shares."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from matching_speed.learn_model import MODEL

from matching.datafiles import listed, rows
from matching.places import area, regencies

SEED = 20261122
SCATTER = 7919  # a prime, so that neighbours do not look alike
NAMELESS = 1.7  # times as many titles drawn from loose words, for two of them in five name an occupation by chance
REMOTE, NOWHERE, OTHER = "~", "", "other"
SYLLABLES = tuple(first + second for first in "cdfghjklmnprstwy" for second in "aiueo")


@cache
def model() -> dict:
    """The counts and shares that ship."""
    return json.loads(MODEL.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Urn:
    """Things to be drawn by their counts."""

    things: tuple
    until: np.ndarray  # cumulated shares

    @classmethod
    def of(cls, counts: Mapping) -> "Urn":
        """An urn with the keys of a table of counts."""
        weights = np.array(list(counts.values()), dtype=np.float64)
        return cls(tuple(counts), np.cumsum(weights) / weights.sum())

    def draw(self, random: np.random.Generator, count: int) -> list:
        """Draw with replacement."""
        found = np.searchsorted(self.until, random.random(count), side="right")
        return [self.things[at] for at in np.minimum(found, len(self.things) - 1)]


def between(quantiles: Sequence[float], random: np.random.Generator, count: int) -> np.ndarray:
    """Draw numbers that have these evenly spaced quantiles."""
    return np.interp(random.random(count), np.linspace(0, 1, len(quantiles)), quantiles)


@cache
def word_urn(name: str) -> Urn:
    """Words by how often they stand in a field: title_words, description_words or skill_words."""
    return Urn.of(model()[name])


@cache
def flat_urn(name: str) -> Urn:
    """The same words by the root of their counts: people write fewer of the most common words than portals do."""
    return Urn.of({word: count**0.5 for word, count in model()[name].items()})


@cache
def surface_forms() -> dict[str, tuple[str, ...]]:
    """Everyday names of every occupation group, from our own list."""
    found: dict[str, list[str]] = {}
    for row in rows("occupation_synonyms.csv"):
        found.setdefault(row["kbji"], []).extend((row["canonical"], *listed(row["aliases"]), *listed(row["english"])))
    return {code: tuple(names) for code, names in found.items()}


@cache
def sector_of() -> dict[str, str]:
    """The sector of every occupation group, which stands in for a portal's category."""
    return {row["kbji"]: row["sector"] for row in rows("occupation_synonyms.csv")}


@cache
def occupation_urn() -> Urn:
    """Occupation groups by their share; the rare ones share what is left, and "" is a title that names none."""
    counts = dict(model()["occupations"])
    rest = counts.pop(OTHER)
    rare = [code for code in surface_forms() if code not in counts]
    known = {code: count for code, count in counts.items() if code in surface_forms()}
    known[NOWHERE] = NAMELESS * counts[NOWHERE]
    return Urn.of(known | dict.fromkeys(rare, rest / len(rare)))


@cache
def place_urn() -> Urn:
    """Area codes by their share; the rare ones share what is left."""
    counts = dict(model()["places"])
    rest = counts.pop(OTHER)
    rare = [one.code for one in regencies() if one.code not in counts]
    return Urn.of(counts | dict.fromkeys(rare, rest / len(rare)))


def place_text(code: str, style: int) -> str:
    """A place as advertisements write it, in one of three styles."""
    if code in {REMOTE, NOWHERE}:
        return "Remote" if code == REMOTE else ""
    place, province = area(code), area(code[:2])
    if place == province or style == 0:
        return place.name
    return f"{place.name}, {province.name}" if style == 1 else f"{place.short_name}, {province.name}"


def invented(number: int) -> str:
    """A rare word: every real vocabulary has thousands of them, and those of the real texts do not ship."""
    letters = []
    scattered = number * SCATTER % len(SYLLABLES) ** 3
    for _ in range(3):
        scattered, digit = divmod(scattered, len(SYLLABLES))
        letters.append(SYLLABLES[digit])
    return "".join(letters)
