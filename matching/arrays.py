"""What the compiled search is given: the arrays of an index and of one question, by name."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]
Short = NDArray[np.int32]
Bytes = NDArray[np.uint8]
Codes = NDArray[np.int16]
Bits = NDArray[np.uint64]


class WordArrays(NamedTuple):
    """The words of offers: term by term and offer by offer (`matching.postings`)."""

    starts: Whole
    documents: Short
    times: Bytes
    begins: Whole
    terms: Short
    counts: Bytes
    length: Floats


class LetterArrays(NamedTuple):
    """The n-grams of the words of titles, and the titles of every word (`matching.letters`)."""

    starts: Whole
    holders: Short
    times: Bytes
    begins: Whole
    spelt: Short
    homes: Whole
    titles: Short
    length: Floats


class Terms(NamedTuple):
    """What is asked: terms in order, with what each counts."""

    terms: Whole
    weights: Floats


class Hits(NamedTuple):
    """Which words of titles share which n-grams with what is asked."""

    number: Short  # by word, its row; 0 for a word that shares nothing
    table: Bytes  # (words that share something, n-grams) how often
    weights: Floats


class Scale(NamedTuple):
    """What wording is measured against: the best of all offers."""

    words: float
    letters: float


class Texts(NamedTuple):
    """The text index with what is asked of it."""

    words: WordArrays
    said: Terms
    letters: LetterArrays
    hits: Hits
    title: Short  # by offer, which of the titles
    best: Scale


class Shelf(NamedTuple):
    """Offers title by title (`matching.facets`), and offer by offer."""

    starts: Whole
    rows: Short
    terms: Short
    pay: Short
    spot: Short
    title_of: Short
    terms_of: Short
    pay_of: Short
    spot_of: Short
    closes: Floats
    skill: Bits
    named: Floats
    is_course: Flags


class Seen(NamedTuple):
    """One person's view of the occupations and levels that titles name (`matching.views`)."""

    works: Codes  # (titles, most) the occupations of every title
    ranks: Codes  # the level of every title
    occupation: Floats
    level: Floats
    refused: Flags
    weights: tuple[float, float]  # of occupation and level
    fitting: float  # occupation below which a title is strange


class Wanted(NamedTuple):
    """One person's view: what every title, place, condition and wage is worth, minus infinity where it rules out."""

    title: Floats
    strange: Floats  # titles of other work, which the wording must make up for; minus infinity for the others
    spot: Floats
    terms: Floats
    pay: Floats
    barred: Whole  # rows that shall not be found, in order
    skill: Bits


class Shares(NamedTuple):
    """How much the parts count that are looked at offer by offer."""

    text: float
    skills: float
    freshness: float
    behind_title: float
    has_skills: bool
    earliest: float  # day: what closes before is closed


class Search(NamedTuple):
    """A whole question."""

    shelf: Shelf
    wanted: Wanted
    shares: Shares
    texts: Texts


class Kept(NamedTuple):
    """Offers with what they score at least."""

    rows: Whole
    least: Floats
