"""The closeness of all occupation groups to each other as one table, worked out once for the process."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from matching.closeness import closeness, groups


@cache
def closeness_rows() -> NDArray[np.float64]:
    """The closeness of every group to every group, in the order of `groups`."""
    return np.array([[closeness(one, other) for other in groups()] for one in groups()])


@cache
def number_of() -> dict[str, int]:
    """Where a group stands in `groups`."""
    return {code: number for number, code in enumerate(groups())}
