"""How much memory an index holds: the arrays it is made of, and what the whole process has grown by."""

import os
from dataclasses import fields, is_dataclass
from pathlib import Path

import numpy as np

MEGA = 1e6


def array_megabytes(thing: object) -> float:
    """Size of all arrays and sparse matrices within dataclasses, tuples, lists and dicts; each counts once."""
    return sum(one.nbytes for one in _arrays(thing, set())) / MEGA


def resident_megabytes() -> float:
    """Memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGA


def _arrays(thing: object, seen: set[int]) -> list[np.ndarray]:
    if id(thing) in seen:
        return []
    seen.add(id(thing))
    if isinstance(thing, np.ndarray):
        return [thing]
    return [array for part in _parts(thing) for array in _arrays(part, seen)]


def _parts(thing: object) -> list[object]:
    if is_dataclass(thing):
        return [getattr(thing, one.name) for one in fields(thing) if one.name != "offers"]
    if isinstance(thing, dict):
        return list(thing.values())
    if isinstance(thing, (tuple, list)):
        return [one for one in thing if not isinstance(one, (str, int, float))]
    return [getattr(thing, name) for name in ("data", "indices", "indptr") if hasattr(thing, name)]
