"""P0: where a migrant worker is, the day off, the discreet mode; every question can be skipped."""

from collections.abc import Sequence

from babel import Locale

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.abroad import DAYS, City, Standing
from bot.texts import countries, figures
from bot.texts.catalogue import Raw, Texts, lines

FIRST_COUNTRIES = ("TW", "HK", "MY", "KR", "SA")  # where most ask from
SUNDAY = 6
HOME_HOURS = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


def where(t: Texts) -> Screen:
    """Ask for the country."""
    named = (_country(t, iso2) for iso2 in FIRST_COUNTRIES)
    return card(t, t.say("abroad.where"), *named, choice(t, "abroad.other", "abroad_type"))


def _country(t: Texts, iso2: str) -> Button:
    return choice(
        t, "abroad.country", "abroad_to", iso2, flag=countries.flag(iso2), name=countries.name(iso2, t.language)
    )


def type_place(t: Texts, *, again: bool = False) -> Screen:
    """Ask to type the country or city, once more if it was not understood."""
    key = "abroad.type_again" if again else "abroad.type"
    return card(t, t.say(key), choice(t, "abroad.skip", "rights"))


def inland(t: Texts) -> Screen:
    """Ask back: the typed place is in Indonesia."""
    yes = choice(t, "abroad.inland_yes", "abroad_home")
    return card(t, t.say("abroad.inland"), yes, choice(t, "abroad.inland_no", "abroad_where"))


def city(t: Texts, standing: Standing, cities: Sequence[City]) -> Screen:
    """Ask for the city, where the hours within a country differ."""
    named = (choice(t, "abroad.city_name", "abroad_city", n, name=one.name) for n, one in enumerate(cities))
    text = lines(_here(t, standing), t.say("abroad.city"))
    return card(t, text, *named, choice(t, "abroad.skip", "abroad_city", "skip"))


def rest_day(t: Texts, standing: Standing) -> Screen:
    """Ask for the weekly day off."""
    risky = t.say("abroad.risky", name=countries.name(standing.country, t.language)) if standing.risky else ""
    text = lines(_here(t, standing), risky, t.say("abroad.rest"))
    return card(
        t,
        text,
        _rest_choice(t, SUNDAY),
        choice(t, "abroad.rest_other", "abroad_rest", "other"),
        choice(t, "abroad.rest_none", "abroad_rest", "none"),
        choice(t, "abroad.skip", "abroad_rest", "skip"),
        choice(t, "abroad.change_country", "abroad_where"),
    )


def other_day(t: Texts) -> Screen:
    """Offer the other six days."""
    return card(t, t.say("abroad.rest"), *(_rest_choice(t, day) for day in DAYS if day != SUNDAY))


def _rest_choice(t: Texts, day: int) -> Button:
    return choice(t, "abroad.rest_day", "abroad_rest", day, day=weekday(t, day))


def weekday(t: Texts, day: int) -> str:
    """Name a weekday, 0 = Monday."""
    return str(Locale(t.language).days["format"]["wide"][day])


def hush(t: Texts) -> Screen:
    """Ask about the discreet mode."""
    return card(
        t,
        t.say("abroad.hush"),
        choice(t, "abroad.hush_yes", "abroad_hush", "yes"),
        choice(t, "abroad.hush_no", "abroad_hush", "no"),
        choice(t, "abroad.skip", "abroad_hush", "skip"),
    )


def place(t: Texts, standing: Standing) -> Screen:
    """Show what we know of the person's place, and change it."""
    rest = standing.rest_day
    day = t.say("abroad.place_no_rest") if rest is None else t.say("abroad.place_rest", day=weekday(t, rest))
    hushed = t.say("abroad.place_hush" if standing.discreet else "abroad.place_no_hush")
    return card(
        t,
        lines(t.say("abroad.place"), _here(t, standing), day, hushed),
        choice(t, "menu.rights", "rights"),
        choice(t, "abroad.change_country", "abroad_where"),
        choice(t, "abroad.change_rest", "abroad_rest", "ask"),
        choice(t, "abroad.change_hush", "abroad_hush", "ask"),
        choice(t, "abroad.home", "abroad_home"),
    )


def home(t: Texts, standing: Standing, *, years: int) -> Screen:
    """Welcome the person back in Indonesia; `years` is how long JKK claims from abroad stay open."""
    hours = figures.zone_label(standing.zone)
    others = (choice(t, "abroad.use_hours", "abroad_home", name, hours=name) for name in HOME_HOURS if name != hours)
    return card(
        t,
        t.say("abroad.is_home", hours=hours, years=years),
        choice(t, "menu.job", "job"),
        choice(t, "menu.jkp", "jkp"),
        choice(t, "menu.course", "course"),
        *others,
    )


def _here(t: Texts, standing: Standing) -> Raw:
    name = countries.name(standing.country, t.language)
    return t.say(
        "abroad.here", flag=countries.flag(standing.country), name=name, hours=figures.zone_label(standing.zone)
    )
