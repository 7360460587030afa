"""The one-time code for level 2: whom it is for, what must have been seen, and the code to read out."""

from bot.screens.frame import MOST_CHOICES, card, choice
from bot.screens.screen import Screen
from bot.services.staff.unlocking import Given, Outcome
from bot.texts.catalogue import Texts, lines


def whom(t: Texts, held_now: tuple[tuple[int, str], ...]) -> Screen:
    """For which of those the member holds."""
    if not held_now:
        return card(t, t.say("code.nobody"), choice(t, "desk.queue", "queue"))
    rows = (
        choice(t, "code.for", "code", f"s.{person_id}", name=name or t.label("answering.no_name"))
        for person_id, name in held_now[: MOST_CHOICES - 1]
    )
    return card(t, t.say("code.whom"), *rows, choice(t, "desk.held", "held"))


def seen(t: Texts, person_id: int) -> Screen:
    """Did you see the papers yourself?"""
    text = lines(t.say("code.seen"), t.say("code.recorded"))
    return card(t, text, choice(t, "code.yes", "code", f"y.{person_id}"), choice(t, "menu.back", "code"))


def given(t: Texts, result: Given) -> Screen:
    """The code to read out, or why there is none."""
    if result.outcome is not Outcome.GIVEN:
        return card(t, t.say(f"code.{result.outcome}"), choice(t, "menu.back", "code"))
    text = t.say("code.given", name=result.name or t.label("answering.no_name"), code=result.code)
    return card(t, lines(text, t.say("code.how")), choice(t, "desk.held", "held"), protect=True)
