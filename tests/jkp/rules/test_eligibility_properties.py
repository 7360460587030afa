"""decide() over any case at all: what must always hold."""

from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jkp.rules.case import Case, Cause
from jkp.rules.eligibility import decide
from jkp.rules.reasons import Payer, Reason

ALL_FIVE = ("JKN", "JKK", "JHT", "JP", "JKM")
days = st.dates(date(2019, 1, 1), date(2040, 12, 31))


def _maybe(strategy):
    return st.none() | strategy


@st.composite
def cases(draw):
    """Any case at all, known and unknown facts mixed."""
    return Case(
        nationality=draw(_maybe(st.sampled_from(["WNI", "WNA"]))),
        segment=draw(_maybe(st.sampled_from(["PU", "PU", "BPU", "PMI", "PNS"]))),
        birth_date=draw(_maybe(st.dates(date(1950, 1, 1), date(2008, 1, 1)))),
        jkp_registration_date=draw(_maybe(days)),
        registered_in_jkp=draw(_maybe(st.booleans())),
        enterprise_size=draw(_maybe(st.sampled_from(["micro", "small", "medium", "large"]))),
        programmes=draw(_maybe(st.lists(st.sampled_from(ALL_FIVE), unique=True).map(tuple))),
        jkn_segment=draw(_maybe(st.sampled_from(["PPU", "PBI", "PBPU", "NONE"]))),
        contract_type=draw(_maybe(st.sampled_from(["PKWT", "PKWTT"]))),
        contract_end_date=draw(_maybe(days)),
        termination_date=draw(_maybe(days)),
        termination_cause=draw(_maybe(st.sampled_from(Cause))),
        proof_ok=draw(_maybe(st.booleans())),
        paid_months_last_24=draw(_maybe(st.integers(0, 25))),
        consecutive_paid_months_before=draw(_maybe(st.integers(0, 60))),
        arrears_months_consecutive=draw(_maybe(st.integers(0, 12))),
        employer_bankrupt_or_closed=draw(_maybe(st.booleans())),
        previous_claims=draw(_maybe(st.integers(0, 4))),
        iur_months_since_last_benefit=draw(_maybe(st.integers(0, 120))),
        employed_again_on=draw(_maybe(days)),
        willing_to_work=draw(_maybe(st.booleans())),
        claim_date=draw(_maybe(days)),
        eligibility_decision_date=draw(_maybe(days)),
        reported_wage=draw(_maybe(st.integers(0, 20_000_000))),
    )


@given(cases(), _maybe(days))
def test_every_case_is_decided_and_its_parts_agree(case, day):
    found = decide(case, day)

    assert found.total == sum(found.monthly_amounts)
    assert (found.eligible is True) == (found.payer != Payer.NONE and not found.failed)
    assert (found.eligible is None) == (found.reason_code == Reason.FACT_MISSING)
    assert found.eligible is not False or found.reason_code == found.failed[0]
    assert found.eligible is not None or found.missing


@given(cases(), st.sampled_from([each.name for each in fields(Case)]))
def test_forgetting_a_fact_never_makes_a_refusal(case, field):
    if field in {"employed_again_on", "eligibility_decision_date"}:  # none there means "there is none"
        return
    known, forgotten = decide(case, None), decide(replace(case, **{field: None}), None)

    assert forgotten.eligible is not False or known.eligible is False


@given(cases(), st.integers(0, 25), st.integers(0, 25))
def test_more_paid_months_never_lower_a_right(case, one, two):
    fewer, more = (decide(replace(case, paid_months_last_24=each), None) for each in sorted((one, two)))

    assert more.total >= fewer.total
    assert set(more.failed) <= set(fewer.failed)


@given(cases(), st.permutations(ALL_FIVE))
def test_the_order_of_the_programmes_does_not_matter(case, programmes):
    held = case.programmes or ()
    shuffled = tuple(each for each in programmes if each in held)

    assert decide(replace(case, programmes=held), None) == decide(replace(case, programmes=shuffled), None)
