"""Attendance counted: what can still be missed, and never a warning too late."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.absences_left import margin
from bot.services.class_days import class_days, weekdays

MONDAY = date(2026, 12, 7)
WORKING = frozenset(range(5))


def enough(attended: int, total: int, percent: int) -> bool:
    """The rule, written another way: attended of all, in per cent."""
    return attended * 100 >= total * percent


@given(
    total=st.integers(1, 200), percent=st.integers(1, 100), data=st.data(),
)  # fmt: skip
def test_what_is_left_is_exactly_what_the_rule_still_allows(total, percent, data):
    absent = data.draw(st.integers(0, total))
    days = [MONDAY + timedelta(days=one) for one in range(total)]
    noted = dict.fromkeys(days[:absent], False)

    found = margin(days, noted, percent)

    best = total - absent
    assert found.is_lost == (not enough(best, total, percent))
    if not found.is_lost:
        assert enough(best - found.left, total, percent)
        assert not enough(best - found.left - 1, total, percent)


@given(total=st.integers(1, 60), percent=st.integers(50, 100), order=st.randoms(use_true_random=False))
def test_whoever_loses_it_was_at_risk_one_absence_before(total, percent, order):
    days = [MONDAY + timedelta(days=one) for one in range(total)]
    noted = {}
    at_risk = margin(days, noted, percent).at_risk
    for day in days:
        was_at_risk = at_risk
        noted[day] = order.random() > 0.3
        found = margin(days, noted, percent)
        if found.is_lost:
            assert was_at_risk
            return
        at_risk = found.at_risk


def test_days_outside_the_span_do_not_count():
    found = margin([MONDAY], {MONDAY: True, MONDAY + timedelta(days=1): False}, 80)

    assert (found.total, found.present, found.absent) == (1, 1, 0)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", WORKING), ("Senin-Jumat", WORKING), ("Senin s.d. Jum'at", WORKING), ("senin s/d kamis", {0, 1, 2, 3}),
        ("Sabtu dan Minggu", {5, 6}), ("Sabtu & Minggu", {5, 6}), ("Senin, Rabu, Jumat", {0, 2, 4}),
        ("hari kerja", WORKING), ("setiap hari", set(range(7))), ("akhir pekan", {5, 6}), ("Mon-Fri", WORKING),
        ("Jumat - Senin", {4, 5, 6, 0}), ("setiap Sabtu", {5}), ("Senin-Rabu, Sabtu", {0, 1, 2, 5}),
        ("5 hari seminggu", None), ("menyesuaikan", None), ("Senin -", None), ("-", None),
    ],
)  # fmt: skip
def test_days_of_the_week_are_read_or_said_to_be_unknown(written, expected):
    assert weekdays(written) == (None if expected is None else frozenset(expected))


@given(st.text(max_size=60))
def test_any_words_about_days_are_read_or_refused(written):
    found = weekdays(written)

    assert found is None or (found and found <= frozenset(range(7)))


def test_holidays_and_weekends_are_no_class_days():
    found = class_days(date(2026, 12, 21), date(2026, 12, 27), "", frozenset({date(2026, 12, 25)}))

    assert [one.day for one in found.days] == [21, 22, 23, 24]
    assert found.sure


def test_words_that_cannot_be_read_leave_working_days_that_are_not_sure():
    found = class_days(MONDAY, MONDAY + timedelta(days=6), "menyesuaikan", frozenset())

    assert (len(found.days), found.sure) == (5, False)


@pytest.mark.parametrize("ends", [None, date(2026, 12, 1), date(2036, 1, 1)])
def test_without_a_sensible_end_there_are_no_days(ends):
    assert class_days(MONDAY, ends, "", frozenset()).days == ()
