"""One person's view of the facets: what every title, condition, wage and place adds to a score, and which miss."""

from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np

from matching import constraints, signals
from matching.facets import Facets, Titles
from matching.nearness import Near
from matching.person import Person
from matching.profile import FITTING_OCCUPATION, FITTING_TEXT
from matching.table import Flags, Floats, Numbers, Table

TITLE = ("occupation", "level")
TERMS = ("education", "experience", "age", "contract", "hours")
ROUNDING = 1e-6  # of a score: sums in another order differ by less


@dataclass(frozen=True, slots=True)
class View:
    """What the samples of one facet are worth, and how many conditions each of them misses."""

    worth: Floats
    missed: Numbers

    @property
    def clean(self) -> Floats:
        """The same worth, or minus infinity where a condition is missed."""
        return np.where(self.missed > 0, -np.inf, self.worth)


@dataclass(frozen=True)
class Views:
    """A person's question, put to all facets."""

    titles: Titles
    occupation: Floats  # by the occupations that titles name
    level: Floats  # by the levels that titles name
    refused: Flags  # by occupation: work the person said no to
    weights: dict[str, float]
    fitting: float  # occupation below which a title is strange
    terms: View
    pay: View
    spot: View

    @cached_property
    def best(self) -> Floats:
        """By title, the best of the occupations that it names."""
        return reduce(np.maximum, (self.occupation.take(column) for column in self.titles.works.T))

    @cached_property
    def title(self) -> View:
        """What titles are worth; what one misses is that its work is refused."""
        worth = self.weights["occupation"] * self.best + self.weights["level"] * self.level[self.titles.ranks]
        return View(worth, self.refused[self.titles.works[:, 0]].astype(np.int64))

    @cached_property
    def strange(self) -> Flags:
        """By title: other work, which the wording alone can make up for."""
        return np.asarray(self.best < self.fitting)


def views(facets: Facets, person: Person, near: Near, *, weights: dict[str, float], with_rules: bool) -> Views:
    """Judge the samples of every facet by the shipped signals and conditions."""
    terms, pay, spot = (one.samples for one in (facets.terms, facets.pay, facets.spot))
    work, rank = facets.titles.work, facets.titles.rank
    stated = [condition(terms, person) for name, condition in constraints.STATED.items() if name != "wage"]
    return Views(
        titles=facets.titles,
        occupation=signals.occupation(work, person),
        level=signals.level(rank, person),
        refused=constraints.refused_work(work, person) & with_rules,
        weights=weights,
        fitting=FITTING_OCCUPATION if person.wanted and with_rules else -np.inf,
        terms=View(_terms(terms, person, weights), _count(terms, stated, with_rules=with_rules)),
        pay=View(
            weights.get("wage", 0.0) * signals.wage(pay, person),
            _count(pay, [constraints.wage(pay, person)], with_rules=with_rules),
        ),
        spot=View(
            weights.get("place", 0.0) * signals.place(spot, near),
            _count(spot, [constraints.too_far(spot, near)], with_rules=with_rules),
        ),
    )


def _terms(terms: Table, person: Person, weights: dict[str, float]) -> Floats:
    total = np.zeros(len(terms))
    for name in TERMS:
        if name in weights:
            total += weights[name] * signals.ALONE[name](terms, person)
    return total


def _count(table: Table, missed: list[Flags], *, with_rules: bool) -> Numbers:
    count = np.zeros(len(table), dtype=np.int64)
    for flags in missed if with_rules else ():
        count += flags
    return count


def is_other_work(strange: Flags, text: Floats) -> Flags:
    """Of strange titles, those whose wording is not near either."""
    return np.asarray(strange & (text < FITTING_TEXT))
