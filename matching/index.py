"""The text index: how much the words of a person and of an offer have in common (TF-IDF, scikit-learn)."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from matching.gazetteer import well_known_words
from matching.person import Person
from matching.table import Floats, Table, work_text
from matching.wording import normalise, stems, words

TITLE_WEIGHT = 3  # a word of the title counts as often
OCCUPATION_WEIGHT = 3  # and so does the person's last occupation
LEAST_WORDS, LEAST_LETTERS = (
    0.25,
    0.4,
)  # likeness (cosine) that always counts as full; less is never stretched beyond it
LETTERS_SHARE = 0.2  # share of the letter n-grams of the title, which see through typos and compounds


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Term-major matrices, so that one question touches only the terms it has."""

    by_word: Any  # TfidfVectorizer over stems
    by_letters: Any  # TfidfVectorizer over letters of the title
    words: Any  # csr, terms by offers
    letters: Any  # csr, terms by offers

    @classmethod
    def fit(cls, table: Table) -> "TextIndex":
        """Learn the weights of words from the offers and index them."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        by_word = TfidfVectorizer(analyzer=str.split, sublinear_tf=True, dtype=np.float32)
        by_letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
        by_terms = by_word.fit_transform([_offer_words(table, row) for row in range(len(table.offers))])
        by_grams = by_letters.fit_transform([normalise(offer.title) or "?" for offer in table.offers])
        return cls(by_word, by_letters, by_terms.T.tocsr(), by_grams.T.tocsr())

    def likeness(self, person: Person) -> Floats:
        """Return 0..1 for every offer; 1 is the best offer for this person."""
        said = [*stems(person.work) * OCCUPATION_WEIGHT, *stems(_spoken(person))]
        alike = _scaled(self.by_word.transform([" ".join(said)]) @ self.words, LEAST_WORDS)
        title = self.by_letters.transform([person.work or person.said or "?"])
        return (1 - LETTERS_SHARE) * alike + LETTERS_SHARE * _scaled(title @ self.letters, LEAST_LETTERS)


def _offer_words(table: Table, row: int) -> str:
    offer = table.offers[row]
    said = [*stems(offer.title) * TITLE_WEIGHT, *stems(work_text(offer))]
    return " ".join(said) or "?"


def _spoken(person: Person) -> str:
    """What a person says about work; places are judged by the place signal, not by their words."""
    places = well_known_words(person.said)
    free = " ".join(word for word in words(person.said) if word not in places)
    return " . ".join((*person.profile.skills, person.profile.major or "", free))


def _scaled(found: Any, least: float) -> Floats:
    """Scale to the best offer, so that a short profile is not punished; where nothing is alike, nothing becomes so."""
    dense: Floats = np.asarray(found.toarray()[0], dtype=np.float64)
    return dense / max(float(dense.max(initial=0.0)), least)
