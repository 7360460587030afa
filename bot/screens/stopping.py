"""Stop and its kinds, each with the way back."""

from datetime import datetime

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.stopping import Scope
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines


def stopped(t: Texts) -> Screen:
    """Stopped at once; only then asked what it was about."""
    kinds = (choice(t, f"stop.{scope}", "stop", scope) for scope in Scope)
    return card(
        t, lines(t.say("stop.done"), t.say("stop.question"), "\n", t.say("stop.back")), *kinds, _resume(t), _erase(t)
    )


def narrowed(t: Texts, scope: Scope, until: datetime | None, zone: str) -> Screen:
    """What holds from now on."""
    when = figures.moment(until, zone, t.language) if until else Raw("")
    return card(t, lines(t.say(f"stop.now.{scope}", when=when), t.say("stop.back")), _resume(t))


def resumed(t: Texts) -> Screen:
    """Back again."""
    return card(t, t.say("stop.resumed"), choice(t, "reminders.mine", "reminders"), choice(t, "stop.again", "stop"))


def _resume(t: Texts) -> Button:
    return choice(t, "stop.resume", "resume")


def _erase(t: Texts) -> Button:
    return choice(t, "mydata.open", "mydata")
