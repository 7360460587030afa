"""The single lines of the status card, each with its source."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from bot.services.status import Standing
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.claims import Actor, Position, Stage, Step
from jkp.declared import Days, Fact, Months, Source
from jkp.outlook import Outlook, Unknown
from jkp.papers import Item
from jkp.rules.case import Certainty
from jkp.rules.cures import remedy
from jkp.rules.eligibility import NO_RIGHT_ANYWAY
from jkp.rules.reasons import Payer, Reason
from jkp.rules.regulation import Mark

MOST_ARTICLES = 6
STILL_TO_COME = {Unknown.PROOF, Unknown.WAGE}  # the paper is fetched later, the wage sets only the amount


def source(t: Texts, *facts: Fact[Any] | None) -> Raw:
    """Say where a line comes from: the strongest of the facts behind it."""
    known = [fact for fact in facts if fact is not None]
    if not known:
        return t.say("status.source_worker")
    order = list(Source)
    strongest = max(known, key=lambda fact: order.index(fact.source))
    if strongest.source is Source.WORKER:
        return t.say("status.source_worker")
    return t.say(f"status.source_{strongest.source}", day=figures.short_day(strongest.on, t.language))


def line(t: Texts, words: str, *facts: Fact[Any] | None) -> Raw:
    """Write a line with its source behind it."""
    return t.say("status.line", line=Raw(words), source=source(t, *facts))


def before_claim(t: Texts, standing: Standing) -> list[str]:
    """Verdict, unknowns, turn, deadline, estimate."""
    said, view = standing.declared, standing.outlook
    found: list[str] = [line(t, verdict(t, view), said.cause, said.last_day, said.paid_months)]
    if view.failed and not view.mediator:
        found.append(cure(t, standing))
    if view.unknown and standing.position.stage is not Stage.NO_RIGHT:
        what = ", ".join(t.say(f"status.unknown_{one}") for one in view.unknown)
        found.append(t.say("status.unknown_count", n=len(view.unknown), what=Raw(what)))
    found.append(line(t, turn(t, standing.position), said.reported, said.claim_date))
    if standing.position.stage not in (Stage.VERIFYING, Stage.FINISHED, Stage.STOPPED_EMPLOYED, Stage.NO_RIGHT):
        found.append(_deadline(t, standing))
    if view.likely is not False:
        found.append(estimate(t, standing))
    found.append(payer(t, standing))
    return [one for one in found if one]


def verdict(t: Texts, view: Outlook) -> str:
    """Likely, unsure, or what fails for certain; an open rule is never a plain no."""
    if view.mediator:
        return t.say("status.mediator")
    if view.likely or (view.likely is None and set(view.unknown) <= STILL_TO_COME):
        return t.say("status.likely")
    if view.likely is None:
        return t.say("status.unsure")
    reason = ", ".join(t.say(f"status.reason_{code}") for code in view.failed)
    if view.certainty is Certainty.OPEN:
        return lines(t.say("status.unsure"), t.say("status.open_rule", office=t.say("status.office_bpjs_tk")))
    return t.say("status.unlikely", reason=Raw(reason))


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
    return t.say(f"status.turn_{place.actor}", step=step, waited=_waited(t, place))


def _waited(t: Texts, place: Position) -> Raw:
    days = place.waited_working_days
    if days is None or place.actor in (Actor.WORKER, Actor.NOBODY):
        return Raw("")
    if place.usual_days is None:
        return t.say("status.waited_alone", n=days)
    return t.say("status.waited", n=days, usual=place.usual_days.working_days)


def _deadline(t: Texts, standing: Standing) -> str:
    view, fact = standing.outlook, standing.declared.last_day
    if view.deadline is None or view.days_left is None:
        return ""
    day = figures.day(view.deadline, t.language)
    if view.missed:
        return line(t, t.say("status.deadline_passed", day=day), fact)
    if view.missed is None:
        return line(t, t.say("status.deadline_maybe_passed"), fact)
    if view.days_left == 0:
        return line(t, t.say("status.deadline_today", day=day), fact)
    key = "status.deadline" if view.deadline_sure else "status.deadline_safe"
    return line(t, t.say(key, day=day, n=view.days_left), fact)


def estimate(t: Texts, standing: Standing) -> str:
    """Say how much a month, for how long; nothing where it is not known or still locked."""
    amounts, fact = standing.outlook.monthly_amounts, standing.declared.wage
    if standing.amounts_hidden:
        return t.say("status.estimate_locked")
    if not amounts or fact is None:
        return t.say("status.estimate_unknown")
    first, last = (figures.rupiah(amount, t.language) for amount in (amounts[0], amounts[-1]))
    months = standing.outlook.max_months
    if first == last:
        return line(t, t.say("status.estimate", amount=first, months=months), fact)
    return line(t, t.say("status.estimate_steps", first=first, last=last, months=months), fact)


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


def refused(t: Texts, standing: Standing) -> list[str]:
    """Not approved is not the end: why, the cure, until when."""
    said = standing.declared
    reason = t.say(f"status.refusal_{said.refused.value}") if said.refused else ""
    return [
        t.say("status.rejected"),
        line(t, t.say("status.rejected_because", reason=Raw(reason)), said.refused),
        line(t, turn(t, standing.position), said.refused),
        cure(t, standing),
        _deadline(t, standing),
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


def reasons(t: Texts, standing: Standing) -> list[str]:
    """The rule in force, every fact with its source, what is checked later, the articles, how sure."""
    view, said = standing.outlook, standing.declared
    found: list[str] = [t.say("status.why_regime", regime=t.say(f"status.regime_{view.regime}")), "\n"]
    is_locked = False
    for field in ("last_day", "cause", "paid_months", "wage", "proof", "claim_date"):
        fact: Fact[Any] | None = getattr(said, field)
        name = t.say(f"status.field_{field}")
        if standing.locked(fact) or (field == "wage" and standing.amounts_hidden):
            is_locked = True
            found.append(t.say("status.why_locked", field=name))
        elif fact is None:
            found.append(t.say("status.why_unknown", field=name))
        else:
            value = fact_value(t, field, fact.value)
            found.append(t.say("status.why_fact", field=name, value=value, source=source(t, fact)))
    found.append(t.say("status.why_unlock") if is_locked else "")
    checked = ", ".join(t.say(f"status.checked_{one}") for one in view.checked_by_bpjs)
    if checked:
        found.append(t.say("status.checked_by_bpjs", what=Raw(checked)))
    articles = ", ".join(view.articles[:MOST_ARTICLES])
    found += ["\n", t.say("status.why_articles", articles=articles) if articles else ""]
    found.append(t.say(f"status.why_certainty_{view.certainty}"))
    if standing.position.window is not None:
        found.append(t.say("status.why_window"))
    return [*found, t.say("status.why_lawyer")]


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


def checklist(t: Texts, items: Sequence[Item]) -> Iterable[str]:
    """The papers, one a line; a group of which one is enough has a line above it."""
    announced: set[str] = set()
    for item in items:
        if item.choice and item.choice not in announced:
            announced.add(item.choice)
            yield t.say("status.papers_one_of")
        key = "status.papers_line_open" if item.mark is Mark.UNVERIFIED else "status.papers_line"
        yield t.say(key, paper=t.say(f"status.paper_{item.paper}"), issuer=t.say(f"status.issuer_{item.issuer}"))
