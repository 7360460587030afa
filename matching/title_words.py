"""The dictionary of everyday titles: which words name which occupation group, and which words are doubtful."""

from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from matching.datafiles import listed, rows
from matching.wording import is_place_word, stem, stop_words, words

TYPO_LIKENESS = 88.0  # of 100
_WIDE_SECTORS = frozenset(
    {"administrasi", "jasa", "layanan", "manajemen", "manufaktur", "keuangan", "penjualan", "pmi", "teknik", "k3"}
)
SHORTEST_TYPO = 6  # letters; shorter words differ too little to be guessed

Key = tuple[str, ...]


@cache
def titles_by_words() -> dict[Key, tuple[tuple[str, str], ...]]:
    """Every title as stems, with the groups it can mean and our plain title of each."""
    found: dict[Key, dict[str, str]] = {}
    for row in rows("occupation_synonyms.csv"):
        for name in surface_forms(row):
            key = tuple(stem(word) for word in words(name))
            found.setdefault(key, {}).setdefault(row["kbji"], row["canonical"])
    return {key: tuple(codes.items()) for key, codes in found.items()}


def surface_forms(row: dict[str, str]) -> tuple[str, ...]:
    """All names in one row of the list of titles."""
    return (row["canonical"], *listed(row["aliases"]), *listed(row["english"]))


@cache
def written_titles() -> tuple[str, ...]:
    """Every title as one text, in order."""
    return tuple(sorted(" ".join(key) for key in titles_by_words()))


@cache
def plain_titles() -> dict[str, str]:
    """The plain title of every group: the first of our list."""
    found: dict[str, str] = {}
    for row in rows("occupation_synonyms.csv"):
        found.setdefault(row["kbji"], row["canonical"])
    return found


@cache
def sector_of(title: str) -> str:
    """Return the sector of one of our plain titles, or an empty text where the sector says little (office work)."""
    named = next((row["sector"] for row in rows("occupation_synonyms.csv") if row["canonical"] == title), "")
    return "" if named in _WIDE_SECTORS else named


@cache
def groups_in(sector: str) -> frozenset[str]:
    """The groups that our list has in a sector."""
    return frozenset(row["kbji"] for row in rows("occupation_synonyms.csv") if row["sector"] == sector)


@cache
def guards() -> dict[str, frozenset[str]]:
    """Words beside which a title of one word means something else."""
    return {stem(row["word"]): frozenset(map(stem, row["not_beside"].split())) for row in rows("occupation_guards.csv")}


@cache
def generic_words() -> frozenset[str]:
    """Words that name a kind of work only loosely: "operator", "data", "produksi"."""
    return frozenset(stem(word) for row in rows("generic_words.csv") for word in words(row["word"]))


@lru_cache(maxsize=50_000)
def corrected(word: str) -> str:
    """Return the word of a title that a misspelt stem most likely means ("penerjamah"), or the stem itself."""
    if len(word) < SHORTEST_TYPO or word in _vocabulary() or word in stop_words() or is_place_word(word):
        return word
    best = process.extractOne(word, _long_words(), scorer=fuzz.ratio, score_cutoff=TYPO_LIKENESS)
    return best[0] if best and best[0][0] == word[0] else word


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for key in titles_by_words() for word in key)


@cache
def _long_words() -> tuple[str, ...]:
    return tuple(sorted(word for word in _vocabulary() if len(word) >= SHORTEST_TYPO))
