"""decide() and month_outcome() over 20,000 cases at random: what must hold for every one of them."""

import os
from dataclasses import fields, replace

import pytest
from dice import USUAL, a_case, a_day, a_month, seeded

from jkp.rules.case import Case, Cause, Certainty
from jkp.rules.duties import month_outcome
from jkp.rules.eligibility import decide
from jkp.rules.reasons import MonthReason, Payer, Reason, Regime

COUNT = int(os.environ.get("KERJALAGI_RANDOM_CASES", "20000"))  # fewer while mutants are tried, see MUTANTS.md
INPUTS = {each.name for each in fields(Case)}
NONE_MEANS_NONE = {"employed_again_on", "eligibility_decision_date"}  # not known there means "there is none"
CEILING = 3_000_000


@pytest.fixture(scope="session")
def decided():
    dice = seeded(20261122)
    cases = [a_case(dice) for _ in range(COUNT)]
    return [(case, decide(case, None)) for case in cases]


def test_every_case_is_decided_one_way_or_the_other(decided):
    outcomes = {each: sum(found.eligible is each for _case, found in decided) for each in (True, False, None)}

    assert sum(outcomes.values()) == COUNT
    assert min(outcomes.values()) > COUNT // 20, outcomes  # the dice reach all three often


def test_every_reason_and_every_regime_comes_up(decided):
    assert {found.reason_code for _case, found in decided} == {each.value for each in Reason}
    assert {found.regime for _case, found in decided} == {each.value for each in Regime}


def test_reason_payer_and_amounts_agree(decided):
    for case, found in decided:
        assert found.total == sum(found.monthly_amounts), case
        assert (found.eligible is None) == (found.reason_code == Reason.FACT_MISSING), case
        assert (found.eligible is True) == found.reason_code.startswith("OK"), case
        assert (found.eligible is True) == bool(found.benefit_months), case
        assert (found.payer == Payer.NONE) == (found.eligible is None or _plainly_refused(found)), case
        assert found.eligible is not False or found.reason_code == found.failed[0], case


def _plainly_refused(found):
    return found.eligible is False and found.reason_code != Reason.EMPLOYER_NOT_REGISTERED


def test_no_amount_is_above_the_ceiling_or_below_nothing(decided):
    for case, found in decided:
        assert all(0 <= each <= CEILING for each in found.monthly_amounts), case
        assert 0 <= (found.owed_by_employer or 0) <= 6 * CEILING, case
        assert 0 <= found.benefit_base <= 5_000_000, case
        assert len(found.monthly_amounts) in {0, 6}, case


def test_what_is_missing_is_named_by_its_input_and_only_then(decided):
    for case, found in decided:
        assert set(found.missing) <= INPUTS, case
        assert found.eligible is not None or found.missing, case
        assert not found.missing or found.eligible is not True, case
        given = {name for name in found.missing if getattr(case, name) is not None}
        assert given <= {"termination_cause"}, case  # a forced resignation is given and yet not decided


def test_every_answer_rests_on_an_article(decided):
    for case, found in decided:
        only_money = {"arrears_months_consecutive", "employer_bankrupt_or_closed", "reported_wage"}
        assert found.articles or set(found.missing) <= only_money, case
        assert len(set(found.articles)) == len(found.articles), case
        assert found.certainty in Certainty, case


def test_telling_what_is_missing_ends_the_waiting(decided):
    """A fact is missing exactly where it decides: told well, the answer is a right, or a refusal already named."""
    for case, found in decided:
        if found.eligible is not None:
            continue
        known, told = found, case
        for _question in range(6):
            if known.eligible is not None:
                break
            told = replace(told, **{name: _good(name, told) for name in known.missing})
            known = decide(told, None)
        assert known.eligible is (not known.failed), case
        assert set(found.failed) <= set(known.failed), case


def _good(name, case):
    if name == "claim_date":
        return case.termination_date or USUAL.claim_date
    if name == "termination_date":
        return case.claim_date or USUAL.termination_date
    if name == "iur_months_since_last_benefit":
        return 60
    if name == "contract_end_date":
        return USUAL.termination_date.replace(year=2200)
    return getattr(USUAL, name)


def test_a_refusal_stands_whatever_else_becomes_known(decided):
    dice = seeded(7)
    for case, found in decided:
        if found.eligible is not False:
            continue
        other = a_case(dice)
        unknown = [name for name in INPUTS - NONE_MEANS_NONE if getattr(case, name) is None]
        told = replace(case, **{name: getattr(other, name) for name in unknown})
        if told.claim_date and told.termination_date and told.claim_date < told.termination_date:
            continue  # nobody claims before the work has ended
        after = decide(told, None)
        assert (after.eligible, after.reason_code) == (False, found.reason_code), (case, told)


def test_more_paid_months_never_lower_a_right(decided):
    for case, found in decided[::4]:
        if case.paid_months_last_24 is None:
            continue
        more = decide(replace(case, paid_months_last_24=case.paid_months_last_24 + 1), None)
        assert more.total >= found.total, case
        assert set(more.failed) <= set(found.failed), case


def test_an_earlier_claim_is_never_later_for_the_same_text(decided):
    for case, found in decided:
        if found.eligible is True and case.claim_date is not None and case.termination_date is not None:
            assert case.claim_date <= found.claim_deadline, case


def test_the_day_stands_for_a_claim_that_is_not_filed_yet():
    dice = seeded(11)
    for _ in range(COUNT // 10):
        case, day = replace(a_case(dice), claim_date=None), a_day(dice)
        assert decide(case, day) == decide(replace(case, claim_date=day), None), (case, day)


def test_a_forced_resignation_is_never_decided_by_us():
    dice = seeded(12)
    for _ in range(COUNT // 10):
        found = decide(replace(a_case(dice), termination_cause=Cause.FORCED_RESIGN), None)
        assert found.eligible is not True
        assert not {each for each in found.failed if each.startswith("EXCLUDED")}
        assert not found.owed_by_employer


RANK = {False: 0, None: 1, True: 2}


def test_more_applications_or_calls_never_lower_a_month():
    dice = seeded(13)
    for _ in range(COUNT // 2):
        facts = a_month(dice)
        found = month_outcome(facts)
        assert (found.pay is None) == (found.reason_code in _OPEN), facts
        assert bool(found.missing) == (found.reason_code is MonthReason.FACT_MISSING), facts
        for name in ("applications", "interview_or_test_calls"):
            count = getattr(facts, name)
            if count is not None:
                more = month_outcome(replace(facts, **{name: count + 1}))
                assert RANK[more.pay] >= RANK[found.pay], (facts, name)


_OPEN = {MonthReason.FACT_MISSING, MonthReason.REVIEW_ATTENDANCE_LT_80_JOBSEARCH_OK}


def test_forgetting_a_fact_never_refuses_a_month():
    dice = seeded(14)
    names = [each.name for each in fields(a_month(dice)) if each.name not in {"regime", "month_no", "on"}]
    for _ in range(COUNT // 4):
        facts = a_month(dice)
        found = month_outcome(facts)
        for name in names:
            forgotten = month_outcome(replace(facts, **{name: None}))
            assert forgotten.pay is not False or found.pay is False, (facts, name)
