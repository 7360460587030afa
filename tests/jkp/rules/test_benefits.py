"""The cash plan and the contributions, in rupiah."""

from datetime import date

import pytest

from jkp.rules.benefits import cash_plan, lump_sum
from jkp.rules.case import Case, Certainty
from jkp.rules.contributions import contribution


def test_the_plan_names_each_month_with_its_day_and_article():
    plan = cash_plan(Case(reported_wage=5_000_000, claim_date=date(2024, 11, 5)), None)

    assert [each.month for each in plan] == [1, 2, 3, 4, 5, 6]
    assert [each.amount for each in plan] == [2_250_000, 2_250_000, 2_250_000, 1_250_000, 3_000_000, 3_000_000]
    assert (plan[3].on, plan[3].article) == (date(2025, 2, 5), "PP 37/2021 Art 21")
    assert (plan[4].on, plan[4].article) == (date(2025, 3, 5), "PP 6/2025 Art 21(1)")


def test_without_a_wage_or_a_day_there_is_no_plan():
    assert cash_plan(Case(claim_date=date(2026, 1, 1)), None) == ()
    assert cash_plan(Case(reported_wage=3_000_000), None) == ()


def test_the_lump_sum_is_all_months_at_the_rate_of_the_day():
    assert lump_sum(4_000_000, date(2025, 3, 1)) == 14_400_000
    assert lump_sum(5_000_000, date(2024, 3, 1)) == 10_500_000


@pytest.mark.parametrize(
    ("month", "wage", "total", "parts"),
    [
        (date(2024, 6, 1), 4_000_000, 18_400, (8_800, 5_600, 4_000)),
        (date(2024, 6, 1), 7_000_000, 23_000, (11_000, 7_000, 5_000)),
        (date(2025, 6, 1), 4_000_000, 14_400, (8_800, 5_600, 0)),
        (date(2025, 6, 1), 9_000_000, 18_000, (11_000, 7_000, 0)),
    ],
)
def test_the_contribution_is_shared_by_government_and_two_other_programmes(month, wage, total, parts):
    found = contribution(month, wage)

    assert (found.total, found.worker, found.certainty) == (total, 0, Certainty.LAW)
    assert (found.government, found.jkk_recomposition, found.jkm_recomposition) == parts


def test_february_2025_takes_the_new_rate_by_our_reading():
    found = contribution(date(2025, 2, 1), 4_000_000)

    assert (found.total, found.certainty) == (14_400, Certainty.READING)


def test_there_is_no_contribution_before_the_programme():
    with pytest.raises(LookupError):
        contribution(date(2021, 1, 31), 4_000_000)
