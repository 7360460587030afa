"""Judges offers for one person by every signal and condition: the one place where a score is added up."""

from dataclasses import dataclass

import numpy as np

from matching import blend, constraints, signals
from matching.nearness import Near, nearness
from matching.person import Person
from matching.table import Flags, Floats, Table


@dataclass(frozen=True, slots=True)
class Judged:
    """Offers judged for one person."""

    table: Table
    person: Person
    near: Near  # by distinct place
    values: dict[str, Floats]
    weights: dict[str, float]
    missed: dict[str, Flags]
    total: Floats

    def order(self) -> list[int]:
        """Rows by score; equal scores go by id, because a table is sorted by id."""
        found: list[int] = np.argsort(-self.total, kind="stable").tolist()
        return found


def weights_of(person: Person, *, with_rules: bool) -> dict[str, float]:
    """The weights of one person."""
    profile = person.profile
    return blend.weights(profile.disliked, priorities=profile.priorities, with_rules=with_rules)


def judge(table: Table, person: Person, text: Floats, *, day: int, with_rules: bool) -> Judged:
    """Give every signal of every offer of a table, with the weights and what is missed; `text` is their likeness."""
    near = nearness(person.reach, table.places)
    weights = weights_of(person, with_rules=with_rules)
    values = signals.values(table, person, near, day=day) | {"text": text}
    missed = constraints.missed(table, person, near, day=day, values=values) if with_rules else {}
    total = _total(values, weights, missed)
    return Judged(table, person, near, {name: values[name] for name in weights}, weights, missed, total)


def _total(values: dict[str, Floats], weights: dict[str, float], missed: dict[str, Flags]) -> Floats:
    size = len(next(iter(values.values())))
    total = np.zeros(size)
    for name, weight in weights.items():
        total += weight * values[name]
    count = np.zeros(size)
    for flags in missed.values():
        count += flags
    return np.round(total + blend.RULED_OUT * count / len(constraints.NAMES), 9)
