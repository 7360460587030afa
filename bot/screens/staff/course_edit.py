"""A course edited from a phone: found, shown, one field changed, closed, copied; and asked whether it still runs."""

from collections.abc import Sequence
from datetime import date

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen, html
from bot.screens.staff.catalogue import expected, field_name
from bot.screens.vacancy_lines import short
from bot.services.staff.course_edit import FIELDS, PAGE, Shown
from bot.services.staff.course_opening import Opens
from bot.services.staff.freshness import Due
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from intake.problems import Problem
from training_catalog.editing import Found

LONGEST, LONGEST_LABEL, LONGEST_LINE, LISTED = 120, 34, 70, 5


def ask(t: Texts) -> Screen:
    """Wait for words to search."""
    return card(t, t.say("course_edit.ask"))


def found(t: Texts, words: str, listed: Sequence[Found]) -> Screen:
    """The courses most like what was typed."""
    if not listed:
        return card(t, lines(t.say("course_edit.none", words=_short(words)), t.say("course_edit.ask")))
    told = [Raw(html(f"{number}. {_line(t, one)}")) for number, one in enumerate(listed, 1)]
    rows = (Button(_label(f"{number}. {one.programme}"), "cat.row", one.id) for number, one in enumerate(listed, 1))
    return card(t, lines(t.say("course_edit.found", words=_short(words)), *told), *rows)


def course(t: Texts, shown: Shown, note: str = "", told: int = 0) -> Screen:
    """One course with everything that is known of it."""
    text = lines(
        t.say(f"course_edit.{note}") if note else "",
        t.say("course_edit.told", n=told) if told else "",
        t.say("course_edit.title", programme=_short(shown.programme), provider=_short(shown.provider)),
        "" if shown.is_open else t.say("course_edit.closed"),
        *(_value(t, name, shown.cells[name]) for name in FIELDS if shown.cells[name]),
        t.say("course_edit.interest", n=shown.interested) if shown.interested else "",
    )
    close = (choice(t, "course_edit.close", "cat.close", _at(shown)),) if shown.is_open else ()
    undo = (choice(t, "course_edit.undo", "cat.back", f"courses.{shown.version}"),) if note == "saved" else ()
    return card(
        t,
        text,
        choice(t, "course_edit.change", "cat.field", _at(shown)),
        choice(t, "course_edit.copy", "cat.copy", _at(shown)),
        *close,
        choice(t, "roster.of_course", "roster", shown.id),
        choice(t, "course_edit.opens", "cat.opens", shown.id),
        *(undo or (choice(t, "catalogue.find", "cat.find"),)),
    )


def opens(t: Texts, found: Opens) -> Screen:
    """A3: how many vacancies the course opens, for how many of the people near it, and how many seats it has."""
    at_least = found.near > found.looked_at
    text = lines(
        t.say("course_edit.opens_title", programme=_short(found.title), provider=_short(found.provider)),
        t.say(
            "course_edit.opens_least" if at_least else "course_edit.opens_figures",
            vacancies=figures.number(found.vacancies, t.language),
            people=figures.number(found.people, t.language),
        ),
        t.say("course_edit.opens_seats", n=found.seats) if found.seats is not None else "",
        t.say("course_edit.opens_how", n=figures.number(found.looked_at, t.language)),
    )
    copy = choice(t, "course_edit.propose", "cat.row", found.course_id)
    return card(t, text, copy, choice(t, "catalogue.find", "cat.find"))


def which(t: Texts, shown: Shown, page: int) -> Screen:
    """Which field is to be changed?"""
    here = FIELDS[page * PAGE : (page + 1) * PAGE]
    rows = (Button(field_name(t, name), "cat.set", f"{_at(shown)}.{name}") for name in here)
    following = (page + 1) * PAGE < len(FIELDS)
    more = choice(t, "course_edit.more", "cat.field", f"{_at(shown)}.{page + 1 if following else 0}")
    return card(t, t.say("course_edit.which"), *rows, more)


