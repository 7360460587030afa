"""The checklist by the way the work ended, and what of it is still missing."""

from datetime import date

import pytest

from jkp.declared import Declared, Fact, Source
from jkp.papers import OWN, Checklist, Issuer, Paper, Situation, situation
from jkp.rules.case import Cause

OWN_PAPERS = frozenset(item.paper for item in OWN)


def because(cause):
    return Declared(cause=Fact(cause, Source.WORKER, date(2026, 11, 1)))


def papers(checklist):
    return {item.paper for item in checklist.proof}


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        (Cause.EFFICIENCY, Situation.ACCEPTED),
        (Cause.MUTUAL_AGREEMENT, Situation.AGREED),
        (Cause.DISPUTE_DECISION, Situation.COURT),
        (Cause.FORCED_RESIGN, Situation.FORCED),
        (Cause.CLOSURE, Situation.GONE),
        (Cause.BANKRUPTCY, Situation.GONE),
    ],
)
def test_the_situation_follows_the_cause_until_the_worker_says_otherwise(cause, expected):
    assert situation(because(cause)) is expected
    assert situation(because(cause), Situation.AGREED) is Situation.AGREED


def test_without_a_cause_the_papers_of_an_accepted_termination_are_shown():
    assert situation(Declared()) is Situation.ACCEPTED


@pytest.mark.parametrize("chosen", [Situation.ACCEPTED, Situation.GONE])
def test_who_was_made_to_resign_stays_in_dispute_until_it_is_settled(chosen):
    assert situation(because(Cause.FORCED_RESIGN), chosen) is Situation.FORCED


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Situation.ACCEPTED, {Paper.ACCEPTANCE, Paper.REPORT_RECEIPT}),
        (Situation.AGREED, {Paper.JOINT_AGREEMENT, Paper.AGREEMENT_DEED, Paper.REPORT_RECEIPT}),
        (Situation.COURT, {Paper.COURT_DECISION}),
        (Situation.FORCED, {Paper.JOINT_AGREEMENT, Paper.COURT_DECISION}),
        (Situation.GONE, {Paper.ACCEPTANCE, Paper.REPORT_RECEIPT}),
    ],
)
def test_the_proof_depends_on_how_the_work_ended(where, expected):
    assert papers(Checklist(where)) == expected


def test_the_receipt_comes_from_the_manpower_office():
    receipt = next(item for item in Checklist(Situation.ACCEPTED).proof if item.paper is Paper.REPORT_RECEIPT)

    assert receipt.issuer is Issuer.DINAS


def test_of_deed_and_receipt_one_is_enough():
    have = OWN_PAPERS | {Paper.JOINT_AGREEMENT, Paper.REPORT_RECEIPT}

    found = Checklist(Situation.AGREED, have)

    assert found.gaps == ()
    assert found.is_proof_ticked


def test_what_is_missing_is_named_in_the_order_to_get_it_with_its_alternatives():
    gaps = Checklist(Situation.AGREED, frozenset({Paper.JOINT_AGREEMENT})).gaps

    assert [item.paper for item in gaps[0]] == [Paper.AGREEMENT_DEED, Paper.REPORT_RECEIPT]
    assert {item.paper for gap in gaps[1:] for item in gap} == OWN_PAPERS


def test_the_proof_is_complete_only_with_all_of_it():
    assert not Checklist(Situation.ACCEPTED, frozenset({Paper.REPORT_RECEIPT})).is_proof_ticked
    assert Checklist(Situation.ACCEPTED, frozenset({Paper.REPORT_RECEIPT, Paper.ACCEPTANCE})).is_proof_ticked


@pytest.mark.parametrize("where", [Situation.COURT, Situation.FORCED])
def test_a_paper_nobody_verified_is_ticked_but_proves_nothing_for_certain(where):
    found = Checklist(where, frozenset({Paper.COURT_DECISION}) | OWN_PAPERS)

    assert found.gaps == ()
    assert not found.is_proof_ticked


def test_who_said_that_the_proof_is_there_is_asked_only_for_their_own_papers():
    gaps = Checklist(Situation.ACCEPTED, proved=True).gaps

    assert {item.paper for gap in gaps for item in gap} == OWN_PAPERS
