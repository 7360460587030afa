"""One offer held against many people: who it suits, by the very score that ranks offers for one person.

Of ten thousand people most miss a stated condition, live too far away or do other work. The shipped conditions say so
first, cheapest first, each asked once for all who are alike in it; only who is left is judged in full.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import sqrt

import numpy as np

from matching import constraints, signals
from matching.index import LEAST_WORDS, TextIndex, words_of_offer, words_of_person
from matching.judging import judge
from matching.letters import LETTERS_SHARE
from matching.nearness import Reach, nearness, reach
from matching.person import Person, understand
from matching.postings import MOST_TIMES, TIMES
from matching.profile import FITTING_OCCUPATION, FITTING_TEXT, Profile
from matching.spots import Spots
from matching.table import Table, spoken_of

ROUNDING = 1e-6
LEAST_ALIKE = (FITTING_TEXT - LETTERS_SHARE) / (1 - LETTERS_SHARE) * LEAST_WORDS - ROUNDING  # cosine of the words
Facts = tuple[str | None, float | None, int | None, int | None]
Found = list[tuple[str, float]]  # (profile id, score), best first


@dataclass(frozen=True, slots=True)
class OneOffer:
    """One offer of an index, with what was found out about people who are alike; for one use by one thread."""

    table: Table  # its one row, with its one place
    text: TextIndex
    row: int  # in the index
    day: int  # ordinal
    terms: dict[str, float]  # its words with their weights, scaled to length one
    _apt: dict[Facts, bool] = field(default_factory=dict)
    _near: dict[Reach, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Table, text: TextIndex, row: int, day: int) -> "OneOffer":
        """Take one offer out of an index."""
        alone = table.part(np.array([row]))
        named = Spots.of([table.places.texts[int(alone.place[0])]])
        said = words_of_offer(alone.offers[0], spoken_of(alone.offers)[0])
        single = replace(alone, places=named, place=np.zeros(1, dtype=np.int64))
        return cls(single, text, row, day, _weighed(text, said))

    def score(self, person: Person) -> float:
        """The score, as `Matcher.rank` gives it."""
        likeness = self.text.quick_likeness(person).at(np.array([self.row]))
        return float(judge(self.table, person, likeness, day=self.day, with_rules=True).total[0])

    def suits(self, profile: Profile) -> float | None:
        """The score where it is not below zero; None where a condition or the kind of work rules the offer out."""
        if not (self._is_apt(profile) and self._is_near(profile)):
            return None
        person = understand(profile)
        if constraints.refused_work(self.table, person)[0] or not self._may_be_their_work(person):
            return None
        found = self.score(person)
        return found if found >= 0 else None

    def _is_apt(self, profile: Profile) -> bool:
        """Whether schooling, age, wage, contract and closing date allow it."""
        facts = (profile.education, profile.experience_years, profile.age, profile.wage_expectation_min)
        known = self._apt.get(facts)
        if known is None:
            bare = understand(Profile("", "", facts[1], facts[0], age=facts[2], wage_expectation_min=facts[3]))
            stated = any(missed(self.table, bare)[0] for missed in constraints.STATED.values())
            known = self._apt[facts] = not (stated or constraints.closed(self.table, self.day)[0])
        return known

    def _is_near(self, profile: Profile) -> bool:
        """Whether the person's reach allows it."""
        within = reach(profile.region, profile.willing_regions)
        known = self._near.get(within)
        if known is None:
            near = nearness(within, self.table.places)
            known = self._near[within] = not constraints.too_far(self.table, near)[0]
        return known

    def _may_be_their_work(self, person: Person) -> bool:
        """Whether the occupation is near, or the wording may be: the full judgement decides then."""
        if not person.wanted or signals.occupation(self.table, person)[0] >= FITTING_OCCUPATION:
            return True
        said = _weighed(self.text, words_of_person(person))
        return sum(weight * self.terms.get(term, 0.0) for term, weight in said.items()) >= LEAST_ALIKE


def fitting(offer: OneOffer, profiles: Iterable[Profile]) -> Found:
    """Return everybody the offer suits (score not below zero), best first; who refused it or applied is left out."""
    asked = ((one.id, offer.suits(one)) for one in _open_to(offer, profiles))
    return _ordered((person, score) for person, score in asked if score is not None)


def ranked(offer: OneOffer, profiles: Iterable[Profile], top: int) -> Found:
    """Return the people an offer suits best, at most `top` (0 = all); whom it does not suit comes last, below zero."""
    asked = list(_open_to(offer, profiles))
    if top:
        found = fitting(offer, asked)
        if len(found) >= top:
            return found[:top]
    whole = _ordered((one.id, offer.score(understand(one))) for one in asked)
    return whole[:top] if top else whole


def _open_to(offer: OneOffer, profiles: Iterable[Profile]) -> Iterator[Profile]:
    """The people that a list may show the offer to."""
    offer_id = offer.table.offers[0].id
    return (one for one in profiles if offer_id not in one.excluded_ids)


def _ordered(found: Iterable[tuple[str, float]]) -> Found:
    return sorted(found, key=lambda one: (-one[1], one[0]))


def _weighed(text: TextIndex, said: Iterable[str]) -> dict[str, float]:
    """Words with their weights as the index weighs them, scaled to length one; words it does not know count nothing."""
    known, rarity = text.words.vocabulary, text.words.rarity
    counts = Counter(term for term in said if term in known)
    found = {term: float(TIMES[min(times, MOST_TIMES)] * rarity[known[term]]) for term, times in counts.items()}
    length = sqrt(sum(weight * weight for weight in found.values())) or 1.0
    return {term: weight / length for term, weight in found.items()}
