"""An amendment is one more row: from its day on things change, and nothing that lies before it does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from dice import USUAL, a_case, a_day, a_month, seeded

from jkp.rules.benefits import cash_plan
from jkp.rules.contributions import contribution
from jkp.rules.deadlines import add_months, claim_deadline, filing_window
from jkp.rules.duties import MonthFacts, month_outcome
from jkp.rules.eligibility import decide
from jkp.rules.migrant import Channel, Event, other_benefit, package
from jkp.rules.reasons import MonthReason, Payer, Reason, Regime
from jkp.rules.regulation import PARAMETERS, Rule, amended_between, history, in_force, using
from jkp.rules.steps import Step, limit

DAY = date(2027, 1, 1)
EVE = DAY - timedelta(days=1)


def amended(rule: Rule, **changes):
    """The newest row of a rule, changed, in force from 1 January 2027."""
    return replace(history(rule)[-1], since=DAY, article="PP 99/2026 Art 1", **changes)


def shifted(rule: Rule):
    """A row that says something else than today's, whatever it is."""
    row = history(rule)[-1]
    numbers = tuple(each + 1 for each in row.numbers)
    words = tuple(reversed(row.words[1:])) if rule is not Rule.REGIME else row.words
    return amended(rule, numbers=numbers, words=words)


ALL = tuple(shifted(rule) for rule in Rule)


def with_amendments(*rows):
    return using((*PARAMETERS, *rows))


def test_nine_months_to_claim_hold_from_their_day_on():
    late = replace(USUAL, termination_date=date(2026, 8, 1), claim_date=date(2027, 3, 1))
    assert decide(late, None).reason_code == Reason.LATE_CLAIM

    with with_amendments(amended(Rule.CLAIM_MONTHS, numbers=(9,))):
        found = decide(late, None)

    assert (found.eligible, found.claim_deadline) == (True, date(2027, 5, 1))
    assert "PP 99/2026 Art 1" in found.articles


def test_a_right_that_lapsed_before_an_amendment_stays_lapsed():
    lapsed = replace(USUAL, termination_date=date(2026, 6, 30), claim_date=date(2027, 1, 15))

    with with_amendments(amended(Rule.CLAIM_MONTHS, numbers=(9,))):
        found = decide(lapsed, None)

    assert (found.reason_code, found.claim_deadline) == (Reason.LATE_CLAIM, date(2026, 12, 30))
    assert found.certainty == "reading"


def test_every_rule_amended_at_once_changes_no_decision_before_it():
    dice = seeded(20270101)
    cases = [a_case(dice, until=EVE) for _ in range(3_000)]
    cases = [case for case in cases if case.claim_date and add_months(case.claim_date, 6) < DAY]
    before = [decide(case, None) for case in cases]

    with with_amendments(*ALL):
        after = [decide(case, None) for case in cases]

    assert len(cases) > 1_500
    assert after == before


def test_months_dated_before_an_amendment_are_paid_as_before():
    dice = seeded(2)
    cases = [replace(a_case(dice, until=EVE), reported_wage=4_000_000) for _ in range(1_000)]
    before = [cash_plan(case, EVE) for case in cases]

    with with_amendments(*ALL):
        after = [cash_plan(case, EVE) for case in cases]

    for old, new in zip(before, after, strict=True):
        assert [each for each in new if each.on < DAY] == [each for each in old if each.on < DAY]
    assert any(old != new for old, new in zip(before, after, strict=True))


def test_months_deadlines_windows_and_contributions_before_an_amendment_stay():
    dice = seeded(3)
    days = [min(a_day(dice), EVE) for _ in range(500)]
    days = [max(day, date(2021, 3, 1)) for day in days]
    months = [a_month(dice, on=day) for day in days]

    def everything():
        return (
            [month_outcome(each) for each in months],
            [limit(step, day) for step in Step for day in days],
            [contribution(add_months(day, -1), 3_456_789) for day in days],
            [filing_window(add_months(day, -7), number) for day in days for number in (2, 5, 6) if day.year > 2021],
            [package(channel, 26, day) for channel in Channel for day in days],
            [other_benefit(event, day) for event in Event for day in days],
            [claim_deadline(day, day) for day in days],
        )

    before = everything()
    with with_amendments(*ALL):
        after = everything()

    assert after == before


WITHOUT_PENSION = {"enterprise_size": "medium", "programmes": ("JKN", "JKK", "JHT", "JKM")}
TWO_IN_A_ROW = {"consecutive_paid_months_before": 2}
CLOSED = {"arrears_months_consecutive": 12, "employer_bankrupt_or_closed": True}
TRAINED = {"in_training": True, "training_attendance_pct": 90}


