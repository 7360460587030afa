"""The offers as every peer gets them: the same words, the same columns and the same hard conditions."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np

from matching.education import level
from matching.matcher import Matcher
from matching.places import Area, PlaceKind, PlaceMatch, area, distance_km, find, provinces, regencies
from matching.profile import Opportunity, Profile
from matching.signals import WAGE_FLOOR
from matching.table import Table, work_text
from matching.wording import stems

TITLE_TIMES = 3  # a word of the title counts as often, as in the shipped text index
NEIGHBOUR_KM = 60.0  # provinces with a regency this near to home are searched too
EVERYWHERE = "00"  # offers of no one province: remote, unknown, several, abroad
PROVINCES = (EVERYWHERE, *(one.code for one in provinces()))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all offers as numbers, one row after another."""

    vocabulary: dict[str, int]
    numbers: np.ndarray
    starts: np.ndarray

    def row(self, row: int) -> np.ndarray:
        """The word numbers of one offer."""
        return self.numbers[self.starts[row] : self.starts[row + 1]]


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """What a peer may build its index from."""

    table: Table
    words: Words
    province: np.ndarray  # index into PROVINCES

    @property
    def size(self) -> int:
        """How many offers there are."""
        return len(self.table.offers)

    def text(self, row: int) -> str:
        """The words of one offer, for engines that want texts."""
        return " ".join(offer_words(self.table.offers[row]))


@dataclass(frozen=True, slots=True)
class Question:
    """What one person asks an engine."""

    profile: Profile
    education: int | None
    terms: tuple[str, ...]  # may repeat
    provinces: frozenset[int] | None  # None: all of them


def corpus_of(matcher: Matcher) -> Corpus:
    """Read the words and the provinces of the offers a matcher was fitted on."""
    province = np.array([_province(one) for one in matcher.table.places], dtype=np.int16)[matcher.table.place]
    return Corpus(matcher.table, words_of(matcher.table.offers), province)


def words_of(offers: Iterable[Opportunity]) -> Words:
    """Number the words of the offers."""
    vocabulary: dict[str, int] = {}
    numbers, starts = array("i"), array("q", [0])
    for offer in offers:
        numbers.extend(vocabulary.setdefault(word, len(vocabulary)) for word in offer_words(offer))
        starts.append(len(numbers))
    return Words(vocabulary, np.frombuffer(numbers, dtype=np.int32), np.frombuffer(starts, dtype=np.int64))


def offer_words(offer: Opportunity) -> list[str]:
    """The stems of an offer, as the shipped text index takes them."""
    return [*stems(offer.title) * TITLE_TIMES, *stems(offer.category), *stems(work_text(offer))]


def question(profile: Profile) -> Question:
    """Read a profile for the engines, no more than they need: the shipped signals read it whole afterwards."""
    spoken = " . ".join((*profile.skills, profile.major or "", profile.free_text))
    terms = (*stems(profile.last_occupation) * TITLE_TIMES, *stems(spoken))
    return Question(profile, level(profile.education), terms, _wanted_provinces(profile))


def allowed(table: Table, one: Question, day: int, rows: np.ndarray | slice) -> np.ndarray:
    """The hard conditions but the place, over some rows; the rare ones are left to the shipped signals."""
    profile = one.profile
    kept = ~(table.closes[rows] < day)
    kept &= ~(table.wage[rows] < WAGE_FLOOR * (profile.wage_expectation_min or 0))
    if one.education is not None:
        kept &= ~(table.education[rows] > one.education)
    return kept if profile.age is None else kept & ~(table.age_max[rows] < profile.age)


def in_provinces(corpus: Corpus, one: Question) -> np.ndarray | None:
    """The place condition as engines know it: by province; None when every place will do."""
    if one.provinces is None:
        return None
    wanted = np.zeros(len(PROVINCES), dtype=bool)
    wanted[list(one.provinces)] = True
    return wanted[corpus.province]


def _province(place: PlaceMatch) -> int:
    codes = {one.province_code for one in place.areas}
    return PROVINCES.index(codes.pop() if len(codes) == 1 and not place.remote else EVERYWHERE)


def _wanted_provinces(profile: Profile) -> frozenset[int] | None:
    named = {one.province_code for text in profile.willing_regions for one in find(text).areas}
    anywhere = any(find(text).kind is PlaceKind.ANYWHERE for text in profile.willing_regions)
    home = find(profile.region or "").areas
    if anywhere or not (home or named):
        return None
    near = {code for one in home for code in _neighbours(one)}
    return frozenset(PROVINCES.index(code) for code in (EVERYWHERE, *named, *near))


@cache
def _neighbours(home: Area) -> frozenset[str]:
    here = [one for one in regencies() if one.code.startswith(home.code)] or [area(home.code)]
    near = (one for one in regencies() for other in here if distance_km(one, other) <= NEIGHBOUR_KM)
    return frozenset(one.province_code for one in near) | {home.province_code}
