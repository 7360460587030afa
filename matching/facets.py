"""Offers told apart only by what a signal reads: what is the same for many of them is worked out once.

A hundred thousand titles name some thousand combinations of occupation and level, and there are fewer still of
schooling, age limit and years. Each facet keeps one offer of every combination as a sample; the shipped signals judge
the samples, and every offer looks its value up.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matching.closeness import groups
from matching.runs import places_of
from matching.table import Table

COLUMNS = {  # by facet, what tells its samples apart
    "title": ("group", "sureness", "rank", "is_course"),
    "terms": ("education", "experience", "age_max", "is_magang", "is_internship", "has_shifts"),
    "pay": ("wage",),
    "spot": ("place", "is_course"),
}
SHELVED = ("terms", "pay", "spot")
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
class Titles:
    """The titles taken apart once more: a few hundred occupations as sure as they are, and a few levels."""

    work: Table  # one sample of every occupation group with its sureness
    works: NDArray[np.int16]  # (titles, TITLES) those that each title names; one that names fewer repeats the first
    rank: Table  # one sample of every level
    ranks: NDArray[np.int16]  # by title

    @classmethod
    def of(cls, titles: Table) -> "Titles":
        """Find the occupations and levels that occur."""
        size, columns = titles.group.shape
        alone = np.repeat(np.arange(size), columns)
        named = titles.sureness.ravel() > 0
        named[::columns] = True
        column = np.where(named, np.tile(np.arange(columns), size), 0)
        single = titles.bare(alone)
        group, sureness = titles.group[alone, column], titles.sureness[alone, column]
        none = np.full((len(alone), columns - 1), len(groups()), dtype=group.dtype)
        single = replace(
            single,
            group=np.column_stack((group, none)),
            sureness=np.column_stack((sureness, np.zeros(none.shape))),
        )
        work, rank = Facet.of(single, ("group", "sureness", "is_course")), Facet.of(titles, ("rank",))
        return cls(
            work=work.samples,
            works=work.code.astype(np.int16).reshape(size, columns),
            rank=rank.samples,
            ranks=rank.code.astype(np.int16),
        )


@dataclass(frozen=True, slots=True)
class Facets:
    """What a search looks at before it looks at single offers."""

    title: Facet
    terms: Facet
    pay: Facet
    spot: Facet
    titles: Titles
    starts: Rows  # by title, where its offers begin in `rows`; one more for the end
    rows: NDArray[np.int32]  # offers title by title
    in_order: NDArray[np.int32]  # (terms, pay and spot, offers) their codes in the same order

    @classmethod
    def of(cls, table: Table) -> "Facets":
        """Sort the offers of a table by their titles."""
        return cls.sorted({name: Facet.of(table, columns) for name, columns in COLUMNS.items()})

    @classmethod
    def sorted(cls, facets: dict[str, Facet]) -> "Facets":
        """Put facets of the same offers together."""
        title = facets["title"]
        starts = np.concatenate([[0], np.cumsum(np.bincount(title.code, minlength=len(title)))])
        rows = np.argsort(title.code, kind="stable").astype(np.int32)
        in_order = np.array([facets[name].code[rows] for name in SHELVED])
        return cls(**facets, titles=Titles.of(title.samples), starts=starts, rows=rows, in_order=in_order)

    def named(self) -> list[tuple[str, tuple[str, ...], Facet]]:
        """Every facet with its name and columns."""
        return [(name, columns, getattr(self, name)) for name, columns in COLUMNS.items()]

    def with_titles(self, titles: Rows) -> Rows:
        """The offers that have one of some titles."""
        return np.asarray(self.rows[places_of(self.starts, titles)], dtype=np.int64)


def _parts(column: NDArray[np.generic]) -> list[NDArray[np.float64]]:
    """Single columns of numbers, the unknown ones as -1."""
    return list(np.nan_to_num(np.atleast_2d(column.T).astype(np.float64), nan=-1.0))
