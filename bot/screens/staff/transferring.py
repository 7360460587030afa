"""Giving a held talk to a colleague: why, to whom, and what both sides read."""

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.screens.vacancy_lines import short
from bot.services.staff.transferring import Choice, Colleague, Passed, Reason
from bot.texts.catalogue import Texts

LONGEST_LABEL = 34


def why(t: Texts, shown: Choice) -> Screen:
    """Why does it change hands? The worker reads the answer."""
    back = _back(t, shown.request_id)
    name = shown.name or t.label("answering.no_name")
    if not shown.colleagues:
        return card(t, t.say("pass.nobody", name=name), back)
    rows = (choice(t, f"pass.because.{one}", "pass.why", f"{one}.{shown.request_id}") for one in Reason)
    return card(t, t.say("pass.why", name=name), *rows, back)


def whom(t: Texts, shown: Choice, reason: Reason) -> Screen:
    """To whom?"""
    at = list(Reason).index(reason)
    rows = (
        Button(_label(t, one), "pass.to", f"{at}{one.id}.{shown.request_id}") for one in shown.colleagues
    )  # fmt: skip
    return card(t, t.say("pass.whom"), *rows, _back(t, shown.request_id))


def _label(t: Texts, one: Colleague) -> str:
    return short(t.label("pass.to", who=", ".join(part for part in (one.name, one.office) if part)), LONGEST_LABEL)


def passed(t: Texts, result: Passed) -> Screen:
    """It is the colleague's now, and the worker knows."""
    name = result.name or t.label("answering.no_name")
    return card(
        t,
        t.say("pass.done", name=name, to=result.to.name),
        choice(t, "desk.held", "held"),
        choice(t, "desk.queue", "queue"),
    )


def received(t: Texts, result: Passed, who: str) -> Screen:
    """What the colleague gets: whose talk, from whom, why."""
    name = result.name or t.label("answering.no_name")
    text = t.say("pass.received", name=name, who=who, reason=t.say(f"office.reason.{result.reason}"))
    return card(
        t, text, choice(t, "answering.open", "answer", result.request_id, name=name), choice(t, "desk.held", "held")
    )


def _back(t: Texts, request_id: str) -> Button:
    return choice(t, "pass.back", "answer", request_id)
