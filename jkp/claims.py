"""Where a claim stands: its stage, who must act, since when, and the next step. Codes only."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jkp.declared import Declared, Refusal, Source, value
from jkp.monthly import Needs, needs_of, window_of
from jkp.outlook import Outlook
from jkp.rules.cures import Cure, Office, Remedy, remedy
from jkp.rules.deadlines import NO_HOLIDAYS, Window, add_working_days, working_days_between
from jkp.rules.duties import LAST_MONTH
from jkp.rules.reasons import Reason
from jkp.rules.regulation import SWITCH, Mark, Rule, in_force


class Stage(StrEnum):
    """The stages of a claim [I]; no official list of statuses is known."""

    UNKNOWN = "unknown"  # too little is known to place the claim
    DISPUTED = "disputed"  # forced to resign: no claim before the dispute is settled
    NO_RIGHT = "no_right"  # something known excludes the right
    PHK_NOT_REPORTED = "phk_not_reported"
    PHK_REPORTED = "phk_reported"  # month 1 can be filed
    VERIFYING = "verifying"
    PAID = "paid"  # waiting for the next month
    MONTH_OPEN = "month_open"
    MONTH_MISSED = "month_missed"  # what happens then is not known: the office must be asked
    REJECTED_FIXABLE = "rejected_fixable"
    STOPPED_EMPLOYED = "stopped_employed"
    STOPPED_DEADLINE = "stopped_deadline"
    FINISHED = "finished"


class Actor(StrEnum):
    """Who must act now."""

    WORKER = "worker"
    EMPLOYER = "employer"
    BPJS_TK = "bpjs_tk"
    MEDIATOR = "mediator"
    NOBODY = "nobody"


class Step(StrEnum):
    """What the worker does next."""

    TELL_LAST_DAY = "tell_last_day"
    TELL_CLAIM_DATE = "tell_claim_date"
    ASK_REPORT_RECEIPT = "ask_report_receipt"
    SELF_REPORT = "self_report"  # the worker may report the end of the work when the employer did not
    GET_PROOF = "get_proof"
    FILE_CLAIM = "file_claim"
    WAIT = "wait"
    ASK_BPJS = "ask_bpjs"
    DO_APPLICATIONS = "do_applications"
    FILE_MONTH = "file_month"
    STATUS_FORM = "status_form"
    FIX_PAPERS = "fix_papers"
    ASK_EMPLOYER = "ask_employer"
    ASK_MEDIATOR = "ask_mediator"
    ASK_OFFICE = "ask_office"
    TELL_NEW_JOB = "tell_new_job"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Norm:
    """A published time in working days, with its article, source key and mark."""

    working_days: int
    article: str
    source: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Position:
    """One claim on one day. `month` is the benefit month that the stage speaks of (1..6), 0 before the claim."""

    stage: Stage
    actor: Actor
    next_step: Step
    since: date | None = None
    waited_working_days: int | None = None
    usual_days: Norm | None = None
    overdue: bool = False  # the published time has passed
    month: int = 0
    window: Window | None = None
    needs: Needs | None = None
    remedy: Remedy | None = None


_REFUSED = {
    Refusal.PROOF_UNREADABLE: (Actor.WORKER, Step.FIX_PAPERS, Remedy(Cure.RESEND_PAPERS, Office.DINAS, fixable=True)),
    Refusal.CONTRIBUTIONS: (Actor.BPJS_TK, Step.ASK_BPJS, Remedy(Cure.CHECK_MONTHS, Office.BPJS_TK, fixable=True)),
    Refusal.STILL_ACTIVE: (
        Actor.EMPLOYER,
        Step.ASK_EMPLOYER,
        Remedy(Cure.DEACTIVATE, Office.BPJS_TK, fixable=True),
    ),
    Refusal.OTHER: (Actor.BPJS_TK, Step.ASK_BPJS, Remedy(Cure.ASK_WHY, Office.BPJS_TK, fixable=True)),
}


def _norm(rule: Rule, day: date) -> Norm:
    row = in_force(rule, max(day, SWITCH))
    return Norm(row.number, row.article, row.source, row.mark)


def position(
    declared: Declared,
    view: Outlook,
    searches: tuple[tuple[date, str], ...],
    day: date,
    holidays: AbstractSet[date] = NO_HOLIDAYS,
) -> Position:
    """Place a claim on a day, from what was said and the searches kept: (date, "application" or "call").

    `view` is the outlook on that same day, so that the place never contradicts it. Every stage has one actor; every
    refusal carries its cure and the office that can help. Holidays are given dates.
    """
    began = value(declared.employed_again_on)
    paid = value(declared.paid_through_month) or 0
    if paid >= LAST_MONTH:
        found = Position(Stage.FINISHED, Actor.NOBODY, Step.NOTHING, month=LAST_MONTH)
    elif began is not None and began <= day:
        found = Position(
            Stage.STOPPED_EMPLOYED,
            Actor.NOBODY,
            Step.TELL_NEW_JOB,
            since=began,
            remedy=remedy(Reason.ALREADY_EMPLOYED),
        )
    elif _still_refused(declared):
        found = _refused(declared)
    elif declared.claim_date is None and paid:
        found = Position(Stage.PAID, Actor.WORKER, Step.TELL_CLAIM_DATE, month=paid + 1)
    elif declared.claim_date is None:
        found = _before_claim(declared, view, day, holidays)
    else:
        found = _after_claim(declared, searches, day, holidays)
    return _timed(found, day, holidays)


def _timed(found: Position, day: date, holidays: AbstractSet[date]) -> Position:
    if found.since is None:
        return found
    waited = working_days_between(found.since, day, holidays=holidays)
    overdue = found.usual_days is not None and waited > found.usual_days.working_days
    return replace(found, waited_working_days=waited, overdue=overdue)


def _still_refused(declared: Declared) -> bool:
    """Whether a refusal was the last word: a payment, or a claim filed again after it, ends it.

    A register's newer export that still tells the old claim is no new filing; the worker saying it again is.
    """
    refused, filed = declared.refused, declared.claim_date
    paid = value(declared.paid_through_month)
    if refused is None or paid:
        return False
    if filed is None:
        return True
    again = filed.on if filed.source is Source.WORKER else filed.value
    return again <= refused.on


def _refused(declared: Declared) -> Position:
    refused = declared.refused
    actor, step, cure = _REFUSED[Refusal.OTHER if refused is None else refused.value]
    since = None if refused is None else refused.on
    return Position(Stage.REJECTED_FIXABLE, actor, step, since=since, month=1, remedy=cure)


def _before_claim(declared: Declared, view: Outlook, day: date, holidays: AbstractSet[date]) -> Position:
    if view.mediator:
        return Position(
            Stage.DISPUTED,
            Actor.MEDIATOR,
            Step.ASK_MEDIATOR,
            remedy=Remedy(Cure.CHECK_CAUSE, Office.MEDIATOR, fixable=True),
        )
    if view.missed:
        return Position(
            Stage.STOPPED_DEADLINE,
            Actor.NOBODY,
            Step.ASK_OFFICE,
            since=view.deadline,
            remedy=remedy(Reason.LATE_CLAIM),
        )
    lost = next((remedy(Reason(code)) for code in view.failed if Reason(code) is not Reason.PROOF_MISSING), None)
    if lost is not None:
        return Position(Stage.NO_RIGHT, Actor.NOBODY, Step.ASK_OFFICE, remedy=lost)
    return _report(declared, day, holidays)


def _report(declared: Declared, day: date, holidays: AbstractSet[date]) -> Position:
    """Place the time between the end of the work and the claim: has the employer reported it (Art 9(1))?"""
    days, reported = value(declared.last_day), value(declared.reported)
    since = days.last if days else None
    if reported or declared.reported_on:
        step, cure = Step.FILE_CLAIM, None
        if value(declared.proof) is False:
            step, cure = Step.GET_PROOF, remedy(Reason.PROOF_MISSING)
        return Position(Stage.PHK_REPORTED, Actor.WORKER, step, since=value(declared.reported_on), month=1, remedy=cure)
    if reported is None:
        step = Step.TELL_LAST_DAY if days is None else Step.ASK_REPORT_RECEIPT
        return Position(Stage.UNKNOWN, Actor.WORKER, step, since=since)
    norm = _norm(Rule.REPORT_WORKING_DAYS, day)
    late = since is not None and day > add_working_days(since, norm.working_days, holidays=holidays)
    step = Step.SELF_REPORT if late else Step.ASK_REPORT_RECEIPT
    cure = Remedy(Cure.GET_PROOF, Office.DINAS, fixable=True)
    return Position(Stage.PHK_NOT_REPORTED, Actor.EMPLOYER, step, since=since, usual_days=norm, remedy=cure)


def _after_claim(
    declared: Declared, searches: tuple[tuple[date, str], ...], day: date, holidays: AbstractSet[date]
) -> Position:
    paid = value(declared.paid_through_month) or 0
    if paid == 0:
        return _verifying(declared, day, holidays)
    month = paid + 1
    window = window_of(declared, month, holidays=holidays)
    needs = needs_of(declared, searches, month, day=day, holidays=holidays)
    base = Position(Stage.PAID, Actor.WORKER, Step.DO_APPLICATIONS, month=month, window=window, needs=needs)
    step = _month_step(needs)
    if day < window.opens:
        is_ready = step is Step.FILE_MONTH
        return replace(base, actor=Actor.NOBODY, next_step=Step.WAIT) if is_ready else replace(base, next_step=step)
    if day > window.closes:
        cure = Remedy(Cure.CHECK_DEADLINE, Office.BPJS_TK, fixable=True)
        return replace(
            base, stage=Stage.MONTH_MISSED, next_step=Step.ASK_BPJS, since=window.closes, month=month, remedy=cure
        )
    return replace(base, stage=Stage.MONTH_OPEN, next_step=step, since=window.opens)


def _month_step(needs: Needs) -> Step:
    """Name what the month still asks for; a search that counts only perhaps is filed all the same: time is short."""
    if not needs.satisfied:
        return Step.DO_APPLICATIONS
    return Step.STATUS_FORM if needs.form_missing else Step.FILE_MONTH


def _verifying(declared: Declared, day: date, holidays: AbstractSet[date]) -> Position:
    filed = value(declared.claim_date)
    norm = _norm(Rule.PAYMENT_WORKING_DAYS, day)
    late = filed is not None and day > add_working_days(filed, norm.working_days, holidays=holidays)
    step = Step.ASK_BPJS if late else Step.WAIT
    return Position(Stage.VERIFYING, Actor.BPJS_TK, step, since=filed, usual_days=norm, month=1)
