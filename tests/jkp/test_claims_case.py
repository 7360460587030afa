"""The claim as a case: who owes, filed months, later refusals, silence, training, the day of a payment."""

from dataclasses import replace
from datetime import date, timedelta

from jkp import claims
from jkp.claims import Actor, Stage, Step
from jkp.declared import Days, Declared, Fact, Months, Refusal, Source
from jkp.monthly import Missing
from jkp.outlook import outlook
from jkp.rules.case import Case, Cause, Certainty
from jkp.rules.cures import Office

DAY = date(2026, 11, 23)  # a Monday
FIVE = tuple((date(2026, 11, 1) + timedelta(days=number), "application") for number in range(5))


def told(said, on=DAY):
    return Fact(said, Source.WORKER, on)


def on(day):
    return told(Days(day, day))


ENDED = Declared(last_day=on(date(2026, 11, 2)), cause=told(Cause.EFFICIENCY), paid_months=told(Months(12, None)))
PAID = replace(ENDED, claim_date=told(date(2026, 10, 26)), last_day=on(date(2026, 10, 1)), paid_through_month=told(1))


def position(declared, searches, day, checked=Case()):  # noqa: B008 - frozen
    return claims.position(declared, outlook(declared, day, checked), searches, day)


def test_who_was_never_registered_has_no_refusal_but_an_employer_who_owes():
    ready = replace(ENDED, reported=told(said=True))

    found = position(ready, (), DAY, checked=Case(registered_in_jkp=False))
    resigned = position(replace(ready, cause=told(Cause.RESIGN)), (), DAY, checked=Case(registered_in_jkp=False))

    assert (found.stage, found.actor, found.remedy.office) == (Stage.NEVER_REGISTERED, Actor.WORKER, Office.INSPECTOR)
    assert resigned.stage is Stage.NO_RIGHT


def test_a_filed_month_waits_for_the_payment_and_not_for_the_worker():
    filed = replace(PAID, filed_month=told(2, date(2026, 11, 26)))

    waiting, late = position(filed, (), date(2026, 11, 27)), position(filed, (), date(2026, 12, 2))

    assert (waiting.stage, waiting.actor, waiting.next_step) == (Stage.SUBMITTED, Actor.BPJS_TK, Step.WAIT)
    assert (late.overdue, late.next_step, late.escalation.office) == (True, Step.ASK_BPJS, Office.BPJS_TK)
    assert position(replace(filed, paid_through_month=told(2)), (), DAY).stage is Stage.PAID


def test_a_later_month_can_be_sent_back_too():
    refused = replace(PAID, refused=told(Refusal.BANK_ACCOUNT), refused_month=told(2))
    again = replace(refused, filed_month=told(2, date(2026, 11, 25)))

    assert (position(refused, (), DAY).stage, position(refused, (), DAY).month) == (Stage.REJECTED_FIXABLE, 2)
    assert position(again, (), date(2026, 11, 26)).stage is Stage.SUBMITTED
    assert position(replace(refused, paid_through_month=told(2)), (), DAY).stage is Stage.PAID


def test_a_silent_employer_is_escalated_after_the_seventh_working_day_only():
    silent = replace(ENDED, reported=told(said=False))

    seventh, eighth = position(silent, (), date(2026, 11, 11)), position(silent, (), date(2026, 11, 12))

    assert (seventh.waited_working_days, seventh.escalation) == (7, None)
    assert (eighth.waited_working_days, eighth.escalation.office, eighth.escalation.letter) == (
        8, Office.MEDIATOR, True,
    )  # fmt: skip


def test_training_alone_is_enough_before_month_six_and_too_little_attendance_is_uncertain():
    trained = replace(PAID, trained_month=told(2), attended=told(said=True))
    low = replace(trained, attended=told(said=False))
    last = replace(PAID, paid_through_month=told(5), trained_month=told(6), attended=told(said=True))

    assert position(trained, (), DAY).needs.complete
    assert not position(low, FIVE, DAY).needs.complete
    assert position(low, FIVE, DAY).needs.certainty is Certainty.OPEN
    assert position(replace(trained, trained_month=told(1)), (), DAY).needs.missing == (Missing.SEARCH,)
    assert position(last, (), date(2027, 4, 5)).needs.missing == (Missing.SEARCH, Missing.FORM)


def test_the_day_of_a_payment_is_told_only_by_the_source_that_told_the_payment():
    register = Source.BPJS_TK
    paid = replace(PAID, paid_through_month=Fact(1, register, DAY), paid_on=Fact(date(2026, 11, 18), register, DAY))

    assert position(paid, (), DAY).since == date(2026, 11, 18)
    assert position(replace(paid, paid_through_month=told(2)), (), DAY).since is None
