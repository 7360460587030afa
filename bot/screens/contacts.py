"""Telephone numbers on a screen: each with its source and date, old ones marked, none invented."""

from bot.screens.screen import Button
from bot.services.missions import Contact, Contacts
from bot.store.people import INDONESIA
from bot.texts import countries, figures
from bot.texts.catalogue import Raw, Texts, lines


def contact_lines(t: Texts, contacts: Contacts) -> Raw:
    """List whom to call, in the order to call; missions without a known number share one line."""
    nameless = [one.name for one in contacts.missions if not one.phone]
    silent = t.say("mission.no_phone", names=", ".join(nameless)) if nameless else ""
    gap = t.say("mission.none") if contacts.country != INDONESIA and not contacts.missions else ""
    return lines(gap, *(_line(t, one) for one in contacts.phones), silent)


def copy_first(t: Texts, contacts: Contacts) -> tuple[Button, ...]:
    """Offer to copy the first number, which is the one to call."""
    phones = contacts.phones[:1]
    return tuple(Button(t.label("mission.copy", phone=one.phone), copy=one.phone) for one in phones)


def title(t: Texts, country: str) -> Raw:
    """Say from where these numbers are to be called."""
    if country == INDONESIA:
        return t.say("mission.title_home")
    return t.say("mission.title", flag=countries.flag(country), name=countries.name(country, t.language))


def _line(t: Texts, one: Contact) -> Raw:
    on = figures.month(one.on, t.language) if one.on else ""
    check = t.say("mission.check") if one.old else ""
    return t.say("mission.phone", name=one.name, phone=one.phone, source=one.source, on=on, check=check)