def type_value(t: Texts, shown: Shown, name: str, problems: Sequence[Problem] = ()) -> Screen:
    """Wait for the new value, or say what was wrong with the last one."""
    now = shown.cells[name] or "-"
    ask = t.say("course_edit.type", name=field_name(t, name), value=_short(now))
    return card(t, lines(*(_wrong(t, one) for one in problems), ask), choice(t, "menu.back", "cat.row", shown.id))


def type_start(t: Texts, shown: Shown, problems: Sequence[Problem] = ()) -> Screen:
    """Wait for the start of the copy."""
    wrong = (_wrong(t, one) for one in problems)
    return card(t, lines(*wrong, t.say("course_edit.type_start")), choice(t, "menu.back", "cat.row", shown.id))


def due(t: Texts, expiring: Sequence[Due], hidden: Sequence[Due]) -> Screen:
    """What will be hidden within a week, what is hidden, and who was asked."""
    text = lines(
        t.say("fresh.title", n=len(expiring)) if expiring else t.say("fresh.none"),
        *(_due(t, one) for one in expiring[:LISTED]),
        t.say("catalogue.more", n=len(expiring) - LISTED) if len(expiring) > LISTED else "",
        t.say("fresh.hidden", n=len(hidden)) if hidden else "",
        *(_due(t, one) for one in hidden[:LISTED]),
    )
    picks = (*expiring, *hidden)[:LISTED]
    rows = (choice(t, "fresh.pick", "fresh.ask", one.id, programme=_label(one.programme)) for one in picks)
    return card(t, text, *rows, choice(t, "menu.back", "cat.how"))


def still_on(t: Texts, one: Due) -> Screen:
    """A2: does it still run? One tap."""
    text = t.say(
        "fresh.ask",
        programme=_short(one.programme),
        provider=_short(one.provider),
        day=_day(t, one.starts),
        until=figures.day(one.until, t.language),
    )
    argument = f"{one.id}.{one.version}"
    return card(
        t,
        text,
        choice(t, "fresh.yes", "fresh.yes", argument),
        choice(t, "fresh.moved", "fresh.moved", argument),
        choice(t, "fresh.no", "fresh.no", argument),
    )


def confirmed(t: Texts, one: Due) -> Screen:
    """Thank you, until then."""
    return card(t, t.say("fresh.thanks", programme=_short(one.programme), until=figures.day(one.until, t.language)))


def ended(t: Texts, one: Due) -> Screen:
    """It is closed."""
    return card(t, t.say("fresh.ended", programme=_short(one.programme)))


def type_moved(t: Texts, problems: Sequence[Problem] = ()) -> Screen:
    """Wait for the new start."""
    return card(t, lines(*(_wrong(t, one) for one in problems), t.say("fresh.type")))


def said(t: Texts, key: str) -> Screen:
    """One of the short answers: course_edit.gone, fresh.not_yours."""
    return card(t, t.say(key))


def _line(t: Texts, one: Found) -> str:
    mark = "✅" if one.is_open else "⛔"
    values = {"programme": _label(one.programme), "provider": _label(one.provider)}
    return t.label("course_edit.line", mark=mark, day=_day(t, one.starts), **values)


def _value(t: Texts, name: str, value: str) -> Raw:
    return t.say("course_edit.value", name=field_name(t, name), value=_short(value[:LONGEST_LINE]))


def _due(t: Texts, one: Due) -> Raw:
    whom = "nobody" if not one.asked else "provider" if one.by_provider else "admin"
    return t.say(
        "fresh.line",
        programme=_short(one.programme),
        provider=_short(one.provider),
        until=figures.short_day(one.until, t.language),
        whom=t.label(f"fresh.whom_{whom}"),
    )


def _wrong(t: Texts, one: Problem) -> Raw:
    name = field_name(t, one.column)
    return t.say("course_edit.wrong", name=name, expected=expected(t, one), found=_short(one.found))


def _day(t: Texts, day: date | None) -> str:
    return figures.short_day(day, t.language) if day else t.label("catalogue.any_day")


def _at(shown: Shown) -> str:
    return f"{shown.id}.{shown.version}"


def _label(text: str) -> str:
    return short(text, LONGEST_LABEL)


def _short(text: str) -> str:
    return short(text, LONGEST)
