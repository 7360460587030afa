"""A course that one wants has changed or is off."""

from dataclasses import dataclass
from datetime import date

from bot.screens.frame import card, choice
from bot.screens.screen import Screen
from bot.screens.vacancy_lines import short
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from intake.difference import Plain

LONGEST = 60


@dataclass(frozen=True, slots=True)
class News:
    """What changed about one course: fields before and after, or that it is over."""

    id: str
    programme: str
    provider: str
    fields: tuple[tuple[str, Plain, Plain], ...] = ()
    is_over: bool = False


def changed(t: Texts, news: News) -> Screen:
    """The course, what it was and what it is now."""
    named = {"programme": _short(news.programme), "provider": _short(news.provider)}
    if news.is_over:
        return card(t, t.say("course_news.over", **named), choice(t, "menu.course", "course"))
    text = lines(t.say("course_news.changed", **named), *(_field(t, *field) for field in news.fields))
    return card(t, text, choice(t, "course_news.see", "course.card", news.id))


def _field(t: Texts, name: str, before: Plain, after: Plain) -> Raw:
    values = {"before": _value(t, name, before), "after": _value(t, name, after)}
    return t.say("course_news.field", name=t.say(f"catalogue.column_{name}"), **values)


def _value(t: Texts, name: str, value: Plain) -> str:
    if value in (None, ""):
        return t.label("course_news.unknown")
    if name == "cost" and isinstance(value, int):
        return figures.rupiah(value, t.language)
    if name in {"starts", "ends", "closes"}:
        return figures.day(date.fromisoformat(str(value)), t.language)
    return _short(str(value))


def _short(text: str) -> str:
    return short(text, LONGEST)
