"""Settings: language, hour, place, work, agreements."""

from zoneinfo import ZoneInfo

from bot.screens import reminders
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.settings import HOURS, ZONES, Agreement, Settings
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines


def overview(t: Texts, held: Settings, note: str = "") -> Screen:
    """Everything that can be set."""
    text = lines(note, "\n" if note else "", t.say("settings.title"), t.say("settings.which"))
    return card(
        t,
        text,
        choice(t, "menu.language", "language", "en" if t.language == "id" else "id"),
        choice(t, "settings.hour", "settings", "hour", hour=reminders.hour(t, held.hour, held.zone)),
        choice(t, "settings.zone", "settings", "zone", zone=figures.zone_label(held.zone)),
        choice(t, "settings.profile", "profile"),
        choice(t, "settings.consents", "settings", "consent"),
        choice(t, "mydata.open", "mydata"),
    )


def hours(t: Texts, held: Settings, note: str = "") -> Screen:
    """Ask for the hour of reminders."""
    rows = (
        Button(reminders.hour(t, number, held.zone), "settings", f"hour.{number}") for number in HOURS
    )  # any other hour can be typed
    text = lines(note, t.say("settings.ask_hour"), t.say("settings.type_hour"))
    return card(t, text, *rows)


def zones(t: Texts, held: Settings) -> Screen:
    """Ask for the place and so the zone."""
    rows = (choice(t, f"settings.zone.{code}", "settings", f"zone.{code}") for code in ZONES)
    home = t.say("settings.home_again") if held.abroad else Raw("")
    text = lines(t.say("settings.zone_now", zone=figures.zone_label(held.zone)), t.say("settings.ask_zone"), home)
    return card(t, text, *rows, choice(t, "menu.abroad", "abroad"), choice(t, "menu.back", "settings"))


def agreements(t: Texts, held: tuple[Agreement, ...], zone: str, note: str = "") -> Screen:
    """What the person agrees to, with the words' version and the day, and a button for each."""
    listed = tuple(_agreement(t, one, zone) for one in held)
    rows = (_button(t, one) for one in held)
    text = lines(note, "\n" if note else "", t.say("consent.title"), *listed, "\n", t.say("consent.free"))
    return card(t, text, *rows, choice(t, "menu.back", "settings"))


def _agreement(t: Texts, one: Agreement, zone: str) -> Raw:
    what = t.say(f"consent.{one.purpose}")
    if one.at is None:
        return t.say("consent.never", what=what)
    day = figures.day(one.at.astimezone(ZoneInfo(zone)).date(), t.language)
    return t.say("consent.given" if one.given else "consent.withdrawn", what=what, day=day, version=one.version)


def _button(t: Texts, one: Agreement) -> Button:
    deed = "drop" if one.given else "give"
    return choice(
        t, f"consent.{deed}", "settings", f"{deed}.{one.purpose}", what=t.label(f"consent.short.{one.purpose}")
    )
