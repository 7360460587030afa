"""Which courses open a way from which work: re-skilling that is usual, beside the closeness of the occupations."""

from functools import cache

from matching.closeness import closeness
from matching.datafiles import listed, rows


@cache
def course_closeness(work: str, taught: str) -> float:
    """Say how well a course that teaches one group suits who worked in another, 0..1; no less than closeness."""
    paths = (value for begins, ends, value in _paths() if taught in ends and work.startswith(begins))
    return max(closeness(work, taught), max(paths, default=0.0))


@cache
def _paths() -> tuple[tuple[tuple[str, ...], frozenset[str], float], ...]:
    """From groups (or what their codes begin with) to the groups that a course teaches."""
    return tuple(
        (listed(row["from"], "|"), frozenset(listed(row["to"], "|")), float(row["closeness"]))
        for row in rows("course_paths.csv")
    )
