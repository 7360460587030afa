"""Months, working days, the claim deadline and the filing windows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jkp.rules.case import Certainty
from jkp.rules.deadlines import (
    add_months,
    add_working_days,
    benefit_date,
    claim_deadline,
    filing_window,
    is_working_day,
    working_days_between,
)

days = st.dates(date(2021, 2, 2), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2025, 4, 10), 6, date(2025, 10, 10)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_end_of_the_month(day, months, expected):
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("termination", "claimed", "expected"),
    [
        (date(2023, 5, 15), date(2023, 8, 16), date(2023, 8, 15)),
        (date(2025, 1, 6), date(2025, 1, 31), date(2025, 4, 6)),  # filed before the change: three months
        (date(2024, 11, 10), date(2025, 3, 1), date(2025, 5, 10)),  # still open on the day of the change: six
        (date(2024, 11, 7), date(2025, 2, 7), date(2025, 5, 7)),  # the last right that was still open
        (date(2024, 11, 6), date(2025, 2, 20), date(2025, 2, 6)),  # lapsed before and not revived
        (date(2026, 6, 10), None, date(2026, 12, 10)),
    ],
)
def test_the_claim_deadline_follows_the_text_that_counts_for_the_case(termination, claimed, expected):
    assert claim_deadline(termination, claimed) == expected


@pytest.mark.parametrize(
    ("event", "count", "holidays", "expected"),
    [
        (date(2025, 7, 1), 7, set(), date(2025, 7, 10)),
        (date(2025, 7, 18), 3, set(), date(2025, 7, 23)),
        (date(2025, 8, 14), 3, {date(2025, 8, 18)}, date(2025, 8, 20)),
        (date(2025, 7, 1), 14, set(), date(2025, 7, 21)),
        (date(2025, 7, 1), 0, set(), date(2025, 7, 1)),
    ],
)
def test_working_days_skip_weekends_and_given_holidays(event, count, holidays, expected):
    assert add_working_days(event, count, holidays=holidays) == expected


@given(days, st.integers(1, 60), st.frozensets(days, max_size=5))
def test_counting_working_days_forth_and_back_agree(event, count, holidays):
    last = add_working_days(event, count, holidays=holidays)

    assert is_working_day(last, holidays)
    assert working_days_between(event, last, holidays=holidays) == count


def test_an_event_that_lies_ahead_has_waited_no_day():
    assert working_days_between(date(2026, 3, 10), date(2026, 3, 1)) == 0


@pytest.mark.parametrize(
    ("first", "month", "opens", "closes"),
    [
        (date(2024, 3, 10), 2, date(2024, 4, 10), date(2024, 4, 15)),
        (date(2024, 3, 10), 5, date(2024, 7, 10), date(2024, 7, 15)),
        (date(2024, 1, 31), 2, date(2024, 2, 29), date(2024, 3, 5)),
        (date(2024, 3, 10), 6, date(2024, 9, 2), date(2024, 9, 9)),
    ],
)
def test_a_month_is_filed_in_its_window(first, month, opens, closes):
    window = filing_window(first, month)

    assert (window.opens, window.closes) == (opens, closes)
    assert window.certainty is not Certainty.OPEN


@pytest.mark.parametrize("month", [2, 6])
def test_windows_after_the_change_of_2025_are_open(month):
    assert filing_window(date(2026, 3, 10), month).certainty is Certainty.OPEN


@pytest.mark.parametrize("month", [0, 1, 7])
def test_a_month_without_a_window_is_refused(month):
    with pytest.raises(ValueError, match="no filing window"):
        filing_window(date(2026, 3, 10), month)


@given(days, st.integers(2, 6))
def test_the_safe_day_always_lies_in_the_window(first, month):
    window = filing_window(first, month)

    assert window.opens <= window.safe_day <= window.closes
    assert benefit_date(first, month) <= window.closes + timedelta(days=1)
