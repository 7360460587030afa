"""The matcher: fit it on the open offers, then rank them for one person or for many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matching import blend, constraints, signals
from matching.index import TextIndex
from matching.nearness import Nearness, nearness
from matching.person import Person, understand
from matching.profile import Opportunity, Profile, Ranked
from matching.reasons import Judged, explain
from matching.table import Flags, Floats, Table, tabulate


@dataclass(frozen=True, slots=True)
class Matcher:
    """An index over offers; it never changes and may be shared between threads."""

    table: Table
    text: TextIndex
    day: date
    rows: dict[str, int]

    @classmethod
    def fit(cls, offers: Sequence[Opportunity], day: date) -> "Matcher":
        """Index the offers; `day` is the day to judge closing dates and freshness by."""
        table = tabulate(offers)
        return cls(table, TextIndex.fit(table), day, {one.id: row for row, one in enumerate(table.offers)})

    def rank(
        self, profile: Profile, top: int = 20, *, day: date | None = None, with_rules: bool = True
    ) -> list[Ranked]:
        """Return the best offers first, at most `top` (0 = all); what is ruled out comes last, below zero."""
        judged = self.judge(profile, day=day, with_rules=with_rules)
        return [explain(judged, row) for row in self._order(judged, top)]

    def rank_many(
        self, profiles: Iterable[Profile], top: int = 20, *, day: date | None = None, with_rules: bool = True
    ) -> list[list[Ranked]]:
        """Rank for many people; each gets what `rank` would give."""
        return [self.rank(one, top, day=day, with_rules=with_rules) for one in profiles]

    def scores(
        self, profile: Profile, top: int = 20, *, day: date | None = None, with_rules: bool = True
    ) -> list[tuple[str, float]]:
        """Return (offer id, score) as `rank` orders them, without the explanations: for whole lists."""
        judged = self.judge(profile, day=day, with_rules=with_rules)
        total = judged.total
        return [(self.table.offers[row].id, float(total[row])) for row in self._order(judged, top)]

    def why(self, profile: Profile, offer_id: str, *, day: date | None = None) -> Ranked:
        """Explain one offer for one person.

        Raises:
            KeyError: the offer is not among those the matcher was fitted on.
        """
        return explain(self.judge(profile, day=day, with_rules=True), self.rows[offer_id])

    def judge(self, profile: Profile, *, day: date | None = None, with_rules: bool = True) -> Judged:
        """Give every signal of every offer for one person, with the weights and what is missed."""
        person = understand(profile)
        ordinal = (day or self.day).toordinal()
        near = [nearness(person.reach, place) for place in self.table.places]
        weights = blend.weights(profile.disliked, priorities=profile.priorities, with_rules=with_rules)
        values = self._values(person, near, ordinal)
        missed = constraints.missed(self.table, person, near, day=ordinal, values=values) if with_rules else {}
        total = _total(values, weights, missed)
        return Judged(self.table, person, near, {name: values[name] for name in weights}, weights, missed, total)

    def _values(self, person: Person, near: list[Nearness], day: int) -> dict[str, Floats]:
        values = {name: signal(self.table, person) for name, signal in signals.ALONE.items()}
        values["text"] = self.text.likeness(person)
        values["place"] = signals.place(self.table, near)
        values["freshness"] = signals.freshness(self.table, day)
        return values

    def _order(self, judged: Judged, top: int) -> list[int]:
        """Rows by score; equal scores go by id, because the table is sorted by id."""
        order = np.argsort(-judged.total, kind="stable")
        excluded = {self.rows[one] for one in judged.person.profile.excluded_ids if one in self.rows}
        kept = order if not excluded else order[~np.isin(order, list(excluded))]
        return [int(row) for row in (kept[:top] if top else kept)]


def _total(values: dict[str, Floats], weights: dict[str, float], missed: dict[str, Flags]) -> Floats:
    size = len(next(iter(values.values())))
    total = np.zeros(size)
    for name, weight in weights.items():
        total += weight * values[name]
    count = np.zeros(size)
    for flags in missed.values():
        count += flags
    return np.round(total + blend.RULED_OUT * count / len(constraints.NAMES), 9)
