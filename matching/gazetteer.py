"""Every name a place goes by, and which names a text mentions."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from matching.areas import countries
from matching.datafiles import listed, rows

ANYWHERE = "*"
REMOTE = "~"
LONGEST = 4  # words in a name
TYPO_LETTERS = 6  # shorter words differ too little to be guessed
TYPO_LIKENESS = 84.0  # of 100

_WORD = re.compile(r"[a-z0-9]+")
_REGENCY_WORDS = frozenset({"kab", "kabupaten", "regency"})
_CITY_WORDS = frozenset({"kota", "kotamadya", "city", "adm", "administrasi"})
_DISTRICT_WORDS = frozenset({"kec", "kecamatan", "kapanewon", "kemantren", "distrik"})
_LANGUAGE_WORDS = frozenset({"bahasa", "sastra", "language", "masakan"})


@dataclass(frozen=True, slots=True)
class Name:
    """What a name can stand for."""

    codes: tuple[str, ...]  # province 33, regency 33.11, district 33.11.05, country TW, city TW.Taipei, * or ~
    together: bool = False  # Jabodetabek: all of them are meant, not one of them


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text."""

    name: Name
    words: tuple[str, ...]
    start: int  # index of its first word
    wanted: str = ""  # kabupaten, kota or kecamatan when the text says so


def words_of(text: str) -> list[str]:
    """Split a text into plain lower-case words without accents or punctuation."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _WORD.findall(plain)


@cache
def names() -> dict[str, Name]:
    """Every name, written without spaces, with what it can stand for."""
    codes: dict[str, dict[str, None]] = {}
    for key, code in _official():
        codes.setdefault(key, {})[code] = None
    together: dict[str, Name] = {}
    for row in rows("place_aliases.csv"):
        key, meant = _key(row["alias"]), listed(row["codes"], "|")
        if row["meaning"] == "all":
            together[key] = Name(meant, together=True)
        else:
            codes.setdefault(key, {}).update(dict.fromkeys(meant))
    return {key: Name(tuple(values)) for key, values in codes.items()} | together


def mentions(text: str) -> list[Mention]:
    """Return the places a text names, the longest name at each word, with the kind that the words around it tell."""
    words = words_of(text)
    found: list[Mention] = []
    at = 0
    while at < len(words):
        size = _longest_at(words, at)
        if size:
            name = names()["".join(words[at : at + size])]
            found.append(Mention(name, tuple(words[at : at + size]), at, _kind_around(words, at, size)))
        at += size or 1
    return found


def guess(text: str) -> Mention | None:
    """Return the place a misspelt name most likely means ("karwang"), or None when nothing is near enough."""
    words = words_of(text)
    for start, size in _spans(len(words)):
        written = "".join(words[start : start + size])
        if len(written) < TYPO_LETTERS or (start and words[start - 1] in _LANGUAGE_WORDS):
            continue
        best = process.extractOne(written, tuple(_well_known()), scorer=fuzz.ratio, score_cutoff=TYPO_LIKENESS)
        if best and best[0][0] == written[0]:
            return Mention(names()[best[0]], tuple(words[start : start + size]), start)
    return None


def well_known_words(text: str) -> frozenset[str]:
    """Return the words of a text that name a province, a regency, a region or a country, but no district."""
    known = (mention for mention in mentions(text) if "".join(mention.words) in _well_known())
    return frozenset(word for mention in known for word in mention.words)


def is_marker(word: str) -> bool:
    """Tell whether a word only says what kind of place follows (kab, kota, kecamatan)."""
    return word in _REGENCY_WORDS | _CITY_WORDS | _DISTRICT_WORDS


def district_name(code: str) -> str:
    """Return the name of a district code such as 34.04.07, or an empty text."""
    return _districts().get(code, "")


@cache
def _districts() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("districts.csv")}


def _official() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for row in rows("provinces.csv"):
        found += [(_key(name), row["code"]) for name in (row["name"], *listed(row["aliases"], "|"))]
    for row in rows("regencies.csv"):
        found += [(_key(name), row["code"]) for name in (row["short_name"], row["name"])]
        found.append((_key(row["capital"].split(",")[0]), row["code"] + ".00"))
    found += [(_key(name), code) for code, name in _districts().items()]
    for abroad in countries():
        found.append((_key(abroad.name), abroad.iso2))
        found += [(_key(city.name), f"{abroad.iso2}.{city.name}") for city in abroad.cities]
    return found


@cache
def _well_known() -> dict[str, None]:
    known = (key for key, name in names().items() if any(len(code) <= len("33.11") for code in name.codes))
    return dict.fromkeys(sorted(known))


def _key(name: str) -> str:
    return "".join(words_of(name))


def _longest_at(words: list[str], at: int) -> int:
    if at and words[at - 1] in _LANGUAGE_WORDS:
        return 0
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        if "".join(words[at : at + size]) in names() and not (size == 1 and is_marker(words[at])):
            return size
    return 0


def _kind_around(words: list[str], at: int, size: int) -> str:
    before = words[at - 1] if at else ""
    after = words[at + size] if at + size < len(words) else ""
    if before in _DISTRICT_WORDS:
        return "kecamatan"
    is_last = at + size + 1 == len(words)
    if before in _REGENCY_WORDS or (after in _REGENCY_WORDS and is_last) or after == "regency":
        return "kabupaten"
    if before in _CITY_WORDS or after == "city" or (after == "kota" and is_last):
        return "kota"
    return ""


def _spans(count: int) -> list[tuple[int, int]]:
    return [(start, size) for size in range(min(3, count), 0, -1) for start in range(count - size + 1)]
