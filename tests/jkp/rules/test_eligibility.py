"""decide(): the cases that matter, written by hand from the law."""

from dataclasses import replace
from datetime import date

import pytest
from dice import USUAL as WORKER

from jkp.rules.case import Cause, Certainty
from jkp.rules.eligibility import decide
from jkp.rules.reasons import Payer, Reason, Regime

WITHOUT_PENSION = ("JKN", "JKK", "JHT", "JKM")
OLD = replace(WORKER, termination_date=date(2024, 4, 1), claim_date=date(2024, 4, 20))


def test_a_usual_case_of_2025_gets_sixty_per_cent_for_six_months():
    found = decide(WORKER, None)

    assert (found.regime, found.eligible, found.reason_code, found.payer) == ("PP6", True, "OK", "BPJS_TK")
    assert found.monthly_amounts == (2_400_000,) * 6
    assert (found.benefit_base, found.benefit_months, found.total) == (4_000_000, 6, 14_400_000)
    assert (found.certainty, found.failed, found.missing) == (Certainty.LAW, (), ())
    assert "PP 6/2025 Art 21(1)" in found.articles


def test_the_old_text_paid_forty_five_then_twenty_five_per_cent():
    found = decide(replace(OLD, reported_wage=5_000_000), None)

    assert (found.regime, found.total) == ("PP37", 10_500_000)
    assert found.monthly_amounts == (2_250_000,) * 3 + (1_250_000,) * 3


@pytest.mark.parametrize(
    ("wage", "month"),
    [(5_000_000, 3_000_000), (5_000_001, 3_000_000), (12_000_000, 3_000_000), (4_999_999, 2_999_999)],
)
def test_the_ceiling_and_the_rounding_hold(wage, month):
    assert decide(replace(WORKER, reported_wage=wage), None).monthly_amounts[0] == month


def test_a_rounded_amount_is_our_reading():
    assert decide(replace(WORKER, reported_wage=4_999_999), None).certainty is Certainty.READING


REFUSALS = [
    (WORKER, {"nationality": "WNA"}, Reason.NOT_WNI, Certainty.LAW),
    (WORKER, {"segment": "BPU"}, Reason.NO_EMPLOYMENT_RELATION, Certainty.LAW),
    (WORKER, {"segment": "PMI"}, Reason.NO_EMPLOYMENT_RELATION, Certainty.READING),
    (WORKER, {"segment": "PNS"}, Reason.NO_EMPLOYMENT_RELATION, Certainty.OPEN),
    (
        WORKER,
        {"birth_date": date(1970, 3, 15), "jkp_registration_date": date(2024, 3, 15)},
        Reason.AGE_54_AT_REGISTRATION,
        Certainty.LAW,
    ),
    (WORKER, {"programmes": WITHOUT_PENSION}, Reason.PROGRAMMES_INCOMPLETE, Certainty.LAW),
    (OLD, {"enterprise_size": "medium", "programmes": WITHOUT_PENSION}, Reason.PROGRAMMES_INCOMPLETE, Certainty.LAW),
    (WORKER, {"enterprise_size": None, "programmes": ("JHT",)}, Reason.PROGRAMMES_INCOMPLETE, Certainty.LAW),
    (OLD, {"jkn_segment": "PBI"}, Reason.JKN_NOT_PPU, Certainty.LAW),
    (WORKER, {"termination_cause": Cause.RESIGN}, Reason.EXCLUDED_RESIGN, Certainty.LAW),
    (WORKER, {"termination_cause": Cause.RETIRE}, Reason.EXCLUDED_RETIRE, Certainty.LAW),
    (WORKER, {"termination_cause": Cause.PERMANENT_TOTAL_DISABILITY}, Reason.EXCLUDED_DISABILITY, Certainty.LAW),
    (WORKER, {"termination_cause": Cause.DEATH}, Reason.EXCLUDED_DEATH, Certainty.LAW),
    (WORKER, {"termination_cause": Cause.CONTRACT_EXPIRED}, Reason.PKWT_EXPIRED, Certainty.LAW),
    (
        WORKER,
        {"contract_type": "PKWT", "contract_end_date": date(2025, 8, 1)},
        Reason.PKWT_EXPIRED,
        Certainty.READING,
    ),
    (WORKER, {"proof_ok": False}, Reason.PROOF_MISSING, Certainty.LAW),
    (WORKER, {"previous_claims": 3, "iur_months_since_last_benefit": 72}, Reason.CLAIM_LIMIT_REACHED, Certainty.LAW),
    (WORKER, {"previous_claims": 1, "iur_months_since_last_benefit": 59}, Reason.IUR_LT_60_SINCE_LAST, Certainty.OPEN),
    (WORKER, {"paid_months_last_24": 11}, Reason.IUR_LT_12_IN_24, Certainty.LAW),
    (OLD, {"consecutive_paid_months_before": 5}, Reason.IUR_NOT_6_CONSECUTIVE, Certainty.LAW),
    (WORKER, {"employed_again_on": date(2025, 8, 10)}, Reason.ALREADY_EMPLOYED, Certainty.LAW),
    (WORKER, {"claim_date": date(2026, 2, 2)}, Reason.LATE_CLAIM, Certainty.READING),
    (WORKER, {"claim_date": date(2026, 6, 2)}, Reason.LATE_CLAIM, Certainty.LAW),
    (WORKER, {"willing_to_work": False}, Reason.NOT_WILLING, Certainty.READING),
]


