"""What each test of a right says of itself: the row it tested, its article, how sure it is, what it still needs."""

from dataclasses import replace
from datetime import date

import pytest
from dice import USUAL

from jkp.rules.case import Cause, Certainty
from jkp.rules.conditions import examine
from jkp.rules.eligibility import decide
from jkp.rules.reasons import Reason
from jkp.rules.regulation import PARAMETERS, Mark, Rule, in_force, using
from jkp.rules.timing import possible_timings

DAY, LATER = date(2025, 8, 1), date(2025, 12, 31)
OLD = replace(USUAL, termination_date=date(2024, 4, 1), claim_date=date(2024, 4, 20))
TESTED = {
    Reason.NOT_WNI: Rule.NATIONALITY,
    Reason.NO_EMPLOYMENT_RELATION: Rule.RELATION,
    Reason.EMPLOYER_NOT_REGISTERED: Rule.REGISTRATION,
    Reason.AGE_54_AT_REGISTRATION: Rule.AGE_AT_REGISTRATION,
    Reason.PROGRAMMES_INCOMPLETE: Rule.PROGRAMMES_LARGE,
    Reason.JKN_NOT_PPU: Rule.JKN_SEGMENTS,
    Reason.EXCLUDED_RESIGN: Rule.EXCLUDED_CAUSES,
    Reason.PKWT_EXPIRED: Rule.FIXED_TERM,
    Reason.PROOF_MISSING: Rule.PROOF,
    Reason.CLAIM_LIMIT_REACHED: Rule.LIFETIME_CLAIMS,
    Reason.IUR_LT_60_SINCE_LAST: Rule.MONTHS_BETWEEN_CLAIMS,
    Reason.IUR_LT_12_IN_24: Rule.PAID_MONTHS,
    Reason.IUR_NOT_6_CONSECUTIVE: Rule.CONSECUTIVE_MONTHS,
    Reason.ALREADY_EMPLOYED: Rule.RE_EMPLOYMENT,
    Reason.LATE_CLAIM: Rule.CLAIM_MONTHS,
    Reason.NOT_WILLING: Rule.WILLINGNESS,
}


def findings(worker, **changes):
    """Every finding about a worker, by its code."""
    case = replace(worker, **changes)
    return {each.code: each for each in examine(case, possible_timings(case, None))}


@pytest.mark.parametrize("worker", [USUAL, OLD])
def test_each_test_carries_the_row_of_its_day_and_that_rows_article(worker):
    found = findings(worker)

    assert {code: each.row for code, each in found.items()} == {
        code: in_force(rule, worker.claim_date) for code, rule in TESTED.items()
    }
    assert [each.article for each in found.values()] == [each.row.article for each in found.values()]
    assert {each.missing for each in found.values()} == {()}


def test_a_right_names_every_article_once_in_the_order_of_the_tests():
    assert decide(OLD, None).articles == (
        "PP 37/2021 Art 4(2)a",
        "PP 37/2021 Art 4(2)c",
        "PP 37/2021 Art 37",
        "PP 37/2021 Art 4(2)b",
        "PP 37/2021 Art 4(3)a",
        "PP 37/2021 Art 4",
        "PP 37/2021 Art 20(1)",
        "PP 37/2021 Art 20(2)",
        "PP 37/2021 Art 20(3)",
        "PP 37/2021",
        "PP 37/2021 Art 19(3)",
        "PP 37/2021 Art 40",
        "PP 37/2021 Art 19",
        "PP 37/2021 Art 21",
    )


@pytest.mark.parametrize(
    ("arrears", "insolvent", "article"),
    [
        (2, False, "PP 6/2025 Art 39(1)-(3)"),
        (5, True, "PP 6/2025 Art 39A(1)"),
        (5, False, "PP 6/2025 Art 39(1)-(3)"),
    ],
)
def test_months_of_arrears_add_the_article_that_says_who_pays(arrears, insolvent, article):
    worker = replace(USUAL, arrears_months_consecutive=arrears, employer_bankrupt_or_closed=insolvent)

    assert set(decide(worker, None).articles) - set(decide(USUAL, None).articles) == {article}


