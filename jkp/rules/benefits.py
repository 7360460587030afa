"""The cash benefit: what is paid for which month (Art 21 of PP 37/2021 and PP 6/2025)."""

from dataclasses import dataclass
from datetime import date

from jkp.rules.case import Case
from jkp.rules.deadlines import benefit_date, benefit_months
from jkp.rules.regulation import BASIS, PROGRAMME_START, Rule, in_force
from jkp.rules.timing import timing


@dataclass(frozen=True, slots=True)
class Instalment:
    """One month of cash: its number (1..6), its reference day, the amount in rupiah and the article behind the rate."""

    month: int
    on: date
    amount: int
    article: str
    exact: bool = True  # False: rounded to whole rupiah, by our convention


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
    Art II point 3). How many months there are is settled on the day of the decision, and never exceeds what the text
    of the month's own day gives [I]. `day` stands for the claim date of a case not claimed yet.
    """
    moments = timing(case, day)
    if case.reported_wage is None or moments.claimed is None:
        return ()
    plan = []
    for month in range(1, benefit_months(moments.rules_day) + 1):
        dated = benefit_date(moments.claimed, month)
        row = in_force(Rule.CASH_RATES, max(moments.rules_day, dated))
        if month <= len(row.numbers):
            base, rate = benefit_base(case.reported_wage, max(moments.rules_day, dated)), row.numbers[month - 1]
            plan.append(Instalment(month, dated, share(base, rate), row.article, exact=is_exact(base, rate)))
    return tuple(plan)


def lump_sum(wage: int, day: date) -> int:
    """Give what an employer who never registered the worker owes at once (PP 37/2021 Art 37): all months, in rupiah.

    The months at the rate of the day on which it is decided, since no month of theirs has a date.
    """
    rates = in_force(Rule.CASH_RATES, max(day, PROGRAMME_START)).numbers
    return sum(share(benefit_base(wage, day), rate) for rate in rates)
