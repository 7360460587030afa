"""The innermost loops of a search, compiled by numba; imported only where numba is installed.

They add up in the same order as the numpy code, so that they give the very same numbers.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numba import njit

from matching.arrays import Floats, Hits, LetterArrays, Terms, Texts, Whole, WordArrays
from matching.letters import LETTERS_SHARE
from matching.postings import MOST_TIMES, TIMES

compiled: Callable[[Callable[..., Any]], Callable[..., Any]] = njit(cache=True, nogil=True)

Runs = tuple[Whole, Whole]  # by term, where its postings begin and end

BLOCK = 16_384  # documents whose sums stay near the processor
LANES = 4  # of a search for the highest number
FEW = 30  # one offer in so many: more of them are compared together
_SHARE = 1e-9


@compiled
def best_of_words(words: WordArrays, asked: Terms) -> float:
    """The highest cosine of all offers."""
    best, size = 0.0, len(words.length)
    runs = words.starts[asked.terms], words.starts[asked.terms + 1]
    sums = np.zeros(BLOCK)
    for first in range(0, size, BLOCK):
        last = min(first + BLOCK, size)
        _add_up(words, asked, runs, (first, last), sums)
        best = max(best, _highest(sums, words.length, first, last))
        sums[:] = 0.0
    return best


@compiled
def _add_up(words: WordArrays, asked: Terms, runs: Runs, block: tuple[int, int], sums: Floats) -> None:
    """Add up what the terms count in a block of offers; the runs go on to where the next block begins."""
    (first, last), (at, ends) = block, runs
    documents, times = words.documents, words.times
    for number in range(len(at)):
        place, end, weight = at[number], ends[number], asked.weights[number]
        while place < end and documents[place] < last:
            sums[documents[place] - first] += weight * TIMES[times[place]]
            place += 1
        at[number] = place


@compiled
def _highest(sums: Floats, length: Floats, first: int, last: int) -> float:
    """The highest cosine of a block, in four lanes that do not wait for each other."""
    one = two = three = four = 0.0
    whole = (last - first) // LANES * LANES
    for row in range(0, whole, LANES):
        one = max(one, sums[row] * length[first + row])
        two = max(two, sums[row + 1] * length[first + row + 1])
        three = max(three, sums[row + 2] * length[first + row + 2])
        four = max(four, sums[row + 3] * length[first + row + 3])
    for row in range(whole, last - first):
        one = max(one, sums[row] * length[first + row])
    return max(one, two, three, four)


@compiled
def rows_with_words(words: WordArrays, asked: Terms, needed: float) -> Whole:
    """The offers whose cosine is at least so high."""
    return np.flatnonzero(words_of_all(words, asked) >= needed)


@compiled
def words_of_all(words: WordArrays, asked: Terms) -> Floats:
    """The cosine of every offer."""
    runs = words.starts[asked.terms], words.starts[asked.terms + 1]
    sums = np.zeros(len(words.length))
    _add_up(words, asked, runs, (0, len(sums)), sums)
    return sums * words.length


@compiled
def words_of(words: WordArrays, asked: Terms, rows: Whole) -> Floats:
    """The cosine of some offers."""
    begins, terms, counts, length = words.begins, words.terms, words.counts, words.length
    wanted, weights, size = asked.terms, asked.weights, len(asked.terms)
    found = np.zeros(len(rows))
    for one in range(len(rows) if size else 0):
        number, total = 0, 0.0
        for place in range(begins[rows[one]], begins[rows[one] + 1]):
            while number < size and wanted[number] < terms[place]:
                number += 1
            if number == size:
                break
            if wanted[number] == terms[place]:
                total += weights[number] * TIMES[counts[place]]
        found[one] = total * length[rows[one]]
    return found


@compiled
def hits_of(letters: LetterArrays, asked: Terms) -> Hits:
    """Look up which words of titles have the n-grams that are asked."""
    number, count = np.zeros(len(letters.homes) - 1, dtype=np.int32), 0
    for gram in asked.terms:
        for place in range(letters.starts[gram], letters.starts[gram + 1]):
            if number[letters.holders[place]] == 0:
                count += 1
                number[letters.holders[place]] = count
    table = np.zeros((count + 1, len(asked.terms)), dtype=np.uint8)
    for which in range(len(asked.terms)):
        gram = asked.terms[which]
        for place in range(letters.starts[gram], letters.starts[gram + 1]):
            table[number[letters.holders[place]], which] = letters.times[place]
    return Hits(number, table, asked.weights)


@compiled
def letters_of(letters: LetterArrays, hits: Hits, titles: Whole) -> Floats:
    """The cosine of some titles."""
    begins, spelt, number, table, weights = letters.begins, letters.spelt, hits.number, hits.table, hits.weights
    found, counts = np.zeros(len(titles)), np.zeros(len(hits.weights), dtype=np.int64)
    for one in range(len(titles)):
        counts[:] = 0
        for place in range(begins[titles[one]], begins[titles[one] + 1]):
            row = number[spelt[place]]
            if row:
                for which in range(len(counts)):
                    counts[which] += table[row, which]
        total = 0.0
        for which in range(len(counts)):
            total += weights[which] * TIMES[min(counts[which], MOST_TIMES)]
        found[one] = total * letters.length[titles[one]]
    return found


@compiled
def best_of_letters(letters: LetterArrays, hits: Hits, asked: Terms, share: Floats, least: float) -> float:
    """The highest cosine of all titles, or `least` if none comes up to it.

    Titles are taken by their n-grams, those that say most first; what has none of them so far is no more alike than
    what is left to be said.
    """
    most = _most_of_words(hits)
    seen = np.zeros(len(letters.homes) - 1, dtype=np.bool_)
    best, left = least, 1.0
    for which in _by_gain(letters, asked, share):
        if left < (best - _SHARE) ** 2:
            break
        gram = asked.terms[which]
        for place in range(letters.starts[gram], letters.starts[gram + 1]):
            word = letters.holders[place]
            if not seen[word]:
                seen[word] = True
                best = _best_with_word(letters, hits, most, word, best)
        left -= share[which] ** 2
    return best


@compiled
def _best_with_word(letters: LetterArrays, hits: Hits, most: Floats, word: int, best: float) -> float:
    """The highest cosine of the titles with a word, if it is higher than the best so far."""
    begins, spelt, number, titles = letters.begins, letters.spelt, hits.number, letters.titles
    likely, count = np.empty(letters.homes[word + 1] - letters.homes[word], dtype=np.int64), 0
    for place in range(letters.homes[word], letters.homes[word + 1]):
        title, bound = titles[place], 0.0
        for at in range(begins[title], begins[title + 1]):
            bound += most[number[spelt[at]]]
        if bound * letters.length[title] > best - _SHARE:
            likely[count] = title
            count += 1
    return max(best, letters_of(letters, hits, likely[:count]).max()) if count else best


@compiled
def _most_of_words(hits: Hits) -> Floats:
    """What each row adds at most; together words add no more than one after the other."""
    most = np.zeros(len(hits.table))
    for row in range(len(hits.table)):
        for which in range(len(hits.weights)):
            most[row] += hits.weights[which] * TIMES[hits.table[row, which]]
    return most


@compiled
def _by_gain(letters: LetterArrays, asked: Terms, share: Floats) -> Whole:
    """The n-grams in the order of what they say for each title that has them."""
    gain = np.zeros(len(asked.terms))
    for which in range(len(gain)):
        gram, titles = asked.terms[which], 1
        for place in range(letters.starts[gram], letters.starts[gram + 1]):
            word = letters.holders[place]
            titles += letters.homes[word + 1] - letters.homes[word]
        gain[which] = share[which] ** 2 / titles
    return np.argsort(-gain)


@compiled
def likeness_of(texts: Texts, rows: Whole) -> Floats:
    """The likeness of some offers, as `index.Likeness` gives it."""
    if len(rows) * FEW > len(texts.title):
        words = words_of_all(texts.words, texts.said)[rows]
        title = letters_of(texts.letters, texts.hits, np.arange(len(texts.letters.length)))[texts.title[rows]]
    else:
        words = words_of(texts.words, texts.said, rows)
        title = letters_of(texts.letters, texts.hits, texts.title[rows].astype(np.int64))
    found: Floats = (1 - LETTERS_SHARE) * (words / texts.best.words) + LETTERS_SHARE * (title / texts.best.letters)
    return found
