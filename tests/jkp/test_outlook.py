"""What a worker may expect: never a refusal out of not knowing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jkp.declared import Ago, Days, Declared, Fact, Months, Source, range_said
from jkp.outlook import Unknown, case_of, outlook
from jkp.rules.case import Case, Cause, Certainty
from jkp.rules.reasons import Payer, Reason

DAY = date(2026, 11, 22)


def told(said, source=Source.WORKER):
    return Fact(said, source, DAY)


def on(day):
    return told(Days(day, day))


KNOWN = Declared(
    last_day=on(date(2026, 10, 1)),
    cause=told(Cause.EFFICIENCY),
    paid_months=told(Months(12, None)),
    wage=told(4_000_000),
    proof=told(said=True),
)


def test_a_usual_case_is_likely_with_its_amounts_and_its_last_day():
    view = outlook(KNOWN, DAY)

    assert (view.likely, view.failed, view.unknown, view.missed) == (True, (), (), False)
    assert (view.deadline, view.deadline_sure, view.days_left) == (date(2027, 4, 1), True, 130)
    assert (view.monthly_amounts, view.max_months, view.regime) == ((2_400_000,) * 6, 6, "PP6")
    assert (view.payer, view.certainty, view.mediator) == (Payer.BPJS_TK, Certainty.LAW, False)


def test_nothing_known_is_unknown_and_asks_in_our_order():
    view = outlook(Declared(), DAY)

    assert (view.likely, view.failed, view.deadline, view.missed) == (None, (), None, None)
    assert view.unknown == tuple(Unknown)
    assert (view.monthly_amounts, view.days_left, view.deadline_sure) == ((), None, False)


def test_what_only_the_institution_can_tell_is_listed_apart():
    view = outlook(KNOWN, DAY)

    assert view.checked_by_bpjs == (
        "nationality",
        "employment_relation",
        "registered",
        "age_at_registration",
        "programmes",
        "contract",
        "previous_claims",
        "arrears",
    )


def test_an_unknown_wage_hides_the_amounts_and_not_the_right():
    view = outlook(replace(KNOWN, wage=None), DAY)

    assert (view.likely, view.monthly_amounts, view.unknown) == (True, (), (Unknown.WAGE,))


def test_unknown_months_leave_the_answer_open_with_an_estimate():
    view = outlook(replace(KNOWN, paid_months=None), DAY)

    assert (view.likely, view.unknown) == (None, (Unknown.PAID_MONTHS,))
    assert view.monthly_amounts == (2_400_000,) * 6


def test_months_between_eleven_and_thirteen_leave_the_answer_open():
    view = outlook(replace(KNOWN, paid_months=told(Months(11, 13))), DAY)

    assert (view.likely, view.unknown) == (None, (Unknown.PAID_MONTHS,))


def test_under_twelve_months_fails_for_certain():
    view = outlook(replace(KNOWN, paid_months=told(Months(0, 11)), proof=None), DAY)

    assert (view.likely, view.failed, view.fixable) == (False, (Reason.IUR_LT_12_IN_24,), False)
    assert (view.monthly_amounts, view.payer) == ((), Payer.NONE)


def test_a_missing_proof_fails_but_can_be_cured():
    view = outlook(replace(KNOWN, proof=told(said=False)), DAY)

    assert (view.likely, view.failed, view.fixable) == (False, (Reason.PROOF_MISSING,), True)


def test_a_forced_resignation_goes_to_the_mediator():
    view = outlook(replace(KNOWN, cause=told(Cause.FORCED_RESIGN)), DAY)

    assert (view.likely, view.mediator, view.failed, view.unknown) == (None, True, (), ())


def test_a_range_gives_the_safe_deadline_of_its_earliest_day():
    view = outlook(replace(KNOWN, last_day=told(range_said(Ago.MONTHS_1_3, DAY))), DAY)

    assert (view.likely, view.missed, view.unknown) == (True, False, ())
    assert (view.deadline, view.deadline_sure) == (date(2027, 2, 1), False)


def test_a_range_whose_early_end_has_passed_is_not_a_refusal():
    view = outlook(replace(KNOWN, last_day=told(range_said(Ago.MONTHS_4_6, DAY))), DAY)

    assert (view.likely, view.missed, view.unknown) == (None, None, (Unknown.LAST_DAY,))
    assert (view.deadline, view.days_left) == (date(2026, 11, 1), -21)


def test_longer_than_six_months_ago_is_missed_and_shows_the_latest_possible_deadline():
    view = outlook(replace(KNOWN, last_day=told(range_said(Ago.LONGER, DAY))), DAY)

    assert (view.likely, view.missed, view.failed) == (False, True, (Reason.LATE_CLAIM,))
    assert view.deadline == date(2026, 10, 30)


def test_the_institutions_record_fills_what_the_worker_was_not_asked():
    view = outlook(KNOWN, DAY, Case(arrears_months_consecutive=5, employer_bankrupt_or_closed=False))

    assert (view.likely, view.payer) == (True, Payer.EMPLOYER)
    assert "arrears" not in view.checked_by_bpjs


def test_an_unregistered_worker_sees_what_the_employer_owes():
    view = outlook(KNOWN, DAY, Case(registered_in_jkp=False))

    assert (view.likely, view.payer, view.owed_by_employer) == (False, Payer.EMPLOYER, 14_400_000)
    assert view.fixable


def test_a_fixed_term_contract_must_have_been_ended_early():
    early = outlook(replace(KNOWN, contract_end=told(date(2026, 12, 31))), DAY)
    late = outlook(replace(KNOWN, contract_end=told(date(2026, 10, 1))), DAY)

    assert early.likely is True
    assert (late.likely, late.failed) == (False, (Reason.PKWT_EXPIRED,))


def test_a_filed_claim_is_judged_by_the_day_it_was_filed():
    view = outlook(replace(KNOWN, last_day=on(date(2026, 1, 5)), claim_date=told(date(2026, 3, 1))), DAY)

    assert (view.likely, view.missed) == (True, False)


def test_a_worker_who_is_employed_again_is_told():
    view = outlook(replace(KNOWN, employed_again_on=told(date(2026, 11, 1))), DAY)

    assert view.failed == (Reason.ALREADY_EMPLOYED,)


def test_exact_facts_become_the_rules_case_and_ranges_do_not():
    case = case_of(replace(KNOWN, paid_months=told(Months(18, 18)), last_day=told(range_said(Ago.LONGER, DAY))))

    assert (case.paid_months_last_24, case.termination_date) == (18, None)


good = st.builds(
    Declared,
    last_day=st.none()
    | st.dates(date(2026, 8, 1), DAY).map(on)
    | st.sampled_from(Ago).map(lambda a: told(range_said(a, DAY))),
    cause=st.none() | st.sampled_from([Cause.EFFICIENCY, Cause.CLOSURE, Cause.FORCED_RESIGN]).map(told),
    paid_months=st.none() | st.sampled_from([Months(12, None), Months(0, 24), Months(14, 14)]).map(told),
    wage=st.none() | st.integers(0, 9_000_000).map(told),
    proof=st.none() | st.just(told(said=True)),
)


@given(good)
def test_unknowns_alone_never_make_a_refusal(declared):
    view = outlook(declared, DAY)

    assert view.likely is not False or view.missed is True
    assert view.likely is not None or view.unknown or view.mediator


@pytest.mark.parametrize("field", ["last_day", "cause", "paid_months", "wage", "proof"])
def test_each_unknown_is_asked_for(field):
    assert outlook(replace(KNOWN, **{field: None}), DAY).unknown == (Unknown(field),)


@pytest.mark.parametrize("proof", [None, told(said=True)])
def test_a_right_that_lapsed_before_the_change_is_our_reading_whatever_else_is_missing(proof):
    view = outlook(replace(KNOWN, last_day=on(date(2024, 10, 10)), proof=proof), DAY)

    assert (view.failed, view.certainty) == ((Reason.LATE_CLAIM,), Certainty.READING)


@pytest.mark.parametrize("proof", [None, told(said=True)])
def test_an_unverified_rule_stays_open_whatever_else_is_missing(proof):
    record = Case(previous_claims=1, iur_months_since_last_benefit=20)

    view = outlook(replace(KNOWN, proof=proof), DAY, record)

    assert (view.failed, view.certainty) == ((Reason.IUR_LT_60_SINCE_LAST,), Certainty.OPEN)
