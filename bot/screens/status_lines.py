"""The single lines of the status card, each with its source."""

from datetime import date
from typing import Any

from bot.screens.sourced import Line, plain, told
from bot.services.status import Standing
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.claims import Actor, Position, Stage, Step
from jkp.declared import Days, Months, Source
from jkp.outlook import Unknown
from jkp.rules.case import Certainty
from jkp.rules.cures import remedy
from jkp.rules.duties import FIRST_MONTH
from jkp.rules.eligibility import NO_RIGHT_ANYWAY
from jkp.rules.reasons import Payer, Reason
from jkp.stages import OVER
from jkp.waiting import Basis

WITHOUT_DEADLINE = frozenset(
    {Stage.VERIFYING, Stage.FINISHED, Stage.STOPPED_EMPLOYED, Stage.NO_RIGHT, Stage.NEVER_REGISTERED}
)
_OWN_VERDICT = frozenset({Stage.NEVER_REGISTERED, Stage.FINISHED, Stage.STOPPED_EMPLOYED})
STILL_TO_COME = {Unknown.PROOF, Unknown.WAGE}  # the paper is fetched later, the wage sets only the amount


def before_claim(t: Texts, standing: Standing) -> list[Line]:
    """Verdict, unknowns, turn, deadline, estimate."""
    said, view, place = standing.declared, standing.outlook, standing.position
    found = [told(verdict(t, standing), said.cause, said.last_day, said.paid_months)]
    if view.failed and not view.mediator and not _needs_no_cure(standing):
        found.append(plain(cure(t, standing)))
    if view.unknown and place.stage not in OVER | {Stage.NEVER_REGISTERED}:
        what = ", ".join(t.say(f"status.unknown_{one}") for one in view.unknown)
        found.append(plain(t.say("status.unknown_count", n=len(view.unknown), what=Raw(what))))
    found += [told(turn(t, place), said.reported, said.claim_date), late(t, place)]
    if place.stage not in WITHOUT_DEADLINE:
        found.append(deadline(t, standing))
    if view.likely is not False and place.stage not in OVER:
        found.append(estimate(t, standing))
    return [*found, plain(payer(t, standing))]


def _needs_no_cure(standing: Standing) -> bool:
    """Whether there is nothing to cure: the employer owes it, or the worker told of a new job as good news."""
    stage, began = standing.position.stage, standing.declared.employed_again_on
    is_own_news = began is not None and began.source is Source.WORKER
    return stage is Stage.NEVER_REGISTERED or (stage is Stage.STOPPED_EMPLOYED and is_own_news)


def verdict(t: Texts, standing: Standing) -> str:
    """Likely, unsure, or what fails for certain; an open rule is never a plain no, nor is the employer's fault."""
    view, stage = standing.outlook, standing.position.stage
    if stage in _OWN_VERDICT:
        return t.say(f"claim.verdict_{stage}")
    if view.mediator:
        return t.say("status.mediator")
    if view.failed == (Reason.PROOF_MISSING,):
        hopeful = set(view.unknown) <= STILL_TO_COME
        return lines(t.say("status.likely" if hopeful else "status.unsure"), t.say("claim.verdict_proof"))
    if view.likely or (view.likely is None and view.unknown and set(view.unknown) <= STILL_TO_COME):
        return t.say("status.likely")
    if view.likely is None:
        return t.say("status.unsure")
    reason = ", ".join(t.say(f"status.reason_{code}") for code in view.failed)
    if view.certainty is Certainty.OPEN:
        return lines(t.say("status.unsure"), t.say("status.open_rule", office=t.say("status.office_bpjs_tk")))
    mendable = t.say("claim.mendable") if view.fixable else ""
    return lines(t.say("status.unlikely", reason=Raw(reason)), mendable)


def cure(t: Texts, standing: Standing) -> str:
    """Say what helps and which office; whatever fails for certain has one, at every stage."""
    found = standing.position.remedy
    if found is None and standing.outlook.failed:
        found = remedy(Reason(standing.outlook.failed[0]))
    if found is None:
        return ""
    return t.say("status.cure", cure=t.say(f"status.cure_{found.cure}"), office=t.say(f"status.office_{found.office}"))


def turn(t: Texts, place: Position) -> str:
    """Whose turn it is, how long it has been, how long it usually takes."""
    key = f"status.step_{place.next_step}"
    if place.stage is Stage.PAID and place.next_step is Step.WAIT:
        key = "status.step_wait_paid"
    step = t.say(key, month=place.month)
    first = step[0].lower() if place.actor is Actor.WORKER else step[0].upper()
    return t.say(f"status.turn_{place.actor}", step=Raw(first + step[1:]), waited=_waited(t, place))


def _waited(t: Texts, place: Position) -> Raw:
    days = place.waited_working_days
    if days is None or place.actor in (Actor.WORKER, Actor.NOBODY):
        return Raw("")
    if place.usual is None:
        return t.say("status.waited_alone", n=days)
    key = "status.waited" if place.usual.basis is Basis.OWN else "claim.waited_norm"
    return t.say(key, n=days, usual=place.usual.working_days)


