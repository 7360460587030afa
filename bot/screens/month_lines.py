"""The lines of the card while months are paid: what is shown already, what is missing, when the month is filed."""

from datetime import date

from bot.screens.status_lines import cure, estimate, line, payer, turn
from bot.services.status import Standing
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.claims import Position, Stage
from jkp.monthly import Needs
from jkp.rules.case import Certainty
from jkp.rules.duties import LAST_MONTH

FULL, EMPTY = "▰", "▱"


def month(t: Texts, standing: Standing) -> list[str]:
    """The running benefit month: the last payment, turn, what is still to show, the window."""
    said, place = standing.declared, standing.position
    found: list[str] = []
    if said.paid_through_month and said.paid_through_month.value:
        paid = t.say("status.paid", month=said.paid_through_month.value)
        found.append(line(t, paid, said.paid_through_month))
    found.append(line(t, turn(t, place), said.claim_date))
    if place.needs is not None:
        found += _needs(t, place, place.needs)
    if place.window is not None:
        found.append(_window(t, standing))
    if place.stage is Stage.MONTH_MISSED:
        found.append(cure(t, standing))
    found += [estimate(t, standing), payer(t, standing)]
    return [one for one in found if one]


def _needs(t: Texts, place: Position, needs: Needs) -> list[str]:
    values = {"month": place.month, "applications": needs.applications_needed, "calls": needs.calls_needed}
    is_last = place.month == LAST_MONTH
    asked = t.say("status.needs_intro_last", **values) if is_last else t.say("status.needs_intro", **values)
    done = min(needs.applications, needs.applications_needed)
    bar = FULL * done + EMPTY * (needs.applications_needed - done)
    meter = t.say(
        "status.needs_meter", done=needs.applications, needed=needs.applications_needed, bar=bar, calls=needs.calls
    )
    return [_sourced(t, asked), line(t, meter), *_completeness(t, place, needs)]


def _completeness(t: Texts, place: Position, needs: Needs) -> list[str]:
    """Complete is said only when nothing is missing under any reading, and while it still helps."""
    if needs.complete:
        return [] if place.stage is Stage.MONTH_MISSED else [t.say("status.needs_done")]
    found: list[str] = []
    if needs.satisfied and needs.certainty is Certainty.OPEN:
        found.append(t.say("status.needs_open", office=t.say("status.office_bpjs_tk")))
    if needs.form_missing:
        found.append(t.say("status.needs_form"))
    return found


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
    if today == safe:
        return t.say("status.window_today", safe=written)
    if today > safe:
        return t.say("status.window_maybe", safe=written)
    return t.say("status.window_open", safe=written, n=(safe - today).days)
