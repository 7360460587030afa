"""The shipped score and reasons over a few rows only: what every peer does with the offers it has retrieved.

The only file here that looks inside the matcher: it cuts the columns down to the rows; the shipped code does the rest.
"""

from dataclasses import dataclass, fields, replace
from datetime import date

import numpy as np

from matching.matcher import Matcher
from matching.person import Person
from matching.table import Table


@dataclass(frozen=True, slots=True)
class GivenText:
    """Stands where the text index stands: the engine's own score instead of ours."""

    values: np.ndarray

    def likeness(self, _person: Person) -> np.ndarray:
        """1 is the best of the retrieved offers, as in the shipped index."""
        best = float(self.values.max(initial=0.0))
        return self.values / best if best > 0 else self.values


def over(table: Table, rows: np.ndarray, found: np.ndarray, day: date) -> Matcher:
    """A matcher over the retrieved rows: all shipped signals, conditions and reasons, the engine's score as text."""
    return Matcher(part(table, rows), GivenText(found.astype(np.float64)), day, {})


def part(table: Table, rows: np.ndarray) -> Table:
    """Return some rows of the columns, with the places that are left."""
    cut = {one.name: getattr(table, one.name)[rows] for one in fields(table) if one.name not in {"offers", "places"}}
    places, cut["place"] = np.unique(cut["place"], return_inverse=True)
    offers = tuple(table.offers[row] for row in rows)
    return replace(table, offers=offers, places=tuple(table.places[at] for at in places), **cut)
