"""How many more absences leave enough attendance: plain counting over class days, without a database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Margin:
    """Class days of a span: how many there are, how many were noted as present and as absent.

    `left` is how many more absences still leave `percent`; below 0 it is lost already.
    """

    total: int
    present: int
    absent: int
    percent: int

    @property
    def left(self) -> int:
        """Absences that are still allowed."""
        return self.total * (WHOLE - self.percent) // WHOLE - self.absent

    @property
    def to_come(self) -> int:
        """Days about which nothing is noted yet."""
        return self.total - self.present - self.absent

    @property
    def at_risk(self) -> bool:
        """Whether one more absence, which is still possible, would bring it below."""
        return self.left == 0 and self.to_come > 0

    @property
    def is_lost(self) -> bool:
        """Whether it is below already, whatever comes."""
        return self.left < 0


def margin(days: Sequence[date], noted: Mapping[date, bool], percent: int) -> Margin:
    """Count the noted days among the class days of a span; `percent` of them (0..100) must be attended."""
    there = [noted[one] for one in days if one in noted]
    return Margin(len(days), there.count(True), there.count(False), percent)
