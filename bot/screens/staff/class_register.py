"""The class register as a provider taps it, and the file that says the same."""

from collections.abc import Sequence
from datetime import date

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.screens.staff.catalogue import problem
from bot.screens.vacancy_lines import short
from bot.services.staff.class_register import ClassDay, Present
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from intake.problems import Problem

LONGEST, LONGEST_LABEL, SHOWN = 60, 16, 8
MARKS = {True: "✅", False: "❌", None: "▫️"}


def day(t: Texts, shown: ClassDay, told: int = 0) -> Screen:
    """One class day: each tap turns one person; another button notes everybody left as present."""
    text = lines(
        t.say("class.title", programme=_cut(shown.programme), day=figures.day(shown.day, t.language)),
        t.say("class.noted", n=shown.noted, total=shown.total) if shown.total else t.say("class.nobody"),
        *(_line(t, one) for one in shown.people),
        t.say("class.told", n=told) if told else "",
    )
    rows = (_turn(t, shown, one) for one in shown.people)
    rest = shown.total - shown.noted
    all_there = (choice(t, "class.all", "class.all", _at(shown, shown.day), n=rest),) if rest else ()
    return card(t, text, *rows, *all_there, *_moves(t, shown), protect=True)


def _line(t: Texts, one: Present) -> Raw:
    if one.count is None:
        return t.say("class.line_plain", mark=MARKS[one.there], name=_name(t, one.name))
    whole = one.count.whole
    values = {"present": whole.present, "absent": whole.absent, "left": max(whole.left, 0)}
    return t.say("class.line", mark=MARKS[one.there], name=_name(t, one.name), **values)


def _turn(t: Texts, shown: ClassDay, one: Present) -> Button:
    """The button names what it will note, so that pressing it twice notes the same; absence first, it is rarer."""
    there = one.there is False
    key = "class.there" if there else "class.absent"
    argument = f"{one.id}.{shown.day:%y%m%d}.{int(there)}.{shown.page}"
    return choice(t, key, "class.mark", argument, name=_cut(_name(t, one.name), LONGEST_LABEL))


def _moves(t: Texts, shown: ClassDay) -> tuple[Button, ...]:
    """Where to go from here: more people of this day first, then the day before, then the tools."""
    more = (choice(t, "roster.more", "class", _at(shown, shown.day, shown.page + 1)),)
    before = (choice(t, "class.before", "class", _at(shown, shown.before)),) if shown.before else ()
    onward = more if shown.page + 1 < shown.pages else before
    return (*onward, choice(t, "class.tools", "class.tools", _at(shown, shown.day)))


def tools(t: Texts, shown: ClassDay) -> Screen:
    """Other days, and the register as a file."""
    days = [(key, one) for key, one in (("class.before", shown.before), ("class.after", shown.after)) if one]
    return card(
        t,
        t.say("class.tools_title", programme=_cut(shown.programme), day=figures.day(shown.day, t.language)),
        *(choice(t, key, "class", _at(shown, one)) for key, one in days),
        choice(t, "class.sheet", "class.sheet", _at(shown, shown.day)),
        choice(t, "class.send", "class.send", shown.course_id),
        choice(t, "class.back", "class", _at(shown, shown.day)),
        choice(t, "roster.back", "roster", shown.course_id),
    )


def no_days(t: Texts, course_id: str) -> Screen:
    """Nothing to note yet: the course has not begun, or nobody knows its days."""
    return card(t, t.say("class.no_days"), choice(t, "roster.back", "roster", course_id))


def send(t: Texts, course_id: str) -> Screen:
    """Wait for the file."""
    return card(t, t.say("class.send_file"), choice(t, "roster.back", "roster", course_id))


def taken(t: Texts, course_id: str, marks: int, blank: int, told: int) -> Screen:
    """The file was read and noted."""
    text = lines(
        t.say("class.file_taken", n=marks),
        t.say("class.file_blank", n=blank) if blank else "",
        t.say("class.told", n=told) if told else "",
    )
    return card(t, text, choice(t, "class.open", "class", course_id), choice(t, "roster.back", "roster", course_id))


def wrong(t: Texts, course_id: str, problems: Sequence[Problem]) -> Screen:
    """The file has problems, by row; nothing was noted."""
    more = len(problems) - SHOWN
    text = lines(
        t.say("class.file_wrong", n=len(problems)),
        *(problem(t, one) for one in problems[:SHOWN]),
        t.say("catalogue.more", n=more) if more > 0 else "",
        t.say("class.file_again"),
    )
    return card(t, text, choice(t, "roster.back", "roster", course_id))


def _at(shown: ClassDay, day: date | None, page: int = 0) -> str:
    return f"{shown.course_id}.{day:%y%m%d}.{page}" if day else shown.course_id


def _name(t: Texts, name: str) -> str:
    return _cut(name) or t.label("answering.no_name")


def _cut(text: str, longest: int = LONGEST) -> str:
    return short(text, longest)
