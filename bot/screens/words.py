"""Answers to what people type unasked: a hotline at once, a hard moment, a warning, other offices' matters."""

from bot.screens import contacts as numbers
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.danger import Danger
from bot.services.missions import Contacts
from bot.store.people import INDONESIA
from bot.texts import countries
from bot.texts.catalogue import Raw, Texts, lines

GAP = "\n"
PAGES = ("jht", "dispute", "account", "membership", "jkp_training")


def hotline(t: Texts, danger: Danger, contacts: Contacts, *, half_finished: bool) -> Screen:
    """Show whom to call, before anything else; what was half-finished stays."""
    text = lines(
        t.say(f"danger.{danger.value}"),
        _nearby(t, contacts),
        GAP,
        numbers.title(t, contacts.country),
        numbers.contact_lines(t, contacts),
        GAP,
        t.say("danger.human"),
        t.say("danger.stays") if half_finished else "",
    )
    connect, not_meant = _connect(t), choice(t, "danger.not_meant", "not_meant")
    return card(t, text, connect, *numbers.copy_first(t, contacts), not_meant)


def deleted(t: Texts) -> Screen:
    """A private number stood in the message."""
    return card(t, t.say("words.deleted"))


def _nearby(t: Texts, contacts: Contacts) -> Raw:
    return t.say("danger.nearby" if contacts.country == INDONESIA else "danger.nearby_abroad")


def _connect(t: Texts) -> Button:
    return choice(t, "danger.connect", "human", "urgent")


def hard_moment(t: Texts, *, abroad: bool, half_finished: bool) -> Screen:
    """S8: somebody is tired of living; no advice, no exclamation marks."""
    text = lines(
        t.say("hard.thanks"),
        t.say("hard.pause"),
        t.say("hard.care_abroad" if abroad else "hard.care"),
        GAP,
        t.say("hard.talk"),
        t.say("danger.stays") if half_finished else "",
    )
    return card(t, text, _connect(t), choice(t, "hard.numbers", "helpline"), choice(t, "hard.later", "not_now"))


def helpline(t: Texts, contacts: Contacts) -> Screen:
    """Say honestly which numbers we have, and that none of them is made for this."""
    care = t.say("hard.care" if contacts.country == INDONESIA else "hard.care_abroad")
    phones = (numbers.title(t, contacts.country), numbers.contact_lines(t, contacts))
    text = lines(t.say("hard.no_number"), care, GAP, *phones)
    return card(t, text, _connect(t), choice(t, "hard.later", "not_now"))


def not_now(t: Texts) -> Screen:
    """Stay there without pressing."""
    return card(t, t.say("hard.here"), _connect(t))


def not_meant(t: Texts, *, half_finished: bool) -> Screen:
    """Go on after a hotline that was not meant."""
    return card(t, lines(t.say("danger.good"), t.say("danger.go_on") if half_finished else ""))


def scam(t: Texts, country: str, contacts: Contacts) -> Screen:
    """Warn about an offer that asks for money or papers, or leads where nobody is officially placed."""
    place = t.say("scam.country", name=countries.name(country, t.language)) if country else ""
    text = lines(t.say("scam.title"), t.say("scam.dont"), place, t.say("scam.signs"), GAP, t.say("scam.check"))
    phones = t.say("scam.ask", name=contacts.phones[0].name, phone=contacts.phones[0].phone) if contacts.phones else ""
    ask, safe = choice(t, "scam.human", "human"), choice(t, "scam.jobs", "job")
    return card(t, lines(text, phones), ask, safe, *(numbers.copy_first(t, contacts) if country else ()))


def page(t: Texts, name: str) -> Screen:
    """Show a short page about a matter that another office settles."""
    choices = {
        "jht": (choice(t, "menu.jkp", "jkp"),),
        "dispute": (choice(t, "page.human", "human"), choice(t, "menu.jkp", "jkp")),
        "account": (choice(t, "page.human", "human"),),
        "membership": (choice(t, "menu.jkp", "jkp"), choice(t, "page.human", "human")),
        "jkp_training": (choice(t, "menu.course", "course"), choice(t, "menu.jkp", "jkp")),
    }
    return card(t, t.say(f"page.{name}"), *choices[name])


def in_country(t: Texts, country: str) -> Screen:
    """Ask whether the person is in the country that was named."""
    flag, name = countries.flag(country), countries.name(country, t.language)
    return card(
        t,
        t.say("words.in_country", flag=flag, name=name),
        choice(t, "words.in_country_yes", "abroad_to", country, flag=flag, name=name),
        choice(t, "menu.rights", "rights"),
        choice(t, "menu.job", "job"),
    )


def is_home(t: Texts) -> Screen:
    """Ask whether the person is in Indonesia again."""
    return card(
        t,
        t.say("words.is_home"),
        choice(t, "abroad.inland_yes", "abroad_home"),
        choice(t, "abroad.inland_no", "abroad_where"),
    )
