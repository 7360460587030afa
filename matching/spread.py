"""What is shown of a ranking: one card of an advertisement posted twice, and employers in fair turns.

A ranking says what suits one person; shown to many, the same few employers would take every first place. Within a small
loss of score the offer that was shown least goes first, and no employer fills a list.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz

from matching.places import find
from matching.profile import Opportunity, Ranked
from matching.wording import normalise

ALIKE = 92.0  # of 100: titles of one employer in one place that are the same advertisement
LOSS = 0.08  # of score that a person gives up at most for a fairer turn
OF_ONE_EMPLOYER = 2  # cards in one list


def collapse(ranked: Iterable[Ranked], twins: Mapping[str, str], known: Iterable[str] = ()) -> list[Ranked]:
    """Keep the best of every advertisement posted twice, in order; twins of `known` (refused, applied, seen) go too."""
    taken = {twins.get(one, one) for one in known}
    kept: list[Ranked] = []
    for one in ranked:
        face = twins.get(one.offer_id, one.offer_id)
        if face not in taken:
            taken.add(face)
            kept.append(one)
    return kept


def twins_of(offers: Iterable[Opportunity]) -> dict[str, str]:
    """Return for every offer the id that stands for all its near-duplicates: same employer and place, titles alike."""
    houses: dict[tuple[str, ...], list[Opportunity]] = {}
    for one in sorted(offers, key=_by_id):
        houses.setdefault(_house(one), []).append(one)
    return {one: first for house in houses.values() for one, first in _alike(house).items()}


def _alike(house: Sequence[Opportunity]) -> dict[str, str]:
    firsts: list[tuple[str, str]] = []
    faces: dict[str, str] = {}
    for one in house:
        title = normalise(one.title)
        same = next((known for known, text in firsts if one.provider and fuzz.ratio(title, text) >= ALIKE), None)
        faces[one.id] = same or one.id
        if same is None:
            firsts.append((one.id, title))
    return faces


def _house(offer: Opportunity) -> tuple[str, ...]:
    """Who offers it where; without an employer only the very same words in the same place are the same."""
    where = find(offer.location)
    place = ",".join(sorted(where.codes)) or normalise(offer.location)
    if offer.provider:
        return offer.kind, _firm(offer), place
    return offer.kind, "", place, normalise(offer.title), normalise(offer.description), str(offer.wage_max)


def _firm(offer: Opportunity) -> str:
    return offer.provider.casefold().strip()


def _by_id(offer: Opportunity) -> str:
    return offer.id


@dataclass(slots=True)
class Exposure:
    """How often every offer and every employer was shown; the only thing here that changes."""

    offers: dict[str, int] = field(default_factory=dict)
    owners: dict[str, int] = field(default_factory=dict)

    def note(self, offer_id: str, owner: str) -> None:
        """Count one more showing."""
        self.offers[offer_id] = self.offers.get(offer_id, 0) + 1
        self.owners[owner] = self.owners.get(owner, 0) + 1


@dataclass(frozen=True)
class Spread:
    """Chooses what many people are shown, from the offers of one day."""

    offers: tuple[Opportunity, ...]

    @cached_property
    def twins(self) -> dict[str, str]:
        """The near-duplicates."""
        return twins_of(self.offers)

    @cached_property
    def owners(self) -> dict[str, str]:
        """Who offers what; an offer without an employer stands for itself."""
        return {one.id: _firm(one) or one.id for one in self.offers}

    @cached_property
    def copies(self) -> dict[str, tuple[str, ...]]:
        """By the id that stands for them all, the near-duplicates of every advertisement that has any."""
        found: dict[str, list[str]] = {}
        for one, first in self.twins.items():
            if one != first:
                found.setdefault(first, [first]).append(one)
        return {first: tuple(same) for first, same in found.items()}

    def same_as(self, ids: Iterable[str]) -> frozenset[str]:
        """Return offers with all their near-duplicates: who refused one is not to be asked about its copies."""
        known = tuple(ids)
        firsts = {self.twins[one] for one in known if one in self.twins}
        return frozenset(known).union(*(self.copies.get(first, ()) for first in firsts))

    def updated(self, offers: tuple[Opportunity, ...], touched: Collection[str]) -> "Spread":
        """Return the spread of these offers, which differ from those before in the ids `touched` only.

        Near-duplicates have one employer: only what the touched ones' employers offer is compared anew.
        """
        fresh = Spread(offers)
        stirred = {kept.owners[one] for kept in (self, fresh) for one in touched if one in kept.owners}
        stirred |= {""} if stirred & set(touched) else set()  # one without an employer stands for itself
        again = [one for one in offers if _firm(one) in stirred]
        same = {one: first for one, first in self.twins.items() if one in fresh.owners}
        fresh.__dict__["twins"] = same | twins_of(again)  # where the cached property would keep it
        return fresh

    def choose(
        self, ranked: Sequence[Ranked], count: int, exposure: Exposure, *, known: Iterable[str] = ()
    ) -> list[Ranked]:
        """Choose what one person is shown and count it; only what fits, nothing `known` (refused, applied, shown).

        Who has anything that fits is given something: fairness only changes which of nearly equal offers it is.
        """
        left = collapse((one for one in ranked if one.fits), self.twins, known)
        chosen: list[Ranked] = []
        while left and len(chosen) < count:
            best = self._next(left, chosen, exposure)
            left.remove(best)
            chosen.append(best)
            exposure.note(self.twins[best.offer_id], self.owners[best.offer_id])
        return chosen

    def _next(self, left: Sequence[Ranked], chosen: Sequence[Ranked], exposure: Exposure) -> Ranked:
        given = [self.owners[one.offer_id] for one in chosen]
        free = [one for one in left if given.count(self.owners[one.offer_id]) < OF_ONE_EMPLOYER] or left
        near = [one for one in free if one.score >= free[0].score - LOSS]
        return min(near, key=lambda one: self._shown(one, exposure))

    def _shown(self, one: Ranked, exposure: Exposure) -> tuple[int, int, float, str]:
        offer, owner = self.twins[one.offer_id], self.owners[one.offer_id]
        return exposure.offers.get(offer, 0), exposure.owners.get(owner, 0), -one.score, one.offer_id