@pytest.mark.parametrize(("worker", "change", "reason", "certainty"), REFUSALS)
def test_a_failed_test_refuses_with_its_own_reason(worker, change, reason, certainty):
    found = decide(replace(worker, **change), None)

    assert (found.eligible, found.reason_code, found.payer) == (False, reason, Payer.NONE)
    assert (found.total, found.monthly_amounts, found.certainty) == (0, (), certainty)
    assert found.articles


RIGHTS = [
    (WORKER, {"birth_date": date(1970, 3, 15), "jkp_registration_date": date(2024, 3, 14)}, Certainty.READING),
    (OLD, {"enterprise_size": "micro", "programmes": WITHOUT_PENSION}, Certainty.LAW),
    (WORKER, {"enterprise_size": None}, Certainty.LAW),
    (WORKER, {"jkn_segment": "PBI", "consecutive_paid_months_before": 2}, Certainty.LAW),
    (WORKER, {"jkn_segment": None, "consecutive_paid_months_before": None}, Certainty.LAW),
    (OLD, {"paid_months_last_24": 12, "consecutive_paid_months_before": 6}, Certainty.LAW),
    (WORKER, {"contract_type": "PKWT", "contract_end_date": date(2025, 8, 2)}, Certainty.LAW),
    (WORKER, {"contract_type": None, "contract_end_date": date(2025, 8, 2)}, Certainty.LAW),
    (WORKER, {"previous_claims": 1, "iur_months_since_last_benefit": 60}, Certainty.OPEN),
    (WORKER, {"employed_again_on": date(2025, 9, 10)}, Certainty.READING),
    (WORKER, {"claim_date": date(2026, 2, 1)}, Certainty.READING),
    (WORKER, {"termination_cause": Cause.MISCONDUCT}, Certainty.READING),
    (WORKER, {"termination_cause": Cause.DISPUTE_DECISION}, Certainty.OPEN),
]


@pytest.mark.parametrize(("worker", "change", "certainty"), RIGHTS)
def test_what_only_looks_like_a_failure_is_a_right(worker, change, certainty):
    found = decide(replace(worker, **change), None)

    assert (found.eligible, found.reason_code, found.certainty) == (True, Reason.OK, certainty)