def _claimed(times, months):
    return {"previous_claims": times, "iur_months_since_last_benefit": months}


@pytest.mark.parametrize(
    ("rule", "changes", "case", "reason"),
    [
        (Rule.NATIONALITY, {"words": ("WNI", "WNA")}, {"nationality": "WNA"}, Reason.OK),
        (Rule.RELATION, {"words": ("PU", "BPU")}, {"segment": "BPU"}, Reason.OK),
        (Rule.JKN_SEGMENTS, {"words": ("PPU",)}, {"jkn_segment": "PBI"}, Reason.JKN_NOT_PPU),
        (Rule.LARGE_SIZES, {"words": ("large",)}, WITHOUT_PENSION, Reason.OK),
        (Rule.EXCLUDED_CAUSES, {"words": ("retire",)}, {"termination_cause": "resign"}, Reason.OK),
        (Rule.AGE_AT_REGISTRATION, {"numbers": (30,)}, {}, Reason.AGE_54_AT_REGISTRATION),
        (Rule.LIFETIME_CLAIMS, {"numbers": (4,)}, _claimed(3, 60), Reason.OK),
        (Rule.MONTHS_BETWEEN_CLAIMS, {"numbers": (36,)}, _claimed(1, 36), Reason.OK),
        (Rule.PAID_MONTHS, {"numbers": (6,)}, {"paid_months_last_24": 6}, Reason.OK),
        (Rule.CONSECUTIVE_MONTHS, {"numbers": (3,)}, TWO_IN_A_ROW, Reason.IUR_NOT_6_CONSECUTIVE),
        (Rule.ARREARS_BPJS_PAYS, {"numbers": (5,)}, {"arrears_months_consecutive": 5}, Reason.OK_ARREARS_BPJS_PAYS),
        (Rule.ARREARS_INSOLVENT, {"numbers": (12,)}, CLOSED, Reason.OK_ARREARS_39A),
    ],
)
def test_an_amendment_decides_from_its_day_on_without_a_change_in_code(rule, changes, case, reason):
    worker = replace(USUAL, termination_date=date(2026, 12, 10), **case)

    with with_amendments(amended(rule, **changes)):
        eve = decide(replace(worker, claim_date=EVE), None)
        day = decide(replace(worker, claim_date=DAY), None)

    assert day.reason_code == reason
    assert eve.reason_code != reason


def test_a_raised_ceiling_and_a_new_rate_are_paid_from_their_day_on():
    worker = replace(USUAL, termination_date=date(2026, 11, 1), claim_date=date(2026, 11, 15), reported_wage=9_000_000)

    with with_amendments(
        amended(Rule.WAGE_CEILING, numbers=(7_000_000,)), amended(Rule.CASH_RATES, numbers=(7000,) * 6)
    ):
        found = decide(worker, None)

    assert found.monthly_amounts == (3_000_000, 3_000_000, *(4_900_000,) * 4)
    assert found.certainty == "reading"


@pytest.mark.parametrize(("rates", "months"), [((6000,) * 4, 4), ((6000,) * 9, 6)])
def test_fewer_months_end_a_running_plan_and_more_months_are_for_later_decisions(rates, months):
    worker = replace(USUAL, termination_date=date(2026, 11, 1), claim_date=date(2026, 11, 15))

    with with_amendments(amended(Rule.CASH_RATES, numbers=rates)):
        running, later = decide(worker, None), decide(replace(worker, claim_date=DAY), None)

    assert (running.benefit_months, later.benefit_months) == (months, len(rates))


def test_a_longer_benefit_moves_the_last_window_and_its_form():
    with with_amendments(amended(Rule.CASH_RATES, numbers=(6000,) * 9)):
        sixth, ninth = filing_window(DAY, 6), filing_window(DAY, 9)
        facts = MonthFacts(Regime.PP6, 6, applications=5, in_training=False, employed_again=False, on=DAY)
        form = month_outcome(replace(facts, month_no=9))
        none = month_outcome(facts)

    assert (sixth.opens, sixth.closes) == (date(2027, 6, 1), date(2027, 6, 6))
    assert (ninth.opens, ninth.closes) == (date(2027, 9, 23), date(2027, 9, 30))
    assert (form.reason_code, none.reason_code) == (MonthReason.FACT_MISSING, MonthReason.PAY)


