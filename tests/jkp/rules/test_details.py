"""The small parts of every answer: its article, its sureness, its edges; each test is there because a mutant lived."""

from dataclasses import replace
from datetime import date

import pytest
from dice import USUAL

from jkp.rules.case import Cause, Certainty
from jkp.rules.contributions import Contribution, contribution
from jkp.rules.deadlines import add_working_days, filing_window, working_days_between
from jkp.rules.duties import MonthFacts, month_outcome, rules_day
from jkp.rules.eligibility import decide
from jkp.rules.migrant import Aid, Channel, Event, OtherBenefit, Package, other_benefit, package
from jkp.rules.reasons import MonthReason, Regime
from jkp.rules.regulation import PARAMETERS, Mark, Rule, history, in_force, using, watching

ART = "Permenaker 4/2023 Art"


def with_row(rule, since, **changes):
    return using((*PARAMETERS, replace(history(rule)[-1], since=since, **changes)))


@pytest.mark.parametrize(
    ("channel", "months", "expected"),
    [
        (Channel.AGENCY, 24, Package(37_500, 332_500, 370_000, Certainty.LAW, (f"{ART} 18(1)",))),
        (Channel.INDIVIDUAL, 6, Package(0, 108_000, 108_000, Certainty.LAW, (f"{ART} 18(2)",))),
        (Channel.AGENCY, 25, Package(37_500, 346_000, 383_500, Certainty.LAW, (f"{ART} 18(1)", f"{ART} 18(3)"))),
        (Channel.AGENCY, 9, Package(37_500, None, None, Certainty.OPEN, (f"{ART} 18(1)",))),
    ],
)
def test_a_package_is_told_with_its_paragraphs(channel, months, expected):
    assert package(channel, months) == expected


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            Event.PHK_NOT_WORK_ACCIDENT,
            Aid(OtherBenefit.BANTUAN_PHK, 1_500_000, f"{ART} 34(1)m", Mark.SOURCE),
        ),
        (
            Event.PLACED_CONTRARY,
            Aid(OtherBenefit.PENEMPATAN_TIDAK_SESUAI, 25_000_000, f"{ART} 34(1)e", Mark.SOURCE, fare=15_000_000),
        ),
        (
            Event.ACCIDENT_TREATMENT,
            Aid(OtherBenefit.PERAWATAN, 50_000_000, f"{ART} 34(1)", Mark.SOURCE, ceiling=True),
        ),
        (Event.DEATH, Aid(OtherBenefit.SANTUNAN_KEMATIAN, None, "Permenaker 4/2023", Mark.UNVERIFIED)),
    ],
)
def test_an_aid_is_told_with_its_letter_its_mark_and_the_fare(event, expected):
    assert other_benefit(event) == expected


def test_packages_without_an_amount_each_are_refused():
    with with_row(Rule.PMI_PACKAGE_MONTHS, date(2027, 1, 1), numbers=(6, 12)), pytest.raises(ValueError, match="zip"):
        package(Channel.AGENCY, 6)


def test_migrant_rules_are_asked_for_their_day_and_else_the_newest():
    with with_row(Rule.PMI_AID_DISMISSED, date(2027, 1, 1), numbers=(2_000_000,)):
        amounts = [
            other_benefit(Event.PHK_NOT_WORK_ACCIDENT, day).amount
            for day in (None, date(2027, 1, 1), date(2026, 12, 31), date(2019, 1, 1))
        ]

    assert amounts == [2_000_000, 2_000_000, 1_500_000, 1_500_000]


def test_a_contribution_is_told_part_by_part():
    assert contribution(date(2024, 6, 15), 4_000_000) == Contribution(
        4_000_000, 18_400, 8_800, 5_600, 4_000, 0, Certainty.LAW, "PP 37/2021 Art 11"
    )


@pytest.mark.parametrize(
    ("since", "month", "total", "certainty"),
    [
        (date(2027, 1, 1), date(2026, 12, 31), 3_600, Certainty.LAW),
        (date(2027, 1, 1), date(2027, 1, 31), 5_000, Certainty.LAW),
        (date(2027, 1, 2), date(2027, 1, 1), 5_000, Certainty.READING),
    ],
)
def test_a_rate_counts_from_the_month_in_which_it_begins(since, month, total, certainty):
    with with_row(Rule.CONTRIBUTION, since, numbers=(22, 14, 14)):
        found = contribution(month, 1_000_000)

    assert (found.total, found.certainty) == (total, certainty)


def test_a_contribution_is_no_surer_than_its_row():
    with with_row(Rule.CONTRIBUTION, date(2027, 1, 1), mark=Mark.UNVERIFIED):
        assert contribution(date(2027, 3, 1), 1_000_000).certainty is Certainty.OPEN


