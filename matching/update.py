"""A small change to a large stock of offers: some are gone, some are new or changed, nearly all stay as they are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matching.facets import Facet, Facets
from matching.profile import Opportunity
from matching.table import Numbers, Table, columns, spoken_of


@dataclass(frozen=True, slots=True)
class Update:
    """Where every offer goes."""

    offers: tuple[Opportunity, ...]  # new and changed ones, in the order of their ids
    spoken: Sequence[tuple[str, ...]]  # their words
    moved: Numbers  # by old row the new one, -1 for those that are gone or replaced
    places: Numbers  # the new rows of `offers`
    rows: dict[str, int]  # by id the new row of every offer

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
        named = [*ids, *(one.id for one in changed)]
        staying = [row for row, one in enumerate(ids) if one not in leaving]
        order = sorted((*staying, *range(len(ids), len(named))), key=named.__getitem__)
        position = np.full(len(named), -1, dtype=np.int64)
        position[order] = np.arange(len(order))
        rows = {named[number]: row for row, number in enumerate(order)}
        return cls(changed, spoken_of(changed), position[: len(ids)], position[len(ids) :], rows)


def updated_table(table: Table, update: Update) -> Table:
    """Return the columns after the change, in the order of the ids."""
    old, sources = (*table.offers, *update.offers), update.sources
    both = columns(update.offers, update.spoken).behind(table)
    return replace(both.bare(sources), offers=tuple(old[row] for row in sources.tolist()))


def updated_facets(facets: Facets, table: Table, update: Update) -> Facets:
    """Return the facets of the changed table; samples that nobody needs any longer stay until the next fit."""
    fresh, sources = table.bare(update.places), update.sources
    return Facets.sorted({name: _updated(one, Facet.of(fresh, names), sources) for name, names, one in facets.named()})


def _updated(old: Facet, fresh: Facet, sources: Numbers) -> Facet:
    code = np.concatenate((old.code, fresh.code + np.int32(len(old))))[sources]
    return Facet(code, fresh.samples.behind(old.samples))
