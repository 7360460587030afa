"""What a worker gets from the office: picked vacancies, a promise, the wish to call, and who has the talk now."""

from bot.screens import vacancy_lines as say
from bot.screens.frame import card, choice
from bot.screens.screen import Ask, Button, Screen
from bot.services.staff.picking import Pick
from bot.services.staff.promising import Promised
from bot.services.stopping import Scope
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

LONGEST_LABEL = 34


def picks(t: Texts, who: str, office: str, chosen: tuple[Pick, ...]) -> Screen:
    """Vacancies that a counselor picked, each with why it suits."""
    shown = (
        lines(t.say("job.listed", what=say.brief(t, one.details.offer)), say.suits(t, one.ranked)) for one in chosen
    )
    text = lines(t.say("office.picked", who=_signed(who, office), n=len(chosen)), *shown)
    rows = (Button(say.short(one.details.offer.title, LONGEST_LABEL), "job.card", one.details.offer.id)
            for one in chosen)  # fmt: skip
    return card(t, text, *rows, choice(t, "today.stop", "stop", Scope.VACANCIES.value))


def promised(t: Texts, one: Promised) -> Screen:
    """What was promised and until when, or that it is kept."""
    key = "office.kept" if one.kept else "office.promised"
    text = t.say(key, who=_signed(one.who, one.office), words=one.words, day=figures.day(one.due_on, t.language))
    return card(t, text)


def promise_line(t: Texts, one: Promised) -> Raw:
    """One promise with its day."""
    key = "promise.line_late" if one.late else "promise.line"
    return t.say(key, words=one.words, who=one.who, day=figures.day(one.due_on, t.language))


def wants_to_call(t: Texts, who: str, office: str) -> Screen:
    """May they call? Both answers are fine."""
    text = t.say("office.wants_to_call", who=_signed(who, office))
    return card(t, text, choice(t, "office.call_yes", "call.yes"), choice(t, "office.call_no", "call.no"))


def share_number(t: Texts) -> Screen:
    """The keyboard that shares one's own number; Telegram itself asks once more."""
    ask = Ask(contact=t.label("link.share"), cancel=t.label("office.call_no"))
    return Screen(t.say("office.share_number"), ask=ask)


def number_given(t: Texts, *, given: bool) -> Screen:
    """The number is kept for calls, or it is not."""
    return Screen(t.say("office.number_given" if given else "office.number_kept_back"), remove_ask=True)


def number_taken_back(t: Texts) -> Screen:
    """No calls; nothing else changes."""
    return card(t, t.say("office.number_kept_back"))


def passed_on(t: Texts, who: str, office: str, reason: str) -> Screen:
    """Who has the talk now, and why."""
    text = lines(
        t.say("office.passed_on", who=_signed(who, office)), t.say(f"office.reason.{reason}"), t.say("human.just_write")
    )
    return card(t, text, choice(t, "human.see", "human", "see"))


def _signed(who: str, office: str) -> str:
    return ", ".join(part for part in (who, office) if part)
