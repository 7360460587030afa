"""The text index: how much the words of a person and of an offer have in common (TF-IDF)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.arrays import Scale, Terms, Texts
from matching.gazetteer import well_known_words
from matching.letters import LETTERS_SHARE, Compared, Letters
from matching.loops import loops_for
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


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Words of whole offers, and letters of their different titles."""

    words: Postings
    letters: Letters  # of the different titles
    title: NDArray[np.int32]  # by offer, which of the titles

    @classmethod
    def fit(cls, offers: Sequence[Opportunity], spoken: Sequence[Sequence[str]]) -> "TextIndex":
        """Learn the weights of words from the offers and index them; `spoken` are the words of each."""
        titles, title = _titles(offers)
        said = Postings.of(words_of_offer(*one) for one in zip(offers, spoken, strict=True))
        # a title counts as often as offers have it
        return cls(said, Letters.of(titles, np.bincount(title, minlength=len(titles))), title)

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
        return TextIndex(
            self.words.spliced(update.moved, said, update.places),
            self.letters.spliced(still, titles),
            number,
        )

    def likeness(self, person: Person) -> "Likeness":
        """Compare every offer with what a person says."""
        alike = self.words.alike(self.words.asked(words_of_person(person)))
        compared = self.letters.asked(letters_of_person(person)).compared()
        best = max(float(alike.max(initial=0.0)), LEAST_WORDS)
        return Likeness(alike, best, compared, compared.best(LEAST_LETTERS), self.title)

    def quick_likeness(self, person: Person) -> "Likeness | QuickLikeness":
        """The same figures; the compiled loops look at single offers only when they are asked for."""
        loops = loops_for(len(self.title))
        return QuickLikeness.of(self, person, *loops) if loops else self.likeness(person)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike offers and one person's words are, 0..1: 1 is the best offer there is, ruled out or not.

    It is scaled to the best offer, so that a short profile is not punished; where nothing is alike, nothing becomes so.
    """

    words: Floats  # cosine, by offer
    best_words: float
    letters: Compared  # of titles
    best_letters: float
    title: NDArray[np.int32]  # by offer

    def most(self, rows: NDArray[Any]) -> Floats:
        """What the likeness of some offers is at most, by their words alone."""
        return np.asarray((1 - LETTERS_SHARE) * (self.words[rows] / self.best_words) + LETTERS_SHARE)

    def at(self, rows: NDArray[Any] | slice) -> Floats:
        """The likeness of some offers."""
        titles, which = np.unique(self.title[rows], return_inverse=True)
        title = LETTERS_SHARE * (self.letters.at(titles)[which] / self.best_letters)
        return np.asarray((1 - LETTERS_SHARE) * (self.words[rows] / self.best_words) + title)

    def from_(self, least: float) -> NDArray[np.int64]:
        """The offers that are at least so alike."""
        rows = np.flatnonzero(self.words >= _needed(least, self.best_words))
        return np.asarray(rows[self.at(rows) >= least])


@dataclass(frozen=True, slots=True)
class QuickLikeness:
    """The same, offer by offer."""

    texts: Texts
    kernels: ModuleType
    descent: ModuleType

    @classmethod
    def of(cls, index: TextIndex, person: Person, kernels: ModuleType, descent: ModuleType) -> "QuickLikeness":
        """Find out what the best offers of all come up to."""
        asked, letters = index.words.asked(words_of_person(person)), index.letters.asked(letters_of_person(person))
        words, titles = index.words.arrays(), index.letters.arrays()
        said, grams = Terms(asked.terms, asked.weights), Terms(letters.grams, letters.weights)
        hits = kernels.hits_of(titles, grams)
        best = Scale(
            max(kernels.best_of_words(words, said), LEAST_WORDS),
            kernels.best_of_letters(titles, hits, grams, letters.share, LEAST_LETTERS),
        )
        return cls(Texts(words, said, titles, hits, np.asarray(index.title), best), kernels, descent)

    def most(self, rows: NDArray[Any]) -> Floats:
        """What the likeness of some offers is at most, by their words alone."""
        found = self.kernels.words_of(self.texts.words, self.texts.said, rows)
        return np.asarray((1 - LETTERS_SHARE) * (found / self.texts.best.words) + LETTERS_SHARE)

    def at(self, rows: NDArray[np.int64]) -> Floats:
        """The likeness of some offers."""
        return np.asarray(self.kernels.likeness_of(self.texts, rows))

    def from_(self, least: float) -> NDArray[np.int64]:
        """The offers that are at least so alike."""
        rows = self.kernels.rows_with_words(self.texts.words, self.texts.said, _needed(least, self.texts.best.words))
        return np.asarray(rows[self.at(rows) >= least])


ROUNDING = 1e-9


def _needed(least: float, best_words: float) -> float:
    """The cosine of the words without which an offer is less alike, whatever its title."""
    return (least - LETTERS_SHARE) / (1 - LETTERS_SHARE) * best_words - ROUNDING


def _titles(offers: Sequence[Opportunity]) -> tuple[list[str], NDArray[np.int32]]:
    """The different titles, and which of them every offer has."""
    seen: dict[str, int] = {}
    title = [seen.setdefault(normalise(one.title) or "?", len(seen)) for one in offers]
    return list(seen), np.array(title, dtype=np.int32)


def words_of_offer(offer: Opportunity, spoken: Sequence[str]) -> list[str]:
    """The stems of an offer as they are indexed; `spoken` are its words."""
    return [*stems(offer.title) * TITLE_WEIGHT, *bare(spoken)] or ["?"]


def words_of_person(person: Person) -> list[str]:
    """The stems of what a person says, as the words of offers are compared with them."""
    return list(_said(person.work, person.said, person.profile.skills, person.profile.major or ""))


def letters_of_person(person: Person) -> str:
    """What the letters of titles are compared with."""
    return person.work or person.said or "?"


@lru_cache(maxsize=1_000)
def _said(work: str, said: str, skills: tuple[str, ...], major: str) -> tuple[str, ...]:
    """What a person says about work; places are judged by the place signal, not by their words."""
    places = well_known_words(said)
    free = " ".join(word for word in words(said) if word not in places)
    return (*stems(work) * OCCUPATION_WEIGHT, *stems(" . ".join((*skills, major, free))))
