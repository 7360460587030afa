"""TF-IDF learned by scikit-learn, laid out term by term, so that a question touches only the terms it has.

A posting is a document number and how often the term stands there (5 bytes); weights follow from the counts.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from matching.table import Floats

MOST_TIMES = 255  # a term that stands more often in one document counts as so often
TIMES = np.concatenate([[0.0], 1.0 + np.log(np.arange(1, MOST_TIMES + 1))])  # what standing so often counts
_NOTHING = (np.zeros(0, np.int32), np.zeros(0, np.uint8))  # no postings


@dataclass(frozen=True, slots=True)
class Postings:
    """An inverted index of documents."""

    vocabulary: dict[str, int]  # in the order of its numbers
    starts: NDArray[np.int64]  # by term, where its postings begin; one more for the end
    documents: NDArray[np.int32]  # in any order within a term
    times: NDArray[np.uint8]
    rarity: Floats  # by term: idf
    length: Floats  # by document: one over the norm of its weights

    @classmethod
    def of(cls, documents: Iterable[Sequence[str]], copies: NDArray[np.int64] | None = None) -> "Postings":
        """Learn the terms and how rare they are; `copies` says how many documents each one stands for, else one each.

        scikit-learn counts and weighs; only the layout, term by term, is ours.
        """
        said = list(documents)
        if not any(said):
            return cls({}, np.zeros(1, np.int64), *_NOTHING, np.zeros(0), np.ones(len(said)))
        counter = CountVectorizer(analyzer=list, dtype=np.int32)
        matrix = counter.fit_transform(said)
        every = matrix if copies is None else matrix[np.repeat(np.arange(len(said)), copies)]
        rarity = np.asarray(TfidfTransformer(sublinear_tf=True).fit(every).idf_)
        by_term = matrix.tocsc()
        starts = by_term.indptr.astype(np.int64)
        term = np.repeat(np.arange(len(rarity)), np.diff(starts))
        times = np.minimum(by_term.data, MOST_TIMES).astype(np.uint8)
        length = _lengths(Counted(term, by_term.indices, times, len(said)), rarity)
        vocabulary = {name: number for number, name in enumerate(counter.get_feature_names_out().tolist())}
        return cls(vocabulary, starts, by_term.indices.astype(np.int32), times, rarity, length)

    def spliced(
        self, moved: NDArray[np.int64], documents: Iterable[Sequence[str]], places: NDArray[np.int64]
    ) -> "Postings":
        """Return the postings with documents moved to other numbers (-1: gone) and new ones put in at theirs.

        The rarity of terms stays as it was; a new term is as rare as one that stands in a single document.
        """
        vocabulary = dict(self.vocabulary)
        counted = _counted(documents, vocabulary)
        fresh = len(vocabulary) - len(self.vocabulary)
        rarity = np.concatenate((self.rarity, np.full(fresh, np.log((1 + len(self.length)) / 2) + 1.0)))
        where = moved.astype(np.int32)[self.documents]
        lost = np.flatnonzero(where < 0)
        starts = self.starts - np.searchsorted(lost, self.starts)
        starts = np.concatenate((starts, np.full(fresh, starts[-1])))
        at = starts[counted.term + 1]
        alive = moved >= 0
        length = np.zeros(int(alive.sum()) + counted.size)
        length[moved[alive]], length[places] = self.length[alive], _lengths(counted, rarity)
        more = np.concatenate([[0], np.cumsum(np.bincount(counted.term, minlength=len(vocabulary)))])
        return Postings(
            vocabulary,
            starts + more,
            np.insert(np.delete(where, lost), at, places[counted.document]),
            np.insert(np.delete(self.times, lost), at, counted.times),
            rarity,
            length,
        )

    def alike(self, said: Sequence[str]) -> Floats:
        """Return the cosine of every document with what is said; unknown terms count nothing."""
        counts = Counter(self.vocabulary[term] for term in said if term in self.vocabulary)
        terms = np.array(sorted(counts), dtype=np.int64)
        if not len(terms):
            return np.zeros(len(self.length))
        weights = TIMES[np.minimum([counts[term] for term in terms.tolist()], MOST_TIMES)] * self.rarity[terms]
        weights *= self.rarity[terms] / np.sqrt(weights @ weights)
        begins, ends = self.starts[terms], self.starts[terms + 1]
        slices = [slice(one, other) for one, other in zip(begins.tolist(), ends.tolist(), strict=True)]
        asked = csr_array(
            (
                TIMES.take(np.concatenate([self.times[one] for one in slices])),
                np.concatenate([self.documents[one] for one in slices]),
                np.concatenate(([0], np.cumsum(ends - begins))),
            ),
            shape=(len(terms), len(self.length)),
        )
        return np.asarray((weights @ asked) * self.length)


@dataclass(frozen=True, slots=True)
class Counted:
    """How often terms stand in documents, term by term."""

    term: NDArray[np.int64]
    document: NDArray[np.int64]
    times: NDArray[np.uint8]
    size: int  # documents


def _counted(documents: Iterable[Sequence[str]], vocabulary: dict[str, int]) -> Counted:
    """Count terms; new ones are put into the vocabulary."""
    terms, ends = array("i"), array("q", [0])
    for said in documents:
        terms.extend([vocabulary.setdefault(term, len(vocabulary)) for term in said])
        ends.append(len(terms))
    size = len(ends) - 1
    key = np.array(terms, dtype=np.int64) * size + np.repeat(np.arange(size), np.diff(np.array(ends)))
    known, times = np.unique(key, return_counts=True)
    term, document = np.divmod(known, max(size, 1))
    return Counted(term, document, np.minimum(times, MOST_TIMES).astype(np.uint8), size)


def _lengths(counted: Counted, rarity: Floats) -> Floats:
    """One over the norm of the weights of every document."""
    squares = np.bincount(
        counted.document, weights=(TIMES[counted.times] * rarity[counted.term]) ** 2, minlength=counted.size
    )
    return np.asarray(1.0 / np.sqrt(np.maximum(squares, np.finfo(float).tiny)))
