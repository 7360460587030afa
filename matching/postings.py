"""TF-IDF learned by scikit-learn, laid out term by term, so that a question touches only the terms it has.

A posting is a document number and how often the term stands there (5 bytes); weights follow from the counts. The same
counts stand there once more document by document, for questions that look at few documents.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.arrays import WordArrays
from matching.runs import places_of
from matching.table import Floats

MOST_TIMES = 255  # a term that stands more often in one document counts as so often
TIMES = np.concatenate([[0.0], 1.0 + np.log(np.arange(1, MOST_TIMES + 1))])  # what standing so often counts
Whole = NDArray[np.int64]
Documents = NDArray[np.int32]
Times = NDArray[np.uint8]
_NOTHING = (np.zeros(0, np.int32), np.zeros(0, np.uint8))  # no postings


@dataclass(frozen=True, slots=True)
class Postings:
    """An inverted index of documents, and the same document by document."""

    vocabulary: dict[str, int]  # in the order of its numbers
    starts: Whole  # by term, where its postings begin; one more for the end
    documents: NDArray[np.int32]  # in order within a term
    times: NDArray[np.uint8]
    begins: Whole  # by document, where its terms begin; one more for the end
    terms: NDArray[np.int32]  # in order within a document
    counts: NDArray[np.uint8]
    rarity: Floats  # by term: idf
    length: Floats  # by document: one over the norm of its weights

    @classmethod
    def of(cls, documents: Iterable[Sequence[str]]) -> "Postings":
        """Learn the terms and how rare they are.

        scikit-learn counts and weighs; only the layout, term by term and document by document, is ours.
        """
        said = list(documents)
        if not any(said):
            begins = np.zeros(len(said) + 1, np.int64)
            return cls({}, np.zeros(1, np.int64), *_NOTHING, begins, *_NOTHING, np.zeros(0), np.ones(len(said)))
        from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer  # a third of a start's imports

        counter = CountVectorizer(analyzer=list, dtype=np.int32)
        matrix = counter.fit_transform(said)
        matrix.sort_indices()
        rarity = np.asarray(TfidfTransformer(sublinear_tf=True).fit(matrix).idf_)
        by_term = matrix.tocsc()
        starts, counts, times = by_term.indptr.astype(np.int64), _few(matrix.data), _few(by_term.data)
        term = np.repeat(np.arange(len(rarity)), np.diff(starts))
        length = lengths(Counted(term, by_term.indices, times, len(said)), rarity)
        vocabulary = {name: number for number, name in enumerate(counter.get_feature_names_out().tolist())}
        begins, terms = matrix.indptr.astype(np.int64), matrix.indices.astype(np.int32)
        return cls(vocabulary, starts, by_term.indices.astype(np.int32), times, begins, terms, counts, rarity, length)

    def spliced(self, moved: Whole, documents: Iterable[Sequence[str]], places: Whole) -> "Postings":
        """Return the postings with documents moved to other numbers (-1: gone) and new ones put in at theirs, in order.

        The rarity of terms stays as it was; a new term is as rare as one that stands in a single document.
        """
        vocabulary = dict(self.vocabulary)
        counted = _counted(documents, vocabulary)
        fresh = len(vocabulary) - len(self.vocabulary)
        rarity = np.concatenate((self.rarity, np.full(fresh, np.log((1 + len(self.length)) / 2) + 1.0)))
        alive = moved >= 0
        length = np.zeros(int(alive.sum()) + counted.size)
        length[moved[alive]], length[places] = self.length[alive], lengths(counted, rarity)
        by_term = self._by_term(moved, counted, places, fresh)
        return Postings(vocabulary, *by_term, *self._by_document(moved, counted, places), rarity, length)

    def _by_term(self, moved: Whole, counted: "Counted", places: Whole, fresh: int) -> tuple[Whole, Documents, Times]:
        where = moved.astype(np.int32)[self.documents]
        lost = np.flatnonzero(where < 0)
        where, times = np.delete(where, lost), np.delete(self.times, lost)
        starts = self.starts - np.searchsorted(lost, self.starts)
        starts = np.concatenate((starts, np.full(fresh, starts[-1])))
        fresh_where = places[counted.document]
        at = _within(where, starts[counted.term], starts[counted.term + 1], fresh_where)
        more = np.concatenate([[0], np.cumsum(np.bincount(counted.term, minlength=len(starts) - 1))])
        return starts + more, np.insert(where, at, fresh_where), np.insert(times, at, counted.times)

    def _by_document(self, moved: Whole, counted: "Counted", places: Whole) -> tuple[Whole, Documents, Times]:
        alive, sizes = moved >= 0, np.diff(self.begins)
        lost = places_of(self.begins, np.flatnonzero(~alive))
        kept = np.concatenate(([0], np.cumsum(sizes[alive])))
        order = np.argsort(counted.document, kind="stable")
        more = np.bincount(counted.document, minlength=counted.size)
        at = np.repeat(kept[places - np.arange(len(places))], more)
        every = np.zeros(int(alive.sum()) + counted.size, dtype=np.int64)
        every[moved[alive]], every[places] = sizes[alive], more
        return (
            np.concatenate(([0], np.cumsum(every))),
            np.insert(np.delete(self.terms, lost), at, counted.term[order]),
            np.insert(np.delete(self.counts, lost), at, counted.times[order]),
        )

    def arrays(self) -> WordArrays:
        """What the compiled search is given."""
        return WordArrays(*(np.asarray(getattr(self, name)) for name in WordArrays._fields))

    def asked(self, said: Iterable[str]) -> "Asked":
        """Put what is said into numbers; unknown terms count nothing."""
        counts = Counter(self.vocabulary[term] for term in said if term in self.vocabulary)
        terms = np.array(sorted(counts), dtype=np.int64)
        rarity = self.rarity[terms]
        weights = TIMES[np.minimum([counts[term] for term in terms.tolist()], MOST_TIMES).astype(np.int64)] * rarity
        return Asked(terms, weights * (rarity / np.sqrt(weights @ weights)) if len(terms) else weights)

    def alike(self, asked: "Asked") -> Floats:
        """Return the cosine of every document with what is asked."""
        terms = asked.terms
        if not len(terms):
            return np.zeros(len(self.length))
        from scipy.sparse import csr_array  # slow to load, and a bot without offers never asks

        begins, ends = self.starts[terms], self.starts[terms + 1]
        slices = [slice(one, other) for one, other in zip(begins.tolist(), ends.tolist(), strict=True)]
        matrix = csr_array(
            (
                TIMES.take(np.concatenate([self.times[one] for one in slices])),
                np.concatenate([self.documents[one] for one in slices]),
                np.concatenate(([0], np.cumsum(ends - begins))),
            ),
            shape=(len(terms), len(self.length)),
        )
        return np.asarray((asked.weights @ matrix) * self.length)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said, as terms of an index in their order, with their weights."""

    terms: Whole
    weights: Floats


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


def lengths(counted: Counted, rarity: Floats) -> Floats:
    """One over the norm of the weights of every document."""
    squares = np.bincount(
        counted.document, weights=(TIMES[counted.times] * rarity[counted.term]) ** 2, minlength=counted.size
    )
    return np.asarray(1.0 / np.sqrt(np.maximum(squares, np.finfo(float).tiny)))


def _few(times: NDArray[Any]) -> Times:
    return np.asarray(np.minimum(times, MOST_TIMES), dtype=np.uint8)


def _within(sorted_runs: Documents, begins: Whole, ends: Whole, wanted: Whole) -> Whole:
    """Where numbers belong within runs that are in order."""
    low, high = begins.copy(), ends.copy()
    while (open_ := low < high).any():
        middle = (low + high) // 2
        before = open_ & (sorted_runs[np.minimum(middle, len(sorted_runs) - 1)] < wanted)
        low, high = np.where(before, middle + 1, low), np.where(open_ & ~before, middle, high)
    return low
