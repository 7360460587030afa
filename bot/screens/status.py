"""The status card and what hangs on it (S1, S1b, S1c): each line with its source, unknown said as unknown."""

from bot.screens import month_lines
from bot.screens import status_lines as say
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.status import Standing
from bot.texts.catalogue import Texts, lines
from jkp.claims import Position, Stage
from jkp.declared import FIELDS

IN_MONTHS = frozenset({Stage.PAID, Stage.MONTH_OPEN, Stage.MONTH_MISSED})
OVER = frozenset({Stage.FINISHED, Stage.STOPPED_EMPLOYED, Stage.STOPPED_DEADLINE, Stage.NO_RIGHT})


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
        t, t.say("status.what"), choice(t, "status.door_self", "declare"), choice(t, "status.door_link", "link")
    )


def status(t: Texts, standing: Standing, *, asked: bool = False) -> Screen:
    """The card: how it stands, whose turn, until when, how much, and the best next step first.

    `asked`: reminders were asked for just now; that none can be planned is then said.
    """
    place = standing.position
    if place.stage is Stage.REJECTED_FIXABLE:
        body = say.refused(t, standing)
    elif place.stage in IN_MONTHS:
        body = month_lines.month(t, standing)
    else:
        body = say.before_claim(t, standing)
    title = t.say("status.title_month", month=place.month) if place.stage in IN_MONTHS else t.say("status.title")
    none = t.say("status.reminders_none") if asked and not standing.reminded else ""
    text = lines(title, *body, none, *say.differences(t, standing))
    return card(t, text, *_choices(t, standing), protect=True)


def _choices(t: Texts, standing: Standing) -> tuple[Button, ...]:
    place = standing.position
    if place.stage in IN_MONTHS:
        found = _month_choices(t, standing, place)
    elif place.stage in OVER:
        found = (choice(t, "status.news_button", "news"), choice(t, "status.find_job_button", "job"))
    else:
        found = (
            choice(t, "status.papers_button", "jkp.papers"),
            _remind(t, standing),
            choice(t, "status.news_button", "news"),
        )
    last = choice(t, "status.change_button", "change")
    link = () if standing.level else (choice(t, "status.link_button", "link"),)
    if standing.amounts_hidden:
        link = (choice(t, "status.amount_button", "link.two"),)
    return (*found, choice(t, "status.why_button", "jkp.why"), *((last,) if len(found) < 4 else ()), *link)[:6]  # noqa: PLR2004 - six choices fit


def _month_choices(t: Texts, standing: Standing, place: Position) -> tuple[Button, ...]:
    add = choice(t, "status.add_application_button", "month.add")
    call = choice(t, "status.add_call_button", "month.call")
    portal = choice(t, "status.portal_button", "portal")
    news = choice(t, "status.news_button", "news")
    if place.needs is not None and place.needs.satisfied:
        return (news, portal, _remind(t, standing), add)
    return (add, call, portal, news)


def _remind(t: Texts, standing: Standing) -> Button:
    if standing.reminders_wanted and not standing.reminded:
        return choice(t, "status.reminders_none_button", "reminders")
    if standing.reminders_wanted:
        return choice(t, "status.reminders_button", "reminders", n=standing.reminded)
    return choice(t, "status.remind_button", "jkp.remind")


def why(t: Texts, standing: Standing) -> Screen:
    """Kenapa begini: the rule, the facts with their sources, how sure it is."""
    body = say.reasons(t, standing)
    is_locked = any(standing.locked(getattr(standing.declared, field)) for field in FIELDS)
    return card(
        t,
        lines(t.say("status.why_title"), *body),
        choice(t, "status.back_button", "jkp"),
        *((choice(t, "status.unlock_button", "link.two"),) if is_locked else ()),
        choice(t, "status.change_button", "change"),
        protect=True,
    )


def papers(t: Texts, standing: Standing) -> Screen:
    """The checklist by situation: what, from whom, and where one of two is enough."""
    proof = [item for item in standing.papers if item.article and item.paper.value != "bank_account"]
    own = [item for item in standing.papers if item not in proof]
    text = lines(
        t.say("status.papers_title"),
        t.say("status.papers_proof"),
        *say.checklist(t, proof),
        "\n",
        t.say("status.papers_own"),
        *say.checklist(t, own),
        "\n",
        t.say("status.papers_note"),
        t.say("status.papers_employer_silent"),
    )
    return card(t, text, choice(t, "status.back_button", "jkp"), choice(t, "status.news_button", "news"))
