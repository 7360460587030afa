"""Today's list and the word of it: a few vacancies that fit, chosen in the night."""

from bot.screens import vacancy_lines as say
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.stopping import Scope
from bot.services.today import Today
from bot.texts import figures
from bot.texts.catalogue import Texts, lines

LONGEST_LABEL = 40


def listed(t: Texts, found: Today) -> Screen:
    """The list, best first; what closed since the night is not in it."""
    shown = (t.say("job.listed", what=say.brief(t, one.offer)) for one in found.vacancies)
    more = t.say("today.more", n=found.more) if found.more else ""
    rows = (Button(say.short(one.offer.title, LONGEST_LABEL), "job.card", one.offer.id) for one in found.vacancies)
    title = t.say("today.title", day=figures.day(found.day, t.language))
    return card(t, lines(title, *shown, more), *rows, choice(t, "today.search", "job"))


def word(t: Texts) -> Screen:
    """Unasked, to those who agreed: there is something new."""
    return card(
        t, t.say("today.word"), choice(t, "menu.today", "today"), choice(t, "today.stop", "stop", Scope.VACANCIES.value)
    )
