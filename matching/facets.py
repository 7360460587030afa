"""Offers told apart only by what a signal reads: what is the same for many of them is worked out once.

A hundred thousand titles name some thousand combinations of occupation and level, and there are fewer still of
schooling, age limit and years. Each facet keeps one offer of every combination as a sample; the shipped signals judge
the samples, and every offer looks its value up.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.table import Table

COLUMNS = {  # by facet, what tells its samples apart
    "title": ("group", "sureness", "rank", "is_course"),
    "terms": ("education", "experience", "age_max", "is_magang", "is_internship", "has_shifts"),
    "pay": ("wage",),
    "spot": ("place", "is_course"),
}
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Facet:
    """The combinations of some columns."""

    code: NDArray[np.int32]  # by offer, which sample stands for it
    samples: Table  # one offer of every combination

    @classmethod
    def of(cls, table: Table, columns: tuple[str, ...]) -> "Facet":
        """Find the combinations that occur."""
        code = np.zeros(len(table), dtype=np.int64)
        first = np.zeros(min(1, len(code)), dtype=np.int64)
        for column in (part for name in columns for part in _parts(getattr(table, name))):
            known, inner = np.unique(column, return_inverse=True)
            _combined, first, code = np.unique(code * len(known) + inner, return_index=True, return_inverse=True)
        return cls(code.astype(np.int32), table.bare(first))

    def __len__(self) -> int:
        return len(self.samples)


@dataclass(frozen=True, slots=True)
class Facets:
    """What a search looks at before it looks at single offers."""

    title: Facet
    terms: Facet
    pay: Facet
    spot: Facet
    starts: Rows  # by title, where its offers begin in `rows`; one more for the end
    rows: NDArray[np.int32]  # offers title by title

    @classmethod
    def of(cls, table: Table) -> "Facets":
        """Sort the offers of a table by their titles."""
        return cls.sorted({name: Facet.of(table, columns) for name, columns in COLUMNS.items()})

    @classmethod
    def sorted(cls, facets: dict[str, Facet]) -> "Facets":
        """Put facets of the same offers together."""
        title = facets["title"]
        starts = np.concatenate([[0], np.cumsum(np.bincount(title.code, minlength=len(title)))])
        return cls(**facets, starts=starts, rows=np.argsort(title.code, kind="stable").astype(np.int32))

    def named(self) -> list[tuple[str, tuple[str, ...], Facet]]:
        """Every facet with its name and columns."""
        return [(name, columns, getattr(self, name)) for name, columns in COLUMNS.items()]

    def with_titles(self, titles: Rows) -> Rows:
        """The offers that have one of some titles."""
        begins, sizes = self.starts[titles], self.starts[titles + 1] - self.starts[titles]
        ends = np.cumsum(sizes)
        total = int(ends[-1]) if len(ends) else 0
        return np.asarray(self.rows[np.arange(total) + np.repeat(begins - ends + sizes, sizes)], dtype=np.int64)


def _parts(column: NDArray[np.generic]) -> list[NDArray[np.float64]]:
    """Single columns of numbers, the unknown ones as -1."""
    return list(np.nan_to_num(np.atleast_2d(column.T).astype(np.float64), nan=-1.0))
