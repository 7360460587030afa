"""What a benefit month asks for."""

from dataclasses import replace

import pytest

from jkp.rules.case import Certainty
from jkp.rules.duties import MonthFacts, month_outcome
from jkp.rules.reasons import MonthReason, Regime

MONTH = MonthFacts(
    Regime.PP6,
    3,
    self_assessment_done=True,
    applications=0,
    interview_or_test_calls=0,
    in_training=False,
    employed_again=False,
    status_form_done=False,
)
OLD = replace(MONTH, regime=Regime.PP37)
TRAINING = replace(MONTH, in_training=True)

OUTCOMES = [
    (MONTH, {"applications": 5}, True, MonthReason.PAY),
    (MONTH, {"applications": 4}, False, MonthReason.JOBSEARCH_INSUFFICIENT),
    (MONTH, {"interview_or_test_calls": 1}, True, MonthReason.PAY),
    (MONTH, {"interview_or_test_calls": 1, "self_assessment_done": False}, True, MonthReason.PAY),
    (MONTH, {"month_no": 1, "self_assessment_done": False}, True, MonthReason.PAY),
    (MONTH, {"applications": 5, "employed_again": True}, False, MonthReason.EMPLOYED_AGAIN),
    (MONTH, {"month_no": 6, "applications": 5}, False, MonthReason.STATUS_FORM_MISSING),
    (MONTH, {"month_no": 6, "applications": 5, "status_form_done": True}, True, MonthReason.PAY),
    (TRAINING, {"training_attendance_pct": 80}, True, MonthReason.PAY),
    (TRAINING, {"training_attendance_pct": 79}, False, MonthReason.TRAINING_ATTENDANCE_LT_80),
    (
        TRAINING,
        {"training_attendance_pct": 79, "applications": 5},
        None,
        MonthReason.REVIEW_ATTENDANCE_LT_80_JOBSEARCH_OK,
    ),
    (
        TRAINING,
        {"month_no": 6, "training_attendance_pct": 90, "status_form_done": True},
        False,
        MonthReason.JOBSEARCH_INSUFFICIENT,
    ),
    (OLD, {"applications": 5, "self_assessment_done": False}, False, MonthReason.NO_SELF_ASSESSMENT),
    (OLD, {"applications": 5}, True, MonthReason.PAY),
    (OLD, {"in_training": True, "training_attendance_pct": 90}, False, MonthReason.JOBSEARCH_INSUFFICIENT),
    (
        OLD,
        {"in_training": True, "training_attendance_pct": 60, "applications": 5},
        False,
        MonthReason.TRAINING_ATTENDANCE_LT_80,
    ),
]


@pytest.mark.parametrize(("facts", "change", "pay", "reason"), OUTCOMES)
def test_a_month_is_paid_refused_or_left_to_a_counselor(facts, change, pay, reason):
    found = month_outcome(replace(facts, **change))

    assert (found.pay, found.reason_code) == (pay, reason)
    assert found.articles


UNKNOWNS = [
    (MONTH, {"employed_again": None}, "employed_again"),
    (MONTH, {"month_no": 6, "status_form_done": None}, "status_form_done"),
    (MONTH, {"in_training": None}, "in_training"),
    (MONTH, {"applications": None}, "applications"),
    (MONTH, {"interview_or_test_calls": None}, "interview_or_test_calls"),
    (TRAINING, {}, "training_attendance_pct"),
    (TRAINING, {"training_attendance_pct": 50, "applications": None}, "applications"),
    (TRAINING, {"training_attendance_pct": 50, "interview_or_test_calls": None}, "interview_or_test_calls"),
    (OLD, {"self_assessment_done": None}, "self_assessment_done"),
    (MONTH, {"in_training": None, "applications": None, "interview_or_test_calls": None}, "in_training"),
    (MONTH, {"in_training": None, "applications": 5, "training_attendance_pct": 79}, "in_training"),
]


@pytest.mark.parametrize(("facts", "change", "missing"), UNKNOWNS)
def test_what_is_not_known_is_asked_for_and_not_refused(facts, change, missing):
    found = month_outcome(replace(facts, **change))

    assert (found.pay, found.reason_code, found.missing) == (None, MonthReason.FACT_MISSING, (missing,))


ATTENDANCE, SEARCH, BEFORE = "Permenaker 2/2025 Art 13(3)b", "Permenaker 2/2025 Art 13(4)a", "Permenaker 15/2021"
LAST = {"month_no": 6, "status_form_done": True}
EITHER_WAY = [
    (MONTH, {"applications": 5}, (True, MonthReason.PAY, Certainty.LAW, (ATTENDANCE, SEARCH))),
    (MONTH, LAST, (False, MonthReason.JOBSEARCH_INSUFFICIENT, Certainty.LAW, (SEARCH,))),
    (OLD, {"applications": 5}, (True, MonthReason.PAY, Certainty.READING, (BEFORE,))),
]


@pytest.mark.parametrize(("facts", "change", "expected"), EITHER_WAY)
def test_training_is_not_asked_for_where_both_answers_come_to_the_same(facts, change, expected):
    found = month_outcome(replace(facts, in_training=None, training_attendance_pct=80, **change))

    assert (found.pay, found.reason_code, found.certainty, found.articles) == expected


def test_low_attendance_with_enough_search_is_a_reading():
    facts = replace(TRAINING, training_attendance_pct=79, interview_or_test_calls=2)

    assert month_outcome(facts).certainty is Certainty.READING