UNKNOWNS = [
    ({"nationality": None}, ("nationality",)),
    ({"segment": None}, ("segment",)),
    ({"registered_in_jkp": None}, ("registered_in_jkp",)),
    ({"jkp_registration_date": None}, ("jkp_registration_date",)),
    ({"birth_date": None, "jkp_registration_date": None}, ("birth_date", "jkp_registration_date")),
    ({"willing_to_work": None}, ("willing_to_work",)),
    ({"paid_months_last_24": None}, ("paid_months_last_24",)),
    ({"proof_ok": None, "reported_wage": None}, ("proof_ok", "reported_wage")),
    ({"termination_cause": None}, ("termination_cause",)),
    ({"termination_cause": Cause.FORCED_RESIGN}, ("termination_cause",)),
    ({"termination_date": None}, ("termination_date",)),
    ({"claim_date": None}, ("claim_date",)),
    ({"claim_date": None, "termination_date": None}, ("termination_date", "claim_date")),
    ({"claim_date": None, "employed_again_on": date(2025, 9, 1)}, ("claim_date",)),
    ({"programmes": None}, ("programmes",)),
    ({"programmes": WITHOUT_PENSION, "enterprise_size": None}, ("enterprise_size",)),
    ({"birth_date": None}, ("birth_date",)),
    ({"contract_type": None}, ("contract_type",)),
    ({"contract_type": None, "contract_end_date": date(2025, 8, 1)}, ("contract_type",)),
    ({"contract_type": "PKWT"}, ("contract_end_date",)),
    ({"previous_claims": None}, ("previous_claims",)),
    ({"previous_claims": 1}, ("iur_months_since_last_benefit",)),
    ({"arrears_months_consecutive": None}, ("arrears_months_consecutive",)),
    ({"arrears_months_consecutive": 5, "employer_bankrupt_or_closed": None}, ("employer_bankrupt_or_closed",)),
]


OLD_UNKNOWNS = [
    ({"jkn_segment": None}, ("jkn_segment",)),
    ({"consecutive_paid_months_before": None}, ("consecutive_paid_months_before",)),
]


@pytest.mark.parametrize(("change", "missing"), OLD_UNKNOWNS)
def test_what_only_the_old_text_asks_for_is_missing_only_under_it(change, missing):
    assert decide(replace(OLD, **change), None).missing == missing
    assert decide(replace(WORKER, **change), None).eligible is True


@pytest.mark.parametrize(("change", "missing"), UNKNOWNS)
def test_an_unknown_fact_is_named_and_never_a_refusal(change, missing):
    found = decide(replace(WORKER, **change), None)

    assert (found.eligible, found.reason_code, found.payer) == (None, Reason.FACT_MISSING, Payer.NONE)
    assert (found.missing, found.monthly_amounts, found.total) == (missing, (), 0)


def test_a_certain_failure_beats_an_unknown_that_comes_later():
    found = decide(replace(WORKER, termination_cause=Cause.RESIGN, paid_months_last_24=None), None)

    assert (found.eligible, found.reason_code) == (False, Reason.EXCLUDED_RESIGN)


def test_an_unknown_that_comes_earlier_keeps_the_answer_open_but_the_failure_is_named():
    found = decide(replace(WORKER, proof_ok=None, paid_months_last_24=3), None)

    assert (found.eligible, found.missing, found.failed) == (None, ("proof_ok",), (Reason.IUR_LT_12_IN_24,))


def test_all_failed_tests_are_shown_in_their_order():
    found = decide(replace(WORKER, willing_to_work=False, nationality="WNA", paid_months_last_24=0), None)

    assert found.failed == (Reason.NOT_WNI, Reason.IUR_LT_12_IN_24, Reason.NOT_WILLING)


def test_today_stands_for_a_claim_not_filed_yet():
    case = replace(WORKER, claim_date=None)

    assert decide(case, date(2026, 1, 5)).eligible is True
    assert decide(case, date(2026, 2, 2)).reason_code == Reason.LATE_CLAIM


def test_an_old_case_without_a_claim_date_is_not_refused_by_the_stricter_old_text():
    found = decide(replace(OLD, claim_date=None, jkn_segment="PBI", consecutive_paid_months_before=1), None)

    assert (found.eligible, found.regime, found.failed) == (None, Regime.PP37, ())