@pytest.mark.parametrize(
    ("first", "month", "certainty", "article"),
    [
        (date(2024, 3, 10), 2, Certainty.LAW, "Permenaker 15/2021 Art 14"),
        (date(2024, 1, 31), 2, Certainty.READING, "Permenaker 15/2021 Art 14"),  # clamped to 29 February
        (date(2024, 3, 10), 6, Certainty.READING, "Permenaker 15/2021 Art 14"),
        (date(2026, 3, 10), 3, Certainty.OPEN, "Permenaker 2/2025 Art 14(1)"),
        (date(2026, 3, 10), 6, Certainty.OPEN, "Permenaker 2/2025 Art 14(3)"),
    ],
)
def test_a_window_says_how_sure_it_is_and_where_it_stands(first, month, certainty, article):
    window = filing_window(first, month)

    assert (window.certainty, window.article) == (certainty, article)
    assert window.safe_day == window.opens


def test_holidays_are_left_out_of_the_days_waited():
    holidays = {date(2025, 8, 18)}

    assert working_days_between(date(2025, 8, 14), date(2025, 8, 20), holidays=holidays) == 3
    assert add_working_days(date(2025, 8, 20), -3, holidays=holidays) == date(2025, 8, 14)


def test_a_month_of_a_regime_that_the_law_does_not_know_yet_follows_the_first_text():
    facts = MonthFacts(Regime.PP6, 2)

    with using(row for row in PARAMETERS if row.since < date(2025, 2, 7)):
        assert rules_day(facts) == date(2021, 2, 2)
    assert rules_day(facts) == date(2025, 2, 7)


def test_a_review_is_no_surer_than_the_attendance_rule():
    facts = MonthFacts(
        Regime.PP6, 2, applications=5, in_training=True, training_attendance_pct=50, employed_again=False
    )
    with with_row(Rule.ATTENDANCE, date(2027, 1, 1), mark=Mark.UNVERIFIED):
        found = month_outcome(replace(facts, on=date(2027, 2, 1)))

    assert found.reason_code is MonthReason.REVIEW_ATTENDANCE_LT_80_JOBSEARCH_OK
    assert (month_outcome(facts).certainty, found.certainty) == (Certainty.READING, Certainty.OPEN)


@pytest.mark.parametrize("rule", [Rule.ATTENDANCE, Rule.SEARCH_APPLICATIONS])
def test_an_answer_that_holds_with_and_without_training_is_as_sure_as_the_less_sure_of_both(rule):
    facts = MonthFacts(Regime.PP6, 2, applications=5, training_attendance_pct=80, employed_again=False)
    with with_row(rule, date(2027, 1, 1), mark=Mark.UNVERIFIED):
        found = month_outcome(replace(facts, on=date(2027, 2, 1)))

    assert (month_outcome(facts).certainty, found.pay, found.certainty) == (Certainty.LAW, True, Certainty.OPEN)


def test_watching_names_the_rules_that_were_asked_and_changes_no_answer():
    with watching() as asked:
        row = in_force(Rule.CLAIM_MONTHS, date(2026, 1, 1))
        history(Rule.PROOF)

    in_force(Rule.CASH_RATES, date(2026, 1, 1))
    assert asked == {Rule.CLAIM_MONTHS, Rule.PROOF}
    assert row == in_force(Rule.CLAIM_MONTHS, date(2026, 1, 1))


def test_watching_sees_the_rows_that_are_used_instead():
    with using(()), watching() as asked, pytest.raises(LookupError):
        in_force(Rule.CLAIM_MONTHS, date(2026, 1, 1))

    assert asked == {Rule.CLAIM_MONTHS}


def test_an_end_of_work_before_new_rates_and_a_decision_after_is_our_reading():
    worker = replace(USUAL, termination_date=date(2026, 12, 10), claim_date=date(2027, 1, 10))
    with with_row(Rule.CASH_RATES, date(2027, 1, 1)):
        before, after = decide(worker, None), decide(replace(worker, termination_date=date(2027, 1, 5)), None)

    assert (before.certainty, after.certainty) == (Certainty.READING, Certainty.LAW)


def test_an_employer_who_pays_first_does_so_no_surer_than_the_row_on_arrears():
    worker = replace(USUAL, arrears_months_consecutive=7, employer_bankrupt_or_closed=True)
    with with_row(Rule.ARREARS_BPJS_PAYS, date(2025, 3, 1), mark=Mark.UNVERIFIED):
        assert decide(worker, None).certainty is Certainty.OPEN


def test_nothing_is_asked_where_an_unregistered_worker_is_owed_nothing_anyway():
    worker = replace(USUAL, registered_in_jkp=False, termination_cause=Cause.RESIGN, reported_wage=None)

    found = decide(worker, None)

    assert (found.owed_by_employer, found.missing) == (0, ())


def test_a_reported_wage_of_nothing_counts_as_nothing():
    found = decide(replace(USUAL, reported_wage=0), None)

    assert (found.eligible, found.benefit_base, found.total) == (True, 0, 0)
