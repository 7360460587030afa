"""What is paid into JKP for one worker and month; the worker pays nothing (Art 11)."""

from dataclasses import dataclass
from datetime import date

from jkp.rules.benefits import benefit_base, is_exact, share
from jkp.rules.case import Certainty
from jkp.rules.deadlines import ONE_DAY, add_months
from jkp.rules.regulation import Rule, in_force, worst


@dataclass(frozen=True, slots=True)
class Contribution:
    """One month's contribution in rupiah: the government's part and the parts taken out of JKK and JKM."""

    base: int
    total: int
    government: int
    jkk_recomposition: int
    jkm_recomposition: int
    worker: int
    certainty: Certainty
    article: str


def contribution(month: date, wage: int) -> Contribution:
    """Give the contribution for the month that holds a day, of a reported wage in rupiah.

    A month in which a rate begins takes it as a whole: February 2025 that of PP 6/2025 [I].

    Raises:
        LookupError: the programme had not begun in that month.
    """
    last_day = add_months(month.replace(day=1), 1) - ONE_DAY
    row = in_force(Rule.CONTRIBUTION, last_day)
    base = benefit_base(wage, last_day)
    government, jkk, jkm = (share(base, rate) for rate in row.numbers)
    split = row.since > month.replace(day=1)
    rounded = not all(is_exact(base, rate) for rate in row.numbers)
    certainty = worst(row.certainty, Certainty.READING if split or rounded else Certainty.LAW)
    return Contribution(base, share(base, sum(row.numbers)), government, jkk, jkm, 0, certainty, row.article)
