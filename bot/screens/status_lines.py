"""The single lines of the status card, each with its source."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from bot.services.status import Standing
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.claims import Actor, Position, Stage, Step
from jkp.declared import Days, Fact, Months, Source
from jkp.monthly import Needs
from jkp.outlook import Outlook, Unknown
from jkp.papers import Item
from jkp.rules.case import Certainty
from jkp.rules.regulation import Mark

MOST_ARTICLES = 6
STILL_TO_COME = {Unknown.PROOF, Unknown.WAGE}  # the paper is fetched later, the wage sets only the amount
FULL, EMPTY = "▰", "▱"


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


def _line(t: Texts, line: str, *facts: Fact[Any] | None) -> Raw:
    return t.say("status.line", line=Raw(line), source=source(t, *facts))


def before_claim(t: Texts, standing: Standing) -> list[str]:
    """Verdict, unknowns, turn, deadline, estimate."""
    said, view = standing.declared, standing.outlook
    found: list[str] = [_line(t, verdict(t, view), said.cause, said.last_day, said.paid_months)]
    if view.failed and not view.mediator and standing.position.stage is not Stage.VERIFYING:
        found.append(_cure(t, standing.position))
    if view.unknown and standing.position.stage is not Stage.NO_RIGHT:
        what = ", ".join(t.say(f"status.unknown_{one}") for one in view.unknown)
        found.append(t.say("status.unknown_count", n=len(view.unknown), what=Raw(what)))
    found.append(_line(t, turn(t, standing.position), said.reported, said.claim_date))
    if standing.position.stage not in (Stage.VERIFYING, Stage.FINISHED, Stage.STOPPED_EMPLOYED, Stage.NO_RIGHT):
        found.append(_deadline(t, standing))
    if view.likely is not False:
        found.append(_estimate(t, standing))
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


def _cure(t: Texts, place: Position) -> str:
    if place.remedy is None:
        return ""
    cure, office = t.say(f"status.cure_{place.remedy.cure}"), t.say(f"status.office_{place.remedy.office}")
    return t.say("status.cure", cure=cure, office=office)


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
        return _line(t, t.say("status.deadline_passed", day=day), fact)
    if view.missed is None:
        return _line(t, t.say("status.deadline_maybe_passed"), fact)
    if view.days_left == 0:
        return _line(t, t.say("status.deadline_today", day=day), fact)
    key = "status.deadline" if view.deadline_sure else "status.deadline_safe"
    return _line(t, t.say(key, day=day, n=view.days_left), fact)


def _estimate(t: Texts, standing: Standing) -> str:
    amounts, fact = standing.outlook.monthly_amounts, standing.declared.wage
    if standing.amounts_hidden:
        return t.say("status.estimate_locked")
    if not amounts or fact is None:
        return t.say("status.estimate_unknown")
    first, last = (figures.rupiah(amount, t.language) for amount in (amounts[0], amounts[-1]))
    months = standing.outlook.max_months
    if first == last:
        return _line(t, t.say("status.estimate", amount=first, months=months), fact)
    return _line(t, t.say("status.estimate_steps", first=first, last=last, months=months), fact)


def refused(t: Texts, standing: Standing) -> list[str]:
    """Not approved is not the end: why, the cure, until when."""
    said = standing.declared
    reason = t.say(f"status.refusal_{said.refused.value}") if said.refused else ""
    return [
        t.say("status.rejected"),
        _line(t, t.say("status.rejected_because", reason=Raw(reason)), said.refused),
        _line(t, turn(t, standing.position), said.refused),
        _cure(t, standing.position),
        _deadline(t, standing),
    ]


def month(t: Texts, standing: Standing) -> list[str]:
    """The running benefit month: the last payment, turn, what is still to show, the window."""
    said, place = standing.declared, standing.position
    found: list[str] = []
    if said.paid_through_month and said.paid_through_month.value:
        paid = t.say("status.paid", month=said.paid_through_month.value)
        found.append(_line(t, paid, said.paid_through_month))
    found.append(_line(t, turn(t, place), said.claim_date))
    if place.needs is not None:
        found += _needs(t, place.needs, place.month)
    if place.window is not None:
        found.append(_window(t, standing))
    if place.stage is Stage.MONTH_MISSED:
        found.append(_cure(t, place))
    found.append(_estimate(t, standing))
    return [one for one in found if one]


def _needs(t: Texts, needs: Needs, number: int) -> list[str]:
    asked = t.say("status.needs_intro", month=number, applications=needs.applications_needed, calls=needs.calls_needed)
    done = min(needs.applications, needs.applications_needed)
    bar = FULL * done + EMPTY * (needs.applications_needed - done)
    meter = t.say(
        "status.needs_meter", done=needs.applications, needed=needs.applications_needed, bar=bar, calls=needs.calls
    )
    return [_sourced(t, asked), _line(t, meter), *([t.say("status.needs_done")] if needs.satisfied else [])]


def _sourced(t: Texts, line: str) -> Raw:
    return t.say("status.line", line=Raw(line), source=t.say("status.source_rule"))


def _window(t: Texts, standing: Standing) -> str:
    window, today = standing.position.window, standing.today
    if window is None:
        return ""
    portal = standing.declared.portal_date
    is_portal = portal is not None and portal.value == window.safe_day
    note = t.say("status.window_is_portal" if is_portal else "status.window_portal_counts")
    return lines(_window_line(t, standing, window.opens, window.safe_day, today), note)


def _window_line(t: Texts, standing: Standing, opens: date, safe: date, today: date) -> Raw:
    written = figures.day(safe, t.language)
    if standing.position.stage is Stage.MONTH_MISSED:
        return t.say("status.month_missed", month=standing.position.month, day=written)
    if today < opens:
        left = (opens - today).days
        if opens == safe:
            return t.say("status.window_on", safe=written, n=left)
        return t.say("status.window_before", opens=figures.day(opens, t.language), n=left, safe=written)
    if today >= safe:
        return t.say("status.window_today", safe=written)
    return t.say("status.window_open", safe=written, n=(safe - today).days)


def differences(t: Texts, standing: Standing) -> list[str]:
    """Name every fact that the register tells differently."""
    found: list[str] = []
    if standing.differences:
        found += ["\n", t.say("status.differences", n=len(standing.differences))]
    for one in standing.differences:
        mine, theirs = (one.dropped, one.kept) if one.kept.source is not Source.WORKER else (one.kept, one.dropped)
        kept = t.say("status.office_bpjs_tk") if one.kept.source is not Source.WORKER else t.say("status.issuer_worker")
        field = t.say(f"status.field_{one.field}")
        said, known = fact_value(t, one.field, mine.value), fact_value(t, one.field, theirs.value)
        found.append(t.say("status.difference", field=field, mine=said, theirs=known, kept=kept))
    if standing.as_of is not None:
        found.append(t.say("status.as_of", day=figures.day(standing.as_of, t.language)))
    return found


def reasons(t: Texts, standing: Standing) -> list[str]:
    """The rule in force, every fact with its source, what is checked later, the articles, how sure."""
    view, said = standing.outlook, standing.declared
    found: list[str] = [t.say("status.why_regime", regime=t.say(f"status.regime_{view.regime}")), "\n"]
    for field in ("last_day", "cause", "paid_months", "wage", "proof", "claim_date"):
        fact: Fact[Any] | None = getattr(said, field)
        name = t.say(f"status.field_{field}")
        if field == "wage" and standing.amounts_hidden:
            found.append(t.say("status.estimate_locked"))
        elif fact is None:
            found.append(t.say("status.why_unknown", field=name))
        else:
            value = fact_value(t, field, fact.value)
            found.append(t.say("status.why_fact", field=name, value=value, source=source(t, fact)))
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
