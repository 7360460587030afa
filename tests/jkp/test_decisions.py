"""`kerjalagi decide`: written cases in, outcomes out; every bad value is named and nothing falls over."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jkp.decisions import CasesError, decide_cases

CASE = """
- id: K1
  kind: eligibility
  input:
    nationality: WNI
    segment: PU
    birth_date: 1991-03-04
    jkp_registration_date: 2022-05-01
    registered_in_jkp: true
    enterprise_size: medium
    programmes: [JKN, JKK, JHT, JP, JKM]
    jkn_segment: PPU
    contract_type: PKWTT
    termination_date: 2026-06-10
    termination_cause: closure
    proof_ok: true
    paid_months_last_24: 18
    arrears_months_consecutive: 0
    employer_bankrupt_or_closed: false
    previous_claims: 0
    willing_to_work: true
    claim_date: 2026-07-01
    reported_wage: 4300000
"""


def _one(kind, **values):
    (outcome,) = decide_cases(yaml.safe_dump({"cases": [{"id": "K1", "kind": kind, "input": values}]}))
    return outcome


def test_an_eligibility_case_is_written_out_with_everything_that_was_asked():
    (outcome,) = decide_cases("cases:" + CASE)

    assert outcome.result == {
        "id": "K1",
        "kind": "eligibility",
        "regime": "PP6",
        "eligible": True,
        "reason_code": "OK",
        "payer": "BPJS_TK",
        "claim_deadline": "2026-12-10",
        "benefit_base": 4_300_000,
        "benefit_months": 6,
        "monthly_amounts": [2_580_000] * 6,
        "total": 15_480_000,
        "missing": [],
        "failed": [],
        "certainty": "law",
        "articles": outcome.result["articles"],
        "owed_by_employer": 0,
    }


def test_without_a_claim_date_a_file_is_not_decided_by_the_day_it_is_read():
    (outcome,) = decide_cases("cases:" + CASE.replace("claim_date: 2026-07-01", "claim_date: null"))

    assert (outcome.result["eligible"], outcome.result["missing"]) == (None, ["claim_date"])


EVERY_KIND = [
    (
        "monthly",
        {"regime": "PP6", "month_no": 2, "employed_again": False, "in_training": False, "applications": 5},
        {"pay": True, "reason_code": "PAY", "failed": []},
    ),
    (
        "window",
        {"first_claim_date": "2024-03-10", "month_no": 6, "holidays": []},
        {"opens": "2024-09-02", "closes": "2024-09-09", "certainty": "reading"},
    ),
    (
        "working_days",
        {"event_date": "2025-08-14", "working_days": 3, "holidays": ["2025-08-18"]},
        {"last_day": "2025-08-20"},
    ),
    ("contribution", {"month": "2024-06", "reported_wage": 7_000_000}, {"total": 23_000, "worker": 0}),
    ("contribution", {"month": "2025-02-10", "reported_wage": 4_000_000}, {"total": 14_400, "certainty": "reading"}),
    ("pmi_contribution", {"channel": "perseorangan", "contract_months": 18}, {"total": None, "certainty": "open"}),
    (
        "pmi_jkp",
        {"worker": "PMI", "event": "phk_not_work_accident"},
        {"jkp_eligible": False, "reason_code": "PMI_NOT_COVERED", "other_benefit": "BANTUAN_PHK", "amount": 1_500_000},
    ),
]


@pytest.mark.parametrize(("kind", "values", "expected"), EVERY_KIND)
def test_every_kind_is_decided(kind, values, expected):
    result = _one(kind, **values).result

    assert {key: result[key] for key in expected} == expected
    assert {"certainty", "articles", "failed"} <= set(result)


BAD = [
    ("eligibility", {"paid_months_last_24": "many"}, "input.paid_months_last_24"),
    ("eligibility", {"paid_months_last_24": -1}, "input.paid_months_last_24"),
    ("eligibility", {"paid_months_last_24": True}, "input.paid_months_last_24"),
    ("eligibility", {"termination_cause": "fired"}, "input.termination_cause"),
    ("eligibility", {"termination_date": "2025-02-30"}, "input.termination_date"),
    ("eligibility", {"termination_date": "0001-01-01"}, "input.termination_date"),
    ("eligibility", {"termination_date": 20250101}, "input.termination_date"),
    ("eligibility", {"proof_ok": "yes"}, "input.proof_ok"),
    ("eligibility", {"programmes": "JKN"}, "input.programmes"),
    ("eligibility", {"programmes": ["JKX"]}, "input.programmes"),
    ("eligibility", {"nationality": 5}, "input.nationality"),
    ("eligibility", {"paid_months": 12}, "input.paid_months: not a known key"),
    ("monthly", {"regime": "PP99", "month_no": 2}, "input.regime"),
    ("monthly", {"month_no": 2}, "input.regime: required"),
    ("monthly", {"regime": "PP6", "month_no": 7}, "input.month_no"),
    ("monthly", {"regime": "PP6", "month_no": 2, "training_attendance_pct": 101}, "input.training_attendance_pct"),
    ("window", {"first_claim_date": "2024-03-10", "month_no": 1}, "input.month_no"),
    ("window", {"first_claim_date": "2024-03-10", "month_no": 2, "holidays": "none"}, "input.holidays"),
    ("working_days", {"event_date": "2025-01-01", "working_days": 3, "holidays": ["soon"]}, "input.holidays"),
    ("working_days", {"event_date": "2025-01-01"}, "input.working_days: required"),
    ("contribution", {"month": "2024", "reported_wage": 1}, "input.month"),
    ("contribution", {"month": "2020-12", "reported_wage": 1}, "input.month"),
    ("contribution", {"reported_wage": 1}, "input.month: required"),
    ("pmi_contribution", {"channel": "perseorangan", "contract_months": 0}, "input.contract_months"),
    ("pmi_jkp", {"worker": "PU", "event": "death"}, "input.worker"),
    ("pmi_jkp", {"worker": "PMI", "event": "x" * 99}, "input.event"),
]


@pytest.mark.parametrize(("kind", "values", "problem"), BAD)
def test_a_bad_value_is_named_by_its_key(kind, values, problem):
    outcome = _one(kind, **values)

    assert outcome.result is None
    assert outcome.id == "K1"
    assert any(each.startswith(problem) for each in outcome.problems)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("cases: [3]", "expected a mapping"),
        ("cases: [{id: K1, kind: guess, input: {}}]", "kind: expected one of"),
        ("cases: [{id: K1, kind: monthly}]", "input: expected a mapping"),
        ("cases: [{kind: monthly, input: {}}]", "id: required"),
    ],
)
def test_an_unreadable_case_says_why(text, problem):
    (outcome,) = decide_cases(text)

    assert outcome.result is None
    assert any(each.startswith(problem) for each in outcome.problems)


def test_one_bad_case_does_not_stop_the_others():
    outcomes = decide_cases("cases:" + CASE + CASE.replace("K1", "K2").replace("closure", "fired"))

    assert [(each.id, each.result is None) for each in outcomes] == [("K1", False), ("K2", True)]


@pytest.mark.parametrize("text", ["", "[]", "cases: 3", "cases: [", "a: b: c", "cases: !!python/object:os.system []"])
def test_a_file_that_is_no_list_of_cases_is_refused_as_a_whole(text):
    with pytest.raises(CasesError):
        decide_cases(text)


@pytest.mark.parametrize("text", ["cases: " + "[" * 200_000, "cases: " + "{a: " * 200_000])
def test_a_file_nested_without_end_is_refused_and_ends_nothing(text):
    with pytest.raises(CasesError, match="nested"):
        decide_cases(text)


def test_a_value_that_aliases_blow_up_is_not_written_out():
    bomb = "a: &a0 [x, x]\n" + "".join(f"b{n}: &a{n + 1} [*a{n}, *a{n}]\n" for n in range(40))
    case = "cases: [{id: K1, kind: eligibility, input: {nationality: *a40, programmes: {a: b}}}]\n"

    (outcome,) = decide_cases(bomb + case)

    assert [each.partition("found ")[2] for each in outcome.problems] == ["a list", "a mapping"]


scalars = st.none() | st.booleans() | st.integers(-(10**6), 10**9) | st.text(max_size=12) | st.just("2025-03-04")


@given(
    st.sampled_from(["eligibility", "monthly", "window", "working_days", "contribution", "pmi_contribution"]),
    st.dictionaries(st.sampled_from(["termination_date", "month_no", "working_days", "channel", "month"]), scalars),
)
def test_no_value_ever_breaks_the_command(kind, values):
    outcome = _one(kind, **values)

    assert (outcome.result is None) == bool(outcome.problems)