def late(t: Texts, place: Position) -> Line:
    """Say that a wait has grown longer than it should, and who can help then."""
    if place.escalation is None:
        return plain("")
    if place.next_step is Step.ASK_BPJS:  # the turn has named the office already
        return plain(t.say("claim.late"))
    return plain(t.say("claim.late_office", office=t.say(f"status.office_{place.escalation.office}")))


def deadline(t: Texts, standing: Standing) -> Line:
    """Say until when the claim is to be filed; a passed day is never told as one to come."""
    view, fact = standing.outlook, standing.declared.last_day
    if view.deadline is None or view.days_left is None:
        return plain("")
    day = figures.day(view.deadline, t.language)
    if view.missed or (view.days_left < 0 and view.missed is not None):
        return told(t.say("status.deadline_passed", day=day), fact)
    if view.missed is None:
        return told(t.say("status.deadline_maybe_passed"), fact)
    if view.days_left == 0:
        return told(t.say("status.deadline_today", day=day), fact)
    key = "status.deadline" if view.deadline_sure else "status.deadline_safe"
    return told(t.say(key, day=day, n=view.days_left), fact)


def estimate(t: Texts, standing: Standing) -> Line:
    """Say how much a month, for how long; nothing where it is not known or still locked."""
    amounts, fact = standing.outlook.monthly_amounts, standing.declared.wage
    if standing.amounts_hidden:
        return plain(t.say("status.estimate_locked"))
    if not amounts or fact is None:
        return plain(t.say("status.estimate_unknown"))
    first, last = (figures.rupiah(amount, t.language) for amount in (amounts[0], amounts[-1]))
    months = standing.outlook.max_months
    if first == last:
        return told(t.say("status.estimate", amount=first, months=months), fact)
    return told(t.say("status.estimate_steps", first=first, last=last, months=months), fact)


def payer(t: Texts, standing: Standing) -> str:
    """Say when the employer pays: first, because of arrears (Art 39), or alone, who was never registered (Art 37)."""
    view = standing.outlook
    if view.payer != Payer.EMPLOYER or NO_RIGHT_ANYWAY.intersection(view.failed):
        return ""
    if Reason.EMPLOYER_NOT_REGISTERED not in view.failed:
        return t.say("status.employer_pays_first")
    owed = t.say("status.owed_by_employer", office=t.say("status.office_pengawas"))
    if not view.owed_by_employer or standing.amounts_hidden:
        return owed
    return lines(owed, t.say("status.owed_amount", amount=figures.rupiah(view.owed_by_employer, t.language)))


def refused(t: Texts, standing: Standing) -> list[Line]:
    """Not approved is not the end: why, the cure, until when."""
    said, place = standing.declared, standing.position
    reason = t.say(f"status.refusal_{said.refused.value}") if said.refused else ""
    return [
        plain(t.say("status.rejected")),
        told(t.say("status.rejected_because", reason=Raw(reason)), said.refused),
        told(turn(t, place), said.refused),
        late(t, place),
        plain(cure(t, standing)),
        deadline(t, standing) if place.month == FIRST_MONTH else plain(t.say("status.window_portal_counts")),
    ]


def differences(t: Texts, standing: Standing) -> list[str]:
    """Name every fact that the register tells differently."""
    found: list[str] = []
    if standing.differences:
        found += ["\n", t.say("status.differences", n=len(standing.differences))]
    for one in standing.differences:
        is_news = one.kept.source is Source.WORKER
        mine, theirs = (one.kept, one.dropped) if is_news else (one.dropped, one.kept)
        values = {
            "field": t.say(f"status.field_{one.field}"),
            "mine": fact_value(t, one.field, mine.value),
            "theirs": fact_value(t, one.field, theirs.value),
        }
        found.append(t.say("status.difference_news" if is_news else "status.difference", **values))
    if standing.as_of is not None:
        found.append(t.say("status.as_of", day=figures.day(standing.as_of, t.language)))
    return found


def fact_value(t: Texts, field: str, value: Any) -> Raw:
    """Write a fact's value as people say it."""
    match value:
        case bool():
            return t.say("status.value_yes" if value else "status.value_no")
        case Days(first, last):
            return _days(t, first, last)
        case Months(least, most):
            return _months(t, least, most)
        case date():
            return Raw(figures.day(value, t.language))
        case int() if field == "wage":
            return Raw(figures.rupiah(value, t.language))
        case int():
            return t.say("status.value_month_number", n=value)
    return t.say(f"status.{'refusal' if field == 'refused' else 'cause'}_{value}")


def _days(t: Texts, first: date, last: date) -> Raw:
    if first == last:
        return Raw(figures.day(first, t.language))
    return t.say("status.value_range", first=figures.day(first, t.language), last=figures.day(last, t.language))


def _months(t: Texts, least: int, most: int | None) -> Raw:
    if most is None:
        return t.say("status.value_months_least", n=least)
    return t.say("status.value_months", n=least) if least == most else t.say("status.value_months_most", n=most)
