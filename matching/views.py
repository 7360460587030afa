"""One person's view of the facets: what every title, condition, wage and place adds to a score, and which miss."""

from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from matching import constraints, signals
from matching.facets import Facets
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


@dataclass(frozen=True, slots=True)
class Views:
    """A person's question, put to all facets."""

    title: View  # what misses is work the person refused
    strange: Flags  # by title: other work, which the wording alone can make up for
    terms: View
    pay: View
    spot: View


def views(facets: Facets, person: Person, near: Near, *, weights: dict[str, float], with_rules: bool) -> Views:
    """Judge the samples of every facet by the shipped signals and conditions."""
    title, terms, pay, spot = (one.samples for one in (facets.title, facets.terms, facets.pay, facets.spot))
    occupation = _best_of(signals.occupation(facets.titles.work, person), facets.titles.works)
    level = signals.level(facets.titles.rank, person)[facets.titles.ranks]
    stated = [condition(terms, person) for name, condition in constraints.STATED.items() if name != "wage"]
    is_strange = (occupation < FITTING_OCCUPATION) & (bool(person.wanted) and with_rules)
    return Views(
        title=View(
            weights["occupation"] * occupation + weights["level"] * level,
            _count(title, [constraints.refused_work(title, person)], with_rules=with_rules),
        ),
        strange=is_strange,
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


def _best_of(value: Floats, works: NDArray[np.int16]) -> Floats:
    """The best of the occupations that each title names."""
    return reduce(np.maximum, (value.take(column) for column in works.T))


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
