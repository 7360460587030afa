"""Which courses open a way from which work: re-skilling that is usual, beside the closeness of the occupations."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from matching.closeness import groups
from matching.closeness_rows import closeness_rows
from matching.datafiles import listed, rows


@cache
def course_rows() -> NDArray[np.float64]:
    """How well a course that teaches one group suits who worked in another, 0..1, in the order of `closeness.groups`.

    It is no less than the closeness of the two groups.
    """
    found = closeness_rows().copy()
    for begins, ends, value in _paths():
        works = [number for number, code in enumerate(groups()) if code.startswith(begins)]
        taught = [number for number, code in enumerate(groups()) if code in ends]
        found[np.ix_(works, taught)] = np.maximum(found[np.ix_(works, taught)], value)
    return found


@cache
def _paths() -> tuple[tuple[tuple[str, ...], frozenset[str], float], ...]:
    """From groups (or what their codes begin with) to the groups that a course teaches."""
    return tuple(
        (listed(row["from"], "|"), frozenset(listed(row["to"], "|")), float(row["closeness"]))
        for row in rows("course_paths.csv")
    )
