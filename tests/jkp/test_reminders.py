"""Reminders only while something is missing."""

from dataclasses import replace
from datetime import date

import pytest

from jkp.claims import position
from jkp.declared import Days, Declared, Fact, Refusal, Source
from jkp.outlook import outlook
from jkp.reminders import Due, Topic, due

SAID = date(2026, 11, 1)


def told(said):
    return Fact(said, Source.WORKER, SAID)


ENDED = Declared(last_day=told(Days(date(2026, 6, 10), date(2026, 6, 10))), reported=told(said=True))
PAID = replace(ENDED, claim_date=told(date(2026, 7, 10)), paid_through_month=told(1))
CALL = ((date(2026, 7, 20), "call"),)


def _due(declared, day, searches=()):
    view = outlook(declared, day)
    return due(view, position(declared, view, searches, day), day)


@pytest.mark.parametrize(
    ("day", "point"),
    [
        (date(2026, 11, 26), 14),
        (date(2026, 12, 1), 14),  # a skipped day is made up
        (date(2026, 12, 3), 7),
        (date(2026, 12, 7), 3),
        (date(2026, 12, 9), 1),
        (date(2026, 12, 10), 0),
    ],
)
def test_the_claim_deadline_is_remembered_at_five_points(day, point):
    deadline = date(2026, 12, 10)

    assert _due(ENDED, day) == (Due(Topic.CLAIM_DEADLINE, deadline, point, f"claim_deadline:2026-12-10:{point}"),)


def test_too_early_and_too_late_nothing_is_due():
    assert _due(ENDED, date(2026, 11, 25)) == ()
    assert _due(ENDED, date(2026, 12, 11)) == ()
    assert _due(Declared(), date(2026, 12, 1)) == ()


def test_missing_applications_are_remembered_before_the_month_opens():
    found = _due(PAID, date(2026, 8, 4))

    assert [(each.topic, each.deadline, each.days_before) for each in found] == [
        (Topic.SEARCH_SHORT, date(2026, 8, 10), 7)
    ]


@pytest.mark.parametrize("day", [date(2026, 7, 27), date(2026, 8, 3), date(2026, 8, 7), date(2026, 8, 9)])
def test_who_has_everything_hears_nothing_before_the_month_opens(day):
    assert _due(PAID, day, CALL) == ()
    assert [each.topic for each in _due(PAID, date(2026, 8, 10), CALL)] == [Topic.MONTH_CLOSES]


def test_enough_attendance_at_a_training_is_as_good_as_a_search():
    trained = replace(PAID, trained_month=told(2), attended=told(said=True))

    assert _due(trained, date(2026, 8, 9)) == ()
    assert [each.topic for each in _due(replace(trained, attended=told(said=False)), date(2026, 8, 9))] == [
        Topic.SEARCH_SHORT
    ]


def test_a_month_that_was_filed_is_reminded_of_nothing():
    filed = replace(PAID, filed_month=told(2))

    assert [_due(filed, date(2026, 8, number)) for number in range(1, 31)] == [()] * 30


def test_an_open_month_is_remembered_on_its_safe_day_and_not_by_an_end_that_nobody_knows():
    (found,) = _due(PAID, date(2026, 8, 10), CALL)

    assert (found.topic, found.deadline, found.days_before) == (Topic.MONTH_CLOSES, date(2026, 8, 10), 0)
    assert _due(PAID, date(2026, 8, 12), CALL) == ()


def test_the_workers_own_portal_date_is_remembered_while_the_month_is_open():
    (found,) = _due(replace(PAID, portal_date=told(date(2026, 8, 14))), date(2026, 8, 12), CALL)

    assert (found.topic, found.deadline, found.days_before) == (Topic.MONTH_CLOSES, date(2026, 8, 14), 3)


def test_before_the_month_opens_its_own_day_can_be_planned_already():
    view = outlook(PAID, date(2026, 8, 4))

    (found,) = due(view, position(PAID, view, (), date(2026, 8, 4)), date(2026, 8, 10))

    assert (found.topic, found.deadline, found.days_before) == (Topic.MONTH_CLOSES, date(2026, 8, 10), 0)


def test_the_form_of_month_six_has_a_reminder_of_its_own():
    last = replace(PAID, paid_through_month=told(5))

    before = _due(last, date(2027, 1, 2), ((date(2026, 12, 20), "call"),))
    opened = _due(last, date(2027, 1, 4), ((date(2026, 12, 20), "call"),))

    assert [(each.topic, each.deadline) for each in before + opened] == [(Topic.STATUS_FORM, date(2027, 1, 4))] * 2


def test_a_filed_claim_is_reminded_of_nothing():
    assert _due(replace(PAID, paid_through_month=None), date(2026, 8, 4)) == ()


def test_a_month_sent_back_after_the_first_is_no_unfiled_claim():
    refused = replace(PAID, refused=told(Refusal.OTHER), refused_month=told(2))

    assert _due(refused, date(2026, 12, 1)) == ()


def test_a_refused_claim_is_to_be_mended_before_the_deadline():
    refused = replace(ENDED, claim_date=told(date(2026, 10, 1)), refused=told(Refusal.PROOF_UNREADABLE))

    assert [each.deadline for each in _due(refused, date(2026, 12, 1))] == [date(2026, 12, 10)]
