"""Rows that stand in runs, one run after another: which places some of the runs take."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def places_of(starts: NDArray[Any], chosen: NDArray[Any]) -> NDArray[np.int64]:
    """The places of some runs, run by run; `starts` says where each begins, with one more for the end."""
    begins = starts[chosen]
    sizes = starts[chosen + 1] - begins
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.asarray(np.arange(total) + np.repeat(begins - ends + sizes, sizes), dtype=np.int64)
