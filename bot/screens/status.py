"""The status card and what hangs on it (S1, S1b, S1c): each line with its source, unknown said as unknown."""

from bot.screens import month_lines
from bot.screens import status_lines as say
from bot.screens.frame import card, choice
from bot.screens.screen import Screen
from bot.screens.sourced import written
from bot.screens.status_choices import choices
from bot.services.status import Standing
from bot.texts.catalogue import Texts, lines
from jkp.claims import Stage
from jkp.rules.duties import FIRST_MONTH
from jkp.stages import IN_MONTHS


def doors(t: Texts) -> Screen:
    """S1: two doors, what you tell me or what the register says."""
    return card(
        t,
        t.say("status.doors"),
        choice(t, "status.door_self", "declare"),
        choice(t, "status.door_link", "link"),
        choice(t, "status.door_what", "jkp.what"),
    )


def what_is_jkp(t: Texts) -> Screen:
    """JKP in eight lines."""
    return card(
        t,
        t.say("status.what"),
        choice(t, "status.door_self", "declare"),
        choice(t, "status.door_link", "link"),
        choice(t, "beliefs.open", "beliefs"),
    )


def status(t: Texts, standing: Standing, *, asked: bool = False) -> Screen:
    """The card: how it stands, whose turn, until when, how much, and the best next step first.

    `asked`: reminders were asked for just now; that none can be planned is then said.
    """
    stage, month = standing.position.stage, standing.position.month
    if stage is Stage.REJECTED_FIXABLE:
        body = say.refused(t, standing)
    elif stage in IN_MONTHS:
        body = month_lines.month(t, standing)
    else:
        body = say.before_claim(t, standing)
    numbered = stage in IN_MONTHS or month > FIRST_MONTH
    title = t.say("status.title_month", month=month) if numbered else t.say("status.title")
    none = t.say("status.reminders_none") if asked and not standing.reminded else ""
    text = lines(title, *written(t, body), none, *say.differences(t, standing))
    return card(t, text, *choices(t, standing), protect=True)
