"""One's own data: what is stored, who looked at it, the file, and the erasing."""

from datetime import date

from bot.screens.frame import card, choice
from bot.screens.screen import Attachment, Screen
from bot.services.mydata import Reading, Stored
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

MOST_READINGS = 10
COUNTED = (
    "papers",
    "for_letters",
    "applications",
    "saved",
    "reminders",
    "consents",
    "help_requests",
    "recommended",
    "stages",
    "readings",
    "notes",
    "promises",
    "seats",
)


def stored(t: Texts, view: Stored) -> Screen:
    """What is stored, in plain words."""
    text = lines(
        t.say("mydata.title"),
        t.say("mydata.name", name=view.name) if view.name else "",
        _work(t, view),
        _facts(t, view),
        *(t.say(f"mydata.{name}", n=getattr(view, name)) for name in COUNTED if getattr(view, name)),
        t.say("mydata.linked") if view.linked else "",
        t.say("mydata.call_number") if view.call_number else "",
        "\n",
        t.say("mydata.sealed"),
    )
    return card(
        t,
        text,
        choice(t, "mydata.trail", "mydata", "trail"),
        choice(t, "mydata.export", "mydata", "file"),
        choice(t, "settings.consents", "settings", "consent"),
        choice(t, "stop.again", "stop"),
        choice(t, "mydata.erase", "mydata", "erase"),
        protect=True,
    )


def _work(t: Texts, view: Stored) -> Raw:
    told = ", ".join(part for part in (view.occupation, view.place) if part)
    return t.say("mydata.work", what=told) if told else t.say("mydata.no_work")


def _facts(t: Texts, view: Stored) -> Raw:
    if not view.facts:
        return t.say("mydata.no_facts")
    names = (t.label(f"mydata.fact.{name}") for name in view.facts if t.has(f"mydata.fact.{name}"))
    return t.say("mydata.facts", what=", ".join(names))


def trail(t: Texts, readings: tuple[Reading, ...], zone: str) -> Screen:
    """Who looked at it."""
    listed = tuple(_reading(t, one, zone) for one in readings[:MOST_READINGS])
    text = lines(t.say("mydata.trail_title"), *(listed or (t.say("mydata.trail_none"),)))
    return card(t, text, choice(t, "menu.back", "mydata"), protect=True)


def _reading(t: Texts, one: Reading, zone: str) -> Raw:
    who = ", ".join(part for part in (one.who, one.office) if part)
    if not who and one.what.startswith("seat:"):
        who = t.label("access.provider")  # a provider's account is no staff
    what = _deed(t, one.what)
    return t.say("mydata.reading", who=who, what=what, when=figures.moment(one.at, zone, t.language))


def _deed(t: Texts, code: str) -> Raw:
    """Say what was done, and why where a reason was given: "case:money" is opening the case to reckon the money."""
    head = f"access.{code.partition(':')[0]}"
    what = t.say(head if t.has(head) else "access.other")
    reason = f"access.{code.replace(':', '_')}"
    return t.say("access.reason", what=what, reason=t.say(reason)) if ":" in code and t.has(reason) else what


def file(t: Texts, content: bytes, day: date) -> Screen:
    """Everything as a file."""
    made = card(t, t.say("mydata.file"), choice(t, "menu.back", "mydata"), protect=True)
    name = f"kerjalagi-{day.isoformat()}.json"
    return Screen(made.text, made.rows, attachment=Attachment(name, content), protect=True)


def warning(t: Texts, *, is_staff: bool) -> Screen:
    """The one clear warning."""
    text = lines(
        t.say("mydata.warning"), t.say("mydata.kept"), t.say("mydata.kept_staff") if is_staff else "",
        t.say("mydata.chat_stays"), "\n", t.say("mydata.sure"),
    )  # fmt: skip
    return card(t, text, choice(t, "mydata.no", "mydata"), choice(t, "mydata.yes", "mydata", "wipe"))


def farewell(t: Texts) -> Screen:
    """The last message; nothing of it is stored."""
    return Screen(t.say("mydata.farewell"))
