"""Judged offers as plain Python numbers: an explanation looks at each a dozen times, which arrays are slow at."""

from dataclasses import dataclass
from math import isnan

from matching.constraints import NAMES
from matching.education import NAMES as EDUCATION
from matching.judging import Judged
from matching.nearness import Nearness
from matching.places import PlaceMatch

ASKED = ("education", "experience", "age_max", "wage")


@dataclass(frozen=True, slots=True)
class Plainly:
    """All judged offers, column by column."""

    judged: Judged
    values: dict[str, list[float]]
    missed: dict[str, list[bool]]
    asked: dict[str, list[float]]
    place: list[int]
    skill: list[list[int]]  # bits
    known: list[int]  # bits of the person's skills

    @classmethod
    def of(cls, judged: Judged) -> "Plainly":
        """Read the columns."""
        table = judged.table
        return cls(
            judged=judged,
            values={name: column.tolist() for name, column in judged.values.items()},
            missed={name: judged.missed[name].tolist() for name in NAMES if name in judged.missed},
            asked={name: getattr(table, name).tolist() for name in ASKED},
            place=table.place.tolist(),
            skill=table.skill.tolist(),
            known=judged.person.skill.tolist(),
        )

    def broken(self, row: int) -> tuple[str, ...]:
        """The conditions that an offer misses."""
        return tuple(name for name, flags in self.missed.items() if flags[row])

    def near(self, row: int) -> Nearness:
        """What the place means to the person."""
        return self.judged.near[self.place[row]]

    def spot(self, row: int) -> PlaceMatch:
        """The place."""
        return self.judged.table.places[self.place[row]]

    def is_full(self, name: str, row: int) -> bool:
        """Whether a part is judged and counts whole."""
        return name in self.values and self.values[name][row] >= 1.0

    def falls_short(self, name: str, row: int) -> bool:
        """Whether a part is judged and does not count whole."""
        return name in self.values and self.values[name][row] < 1.0

    def asked_for(self, name: str, row: int) -> str:
        """What the advertisement asks or offers, from its fields or its own words; empty when it says nothing."""
        number = self.asked[name][row]
        if isnan(number):
            return ""
        return EDUCATION[int(number)] if name == "education" else f"{number:.10g}"
