"""The cash benefit: what is paid for which month (Art 21 of PP 37/2021 and PP 6/2025)."""

from dataclasses import dataclass
from datetime import date

from jkp.rules.case import Case
from jkp.rules.deadlines import benefit_date
from jkp.rules.regulation import BASIS, PROGRAMME_START, Rule, in_force
from jkp.rules.timing import timing


@dataclass(frozen=True, slots=True)
class Instalment:
    """One month of cash: its number (1..6), its reference day, the amount in rupiah and the article behind the rate."""

    month: int
    on: date
    amount: int
    article: str


def share(base: int, basis_points: int) -> int:
    """Give so many hundredths of a per cent of an amount, to the nearest rupiah, half up [I]. Rupiah in and out."""
    return (base * basis_points + BASIS // 2) // BASIS


def is_exact(base: int, basis_points: int) -> bool:
    """Whether a share comes out in whole rupiah, so that no rounding convention decides."""
    return base * basis_points % BASIS == 0


def benefit_base(wage: int, day: date) -> int:
    """Give the wage that counts: the one reported to BPJS TK, up to the ceiling in force. Rupiah a month."""
    return min(wage, in_force(Rule.WAGE_CEILING, max(day, PROGRAMME_START)).number)


def cash_plan(case: Case, day: date | None) -> tuple[Instalment, ...]:
    """Plan the months of cash, as if the case is eligible; empty while the wage or the claim's day is unknown.

    A month dated on or after 7 Feb 2025 pays the new rate even if the right was declared before (Permenaker 2/2025
    Art II point 3). `day` stands for the claim date of a case not claimed yet.
    """
    moments = timing(case, day)
    if case.reported_wage is None or moments.claimed is None:
        return ()
    months = len(in_force(Rule.CASH_RATES, moments.rules_day).numbers)
    return tuple(
        _instalment(case.reported_wage, moments.rules_day, moments.claimed, month) for month in range(1, months + 1)
    )


def _instalment(wage: int, decided: date, claimed: date, month: int) -> Instalment:
    dated = benefit_date(claimed, month)
    row = in_force(Rule.CASH_RATES, max(decided, dated))
    amount = share(benefit_base(wage, max(decided, dated)), row.numbers[month - 1])
    return Instalment(month, dated, amount, row.article)


def lump_sum(wage: int, day: date) -> int:
    """Give what an employer who never registered the worker owes at once (PP 37/2021 Art 37): all months, in rupiah."""
    rates = in_force(Rule.CASH_RATES, max(day, PROGRAMME_START)).numbers
    return sum(share(benefit_base(wage, day), rate) for rate in rates)
