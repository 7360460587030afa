"""The matcher: fit it on the open offers, then rank them for one person or for many."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from matching import people
from matching.brief import brief
from matching.candidates import Question, candidates
from matching.changes import applied
from matching.facets import Facets
from matching.index import Likeness, QuickLikeness, TextIndex
from matching.judging import Judged, judge, weights_of
from matching.loops import loops_for
from matching.nearness import nearness
from matching.person import Person, understand
from matching.profile import Opportunity, Profile, Ranked
from matching.reasons import changes, explain
from matching.stored_offers import ids_of
from matching.table import Numbers, Table, columns, distinct, spoken_of
from matching.update import Update, updated_facets, updated_table
from matching.views import views


@dataclass(frozen=True, slots=True)
class Matcher:
    """An index over offers; it never changes and may be shared between threads."""

    table: Table
    facets: Facets
    text: TextIndex
    day: date
    rows: dict[str, int]

    @classmethod
    def fit(cls, offers: Sequence[Opportunity], day: date) -> "Matcher":
        """Index the offers; `day` is the day to judge closing dates and freshness by."""
        kept = distinct(offers)
        spoken = spoken_of(kept)
        table = columns(kept, spoken)
        rows = {one.id: row for row, one in enumerate(kept)}
        return cls(table, Facets.of(table), TextIndex.fit(kept, spoken), day, rows).warmed()

    def warmed(self) -> "Matcher":
        """Have what is compiled loaded before the first person asks; return the matcher itself."""
        if loops_for(len(self.table)):
            self.rank(Profile(id=""), 1)
        return self

    def updated(self, changed: Iterable[Opportunity], gone: Collection[str] = ()) -> "Matcher":
        """Return a matcher with offers put in or replaced and those of some ids taken out, ready to be asked.

        It answers as one fitted anew would, but that the rarity of words stays as it was at the last fit.
        """
        update = Update.of(list(self.rows), distinct(tuple(changed)), gone)
        table = updated_table(self.table, update)
        facets = updated_facets(self.facets, table, update)
        return Matcher(table, facets, self.text.spliced(update), self.day, update.rows)

    def rank(
        self, profile: Profile, top: int = 20, *, day: date | None = None, with_rules: bool = True
    ) -> list[Ranked]:
        """Return the best offers first, at most `top` (0 = all); what is ruled out comes last, below zero."""
        judged, order = self._best(profile, top, day or self.day, with_rules=with_rules)
        return explain(judged, order)

    def brief(
        self, profile: Profile, top: int = 20, *, day: date | None = None, with_rules: bool = True
    ) -> list[Ranked]:
        """Return what `rank` returns with what tells whether an offer fits, and without reasons: for lists."""
        judged, order = self._best(profile, top, day or self.day, with_rules=with_rules)
        return brief(judged, order)

    def rank_many(
        self, profiles: Iterable[Profile], top: int = 20, *, day: date | None = None, with_rules: bool = True
    ) -> list[list[Ranked]]:
        """Rank for many people; each gets what `rank` would give."""
        return [self.rank(one, top, day=day, with_rules=with_rules) for one in profiles]

    def scores(
        self, profile: Profile, top: int = 20, *, day: date | None = None, with_rules: bool = True
    ) -> list[tuple[str, float]]:
        """Return (offer id, score) as `rank` orders them, without the explanations: for whole lists."""
        judged, order = self._best(profile, top, day or self.day, with_rules=with_rules)
        return [
            (one, float(judged.total[row])) for one, row in zip(ids_of(judged.table.offers, order), order, strict=True)
        ]

    def why(self, profile: Profile, offer_id: str, *, day: date | None = None) -> Ranked:
        """Explain one offer for one person; the change that would help is worked out anew and kept only if it lifts.

        Raises:
            KeyError: the offer is not among those the matcher was fitted on.
        """
        row = self.rows[offer_id]
        judged = self._alone(profile, row, day or self.day)
        told = explain(judged, [0])[0]
        for change in changes(judged, 0):
            lift = self._score(applied(profile, change.fact), row, day or self.day) - told.score
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
        return people.ranked(self._offer(offer_id, day), profiles, top)

    def fitting_people(
        self, offer_id: str, profiles: Iterable[Profile], *, day: date | None = None
    ) -> list[tuple[str, float]]:
        """Return (profile id, score) of everybody one offer suits (score >= 0), best first: fast for thousands.

        Raises:
            KeyError: the offer is not among those the matcher was fitted on.
        """
        return people.fitting(self._offer(offer_id, day), profiles)

    def judge(self, profile: Profile, *, day: date | None = None, with_rules: bool = True) -> Judged:
        """Judge every offer for one person, without leaving any out early."""
        person = understand(profile)
        text = self.text.likeness(person).at(slice(None))
        return judge(self.table, person, text, day=(day or self.day).toordinal(), with_rules=with_rules)

    def _offer(self, offer_id: str, day: date | None) -> people.OneOffer:
        return people.OneOffer.of(self.table, self.text, self.rows[offer_id], (day or self.day).toordinal())

    def _score(self, profile: Profile, row: int, day: date) -> float:
        return float(self._alone(profile, row, day).total[0])

    def _alone(self, profile: Profile, row: int, day: date) -> Judged:
        """Judge one offer."""
        person, rows = understand(profile), np.array([row])
        text = self.text.quick_likeness(person).at(rows)
        return judge(self.table.part(rows), person, text, day=day.toordinal(), with_rules=True)

    def _best(self, profile: Profile, top: int, day: date, *, with_rules: bool) -> tuple[Judged, list[int]]:
        """Offers judged, the best of them in order; `top` 0 judges all of them."""
        barred = np.array([self.rows[one] for one in profile.excluded_ids if one in self.rows], dtype=np.int64)
        if not top:
            judged = self.judge(profile, day=day, with_rules=with_rules)
            banned = set(barred.tolist())
            return judged, [row for row in judged.order() if row not in banned]
        person = understand(profile)
        text = self.text.quick_likeness(person)
        question = self._question(person, text, barred, day=day.toordinal(), with_rules=with_rules)
        rows = candidates(question, top)
        judged = judge(self.table.part(rows), person, text.at(rows), day=question.day, with_rules=with_rules)
        return judged, judged.order()[:top]

    def _question(
        self, person: Person, text: Likeness | QuickLikeness, barred: Numbers, *, day: int, with_rules: bool
    ) -> Question:
        near, weights = nearness(person.reach, self.table.places), weights_of(person, with_rules=with_rules)
        seen = views(self.facets, person, near, weights=weights, with_rules=with_rules)
        return Question(self.table, self.facets, person, weights, seen, text, day, with_rules, barred)