@pytest.mark.parametrize(
    ("changes", "certainty", "article"),
    [
        ({"termination_cause": Cause.FORCED_RESIGN}, Certainty.READING, "PP 37/2021 Art 20(1)"),
        ({"termination_cause": Cause.DISPUTE_DECISION, "proof_ok": None}, Certainty.OPEN, "Permenaker 2/2025 Art 9(3)"),
        ({"previous_claims": 2}, Certainty.OPEN, "PP 37/2021"),
        ({"paid_months_last_24": None}, Certainty.LAW, "PP 6/2025 Art 19(3)"),
    ],
)
def test_an_open_answer_rests_on_the_tests_that_wait(changes, certainty, article):
    found = decide(replace(USUAL, **changes), None)

    assert (found.eligible, found.certainty, found.articles) == (None, certainty, (article,))


@pytest.mark.parametrize(
    ("claimed", "eligible", "certainty"),
    [
        (date(2026, 1, 26), True, Certainty.LAW),
        (date(2026, 1, 27), True, Certainty.READING),
        (date(2026, 2, 6), False, Certainty.READING),
        (date(2026, 2, 7), False, Certainty.LAW),
    ],
)
def test_within_five_days_of_the_deadline_the_way_of_counting_could_decide(claimed, eligible, certainty):
    found = findings(USUAL, claim_date=claimed)[Reason.LATE_CLAIM]  # the deadline is 1 February 2026

    assert (found.ok, found.certainty) == (eligible, certainty)


@pytest.mark.parametrize(
    ("ended", "claimed", "certainty"),
    [
        (date(2025, 1, 20), date(2025, 2, 7), Certainty.READING),
        (date(2025, 1, 20), date(2025, 2, 6), Certainty.LAW),
        (date(2025, 2, 7), date(2025, 2, 20), Certainty.LAW),
        (date(2025, 2, 6), date(2025, 2, 20), Certainty.READING),
        (date(2024, 11, 8), date(2025, 2, 3), Certainty.READING),  # five days before the three months end
        (date(2024, 11, 9), date(2025, 2, 3), Certainty.LAW),
    ],
)
def test_a_claim_time_that_was_amended_on_the_way_is_our_reading(ended, claimed, certainty):
    found = findings(USUAL, termination_date=ended, claim_date=claimed)[Reason.LATE_CLAIM]

    assert (found.ok, found.certainty) == (True, certainty)


def test_a_claim_in_time_is_no_surer_than_the_row_that_sets_the_time():
    unsure = replace(in_force(Rule.CLAIM_MONTHS, DAY), since=date(2025, 3, 1), mark=Mark.UNVERIFIED)

    with using((*PARAMETERS, unsure)):
        assert findings(USUAL)[Reason.LATE_CLAIM].certainty is Certainty.OPEN
    assert findings(USUAL)[Reason.LATE_CLAIM].certainty is Certainty.LAW


def test_without_any_day_every_text_that_can_be_meant_is_a_guess():
    undated = replace(USUAL, claim_date=None, termination_date=date(2024, 4, 1))

    assert [each.certain for each in possible_timings(undated, None)[:2]] == [False, False]
    assert [each.certain for each in possible_timings(replace(undated, termination_date=None), None)[:1]] == [False]
    assert [each.certain for each in possible_timings(undated, DAY)] == [True]


@pytest.mark.parametrize(
    ("born", "certainty"),
    [(date(1971, 8, 1), Certainty.READING), (date(1971, 8, 2), Certainty.LAW)],  # 54 on the last day, or the day after
)
def test_an_age_of_54_only_at_the_end_of_the_work_is_a_right_by_our_reading(born, certainty):
    found = findings(USUAL, birth_date=born)[Reason.AGE_54_AT_REGISTRATION]

    assert (found.ok, found.certainty) == (True, certainty)


@pytest.mark.parametrize(
    ("employed", "claimed", "expected"),
    [
        (date(2025, 8, 20), date(2025, 8, 20), (False, Certainty.LAW, ())),
        (date(2025, 8, 21), date(2025, 8, 20), (True, Certainty.READING, ())),
        (None, date(2025, 8, 20), (True, Certainty.LAW, ())),
        (date(2025, 8, 21), None, (None, Certainty.LAW, ("claim_date",))),
        (None, None, (True, Certainty.LAW, ())),
    ],
)
def test_a_new_job_counts_by_the_day_it_begins(employed, claimed, expected):
    found = findings(USUAL, employed_again_on=employed, claim_date=claimed)[Reason.ALREADY_EMPLOYED]

    assert (found.ok, found.certainty, found.missing) == expected


