"""What the staff did, for admins: the newest deeds, and all of them as a file."""

from datetime import date

from bot.screens.frame import bottom, card, choice
from bot.screens.screen import Attachment, Screen
from bot.services.staff.auditing import Entry
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines


def shown(t: Texts, found: tuple[Entry, ...], zone: str) -> Screen:
    """The newest deeds, newest first."""
    text = lines(t.say("audit.title"), *(_line(t, one, zone) for one in found), "\n", t.say("audit.marks"))
    return card(t, text, choice(t, "audit.file", "audit", "csv"), choice(t, "team.back", "team"), protect=True)


def _line(t: Texts, one: Entry, zone: str) -> Raw:
    about = (
        t.say("audit.colleague", name=one.about) if one.about else
        t.say("audit.person", mark=one.person) if one.person else Raw("")
    )  # fmt: skip
    who = one.who or t.say("audit.operator")
    return t.say("audit.line", when=figures.moment(one.at, zone, t.language), who=who, what=_what(t, one), about=about)


def _what(t: Texts, one: Entry) -> str:
    head, _, rest = one.what.partition(":")
    for key in (f"audit.{head}_{rest.partition(':')[0]}", f"audit.{head}"):
        if t.has(key):
            return t.say(key)
    return one.what


def file(t: Texts, content: bytes, day: date) -> Screen:
    """All of it for a spreadsheet."""
    name = f"{t.label('audit.file_name')}-{day:%Y-%m-%d}.csv"
    return Screen(t.say("audit.file_text"), (bottom(t),), attachment=Attachment(name, content), protect=True)
