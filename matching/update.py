"""A small change to a large stock of offers: some are gone, some are new or changed, nearly all stay as they are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from matching.facets import Facet, Facets
from matching.profile import Opportunity
from matching.table import Numbers, Table, columns, spoken_of


@dataclass(frozen=True, slots=True)
class Update:
    """Where every offer goes."""

    offers: tuple[Opportunity, ...]  # new and changed ones, in the order of their ids
    spoken: Sequence[Sequence[str]]  # their words
    moved: Numbers  # by old row the new one, -1 for those that are gone or replaced
    places: Numbers  # the new rows of `offers`

    @property
    def size(self) -> int:
        """How many offers there are afterwards."""
        return int((self.moved >= 0).sum()) + len(self.offers)

    @property
    def sources(self) -> Numbers:
        """By new row, where it comes from: an old row, or behind the last of them one of `offers`."""
        found = np.empty(self.size, dtype=np.int64)
        alive = np.flatnonzero(self.moved >= 0)
        found[self.moved[alive]] = alive
        found[self.places] = len(self.moved) + np.arange(len(self.offers))
        return found

    @classmethod
    def of(cls, ids: Sequence[str], changed: tuple[Opportunity, ...], gone: Collection[str]) -> "Update":
        """Plan the change of a table with these ids in order."""
        leaving = {one.id for one in changed} | set(gone)
        staying = [row for row, one in enumerate(ids) if one not in leaving]
        named = [(ids[row], row) for row in staying] + [(one.id, len(ids) + at) for at, one in enumerate(changed)]
        order = np.array([number for _id, number in sorted(named)], dtype=np.int64)
        position = np.full(len(ids) + len(changed), -1, dtype=np.int64)
        position[order] = np.arange(len(order))
        return cls(changed, spoken_of(changed), position[: len(ids)], position[len(ids) :])


def updated_table(table: Table, update: Update) -> Table:
    """Return the columns after the change, in the order of the ids."""
    both = columns(update.offers, update.spoken).behind(table)
    old = (*table.offers, *update.offers)
    after = both.bare(update.sources)
    return Table(
        **{name: getattr(after, name) for name in after.__slots__ if name != "offers"},
        offers=tuple(old[row] for row in update.sources.tolist()),
    )
