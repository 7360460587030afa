"""S1d: what is asked, why, and what it unlocks; never whether a record exists."""

from bot.screens.frame import card, choice
from bot.screens.screen import Ask, Screen
from bot.texts.catalogue import Raw, Texts, lines


def intro(t: Texts) -> Screen:
    """Why we ask for the number."""
    return card(
        t,
        t.say("link.intro"),
        choice(t, "link.other_number", "link.two"),
        choice(t, "link.read", "link.read"),
        choice(t, "link.later", "jkp"),
    )


def share(t: Texts) -> Screen:
    """The keyboard that shares one's own number; Telegram itself asks once more."""
    ask = Ask(contact=t.label("link.share"), cancel=t.label("link.later"))
    return Screen(t.say("link.press_below"), ask=ask)


def about_data(t: Texts) -> Screen:
    """What happens with the number and the identifiers."""
    return card(t, t.say("link.about"), choice(t, "status.link_button", "link"), choice(t, "link.later", "jkp"))


def ask(t: Texts, what: str, *, wrong: bool = False) -> Screen:
    """Ask for nik, birth or kpj."""
    text = lines(t.say(f"link.wrong_{what}") if wrong else "", t.say(f"link.ask_{what}"), t.say("link.deleted"))
    code = (choice(t, "link.have_code", "link.code"),) if what == "nik" else ()
    return card(t, text, *code, choice(t, "link.later", "jkp"))


def ask_code(t: Texts, *, wrong: bool = False) -> Screen:
    """Ask for the code that an officer read out after seeing the papers."""
    text = lines(t.say("link.code_wrong") if wrong else "", t.say("link.ask_code"))
    return card(t, text, choice(t, "link.second_way", "link.two"), choice(t, "link.later", "jkp"))


def outcome(t: Texts, name: str) -> Screen:
    """The same words whether or not there is a record."""
    return Screen(Raw(t.say(f"link.{name}")), remove_ask=True)
