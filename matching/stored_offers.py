"""Offers in a file, read one at a time when asked for: processes that rank share the pages and hold no copies."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray

from matching.profile import Kind, Opportunity

LINES, ENDS = "offers.jsonl", "offers.npy"


class StoredOffers(Sequence[Opportunity]):
    """The offers of a folder."""

    def __init__(self, folder: Path) -> None:
        with (folder / LINES).open("rb") as file:
            self._lines = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._ends: NDArray[np.int64] = np.load(folder / ENDS, mmap_mode="r")

    def __len__(self) -> int:
        return len(self._ends) - 1

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
        return _offer(self._lines[int(self._ends[row]) : int(self._ends[row + 1])])

    def __iter__(self) -> Iterator[Opportunity]:
        return (self[row] for row in range(len(self)))


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
