"""Where a claim stands: one actor a stage, a cure for every refusal, the right window."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jkp import claims
from jkp.claims import Actor, Stage, Step
from jkp.declared import Days, Declared, Fact, Months, Refusal, Source
from jkp.monthly import search_period, window_of
from jkp.outlook import outlook
from jkp.rules.case import Case, Cause, Certainty
from jkp.rules.cures import Cure, Office

DAY = date(2026, 11, 23)  # a Monday
FIVE = tuple((date(2026, 11, 1) + timedelta(days=number), "application") for number in range(5))


def told(said, on=DAY):
    return Fact(said, Source.WORKER, on)


ENDED = Declared(
    last_day=told(Days(date(2026, 11, 2), date(2026, 11, 2))),
    cause=told(Cause.EFFICIENCY),
    paid_months=told(Months(12, None)),
)
FILED = replace(ENDED, claim_date=told(date(2026, 10, 26)), last_day=told(Days(date(2026, 10, 1), date(2026, 10, 1))))
PAID = replace(FILED, paid_through_month=told(1))


def position(declared, searches, day, holidays=frozenset(), checked=Case()):  # noqa: B008 - frozen
    return claims.position(declared, outlook(declared, day, checked), searches, day, holidays)


def _place(declared, day=DAY, searches=()):
    found = position(declared, searches, day)
    return found.stage, found.actor, found.next_step


PLACES = [
    (Declared(), (Stage.UNKNOWN, Actor.WORKER, Step.TELL_LAST_DAY)),
    (ENDED, (Stage.UNKNOWN, Actor.WORKER, Step.ASK_REPORT_RECEIPT)),
    (replace(ENDED, reported=told(said=False)), (Stage.PHK_NOT_REPORTED, Actor.EMPLOYER, Step.SELF_REPORT)),
    (
        replace(ENDED, reported=told(said=False), last_day=told(Days(date(2026, 11, 20), date(2026, 11, 20)))),
        (Stage.PHK_NOT_REPORTED, Actor.EMPLOYER, Step.ASK_REPORT_RECEIPT),
    ),
    (replace(ENDED, reported=told(said=True)), (Stage.PHK_REPORTED, Actor.WORKER, Step.FILE_CLAIM)),
    (
        replace(ENDED, reported_on=told(date(2026, 11, 5)), proof=told(said=False)),
        (Stage.PHK_REPORTED, Actor.WORKER, Step.GET_PROOF),
    ),
    (replace(ENDED, cause=told(Cause.FORCED_RESIGN)), (Stage.DISPUTED, Actor.MEDIATOR, Step.ASK_MEDIATOR)),
    (replace(ENDED, cause=told(Cause.RESIGN)), (Stage.NO_RIGHT, Actor.NOBODY, Step.ASK_OFFICE)),
    (
        replace(ENDED, last_day=told(Days(date(2026, 1, 2), date(2026, 1, 2)))),
        (Stage.STOPPED_DEADLINE, Actor.WORKER, Step.ASK_LATE),
    ),
    (replace(FILED, claim_date=told(date(2026, 11, 19))), (Stage.VERIFYING, Actor.BPJS_TK, Step.WAIT)),
    (FILED, (Stage.VERIFYING, Actor.BPJS_TK, Step.ASK_BPJS)),
    (PAID, (Stage.PAID, Actor.WORKER, Step.DO_APPLICATIONS)),
    (replace(FILED, paid_through_month=told(6)), (Stage.FINISHED, Actor.NOBODY, Step.NOTHING)),
    (replace(ENDED, paid_through_month=told(2)), (Stage.PAID, Actor.WORKER, Step.TELL_CLAIM_DATE)),
    (replace(PAID, employed_again_on=told(DAY)), (Stage.STOPPED_EMPLOYED, Actor.NOBODY, Step.TELL_NEW_JOB)),
    (replace(PAID, employed_again_on=told(date(2026, 12, 1))), (Stage.PAID, Actor.WORKER, Step.DO_APPLICATIONS)),
]


@pytest.mark.parametrize(("declared", "expected"), PLACES)
def test_a_claim_has_one_stage_one_actor_and_one_next_step(declared, expected):
    assert _place(declared) == expected


def test_the_wait_is_counted_against_the_published_time():
    found = position(FILED, (), DAY)

    assert (found.since, found.waited_working_days, found.overdue) == (date(2026, 10, 26), 20, True)
    assert (found.usual.working_days, found.norm.article) == (3, "Permenaker 2/2025 Art 13(6)")
    assert found.escalation.office is Office.BPJS_TK


def test_a_holiday_stretches_the_published_time():
    late = replace(FILED, claim_date=told(date(2026, 11, 17)))

    assert position(late, (), DAY).next_step is Step.ASK_BPJS
    assert position(late, (), DAY, frozenset({date(2026, 11, 18)})).next_step is Step.WAIT


@pytest.mark.parametrize(
    ("refusal", "actor", "cure", "office"),
    [
        (Refusal.PROOF_UNREADABLE, Actor.WORKER, Cure.RESEND_PAPERS, Office.DINAS),
        (Refusal.CONTRIBUTIONS, Actor.BPJS_TK, Cure.CHECK_MONTHS, Office.BPJS_TK),
        (Refusal.STILL_ACTIVE, Actor.EMPLOYER, Cure.DEACTIVATE, Office.BPJS_TK),
        (Refusal.OTHER, Actor.BPJS_TK, Cure.ASK_WHY, Office.BPJS_TK),
        (Refusal.PAPERS_INVALID, Actor.WORKER, Cure.GET_PROOF, Office.DINAS),
        (Refusal.BANK_ACCOUNT, Actor.WORKER, Cure.OWN_ACCOUNT, Office.BPJS_TK),
    ],
)
def test_every_refusal_has_a_cure_and_an_office(refusal, actor, cure, office):
    found = position(replace(FILED, refused=told(refusal)), (), DAY)

    assert (found.stage, found.actor) == (Stage.REJECTED_FIXABLE, actor)
    assert (found.remedy.cure, found.remedy.office, found.since) == (cure, office, DAY)


def test_a_payment_or_a_new_filing_ends_a_refusal():
    refused = told(Refusal.OTHER, date(2026, 11, 1))

    assert position(replace(PAID, refused=refused), (), DAY).stage is Stage.PAID
    assert position(replace(FILED, refused=refused), (), DAY).stage is Stage.VERIFYING


def test_five_applications_in_the_month_are_enough_to_wait_and_then_to_file():
    waiting = position(PAID, FIVE, DAY)
    opened = position(PAID, FIVE, date(2026, 11, 26))

    assert (waiting.stage, waiting.actor, waiting.next_step) == (Stage.PAID, Actor.NOBODY, Step.WAIT)
    assert (opened.stage, opened.next_step, opened.month) == (Stage.MONTH_OPEN, Step.FILE_MONTH, 2)
    assert opened.needs.certainty is Certainty.READING


def test_one_call_is_enough_too():
    found = position(PAID, ((date(2026, 11, 3), "call"),), DAY)

    assert (found.needs.calls, found.needs.applications, found.needs.satisfied) == (1, 0, True)


def test_searches_of_another_month_do_not_count():
    old = tuple((date(2026, 10, 1), "application") for _ in range(9))

    assert position(PAID, old, DAY).needs.applications == 0


def test_searches_made_in_the_open_window_count_as_open():
    late = ((date(2026, 11, 27), "call"),)

    found = position(PAID, late, date(2026, 11, 28))

    assert (found.next_step, found.needs.satisfied, found.needs.certainty) == (Step.FILE_MONTH, True, Certainty.OPEN)
    assert position(PAID, (), date(2026, 11, 28)).next_step is Step.DO_APPLICATIONS


def test_a_passed_window_is_not_called_lost_but_taken_to_the_office():
    found = position(PAID, FIVE, date(2026, 12, 2))

    assert (found.stage, found.next_step, found.remedy.office) == (Stage.MONTH_MISSED, Step.ASK_BPJS, Office.BPJS_TK)
    assert found.window.certainty is Certainty.OPEN


def test_the_portals_own_date_wins():
    window = position(replace(PAID, portal_date=told(date(2026, 12, 3))), (), DAY).window

    assert (window.safe_day, window.closes, window.certainty) == (date(2026, 12, 3), date(2026, 12, 3), Certainty.LAW)


def test_a_portal_date_of_another_month_is_passed_over():
    window = position(replace(PAID, portal_date=told(date(2027, 3, 3))), (), DAY).window

    assert window.closes == date(2026, 12, 1)


def test_month_six_asks_for_the_status_form_before_it_is_filed():
    last = replace(FILED, paid_through_month=told(5))
    searches = tuple((date(2027, 4, number), "application") for number in range(1, 6))
    day = date(2027, 4, 20)

    assert position(last, searches, day).next_step is Step.STATUS_FORM
    assert position(replace(last, status_form_done=told(said=True)), searches, day).next_step is Step.FILE_MONTH


def test_the_search_period_is_the_month_before_the_filing_and_month_six_its_own():
    first = date(2026, 3, 10)

    assert search_period(first, 2) == Days(date(2026, 3, 10), date(2026, 4, 9))
    assert search_period(first, 6) == Days(date(2026, 8, 10), date(2026, 9, 1))


def test_month_six_is_not_complete_before_it_opens_while_the_form_is_missing():
    last = replace(FILED, paid_through_month=told(5))
    searches = ((date(2027, 4, 2), "call"),)
    done = replace(last, status_form_done=told(said=True))

    missing, ready = position(last, searches, date(2027, 4, 5)), position(done, searches, date(2027, 4, 5))

    assert (missing.stage, missing.actor, missing.next_step) == (Stage.PAID, Actor.WORKER, Step.STATUS_FORM)
    assert (missing.needs.satisfied, missing.needs.complete) == (True, False)
    assert (ready.actor, ready.next_step, ready.needs.complete) == (Actor.NOBODY, Step.WAIT, True)


def test_a_search_that_counts_only_perhaps_is_never_complete():
    found = position(PAID, ((date(2026, 11, 27), "call"),), date(2026, 11, 28))

    assert (found.needs.satisfied, found.needs.complete) == (True, False)


def test_what_the_register_says_decides_the_place_as_it_decides_the_verdict():
    checked = Case(enterprise_size="small", programmes=("JKK", "JKM"))
    ready = replace(ENDED, reported=told(said=True))

    found = position(ready, (), DAY, checked=checked)

    assert (found.stage, found.actor, found.next_step) == (Stage.BLOCKED, Actor.WORKER, Step.MEND)
    assert (found.remedy.cure, found.remedy.office) == (Cure.REPORT_EMPLOYER, Office.INSPECTOR)


@pytest.mark.parametrize(
    ("filed", "expected"),
    [(date(2026, 10, 26), Stage.REJECTED_FIXABLE), (date(2026, 11, 12), Stage.VERIFYING)],
)
def test_a_newer_export_ends_a_refusal_only_with_a_claim_filed_after_it(filed, expected):
    exported = Fact(filed, Source.BPJS_TK, date(2026, 11, 21))
    nothing_paid = Fact(0, Source.BPJS_TK, date(2026, 11, 21))
    refused = told(Refusal.OTHER, date(2026, 11, 10))

    declared = replace(FILED, claim_date=exported, refused=refused, paid_through_month=nothing_paid)

    assert position(declared, (), DAY).stage is expected


def test_a_refusal_without_a_known_claim_still_stands():
    assert position(replace(ENDED, refused=told(Refusal.OTHER)), (), DAY).stage is Stage.REJECTED_FIXABLE


def test_there_is_no_window_without_a_claim():
    with pytest.raises(ValueError, match="first claim"):
        window_of(ENDED, 2)


dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def _fact(values):
    return st.none() | st.builds(Fact, values, st.sampled_from(Source), dates)


@given(
    st.builds(
        Declared,
        last_day=_fact(dates.map(lambda day: Days(day, day))),
        cause=_fact(st.sampled_from(Cause)),
        paid_months=_fact(st.integers(0, 24).map(lambda number: Months(number, number))),
        proof=_fact(st.booleans()),
        reported=_fact(st.booleans()),
        claim_date=_fact(dates),
        refused=_fact(st.sampled_from(Refusal)),
        paid_through_month=_fact(st.integers(0, 6)),
        employed_again_on=_fact(dates),
        portal_date=_fact(dates),
        filed_month=_fact(st.integers(2, 6)),
        refused_month=_fact(st.integers(1, 6)),
    ),
    dates,
)
def test_every_claim_has_a_place_and_every_dead_end_an_office(declared, day):
    found = position(declared, FIVE, day)

    assert 0 <= found.month <= 6
    dead_ends = {Stage.NO_RIGHT, Stage.STOPPED_DEADLINE, Stage.STOPPED_EMPLOYED, Stage.REJECTED_FIXABLE, Stage.BLOCKED}
    assert found.stage not in dead_ends or found.remedy is not None
