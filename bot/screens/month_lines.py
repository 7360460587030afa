"""The lines of the card while months are paid: what is shown already, what is missing, when the month is filed."""

from datetime import date
from typing import Any

from bot.screens.sourced import Line, plain, told
from bot.screens.status_lines import late, payer, turn
from bot.services.status import Standing
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.claims import Position, Stage, Step
from jkp.declared import Fact, value
from jkp.monthly import Needs
from jkp.rules.case import Certainty
from jkp.rules.duties import LAST_MONTH

FULL, EMPTY = "▰", "▱"


def month(t: Texts, standing: Standing) -> list[Line]:
    """The running benefit month: the last payment, turn, what is still to show, the window."""
    said, place = standing.declared, standing.position
    found = [_paid(t, standing), told(turn(t, place), _mover(standing)), late(t, place)]
    if place.needs is not None and place.stage is not Stage.MONTH_MISSED:
        found += _needs(t, place, place.needs)
    if place.window is not None and place.stage is not Stage.SUBMITTED:
        found.append(told(_window(t, standing), said.portal_date or said.claim_date))
    return [*found, plain(payer(t, standing))]


def _mover(standing: Standing) -> Fact[Any] | None:
    """Give the fact that the turn rests on."""
    said = standing.declared
    return said.filed_month if standing.position.stage is Stage.SUBMITTED else said.claim_date


def _paid(t: Texts, standing: Standing) -> Line:
    """Say which month was paid, with its day where the same source tells it."""
    paid, on = standing.declared.paid_through_month, standing.declared.paid_on
    if paid is None or not paid.value:
        return plain("")
    if on is not None and on.source is paid.source:
        day = figures.short_day(on.value, t.language)
        return told(t.say("claim.paid_on", month=paid.value, day=day), paid)
    return told(t.say("status.paid", month=paid.value), paid)


def _needs(t: Texts, place: Position, needs: Needs) -> list[Line]:
    """Complete is said only when nothing is missing under any reading; else what is asked, and how far it is."""
    if needs.complete:
        return [] if place.next_step is Step.WAIT else [told(t.say("status.needs_done"))]
    asked = _asked(t, place, needs)
    done = min(needs.applications, needs.applications_needed)
    bar = FULL * done + EMPTY * (needs.applications_needed - done)
    meter = t.say(
        "status.needs_meter", done=needs.applications, needed=needs.applications_needed, bar=bar, calls=needs.calls
    )
    return [plain(asked), told(meter), *(plain(one) for one in _doubts(t, needs))]


def _asked(t: Texts, place: Position, needs: Needs) -> Raw:
    values = {"month": place.month, "applications": needs.applications_needed, "calls": needs.calls_needed}
    return t.say("status.needs_intro_last" if place.month == LAST_MONTH else "status.needs_intro", **values)


def _doubts(t: Texts, needs: Needs) -> list[Raw]:
    found: list[Raw] = []
    if needs.trained is False:
        found.append(t.say("claim.attendance_low", office=t.say("status.office_pengantar_kerja")))
    elif needs.satisfied and needs.certainty is Certainty.OPEN:
        found.append(t.say("status.needs_open", office=t.say("status.office_bpjs_tk")))
    if needs.form_missing:
        found.append(t.say("status.needs_form"))
    return found


def _window(t: Texts, standing: Standing) -> str:
    window, today = standing.position.window, standing.today
    if window is None:
        return ""
    is_portal = value(standing.declared.portal_date) == window.safe_day
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