CONTRACTS = [
    # type, agreed end, end of the work -> passed, missing, certainty
    (("PKWT", LATER, DAY), (True, (), Certainty.LAW)),
    (("PKWT", DAY, DAY), (False, (), Certainty.READING)),
    ((None, LATER, DAY), (True, (), Certainty.LAW)),
    ((None, DAY, DAY), (None, ("contract_type",), Certainty.LAW)),
    ((None, None, None), (None, ("contract_type",), Certainty.LAW)),
    (("PKWT", None, DAY), (None, ("contract_end_date",), Certainty.LAW)),
    (("PKWT", LATER, None), (None, ("termination_date",), Certainty.LAW)),
    (("PKWT", None, None), (None, ("contract_end_date", "termination_date"), Certainty.LAW)),
    (("PKWTT", DAY, DAY), (True, (), Certainty.LAW)),
]


@pytest.mark.parametrize(("contract", "expected"), CONTRACTS)
def test_a_fixed_term_must_be_cut_short(contract, expected):
    kind, agreed, ended = contract

    found = findings(USUAL, contract_type=kind, contract_end_date=agreed, termination_date=ended)[Reason.PKWT_EXPIRED]

    assert (found.ok, found.missing, found.certainty) == expected


@pytest.mark.parametrize(
    ("claims", "months", "expected"),
    [
        (0, None, (True, (), Certainty.LAW)),
        (None, 60, (True, (), Certainty.LAW)),
        (None, 59, (None, ("previous_claims",), Certainty.LAW)),
        (None, None, (None, ("previous_claims",), Certainty.LAW)),
        (1, None, (None, ("iur_months_since_last_benefit",), Certainty.OPEN)),
        (1, 60, (True, (), Certainty.OPEN)),
        (1, 59, (False, (), Certainty.OPEN)),
    ],
)
def test_sixty_months_lie_between_two_benefits(claims, months, expected):
    changes = {"previous_claims": claims, "iur_months_since_last_benefit": months}

    found = findings(USUAL, **changes)[Reason.IUR_LT_60_SINCE_LAST]

    assert (found.ok, found.missing, found.certainty) == expected


@pytest.mark.parametrize(
    ("size", "programmes", "expected"),
    [
        (None, ("JKN", "JKK", "JHT", "JKM"), (None, ("enterprise_size",))),
        (None, ("JKN", "JKK", "JHT", "JP"), (False, ())),
        (None, None, (None, ("programmes",))),
        ("small", ("JKN", "JKK", "JHT", "JKM"), (True, ())),
        ("medium", ("JKN", "JKK", "JHT", "JKM"), (False, ())),
    ],
)
def test_the_size_matters_only_where_the_pension_is_all_that_lacks(size, programmes, expected):
    found = findings(USUAL, enterprise_size=size, programmes=programmes)[Reason.PROGRAMMES_INCOMPLETE]

    assert (found.ok, found.missing) == expected


@pytest.mark.parametrize(
    ("size", "programmes", "article"),
    [
        ("micro", ("JHT",), "PP 37/2021 Art 4(3)b"),
        ("small", None, "PP 37/2021 Art 4(3)b"),
        ("medium", ("JHT",), "PP 37/2021 Art 4(3)a"),
        (None, ("JHT",), "PP 37/2021 Art 4(3)a"),
    ],
)
def test_the_programmes_asked_of_a_small_enterprise_stand_in_a_letter_of_their_own(size, programmes, article):
    found = findings(OLD, enterprise_size=size, programmes=programmes)[Reason.PROGRAMMES_INCOMPLETE]

    assert (found.article, found.row.article) == (article, article)


def test_texts_that_disagree_wait_for_the_claim_date_and_say_what_else_is_missing():
    found = findings(OLD, claim_date=None, jkn_segment=None, consecutive_paid_months_before=5)

    assert (found[Reason.JKN_NOT_PPU].ok, found[Reason.JKN_NOT_PPU].missing) == (None, ("jkn_segment", "claim_date"))
    assert found[Reason.IUR_NOT_6_CONSECUTIVE].missing == ("claim_date",)
    assert (found[Reason.IUR_LT_12_IN_24].ok, found[Reason.IUR_LT_12_IN_24].missing) == (True, ())
