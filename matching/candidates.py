"""Finds the offers among which the best certainly are, looking only at those that can still be among them.

What rules an offer out is asked first. Titles are taken best first, for occupation and level are more than half of a
score, until what is left of the score cannot bring a lesser title up to the worst of the best so far. What comes out is
scored again by the shipped code: the answer equals the one over all offers, ties included.
"""

from dataclasses import dataclass

import numpy as np

from matching import blend, constraints, signals
from matching.arrays import Search, Seen, Shares, Shelf, Wanted
from matching.facets import Facets
from matching.index import Likeness, QuickLikeness
from matching.person import Person
from matching.profile import FITTING_TEXT
from matching.table import Floats, Numbers, Table
from matching.views import ROUNDING, TITLE, Views, is_other_work

STEPS = (0.06, 0.2, 2.0)  # of score below the best title: how far down titles are taken in one go


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, over all offers."""

    table: Table
    facets: Facets
    person: Person
    weights: dict[str, float]
    views: Views
    text: Likeness | QuickLikeness
    day: int
    with_rules: bool
    barred: Numbers  # offers that shall not be found

    @property
    def unknown(self) -> float:
        """The most that the signals add which are looked at last."""
        return self.weights.get("skills", 0.0) + self.weights.get("freshness", 0.0)

    @property
    def behind_title(self) -> float:
        """The most that everything but the title adds."""
        return 1.0 - sum(self.weights[name] for name in TITLE)


@dataclass(frozen=True, slots=True)
class Found:
    """Offers with the least they score."""

    rows: Numbers
    least: Floats

    def plus(self, other: "Found") -> "Found":
        """Both together."""
        return Found(np.concatenate((self.rows, other.rows)), np.concatenate((self.least, other.least)))

    def floor(self, top: int) -> float:
        """What an offer needs to be among the best; minus infinity while there are too few."""
        if len(self.rows) < top:
            return -np.inf
        return float(np.partition(self.least, -top)[-top]) - ROUNDING

    def above(self, floor: float) -> "Found":
        """Those that score at least so much."""
        kept = self.least >= floor
        return Found(self.rows[kept], self.least[kept])


NOTHING = Found(np.zeros(0, dtype=np.int64), np.zeros(0))


def candidates(question: Question, top: int) -> Numbers:
    """Return offers that hold the best `top`, in their order in the table; ruled-out ones only to fill up."""
    found = NOTHING
    for misses in range(len(constraints.NAMES) + 1 if question.with_rules else 1):
        if misses == 0 and isinstance(question.text, QuickLikeness):
            found = quickly(question, question.text, top)
        else:
            found = found.plus(_with_skills(question, _descent(question, top, misses), top))
        if len(found.rows) >= top:
            break
    return np.sort(found.above(found.floor(top) - question.weights.get("freshness", 0.0)).rows)


def quickly(question: Question, text: QuickLikeness, top: int) -> Found:
    """Offers that miss nothing, found by the compiled loops."""
    views, weights, facets, table = question.views, question.weights, question.facets, question.table
    both = weights["occupation"], weights["level"]
    works, ranks = np.asarray(views.titles.works), np.asarray(views.titles.ranks)
    seen = Seen(works, ranks, views.occupation, views.level, views.refused, both, views.fitting)
    title, strange = text.descent.titles_of(seen)
    wanted = Wanted(
        title=title,
        strange=strange,
        spot=views.spot.clean,
        terms=views.terms.clean,
        pay=views.pay.clean,
        barred=np.sort(question.barred),
        skill=question.person.skill,
    )
    shares = Shares(
        text=weights["text"],
        skills=weights.get("skills", 0.0),
        freshness=weights.get("freshness", 0.0),
        behind_title=question.behind_title,
        has_skills=bool(question.person.skills),
        earliest=float(question.day) if question.with_rules else -np.inf,
    )
    by_row = (facets.title.code, facets.terms.code, facets.pay.code, facets.spot.code)
    facts = (table.closes, table.skill, table.named, table.is_course)
    shelf = Shelf(*map(np.asarray, (facets.starts, facets.rows, *facets.in_order, *by_row, *facts)))
    return Found(*text.descent.descend(Search(shelf, wanted, shares, text.texts), top))


def _descent(question: Question, top: int, misses: int) -> Found:
    """Offers that miss so many conditions, title by title, the best first."""
    views = question.views
    penalty = blend.RULED_OUT * misses / len(constraints.NAMES)
    open_titles = (
        ~(views.strange | (views.title.missed > 0)) if misses == 0 else np.ones(len(views.strange), dtype=bool)
    )
    worth = np.where(open_titles, views.title.worth, -np.inf)
    found = _by_wording(question) if misses == 0 else NOTHING
    taken, best = np.inf, float(worth.max(initial=-np.inf))
    for step in STEPS if best > -np.inf else ():
        least = max(best - step, found.floor(top) - question.behind_title - penalty)
        if least >= taken:
            break
        rows = question.facets.with_titles(np.flatnonzero((worth >= least) & (worth < taken)))
        judged = _clean(question, rows, found.floor(top)) if misses == 0 else _missing(question, rows, misses)
        found = found.plus(judged)
        found = found.above(found.floor(top) - question.unknown)
        taken = min(taken, least)
    return found


def _by_wording(question: Question) -> Found:
    """Offers with a title that is no work of this kind, or names none, whose wording makes up for it."""
    if not question.views.strange.any():
        return NOTHING
    rows = question.text.from_(FITTING_TEXT)
    title = question.facets.title.code[rows]
    kept = question.views.strange[title] & (question.views.title.missed[title] == 0)
    return _clean(question, rows[kept], -np.inf)


def _clean(question: Question, rows: Numbers, floor: float) -> Found:
    """Of some offers those that miss nothing and can still score so much."""
    views, facets, table = question.views, question.facets, question.table
    rows = _allowed(question, rows)
    score = views.spot.clean[facets.spot.code[rows]]
    for view, facet in ((views.terms, facets.terms), (views.pay, facets.pay)):
        kept = score > -np.inf
        rows, score = rows[kept], score[kept]
        score = score + view.clean[facet.code[rows]]
    score = score + views.title.worth[facets.title.code[rows]]
    kept = score >= floor - question.unknown - question.weights["text"]
    rows, score = rows[kept], score[kept]
    if question.with_rules:
        kept = ~constraints.closed_by(table.closes[rows], question.day) & (score > -np.inf)
        rows, score = rows[kept], score[kept]
    kept = score + question.weights["text"] * question.text.most(rows) >= floor - question.unknown - ROUNDING
    rows, score = rows[kept], score[kept]
    return Found(rows, score + question.weights["text"] * question.text.at(rows))


def _missing(question: Question, rows: Numbers, misses: int) -> Found:
    """Of some offers those that miss so many conditions."""
    views, facets = question.views, question.facets
    rows = _allowed(question, rows)
    title, text = facets.title.code[rows], question.text.at(rows)
    score = views.title.worth[title] + question.weights["text"] * text
    count = views.title.missed[title] | is_other_work(views.strange[title], text)
    count = count + constraints.closed_by(question.table.closes[rows], question.day)
    for view, facet in ((views.terms, facets.terms), (views.pay, facets.pay), (views.spot, facets.spot)):
        score, count = score + view.worth[facet.code[rows]], count + view.missed[facet.code[rows]]
    kept = count == misses
    return Found(rows[kept], (score + blend.RULED_OUT * count / len(constraints.NAMES))[kept])


def _with_skills(question: Question, found: Found, top: int) -> Found:
    """Add what skills bring, and keep what can still be among the best."""
    if "skills" in question.weights:
        worth = question.weights["skills"] * signals.skills_of(question.table, found.rows, question.person)
        found = Found(found.rows, found.least + worth)
    return found.above(found.floor(top) - question.weights.get("freshness", 0.0))


def _allowed(question: Question, rows: Numbers) -> Numbers:
    return rows[~np.isin(rows, question.barred)] if len(question.barred) else rows