@pytest.mark.parametrize(
    ("rule", "number", "facts", "reason"),
    [
        (Rule.SEARCH_APPLICATIONS, 3, {"applications": 3}, MonthReason.PAY),
        (Rule.SEARCH_CALLS, 2, {"interview_or_test_calls": 1}, MonthReason.JOBSEARCH_INSUFFICIENT),
        (Rule.ATTENDANCE, 60, {"in_training": True, "training_attendance_pct": 60}, MonthReason.PAY),
        (Rule.SELF_ASSESSMENT, 1, {"applications": 5}, MonthReason.NO_SELF_ASSESSMENT),
        (Rule.STATUS_FORM, 0, {"applications": 5, "month_no": 6}, MonthReason.PAY),
        (Rule.TRAINING_AND_SEARCH, 1, TRAINED, MonthReason.JOBSEARCH_INSUFFICIENT),
    ],
)
def test_the_duties_of_a_month_follow_their_rows(rule, number, facts, reason):
    month = MonthFacts(
        Regime.PP6, 3, self_assessment_done=False, applications=0, interview_or_test_calls=0, in_training=False,
        employed_again=False, status_form_done=False, on=EVE,
    )  # fmt: skip
    month = replace(month, **facts)

    with with_amendments(amended(rule, numbers=(number,))):
        eve, day = month_outcome(month), month_outcome(replace(month, on=DAY))

    assert day.reason_code is reason
    assert eve.reason_code is not reason


def test_a_new_regime_is_named_by_its_row():
    worker = replace(USUAL, termination_date=date(2026, 11, 1), claim_date=date(2026, 11, 15))

    with with_amendments(amended(Rule.REGIME, words=("PP99",))):
        assert decide(worker, None).regime == "PP6_TO_PP99"
        assert decide(replace(worker, claim_date=DAY), None).regime == "PP99"
        assert decide(replace(worker, nationality="WNA"), None).regime == "PP6"


def test_a_month_in_which_a_rate_begins_takes_it_as_a_whole_by_our_reading():
    row = replace(history(Rule.CONTRIBUTION)[-1], since=date(2027, 1, 10), numbers=(22, 14, 14))

    with with_amendments(row):
        before, month, after = (contribution(date(2026 + y, m, 1), 1_000_000) for y, m in ((0, 12), (1, 1), (1, 2)))

    assert (before.total, month.total, after.total) == (3_600, 5_000, 5_000)
    assert (before.certainty, month.certainty, after.certainty) == ("law", "reading", "law")


def test_while_the_claim_date_is_unknown_a_text_to_come_refuses_nothing_and_allows_nothing():
    worker = replace(USUAL, claim_date=None, paid_months_last_24=12)

    with with_amendments(amended(Rule.PAID_MONTHS, numbers=(18,))):
        found = decide(worker, None)
        harder = decide(replace(worker, paid_months_last_24=11), None)

    assert (found.eligible, found.missing, found.failed) == (None, ("claim_date",), ())
    assert (harder.eligible, harder.reason_code) == (False, Reason.IUR_LT_12_IN_24)


def test_other_rows_hold_only_inside_and_also_after_a_failure():
    def fail():
        with with_amendments(amended(Rule.CLAIM_MONTHS, numbers=(9,))):
            raise RuntimeError(in_force(Rule.CLAIM_MONTHS, DAY).number)

    with pytest.raises(RuntimeError, match="9"):
        fail()

    assert in_force(Rule.CLAIM_MONTHS, DAY).number == 6


def test_without_any_law_there_is_nothing_to_ask():
    with using(()), pytest.raises(LookupError):
        decide(USUAL, None)


def test_a_payer_follows_the_arrears_row_of_its_day():
    worker = replace(USUAL, arrears_months_consecutive=4, employer_bankrupt_or_closed=False, claim_date=DAY)
    worker = replace(worker, termination_date=EVE)

    with with_amendments(amended(Rule.ARREARS_BPJS_PAYS, numbers=(4,))):
        found = decide(worker, None)

    assert found.payer == Payer.BPJS_TK


@pytest.mark.parametrize(
    ("before", "until", "is_amended"),
    [
        (date(2025, 2, 6), date(2025, 2, 7), True),
        (date(2025, 2, 7), date(2026, 1, 1), False),
        (date(2024, 1, 1), date(2025, 2, 6), False),
        (date(2020, 1, 1), date(2021, 2, 2), False),  # the first text is no amendment
    ],
)
def test_an_amendment_lies_after_the_one_day_and_not_after_the_other(before, until, is_amended):
    assert amended_between(Rule.CLAIM_MONTHS, before, until) is is_amended
