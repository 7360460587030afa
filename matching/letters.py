"""The letters of titles: n-grams within words, which see through typos and compounds.

A hundred thousand titles are made of some thousand words. What letters a word has is kept once a word, and a title
keeps its words: that is a tenth of what the n-grams of every title take, and a question looks at few of them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.arrays import LetterArrays
from matching.postings import MOST_TIMES, TIMES, Counted, lengths
from matching.runs import places_of
from matching.table import Floats

LETTERS_SHARE = 0.2  # of the likeness of an offer; its words are the rest
GRAMS = (3, 4, 5)  # letters
MANY_TITLES = 500  # from which sparse matrices are faster
LIKELY = 64  # titles that are compared first, when the best is looked for
FIRST = 4  # n-grams by which titles are looked up before all of them are
ROUNDING = 1e-9
Whole = NDArray[np.int64]
Short = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Letters:
    """An index of different titles by the n-grams of their words."""

    words: dict[str, int]  # in the order of their numbers
    vocabulary: dict[str, int]  # the n-grams, in the order of theirs
    rarity: Floats  # by n-gram: idf
    starts: Whole  # by n-gram, where the words that have it begin; one more for the end
    holders: Short  # those words
    times: NDArray[np.uint8]  # and how often they have it
    begins: Whole  # by title, where its words begin; one more for the end
    spelt: Short  # those words, in their order
    homes: Whole  # by word, where the titles that have it begin; one more for the end
    titles: Short  # those titles
    length: Floats  # by title: one over the norm of its weights

    @classmethod
    def of(cls, titles: Sequence[str], copies: Whole) -> "Letters":
        """Learn the n-grams of titles and how rare they are; `copies` says how many offers have each title.

        scikit-learn counts and weighs; only the layout is ours.
        """
        words: dict[str, int] = {}
        begins, spelt = _spelt(titles, words)
        if not titles:
            none = np.zeros(0, np.uint8)
            return cls({}, {}, np.zeros(0), begins, spelt, none, begins, spelt, begins, spelt, np.zeros(0))
        from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer  # a third of a start's imports

        counter = CountVectorizer(analyzer=_grams, dtype=np.int32)
        held = counter.fit_transform(words)
        counts = _counts(begins, spelt, held)
        every = counts[np.repeat(np.arange(len(titles)), copies)]
        rarity = np.asarray(TfidfTransformer(sublinear_tf=True).fit(every).idf_)
        vocabulary = {name: number for number, name in enumerate(counter.get_feature_names_out().tolist())}
        homes = _by_word(begins, spelt, len(words))
        return cls(words, vocabulary, rarity, *_by_gram(held), begins, spelt, *homes, _lengths(counts, rarity))

    def spliced(self, kept: NDArray[Any], titles: Sequence[str]) -> "Letters":
        """Return the index with some of its titles, in order, and others behind them.

        The rarity of n-grams stays as it was; a new one is as rare as one that a single title has.
        """
        words, vocabulary = dict(self.words), dict(self.vocabulary)
        begins, spelt = _spelt(titles, words)
        held = self._held(list(words)[len(self.words) :], vocabulary)
        fresh = len(vocabulary) - len(self.vocabulary)
        rarity = np.concatenate((self.rarity, np.full(fresh, np.log((1 + len(self.length)) / 2) + 1.0)))
        length = _lengths(_counts(begins, spelt, held), rarity)
        every = np.concatenate(([0], np.cumsum(np.concatenate((np.diff(self.begins)[kept], np.diff(begins))))))
        spelt = np.concatenate((self.spelt[places_of(self.begins, kept)], spelt))
        length = np.concatenate((self.length[kept], length))
        homes = _by_word(every, spelt, len(words))
        return Letters(words, vocabulary, rarity, *_by_gram(held), every, spelt, *homes, length)

    def arrays(self) -> LetterArrays:
        """What the compiled search is given."""
        return LetterArrays(*(np.asarray(getattr(self, name)) for name in LetterArrays._fields))

    def _held(self, fresh: Sequence[str], vocabulary: dict[str, int]) -> Any:
        """The n-grams of every word, new words included; new n-grams are put into the vocabulary."""
        from scipy.sparse import csr_array

        counted = [Counter(vocabulary.setdefault(gram, len(vocabulary)) for gram in _grams(word)) for word in fresh]
        gram = np.repeat(np.arange(len(self.rarity)), np.diff(self.starts))
        more = [(number, one) for one, grams in enumerate(counted, len(self.words)) for number in grams.items()]
        holder = np.concatenate((self.holders, np.array([one for _, one in more], dtype=np.int32)))
        gram = np.concatenate((gram, np.array([number for (number, _), _ in more], dtype=np.int64)))
        times = np.concatenate((self.times.astype(np.int32), np.array([n for (_, n), _ in more], dtype=np.int32)))
        return csr_array((times, (holder, gram)), shape=(len(self.words) + len(fresh), len(vocabulary)))

    def asked(self, text: str) -> "AskedLetters":
        """Compare the words of titles with what is said."""
        counts = Counter(self.vocabulary[gram] for gram in letters(text) if gram in self.vocabulary)
        grams = np.array(sorted(counts), dtype=np.int64)
        weights = TIMES[np.minimum([counts[one] for one in grams.tolist()], MOST_TIMES).astype(np.int64)]
        weights = weights * self.rarity[grams]
        share = weights / np.sqrt(max(float(weights @ weights), np.finfo(float).tiny))
        return AskedLetters(self, grams, share, share * self.rarity[grams])


@dataclass(frozen=True, slots=True)
class AskedLetters:
    """What is said, as n-grams of an index in their order."""

    index: Letters
    grams: Whole
    share: Floats  # of the whole of what is said, squares summing to one
    weights: Floats

    def compared(self) -> "Compared":
        """Look up which words have which of the n-grams."""
        at = places_of(self.index.starts, self.grams)
        sizes = np.diff(self.index.starts)[self.grams]
        holders, which = self.index.holders[at], np.repeat(np.arange(len(self.grams)), sizes)
        number = np.zeros(len(self.index.words), dtype=np.int64)
        number[holders] = 1
        number *= np.cumsum(number)
        table = np.zeros((int(number.max(initial=0)) + 1, len(self.grams)), dtype=np.int32)
        table[number[holders], which] = self.index.times[at]
        homes = np.diff(self.index.homes)[holders]
        titles = np.bincount(which, weights=homes, minlength=len(self.grams))
        return Compared(self, number, table, np.argsort(-(self.share**2) / (titles + 1.0)))


@dataclass(frozen=True, slots=True)
class Compared:
    """The words of titles by the n-grams they share with what is said."""

    asked: AskedLetters
    number: Whole  # by word, its row in the table; 0 for a word that shares nothing
    table: Short  # (words that share something, n-grams) how often
    telling: Whole  # the n-grams, those first that say most for each title that has them

    def at(self, titles: NDArray[Any]) -> Floats:
        """The cosine of some titles with what is said."""
        if not (len(titles) and len(self.asked.grams)):
            return np.zeros(len(titles))
        words = self.number[self.asked.index.spelt[places_of(self.asked.index.begins, titles)]]
        ends = np.cumsum(self.asked.index.begins[titles + 1] - self.asked.index.begins[titles])
        begins = np.concatenate(([0], ends))
        weighed = self._few(words, begins) if len(titles) < MANY_TITLES else self._many(words, begins)
        return np.asarray(weighed * self.asked.index.length[titles])

    def _few(self, words: Whole, begins: Whole) -> Floats:
        """What titles come to, summed one n-gram after the other, as the compiled search does."""
        counts = np.add.reduceat(self.table[words], begins[:-1], axis=0)
        weighed = self.asked.weights * TIMES[np.minimum(counts, MOST_TIMES)]
        return np.asarray(np.cumsum(weighed, axis=1)[:, -1])

    def _many(self, words: Whole, begins: Whole) -> Floats:
        """The same by sparse matrices, for most words share nothing with what is said."""
        from scipy.sparse import csr_array

        named = csr_array((np.ones(len(words), np.int32), words, begins), shape=(len(begins) - 1, len(self.table)))
        counts = named @ csr_array(self.table)
        counts.sort_indices()
        counts.data = TIMES[np.minimum(counts.data, MOST_TIMES)]
        return np.asarray(counts @ self.asked.weights)

    def best(self, least: float) -> float:
        """The highest cosine of all titles, or `least` if none comes up to it.

        Titles are taken by their n-grams, those that say most first; what has none of them so far is no more alike
        than what is left to be said.
        """
        asked, index, found, left = self.asked, self.asked.index, least, 1.0
        for which in self.telling[:FIRST]:
            if left < (found - ROUNDING) ** 2:
                return found
            holders = index.holders[places_of(index.starts, asked.grams[which : which + 1])]
            titles = np.unique(index.titles[places_of(index.homes, holders)])
            found = max(found, float(self.at(titles).max(initial=0.0)))
            left -= float(asked.share[which]) ** 2
        return self._best_of_all(found) if len(asked.grams) and len(index.length) else found

    def _best_of_all(self, least: float) -> float:
        """The same over every title: words add no more together than apart, so few titles need a second look."""
        index = self.asked.index
        most = (TIMES[self.table] @ self.asked.weights)[self.number]
        most_of = np.add.reduceat(most[index.spelt], index.begins[:-1]) * index.length
        likely = np.argpartition(most_of, -LIKELY)[-LIKELY:] if len(most_of) > LIKELY else np.arange(len(most_of))
        found = max(least, float(self.at(likely).max()))
        return max(found, float(self.at(np.flatnonzero(most_of >= found - ROUNDING)).max(initial=0.0)))


def letters(text: str) -> Sequence[str]:
    """The n-grams of letters within words, the edge of a word counting as a letter."""
    return [gram for word in text.lower().split() for gram in _grams(word)]


@lru_cache(maxsize=100_000)
def _grams(word: str) -> tuple[str, ...]:
    edged = f" {word} "
    sizes = (size for size in GRAMS if size <= len(edged) or size == GRAMS[0])
    return tuple(edged[at : at + size] for size in sizes for at in range(max(len(edged) - size, 0) + 1))


def _spelt(titles: Sequence[str], words: dict[str, int]) -> tuple[Whole, Short]:
    """Titles as numbers of their words; new words are put among the words."""
    said = [title.lower().split() for title in titles]
    begins = np.concatenate(([0], np.cumsum([len(one) for one in said], dtype=np.int64))).astype(np.int64)
    return begins, np.array([words.setdefault(word, len(words)) for one in said for word in one], dtype=np.int32)


def _counts(begins: Whole, spelt: Short, held: Any) -> Any:
    """How often every title has every n-gram."""
    from scipy.sparse import csr_array

    named = csr_array((np.ones(len(spelt), np.int32), spelt, begins), shape=(len(begins) - 1, held.shape[0]))
    return named @ held


def _by_gram(held: Any) -> tuple[Whole, Short, NDArray[np.uint8]]:
    turned = held.tocsc()
    times = np.minimum(turned.data, MOST_TIMES).astype(np.uint8)
    return turned.indptr.astype(np.int64), turned.indices.astype(np.int32), times


def _by_word(begins: Whole, spelt: Short, words: int) -> tuple[Whole, Short]:
    """The titles of every word."""
    title = np.repeat(np.arange(len(begins) - 1, dtype=np.int32), np.diff(begins))
    homes = np.concatenate(([0], np.cumsum(np.bincount(spelt, minlength=words))))
    return homes.astype(np.int64), title[np.argsort(spelt, kind="stable")]


def _lengths(counts: Any, rarity: Floats) -> Floats:
    turned = counts.tocsc()
    gram = np.repeat(np.arange(len(rarity)), np.diff(turned.indptr))
    times = np.minimum(turned.data, MOST_TIMES).astype(np.uint8)
    return lengths(Counted(gram, turned.indices, times, counts.shape[0]), rarity)
