"""Offers in a file, read one at a time when asked for: processes that rank share the pages and hold no copies."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray

from matching.profile import Kind, Opportunity

LINES, ENDS = "offers.jsonl", "offers.npy"


@dataclass(frozen=True, slots=True)
class StoredOffers(Sequence[Opportunity]):
    """Offers of a folder, all of them or some."""

    ids: Sequence[str]
    lines: mmap
    starts: NDArray[np.int64]  # by offer, where its line begins
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, folder: Path, ids: Sequence[str]) -> "StoredOffers":
        """Map the offers of a folder, which have these ids."""
        with (folder / LINES).open("rb") as file:
            lines = mmap(file.fileno(), 0, access=ACCESS_READ)
        ends = np.asarray(np.load(folder / ENDS, mmap_mode="r"))
        return cls(ids, lines, ends[:-1], ends[1:])

    def some(self, rows: NDArray[np.int64]) -> "StoredOffers":
        """Return some of the offers; none of them is read yet."""
        ids = [self.ids[row] for row in rows.tolist()]
        return StoredOffers(ids, self.lines, self.starts[rows], self.ends[rows])

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> Opportunity: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Opportunity, ...]: ...
    def __getitem__(self, at: int | slice) -> Opportunity | tuple[Opportunity, ...]:
        if isinstance(at, slice):
            return tuple(self[row] for row in range(*at.indices(len(self))))
        row = at + len(self) if at < 0 else at
        if not 0 <= row < len(self):
            raise IndexError(at)
        return _offer(self.lines[int(self.starts[row]) : int(self.ends[row])])

    def __iter__(self) -> Iterator[Opportunity]:
        return (self[row] for row in range(len(self)))


def ids_of(offers: Sequence[Opportunity], rows: Sequence[int]) -> list[str]:
    """Return the ids of some offers without reading them from their file."""
    return [offers.ids[row] for row in rows] if isinstance(offers, StoredOffers) else [offers[row].id for row in rows]


def write_offers(folder: Path, offers: Sequence[Opportunity]) -> None:
    """Write offers line by line, with where every line ends."""
    ends = [0]
    with (folder / LINES).open("wb") as file:
        for one in offers:
            ends.append(ends[-1] + file.write(json.dumps(asdict(one), default=str).encode() + b"\n"))
    np.save(folder / ENDS, np.array(ends, dtype=np.int64))


def _offer(line: bytes) -> Opportunity:
    row = json.loads(line)
    days = {name: date.fromisoformat(row[name]) for name in ("posted", "closes") if row[name]}
    return Opportunity(**row | days | {"kind": Kind(row["kind"]), "skills": tuple(row["skills"])})
