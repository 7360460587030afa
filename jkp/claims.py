"""Where a claim stands: its stage, who must act, since when, and the next step. Codes only."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from jkp.declared import Declared, value
from jkp.monthly import Needs, needs_of, window_of
from jkp.outlook import Outlook
from jkp.refusals import answer_to, refused_month
from jkp.rules.cures import Cure, Office, Remedy, remedy
from jkp.rules.deadlines import NO_HOLIDAYS, Window, working_days_between
from jkp.rules.duties import FIRST_MONTH, LAST_MONTH
from jkp.rules.eligibility import NO_RIGHT_ANYWAY
from jkp.rules.reasons import Reason
from jkp.rules.regulation import SWITCH, Rule, in_force
from jkp.stages import Actor, Stage, Step
from jkp.waiting import NOTHING_KNOWN, Known, Norm, Usual, usual

__all__ = ("Actor", "Escalation", "Norm", "Position", "Stage", "Step", "position", "weighed")


@dataclass(frozen=True, slots=True)
class Escalation:
    """Where a wait that grew too long is taken: the office, and whether a letter to the employer is offered."""

    office: Office
    letter: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """One claim on one day. `month` is the benefit month that the stage speaks of (1..6), 0 before the claim."""

    stage: Stage
    actor: Actor
    next_step: Step
    since: date | None = None
    waited_working_days: int | None = None
    norm: Norm | None = None  # the published time
    usual: Usual | None = None  # what is usual: our own counts, else the norm, else nothing
    overdue: bool = False  # the wait is longer than nine of ten, or than the published time
    escalation: Escalation | None = None  # only once overdue
    month: int = 0
    window: Window | None = None
    needs: Needs | None = None
    remedy: Remedy | None = None


_ESCALATIONS = {
    (Stage.PHK_NOT_REPORTED, Actor.EMPLOYER): Escalation(Office.MEDIATOR, letter=True),
    (Stage.VERIFYING, Actor.BPJS_TK): Escalation(Office.BPJS_TK),
    (Stage.SUBMITTED, Actor.BPJS_TK): Escalation(Office.BPJS_TK),
    (Stage.REJECTED_FIXABLE, Actor.BPJS_TK): Escalation(Office.BPJS_TK),
    (Stage.REJECTED_FIXABLE, Actor.EMPLOYER): Escalation(Office.BPJS_TK, letter=True),
    (Stage.DISPUTED, Actor.MEDIATOR): Escalation(Office.DINAS),
}
_LATE_STEPS = {
    Stage.PHK_NOT_REPORTED: Step.SELF_REPORT,
    Stage.VERIFYING: Step.ASK_BPJS,
    Stage.SUBMITTED: Step.ASK_BPJS,
}


def position(
    declared: Declared,
    view: Outlook,
    searches: tuple[tuple[date, str], ...],
    day: date,
    holidays: AbstractSet[date] = NO_HOLIDAYS,
) -> Position:
    """Place a claim on a day, from what was said and the searches kept: (date, "application" or "call").

    `view` is the outlook on that same day, so that the place never contradicts it. Every stage has one actor; every
    refusal carries its cure and the office that can help. Holidays are given dates. The wait is measured against the
    published time; `weighed` measures it against our own counts.
    """
    found = _placed(declared, view, searches, day, holidays)
    if found.since is not None:
        waited = working_days_between(found.since, day, holidays=holidays)
        found = replace(found, waited_working_days=waited)
    return weighed(found, NOTHING_KNOWN)


def weighed(place: Position, known: Known) -> Position:
    """Measure a wait against what is usual; once it is longer, the step changes and the right office is offered."""
    found = usual(place.stage, place.actor, place.norm, known)
    waited = place.waited_working_days
    overdue = found is not None and waited is not None and waited > found.long_after
    step = place.next_step
    if place.stage in _LATE_STEPS:
        step = _LATE_STEPS[place.stage] if overdue else _ON_TIME[place.stage]
    escalation = _ESCALATIONS.get((place.stage, place.actor)) if overdue else None
    return replace(place, usual=found, overdue=overdue, next_step=step, escalation=escalation)


# months that look too few are compared with pay slips while the time to claim runs
_COUNTED = frozenset({Reason.IUR_LT_12_IN_24, Reason.IUR_NOT_6_CONSECUTIVE, Reason.IUR_LT_60_SINCE_LAST})
_ON_TIME = {
    Stage.PHK_NOT_REPORTED: Step.ASK_REPORT_RECEIPT,
    Stage.VERIFYING: Step.WAIT,
    Stage.SUBMITTED: Step.WAIT,
}


def _placed(
    declared: Declared,
    view: Outlook,
    searches: tuple[tuple[date, str], ...],
    day: date,
    holidays: AbstractSet[date],
) -> Position:
    began = value(declared.employed_again_on)
    paid = value(declared.paid_through_month) or 0
    if paid >= LAST_MONTH:
        return Position(Stage.FINISHED, Actor.NOBODY, Step.NOTHING, since=_paid_on(declared), month=LAST_MONTH)
    if began is not None and began <= day:
        cure = remedy(Reason.ALREADY_EMPLOYED)
        return Position(Stage.STOPPED_EMPLOYED, Actor.NOBODY, Step.TELL_NEW_JOB, since=began, remedy=cure)
    refusal = answer_to(declared)
    if refusal is not None:
        month = max(refused_month(declared), FIRST_MONTH)
        return Position(
            Stage.REJECTED_FIXABLE,
            refusal.actor,
            refusal.step,
            since=refusal.since,
            month=month,
            window=_window(declared, month, holidays),
            remedy=refusal.remedy,
        )
    if declared.claim_date is None and paid:
        return Position(Stage.PAID, Actor.WORKER, Step.TELL_CLAIM_DATE, since=_paid_on(declared), month=paid + 1)
    if declared.claim_date is None:
        return _before_claim(declared, view, day)
    return _after_claim(declared, searches, day, holidays)


def _norm(rule: Rule, day: date) -> Norm:
    row = in_force(rule, max(day, SWITCH))
    return Norm(row.number, row.article, row.source, row.mark)


def _paid_on(declared: Declared) -> date | None:
    """Give the day of the last payment; a day that another source told of an earlier payment is not it."""
    paid, on = declared.paid_through_month, declared.paid_on
    return on.value if paid is not None and on is not None and on.source is paid.source else None


def _window(declared: Declared, month: int, holidays: AbstractSet[date]) -> Window | None:
    if month == FIRST_MONTH or declared.claim_date is None:
        return None
    return window_of(declared, month, holidays=holidays)


def _before_claim(declared: Declared, view: Outlook, day: date) -> Position:
    if view.mediator:
        cure = Remedy(Cure.CHECK_CAUSE, Office.MEDIATOR, fixable=True)
        return Position(Stage.DISPUTED, Actor.MEDIATOR, Step.ASK_MEDIATOR, remedy=cure)
    lost = tuple(Reason(code) for code in view.failed if Reason(code) is not Reason.PROOF_MISSING)
    if Reason.EMPLOYER_NOT_REGISTERED in lost and not NO_RIGHT_ANYWAY.intersection(lost):
        cure = remedy(Reason.EMPLOYER_NOT_REGISTERED)
        return Position(Stage.NEVER_REGISTERED, Actor.WORKER, Step.ASK_INSPECTOR, remedy=cure)
    if view.missed:
        cure = remedy(Reason.LATE_CLAIM)
        return Position(Stage.STOPPED_DEADLINE, Actor.WORKER, Step.ASK_LATE, since=view.deadline, remedy=cure)
    if lost and (view.fixable or _COUNTED.issuperset(lost)):
        step = Step.MEND if view.fixable else Step.CHECK_MONTHS
        return Position(Stage.BLOCKED, Actor.WORKER, step, remedy=remedy(lost[0]))
    if lost:
        final = next((each for each in lost if not remedy(each).fixable), lost[0])
        return Position(Stage.NO_RIGHT, Actor.NOBODY, Step.ASK_OFFICE, remedy=remedy(final))
    return _report(declared, day)


def _report(declared: Declared, day: date) -> Position:
    """Place the time between the end of the work and the claim: has the employer reported it (Art 9(1))?"""
    days, reported = value(declared.last_day), value(declared.reported)
    since = days.last if days else None
    if reported or declared.reported_on:
        step, cure = Step.FILE_CLAIM, None
        if value(declared.proof) is False:
            step, cure = Step.GET_PROOF, remedy(Reason.PROOF_MISSING)
        on = value(declared.reported_on)
        return Position(Stage.PHK_REPORTED, Actor.WORKER, step, since=on, month=FIRST_MONTH, remedy=cure)
    if reported is None:
        step = Step.TELL_LAST_DAY if days is None else Step.ASK_REPORT_RECEIPT
        return Position(Stage.UNKNOWN, Actor.WORKER, step, since=since)
    return Position(
        Stage.PHK_NOT_REPORTED,
        Actor.EMPLOYER,
        Step.ASK_REPORT_RECEIPT,
        since=since,
        norm=_norm(Rule.REPORT_WORKING_DAYS, day),
        remedy=Remedy(Cure.GET_PROOF, Office.DINAS, fixable=True),
    )


def _after_claim(
    declared: Declared, searches: tuple[tuple[date, str], ...], day: date, holidays: AbstractSet[date]
) -> Position:
    paid = value(declared.paid_through_month) or 0
    norm, month = _norm(Rule.PAYMENT_WORKING_DAYS, day), paid + 1
    if paid == 0:
        filed_on = value(declared.claim_date)
        return Position(Stage.VERIFYING, Actor.BPJS_TK, Step.WAIT, since=filed_on, norm=norm, month=month)
    window, filed = window_of(declared, month, holidays=holidays), declared.filed_month
    if filed is not None and filed.value >= month:
        return Position(
            Stage.SUBMITTED, Actor.BPJS_TK, Step.WAIT, since=filed.on, norm=norm, month=month, window=window
        )
    needs = needs_of(declared, searches, month, day=day, holidays=holidays)
    return _month(
        Position(Stage.PAID, Actor.WORKER, needs.step, month=month, window=window, needs=needs), declared, day
    )


def _month(base: Position, declared: Declared, day: date) -> Position:
    """Place a month that is not filed yet: before it opens, open, or past."""
    window, needs = base.window, base.needs
    if window is None or needs is None or day < window.opens:
        is_ready = base.next_step is Step.FILE_MONTH
        since = _paid_on(declared)
        if is_ready:
            return replace(base, actor=Actor.NOBODY, next_step=Step.WAIT, since=since)
        return replace(base, since=since)
    if day > window.closes:
        cure = Remedy(Cure.CHECK_DEADLINE, Office.BPJS_TK, fixable=True)
        return replace(base, stage=Stage.MONTH_MISSED, next_step=Step.ASK_BPJS, since=window.closes, remedy=cure)
    return replace(base, stage=Stage.MONTH_OPEN, since=window.opens)
