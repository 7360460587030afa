"""Applying (S3): how, with a text that is ready to send; what was logged, and how the month stands."""

from collections.abc import Sequence

from bot.screens import vacancy_lines as say
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.screens.vacancy_lines import short
from bot.services.applying import MOST_COPIED, Logged, Way
from bot.store import cards
from bot.store.applications import CALL
from bot.texts import figures
from bot.texts.catalogue import REFERENCE, Raw, Texts, lines
from jkp.monthly import Needs
from matching.profile import Kind

SHOWN = 5
LONGEST_HOW = 600
LONGEST_IN_TEXT = 50


def way(t: Texts, found: Way) -> Screen:
    """How to apply, and the ready text."""
    details = found.details
    words = ready_text(found)
    text = lines(
        say.head(t, details.offer),
        _how(t, found),
        "\n",
        t.say("apply.text", text=words),
        "\n",
        t.say("apply.never_pay"),
    )
    page = (Button(t.label("apply.page"), url=details.url),) if details.url else ()
    return card(
        t,
        text,
        Button(t.label("apply.copy"), copy=words),
        *page,
        choice(t, "apply.sent", "applied", details.offer.id),
        choice(t, "apply.later", "apply.later", details.offer.id),
        choice(t, "job.back", "job.card", details.offer.id),
        shows=cards.name(Kind.VACANCY, details.offer.id),
    )


def _how(t: Texts, found: Way) -> Raw:
    details = found.details
    if details.how_to_apply:
        return t.say("apply.how", how=short(details.how_to_apply, LONGEST_HOW))
    return t.say("apply.how_page") if details.url else t.say("apply.how_unknown")


def ready_text(found: Way) -> str:
    """Write what can be sent to the employer: in Indonesian whatever the reader speaks, never too long to copy."""
    t = Texts(REFERENCE)
    offer = found.details.offer
    title, where = short(offer.title, LONGEST_IN_TEXT), short(offer.provider, LONGEST_IN_TEXT)
    name = short(found.name, LONGEST_IN_TEXT)
    years = figures.number(found.experience, t.language) if found.experience else ""
    parts = (
        t.label("apply.letter_name", name=name) if name else t.label("apply.letter"),
        t.label("apply.letter_for_at", title=title, employer=where)
        if where
        else t.label("apply.letter_for", title=title),
        t.label("apply.letter_years", years=years) if years else "",
        t.label("apply.letter_end"),
    )
    return " ".join(part for part in parts if part)[:MOST_COPIED]


def gone(t: Texts) -> Screen:
    """A vacancy that is not there any more."""
    return card(t, t.say("apply.gone"), choice(t, "menu.job", "job"))


def sent(t: Texts, logged: Logged, needs: Needs | None, *, wish: bool = False) -> Screen:
    """It is logged, and how the month stands; `wish`: whether to offer word of what fits, unasked."""
    return card(
        t,
        lines(t.say("apply.logged"), _what(t, logged), month(t, needs)),
        choice(t, "apply.one_more", "job.next", logged.vacancy_id),
        choice(t, "apply.undo", "apply.undo", logged.id),
        choice(t, "apply.mine", "apply.list"),
        *((choice(t, "apply.to_jkp", "jkp"),) if needs else ()),
        *((choice(t, "profile.tell", "profile", "tell"),) if wish else ()),
    )


def later(t: Texts, offer_id: str, when: str) -> Screen:
    """A reminder is planned."""
    return card(
        t,
        t.say("apply.later_done", when=when),
        choice(t, "apply.one_more", "job.next", offer_id),
        choice(t, "job.back", "job.card", offer_id),
    )


def undone(t: Texts, logged: Logged, needs: Needs | None) -> Screen:
    """It does not count any more."""
    back = (choice(t, "job.back", "job.card", logged.vacancy_id),) if logged.vacancy_id else ()
    return card(
        t,
        lines(t.say("apply.undone"), _what(t, logged), month(t, needs)),
        *back,
        choice(t, "apply.mine", "apply.list"),
        choice(t, "apply.to_jkp", "jkp"),
    )


def listed(t: Texts, found: Sequence[Logged], needs: Needs | None) -> Screen:
    """My applications, newest first; each can be taken back."""
    if not found:
        return card(
            t,
            lines(t.say("apply.none"), month(t, needs)),
            choice(t, "menu.job", "job"),
            choice(t, "apply.add", "month.add"),
        )
    more = t.say("apply.more", n=len(found) - SHOWN) if len(found) > SHOWN else ""
    rows = (
        Button(t.label("apply.undo_one", what=short(_label(t, one), 30)), "apply.undo", one.id) for one in found[:SHOWN]
    )
    text = lines(t.say("apply.list_title"), *(_line(t, one) for one in found[:SHOWN]), more, month(t, needs))
    return card(t, text, *rows, choice(t, "apply.add", "month.add"))


def month(t: Texts, needs: Needs | None) -> Raw:
    """How the benefit month stands; nothing while no claim is known."""
    if needs is None:
        return Raw("")
    values = {"done": needs.applications, "needed": needs.applications_needed, "calls": needs.calls}
    return t.say("apply.month_enough" if needs.complete else "apply.month", **values)


def ask_elsewhere(t: Texts, *, again: bool = False) -> Screen:
    """Ask for an application made elsewhere in one line."""
    problem = t.say("month.unread") if again else ""
    return card(t, lines(problem, t.say("month.ask_add")), choice(t, "apply.to_jkp", "jkp"))


def ask_call(t: Texts) -> Screen:
    """Ask who called."""
    return card(t, t.say("month.ask_call"), choice(t, "month.skip", "month.skip"), choice(t, "apply.to_jkp", "jkp"))


def noted(t: Texts, logged: Logged, needs: Needs | None, *, today: bool) -> Screen:
    """What was made elsewhere is logged; the day can be moved, and then back to the card."""
    other = "yesterday" if today else "today"
    return card(
        t,
        lines(t.say("month.noted"), _what(t, logged), month(t, needs)),
        choice(t, "apply.to_jkp", "jkp"),
        choice(t, f"month.on_{other}", "month.day", f"{logged.id}.{other}"),
        choice(t, "month.one_more", "month.call" if logged.kind == CALL else "month.add"),
        choice(t, "apply.undo", "apply.undo", logged.id),
    )


def _what(t: Texts, logged: Logged) -> Raw:
    return t.say("apply.what", what=_label(t, logged), day=figures.day(logged.on, t.language))


def _line(t: Texts, logged: Logged) -> Raw:
    return t.say("apply.line", what=_label(t, logged), day=figures.short_day(logged.on, t.language))


def _label(t: Texts, logged: Logged) -> str:
    said = [short(one, LONGEST_IN_TEXT) for one in (logged.title, logged.employer) if one]
    if logged.kind == CALL:
        said.insert(0, t.label("apply.call"))
    return ", ".join(said) or t.label("apply.application")
