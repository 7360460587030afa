"""Which row of the law was in force on a day; a later amendment is one more row and no change here."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any

from jkp.rules.case import Certainty
from jkp.rules.parameters import PARAMETERS, PROGRAMME_START, SWITCH
from jkp.rules.rows import CERTAINTY, Mark, Parameter, Rule

__all__ = [
    "BASIS",
    "CERTAINTY",
    "PARAMETERS",
    "PROGRAMME_START",
    "SWITCH",
    "Mark",
    "Parameter",
    "Rule",
    "Table",
    "amended_between",
    "history",
    "in_force",
    "in_force_or_none",
    "table",
    "using",
    "watching",
    "worst",
]

BASIS = 10_000  # rates are whole basis points: 6000 = 60 %

Table = dict[Rule, tuple[Parameter, ...]]


def table(rows: Iterable[Parameter]) -> Table:
    """Order rows by rule and day, ready for `using`."""
    found: Table = {}
    for row in sorted(rows, key=lambda row: row.since):
        found[row.rule] = (*found.get(row.rule, ()), row)
    return found


_IN_USE: ContextVar[Table] = ContextVar("law")
_LAW = table(PARAMETERS)


@contextmanager
def using(rows: Iterable[Parameter] | Table) -> Iterator[None]:
    """Answer by other rows inside the `with`: an amendment to come, or the law as it stood on a day.

    Only the code that runs inside (and what it starts) sees them.
    """
    token = _IN_USE.set(rows if isinstance(rows, dict) else table(rows))
    try:
        yield
    finally:
        _IN_USE.reset(token)


class _Watched(dict[Rule, tuple[Parameter, ...]]):
    """A table that remembers which rules were asked for."""

    def __init__(self, rows: Table) -> None:
        super().__init__(rows)
        self.asked: set[Rule] = set()

    def get(self, rule: Rule, default: Any = None) -> Any:
        """Give the rows of a rule and remember it."""
        self.asked.add(rule)
        return super().get(rule, default)


@contextmanager
def watching() -> Iterator[set[Rule]]:
    """Collect the rules that are asked for inside the `with`."""
    watched = _Watched(_IN_USE.get(_LAW))
    token = _IN_USE.set(watched)
    try:
        yield watched.asked
    finally:
        _IN_USE.reset(token)


def history(rule: Rule) -> tuple[Parameter, ...]:
    """Give all rows of a rule, the oldest first; empty where there is none."""
    return _IN_USE.get(_LAW).get(rule, ())


def in_force_or_none(rule: Rule, day: date) -> Parameter | None:
    """Give the row of a rule that was in force on a day, None before its first one."""
    for row in reversed(history(rule)):
        if row.since <= day:
            return row
    return None


def in_force(rule: Rule, day: date) -> Parameter:
    """Give the row of a rule that was in force on a day.

    Raises:
        LookupError: no row was in force yet.
    """
    row = in_force_or_none(rule, day)
    if row is None:
        raise LookupError(f"{rule}: nothing was in force on {day}")
    return row


def amended_between(rule: Rule, before: date, until: date) -> bool:
    """Whether a rule was amended after one day and not later than another; its first text is no amendment."""
    return any(before < row.since <= until for row in history(rule)[1:])


def worst(*certainties: Certainty) -> Certainty:
    """Give the least sure of several certainties; law where there is none to compare."""
    return max(certainties, key=tuple(Certainty).index, default=Certainty.LAW)
