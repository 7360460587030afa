"""The matcher: fit it on the open offers, then rank them for one person or for many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from matching import blend, constraints, signals
from matching.changes import applied
from matching.index import TextIndex
from matching.nearness import nearness
from matching.person import Person, understand
from matching.profile import Opportunity, Profile, Ranked
from matching.reasons import Judged, changes, explain
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
        """Explain one offer for one person; the change that would help is worked out anew and kept only if it lifts.

        Raises:
            KeyError: the offer is not among those the matcher was fitted on.
        """
        row, judged = self.rows[offer_id], self.judge(profile, day=day)
        told = explain(judged, row)
        for change in changes(judged, row):
            lift = self._score(applied(profile, change.fact), row, day) - told.score
            if lift > 0:
                return replace(told, would_help=change.fact, lift=round(lift, 9))
        return replace(told, would_help=None)

    def people_for(
        self, offer_id: str, profiles: Iterable[Profile], top: int = 20, *, day: date | None = None
    ) -> list[tuple[str, float]]:
        """Return (profile id, score) of the people one offer suits best, at most `top` (0 = all), by the same score.

        Raises:
            KeyError: the offer is not among those the matcher was fitted on.
        """
        row = self.rows[offer_id]
        found = [(one.id, self._score(one, row, day)) for one in profiles]
        ordered = sorted(found, key=lambda one: (-one[1], one[0]))
        return ordered[:top] if top else ordered

    def _score(self, profile: Profile, row: int, day: date | None) -> float:
        """The score of one offer for a changed profile, over a table of that row alone."""
        person = understand(profile)
        text = self.text.likeness(person)[row : row + 1]
        return float(self._judged(self.table.only(row), person, text, day=day, with_rules=True).total[0])

    def judge(self, profile: Profile, *, day: date | None = None, with_rules: bool = True) -> Judged:
        """Give every signal of every offer for one person, with the weights and what is missed."""
        person = understand(profile)
        return self._judged(self.table, person, self.text.likeness(person), day=day, with_rules=with_rules)

    def _judged(self, table: Table, person: Person, text: Floats, *, day: date | None, with_rules: bool) -> Judged:
        ordinal = (day or self.day).toordinal()
        near = [nearness(person.reach, place) for place in table.places]
        profile = person.profile
        weights = blend.weights(profile.disliked, priorities=profile.priorities, with_rules=with_rules)
        values = signals.values(table, person, near, day=ordinal) | {"text": text}
        missed = constraints.missed(table, person, near, day=ordinal, values=values) if with_rules else {}
        total = _total(values, weights, missed)
        return Judged(table, person, near, {name: values[name] for name in weights}, weights, missed, total)

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
