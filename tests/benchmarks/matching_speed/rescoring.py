"""The shipped score and reasons over a few rows only: what every peer does with the offers it has retrieved.

The only file here that looks inside the matcher: it cuts the columns down to the rows; the shipped code does the rest.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from matching.judging import Judged, judge
from matching.person import understand
from matching.profile import Profile, Ranked
from matching.reasons import explain
from matching.table import Table


@dataclass(frozen=True, slots=True)
class Rescored:
    """Some rows of the offers, with the engine's own score instead of our text; 1 is the best of them."""

    table: Table
    text: np.ndarray
    day: date

    def rank(self, profile: Profile, top: int) -> list[Ranked]:
        """All shipped signals, conditions and reasons."""
        judged = self._judged(profile)
        return explain(judged, judged.order()[:top])

    def scores(self, profile: Profile, top: int) -> list[tuple[str, float]]:
        """The same without the reasons."""
        judged = self._judged(profile)
        return [(self.table.offers[row].id, float(judged.total[row])) for row in judged.order()[:top]]

    def _judged(self, profile: Profile) -> Judged:
        return judge(self.table, understand(profile), self.text, day=self.day.toordinal(), with_rules=True)


def over(table: Table, rows: np.ndarray, found: np.ndarray, day: date) -> Rescored:
    """The retrieved rows, in the order of the table so that ties go by id as ours do."""
    order = np.argsort(rows)
    values = found[order].astype(np.float64)
    best = float(values.max(initial=0.0))
    return Rescored(table.part(rows[order]), values / best if best > 0 else values, day)
