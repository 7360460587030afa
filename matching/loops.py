"""The compiled search where numba is installed, asked for only by indexes that are large enough to gain from it."""

from functools import cache
from importlib.util import find_spec
from types import ModuleType

MANY_OFFERS = 5_000  # numba takes a quarter of a second to load; fewer offers are ranked faster without it


@cache
def _loops() -> tuple[ModuleType, ModuleType] | None:
    if find_spec("numba") is None:
        return None
    from matching import descent, kernels

    return kernels, descent


def loops_for(offers: int) -> tuple[ModuleType, ModuleType] | None:
    """The compiled loops (`kernels`, `descent`) for an index of so many offers; None where numpy does it alone."""
    return _loops() if offers >= MANY_OFFERS else None
