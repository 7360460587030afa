"""The screens that can follow anything: hello, menu, help, and the answers to what we cannot use."""

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.texts.catalogue import Texts, lines


def hello(t: Texts, name: str, *, abroad: bool, offer_language: bool) -> Screen:
    """S0: first contact, no form and no wall of consent."""
    greeting = t.say("start.hello_name", name=name) if name else t.say("start.hello")
    text = lines(greeting, t.say("start.kind_abroad" if abroad else "start.kind"), t.say("start.where"))
    return card(t, text, *_doors(t, abroad=abroad, last=_language(t) if offer_language else _settings(t)))


def menu(t: Texts, *, abroad: bool, note: str = "", today: bool = False) -> Screen:
    """The menu, after a note if something has to be said first; `today`: a list made in the night waits."""
    text = lines(note, "\n" if note else "", t.say("menu.title"), t.say("start.where"))
    return card(t, text, *_doors(t, abroad=abroad, last=_settings(t), today=today))


def _doors(t: Texts, *, abroad: bool, last: Button, today: bool = False) -> tuple[Button, ...]:
    place = choice(t, "menu.rights", "rights") if abroad else choice(t, "menu.abroad", "abroad")
    main = (
        choice(t, "menu.jkp", "jkp"),
        choice(t, "menu.today", "today") if today else choice(t, "menu.job", "job"),
        choice(t, "menu.course", "course"),
        choice(t, "menu.figures", "figures"),
    )
    return (place, *main, last) if abroad else (*main, place, last)


def _settings(t: Texts) -> Button:
    return choice(t, "menu.settings", "settings")


def _language(t: Texts) -> Button:
    return choice(t, "menu.language", "language", "en" if t.language == "id" else "id")


def help_page(t: Texts) -> Screen:
    """What we can do, in one screen."""
    text = lines(t.say("help.title"), t.say("help.lines"), "\n", t.say("help.limits"))
    return card(t, text, choice(t, "menu.jkp", "jkp"), choice(t, "menu.job", "job"), _language(t))


def sorry(t: Texts) -> Screen:
    """Something broke on our side."""
    return card(t, t.say("sorry"))


def not_understood(t: Texts, what: str, *, abroad: bool) -> Screen:
    """An answer to what we cannot use: text, button, media, file or edited."""
    return menu(t, abroad=abroad, note=t.say(f"unknown.{what}"))


def group(t: Texts, bot_name: str) -> Screen:
    """In groups we only point to the private chat."""
    address = f"https://t.me/{bot_name}"
    return Screen(t.say("unknown.group"), ((Button(f"@{bot_name}", url=address),),))
