"""The text index: how much the words of a person and of an offer have in common (TF-IDF)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.gazetteer import well_known_words
from matching.person import Person
from matching.postings import Postings
from matching.profile import Opportunity
from matching.table import Floats
from matching.update import Update
from matching.wording import bare, normalise, stems, words

TITLE_WEIGHT = 3  # a word of the title counts as often
OCCUPATION_WEIGHT = 3  # and so does the person's last occupation
LEAST_WORDS, LEAST_LETTERS = (
    0.25,
    0.4,
)  # likeness (cosine) that always counts as full; less is never stretched beyond it
LETTERS_SHARE = 0.2  # share of the letter n-grams of the title, which see through typos and compounds
GRAMS = (3, 4, 5)  # letters


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Words of whole offers, and letters of their different titles."""

    words: Postings
    letters: Postings  # of the different titles
    title: NDArray[np.int32]  # by offer, which of the titles

    @classmethod
    def fit(cls, offers: Sequence[Opportunity], spoken: Sequence[Sequence[str]]) -> "TextIndex":
        """Learn the weights of words from the offers and index them; `spoken` are the words of each."""
        titles, title = _titles(offers)
        said = Postings.of(words_of_offer(*one) for one in zip(offers, spoken, strict=True))
        # a title counts as often as offers have it
        return cls(said, Postings.of(map(letters, titles), np.bincount(title)), title)

    def spliced(self, update: Update) -> "TextIndex":
        """Return the index with offers gone and others put in; how rare words are stays as it was."""
        titles, title = _titles(update.offers)
        said = (words_of_offer(*one) for one in zip(update.offers, update.spoken, strict=True))
        number = np.zeros(update.size, dtype=np.int32)
        alive = update.moved >= 0
        still = np.unique(self.title[alive])
        renamed = np.full(len(self.letters.length), -1, dtype=np.int64)
        renamed[still] = np.arange(len(still))
        number[update.moved[alive]] = renamed[self.title[alive]]
        number[update.places] = title + len(still)
        places = np.arange(len(still), len(still) + len(titles))
        return TextIndex(
            self.words.spliced(update.moved, said, update.places),
            self.letters.spliced(renamed, map(letters, titles), places),
            number,
        )

    def likeness(self, person: Person) -> "Likeness":
        """Compare every offer with what a person says."""
        alike = self.words.alike(words_of_person(person))
        title = self.letters.alike(letters(person.work or person.said or "?"))
        return Likeness(alike, _best(alike, LEAST_WORDS), title, _best(title, LEAST_LETTERS), self.title)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike offers and one person's words are, 0..1: 1 is the best offer there is, ruled out or not.

    It is scaled to the best offer, so that a short profile is not punished; where nothing is alike, nothing becomes so.
    """

    words: Floats  # cosine, by offer
    best_words: float
    letters: Floats  # cosine, by title
    best_letters: float
    title: NDArray[np.int32]  # by offer

    def at(self, rows: NDArray[Any] | slice) -> Floats:
        """The likeness of some offers."""
        title = LETTERS_SHARE * (self.letters[self.title[rows]] / self.best_letters)
        return np.asarray((1 - LETTERS_SHARE) * (self.words[rows] / self.best_words) + title)

    def from_(self, least: float) -> NDArray[np.int64]:
        """The offers that are at least so alike."""
        needed = (least - LETTERS_SHARE) / (1 - LETTERS_SHARE) * self.best_words - ROUNDING
        rows = np.flatnonzero(self.words >= needed)
        return np.asarray(rows[self.at(rows) >= least])


ROUNDING = 1e-9


def _titles(offers: Sequence[Opportunity]) -> tuple[list[str], NDArray[np.int32]]:
    """The different titles, and which of them every offer has."""
    seen: dict[str, int] = {}
    title = [seen.setdefault(normalise(one.title) or "?", len(seen)) for one in offers]
    return list(seen), np.array(title, dtype=np.int32)


def letters(text: str) -> Sequence[str]:
    """The n-grams of letters within words, the edge of a word counting as a letter."""
    return [gram for word in text.lower().split() for gram in _grams(word)]


@lru_cache(maxsize=100_000)
def _grams(word: str) -> tuple[str, ...]:
    edged = f" {word} "
    sizes = (size for size in GRAMS if size <= len(edged) or size == GRAMS[0])
    return tuple(edged[at : at + size] for size in sizes for at in range(max(len(edged) - size, 0) + 1))


def words_of_offer(offer: Opportunity, spoken: Sequence[str]) -> list[str]:
    """The stems of an offer as they are indexed; `spoken` are its words."""
    return [*stems(offer.title) * TITLE_WEIGHT, *bare(spoken)] or ["?"]


def words_of_person(person: Person) -> list[str]:
    """The stems of what a person says, as the words of offers are compared with them."""
    return [*stems(person.work) * OCCUPATION_WEIGHT, *stems(_spoken(person))]


def _spoken(person: Person) -> str:
    """What a person says about work; places are judged by the place signal, not by their words."""
    places = well_known_words(person.said)
    free = " ".join(word for word in words(person.said) if word not in places)
    return " . ".join((*person.profile.skills, person.profile.major or "", free))


def _best(found: Floats, least: float) -> float:
    return max(float(found.max(initial=0.0)), least)