@pytest.mark.parametrize(
    ("arrears", "insolvent", "reason", "payer"),
    [
        (3, False, Reason.OK_ARREARS_BPJS_PAYS, Payer.BPJS_TK),
        (4, False, Reason.OK_EMPLOYER_PAYS_FIRST, Payer.EMPLOYER),
        (6, True, Reason.OK_ARREARS_39A, Payer.BPJS_TK),
        (7, True, Reason.OK_EMPLOYER_PAYS_FIRST, Payer.EMPLOYER),
        (7, False, Reason.OK_EMPLOYER_PAYS_FIRST, Payer.EMPLOYER),
    ],
)
def test_arrears_are_the_employers_fault_and_never_take_the_right(arrears, insolvent, reason, payer):
    case = replace(WORKER, arrears_months_consecutive=arrears, employer_bankrupt_or_closed=insolvent)

    found = decide(case, None)

    assert (found.eligible, found.reason_code, found.payer, found.total) == (True, reason, payer, 14_400_000)


def test_arrears_under_the_old_text_are_open_and_know_no_insolvency_rule():
    found = decide(replace(OLD, arrears_months_consecutive=5, employer_bankrupt_or_closed=True), None)

    assert (found.reason_code, found.certainty) == (Reason.OK_EMPLOYER_PAYS_FIRST, Certainty.OPEN)


def test_an_unregistered_worker_is_owed_the_lump_sum_by_the_employer():
    found = decide(replace(WORKER, registered_in_jkp=False, paid_months_last_24=0), None)

    assert (found.eligible, found.reason_code, found.payer) == (False, Reason.EMPLOYER_NOT_REGISTERED, Payer.EMPLOYER)
    assert (found.total, found.owed_by_employer) == (0, 14_400_000)


def test_an_unregistered_worker_who_resigned_is_owed_nothing():
    found = decide(replace(WORKER, registered_in_jkp=False, termination_cause=Cause.RESIGN), None)

    assert (found.payer, found.owed_by_employer) == (Payer.EMPLOYER, 0)


def test_what_an_unregistered_worker_is_owed_needs_the_wage():
    found = decide(replace(WORKER, registered_in_jkp=False, reported_wage=None), None)

    assert (found.eligible, found.owed_by_employer, found.missing) == (False, None, ("reported_wage",))


def test_what_an_unregistered_worker_is_owed_needs_the_day_where_two_texts_name_two_sums():
    found = decide(replace(OLD, registered_in_jkp=False, claim_date=None, eligibility_decision_date=None), None)

    assert (found.eligible, found.owed_by_employer, found.missing) == (False, None, ("claim_date",))


TRANSITION = [
    # ended, claimed, decided -> regime, deadline, total
    ((date(2024, 10, 20), date(2024, 11, 5), date(2024, 11, 8)), ("PP37_TO_PP6", date(2025, 1, 20), 14_000_000)),
    ((date(2025, 1, 6), date(2025, 1, 31), date(2025, 2, 7)), ("PP6", date(2025, 4, 6), 18_000_000)),
    ((date(2025, 1, 6), date(2025, 2, 3), date(2025, 2, 6)), ("PP37_TO_PP6", date(2025, 4, 6), 17_250_000)),
    ((date(2024, 11, 10), date(2025, 3, 1), None), ("PP6", date(2025, 5, 10), 18_000_000)),
    ((date(2024, 7, 1), date(2024, 8, 1), None), ("PP37", date(2024, 10, 1), 10_500_000)),
]


@pytest.mark.parametrize(("moments", "expected"), TRANSITION)
def test_the_day_of_the_decision_chooses_the_text(moments, expected):
    ended, claimed, decided = moments
    case = replace(WORKER, termination_date=ended, claim_date=claimed, eligibility_decision_date=decided)

    found = decide(replace(case, reported_wage=5_000_000), None)

    assert (found.regime, found.claim_deadline, found.total) == expected


def test_a_right_that_lapsed_before_the_change_is_not_revived():
    found = decide(replace(WORKER, termination_date=date(2024, 11, 6), claim_date=date(2025, 2, 20)), None)

    assert (found.reason_code, found.claim_deadline) == (Reason.LATE_CLAIM, date(2025, 2, 6))
    assert found.certainty is Certainty.READING
