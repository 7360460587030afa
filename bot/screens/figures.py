"""The figures of a region as text: every number with its period and its source, none added to another."""

from collections.abc import Sequence
from datetime import date

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.screens.vacancy_lines import short
from bot.services.figures import USUAL, Region
from bot.texts import figures as write
from bot.texts.catalogue import Raw, Texts, lines
from labour_market.figures import Figure, Unit
from matching.places import area

LONGEST_SOURCE = 90
YEAR_LENGTH = len("2026")
GAP = "\n"


def ask(t: Texts, *, again: bool = False) -> Screen:
    """Which province: the usual ones, or typed."""
    named = [(code, area(code)) for code in USUAL]
    rows = (Button(one.name, "figures", code) for code, one in named if one)
    problem = t.say("figures.unread") if again else ""
    return card(t, lines(problem, t.say("figures.ask")), *rows)


def region(t: Texts, here: Region, country: Region) -> Screen:
    """The province's figures, the country's where they help to compare."""
    text = lines(
        t.say("figures.title", name=here.name),
        _line(t, "figures.ump", here.minimum_wage) or t.say("figures.ump_none"),
        t.say("figures.umk_none"),
        GAP,
        _line(t, "figures.tpt", here.unemployment) or t.say("figures.tpt_none"),
        _line(t, "figures.tpt_country", country.unemployment),
        GAP,
        _line(t, "figures.wage", country.wage) or t.say("figures.wage_none"),
        GAP,
        t.say("figures.layoffs_title"),
        *(_layoffs(t, here) or (t.say("figures.layoffs_none"),)),
        t.say("figures.layoffs_country"),
        *_layoffs(t, country),
        t.say("figures.layoffs_note"),
    )
    return card(
        t,
        text,
        choice(t, "figures.sectors_button", "figures", f"s.{here.code}"),
        choice(t, "figures.other", "figures", "ask"),
        choice(t, "menu.job", "job"),
    )


def sectors(t: Texts, country: Region, back: str) -> Screen:
    """The average wage by sector, for the whole country, highest first."""
    found = country.sectors
    if not found:
        return card(t, t.say("figures.wage_none"), choice(t, "menu.back", "figures", back))
    listed = (t.say("figures.sector", name=one.category, value=_value(t, one)) for one in found)
    return card(
        t,
        lines(t.say("figures.sectors_title"), *listed, *_origins(t, found)),
        choice(t, "menu.back", "figures", back),
    )


def _origins(t: Texts, found: Sequence[Figure]) -> tuple[Raw, ...]:
    """Period and source once for all figures that share them."""
    seen = dict.fromkeys((one.period, one.source) for one in found)
    return tuple(t.say("figures.origin", period=_period(t, period), source=_source(source)) for period, source in seen)


def _layoffs(t: Texts, place: Region) -> tuple[Raw, ...]:
    found = (place.layoffs_month, place.layoffs_span)
    return tuple(_line(t, f"figures.{one.measure}", one) for one in found if one)


def _line(t: Texts, key: str, figure: Figure | None) -> Raw:
    if figure is None:
        return Raw("")
    origin = t.say("figures.origin", period=_period(t, figure.period), source=_source(figure.source))
    doubt = "figures.disputed" if figure.confidence == "A*" else "figures.doubtful" if figure.confidence == "D" else ""
    return lines(t.say(key, value=_value(t, figure)), t.say(doubt) if doubt else "", origin)


def _source(sources: str) -> str:
    """The first of several sources: the others say the same."""
    return short(sources.partition(";")[0], LONGEST_SOURCE)


def _value(t: Texts, figure: Figure) -> Raw:
    match figure.unit:
        case Unit.RUPIAH_A_MONTH:
            return Raw(write.rupiah(int(figure.value), t.language))
        case Unit.PERCENT:
            return Raw(f"{write.number(figure.value, t.language)}%")
        case Unit.PEOPLE:
            return t.say("figures.people", value=write.number(int(figure.value), t.language))


def _period(t: Texts, period: str) -> str:
    """Write a period as people read it: 2026, Agustus 2025, Januari 2025 - November 2025."""
    first, _, last = period.partition("/")
    ends = [_month(t, one) for one in (first, last) if one]
    return " - ".join(ends)


def _month(t: Texts, one: str) -> str:
    return one if len(one) == YEAR_LENGTH else write.month(date.fromisoformat(f"{one}-01"), t.language)
