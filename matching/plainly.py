"""Judged offers as plain Python values: an explanation looks at each a dozen times, which arrays are slow at."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from matching import blend
from matching.constraints import NAMES
from matching.education import NAMES as EDUCATION
from matching.judging import Judged
from matching.nearness import Nearness
from matching.places import PlaceMatch
from matching.profile import Opportunity, Part
from matching.skills import names
from matching.stored_offers import ids_of

ASKED = ("education", "experience", "age_max", "wage")
MOST_SKILLS = 3  # named in one explanation
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plainly:
    """Some judged offers in the order asked for, column by column."""

    judged: Judged
    rows: Sequence[int]  # among the judged ones
    ids: list[str]
    total: list[float]
    values: dict[str, list[float]]
    broken: list[Names]  # by offer, the conditions that it misses
    asked: dict[str, list[float]]
    near: list[Nearness]  # what the place means to the person
    place: list[int]
    is_course: list[bool]
    named: list[float]  # how many skills the offer names
    common: list[int]  # and how many of them the person has
    own: list[Names]  # skills that the offer names and the person has
    lacking: list[Names]  # and those the person lacks

    @classmethod
    def of(cls, judged: Judged, rows: Sequence[int]) -> "Plainly":
        """Read the columns."""
        table, chosen = judged.table, np.array(rows, dtype=np.int64)
        place = table.place[chosen].tolist()
        own, lacking = table.skill[chosen] & judged.person.skill, table.skill[chosen] & ~judged.person.skill
        nearby = {number: judged.near[number] for number in set(place)}
        return cls(
            judged=judged,
            rows=rows,
            ids=ids_of(table.offers, rows),
            total=judged.total[chosen].tolist(),
            values={name: column[chosen].tolist() for name, column in judged.values.items()},
            broken=_broken(judged, chosen),
            asked={name: getattr(table, name)[chosen].tolist() for name in ASKED},
            near=[nearby[number] for number in place],
            place=place,
            is_course=table.is_course[chosen].tolist(),
            named=table.named[chosen].tolist(),
            common=np.bitwise_count(own).sum(axis=1).tolist(),
            own=[names(tuple(bits))[:MOST_SKILLS] for bits in own.tolist()],
            lacking=[names(tuple(bits))[:MOST_SKILLS] for bits in lacking.tolist()],
        )

    def offer(self, at: int) -> Opportunity:
        """The offer itself."""
        return self.judged.table.offers[self.rows[at]]

    def spot(self, at: int) -> PlaceMatch:
        """The place."""
        return self.judged.table.places[self.place[at]]

    def is_full(self, name: str, at: int) -> bool:
        """Whether a part is judged and counts whole."""
        return name in self.values and self.values[name][at] >= 1.0

    def falls_short(self, name: str, at: int) -> bool:
        """Whether a part is judged and does not count whole."""
        return name in self.values and self.values[name][at] < 1.0

    def asked_for(self, name: str, at: int) -> str:
        """What the advertisement asks or offers, from its fields or its own words; empty when it says nothing."""
        number = self.asked[name][at]
        if isnan(number):
            return ""
        return EDUCATION[int(number)] if name == "education" else f"{number:.10g}"

    def parts(self) -> list[tuple[Part, ...]]:
        """The parts of every score."""
        weights = self.judged.weights
        columns = (_parts(name, values, weights[name]) for name, values in self.values.items())
        return [
            (*parts, Part("ruled_out", len(broken) / len(NAMES), blend.RULED_OUT)) if broken else parts
            for parts, broken in zip(zip(*columns, strict=True), self.broken, strict=True)
        ]


def _parts(name: str, values: list[float], weight: float) -> list[Part]:
    """One part of every offer; offers with the same value share it."""
    known = {value: Part(name, value, weight) for value in set(values)}
    return [known[value] for value in values]


def _broken(judged: Judged, chosen: np.ndarray) -> list[Names]:
    flags = {name: judged.missed[name][chosen].tolist() for name in NAMES if name in judged.missed}
    if not flags:
        return [()] * len(chosen)
    return [
        tuple(name for name, is_missed in zip(flags, row, strict=True) if is_missed) if any(row) else ()
        for row in zip(*flags.values(), strict=True)
    ]
