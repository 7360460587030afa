"""A letter in words: its parts in order, unescaped, for the preview, the printed page and the short text."""

from dataclasses import dataclass

from bot.texts import figures
from bot.texts.catalogue import REFERENCE, Texts
from jkp.letters import Blank, Fault, Kind, Letter, Purpose

DOTS = "." * 12  # to fill by hand
LONG_DOTS = "." * 72  # the same on paper
BOX = "( )"  # a mark to set by hand
MOST_DOTS = 32  # within a line
MOST_COPIED = 256  # letters that a copy button of Telegram can carry
LONGEST_IN_SHORT = 40
_ATTACHED = {
    Purpose.SELF_REPORT: ("dismissal", "ktp", "talks"),
    Purpose.MEDIATION: ("dismissal", "ktp", "talks"),
    Purpose.INSPECTION: ("payslip", "ktp", "contract"),
}
_TO_EMPLOYER = frozenset({Kind.EMPLOYER, Kind.DEACTIVATE})


@dataclass(frozen=True, slots=True)
class Written:
    """A letter's parts in the order in which they stand."""

    place_and_date: str
    to: tuple[str, ...]
    subject: str
    greeting: str
    opening: str
    fields: tuple[tuple[str, str], ...]  # label, value
    told_title: str
    told: tuple[str, ...]
    to_mark_title: str
    to_mark: tuple[str, ...]  # what the worker marks by hand
    asks_title: str
    asks: tuple[str, ...]
    bases_title: str
    bases: tuple[str, ...]
    attached_title: str
    attached: tuple[str, ...]
    closing: str
    name: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The whole letter line by line; an empty one makes a gap."""
        fields = (f"{label}: {value}" for label, value in self.fields)
        listed = (f"• {line}" for line in self.told)
        numbered = (f"{number}. {line}" for number, line in enumerate(self.asks, 1))
        law = (f"• {line}" for line in self.bases)
        return (
            self.place_and_date, "", *self.to, "", self.subject, "", self.greeting, self.opening, *fields, "",
            *((self.to_mark_title, *self.to_mark, "") if self.to_mark else ()),
            *((self.told_title, *listed, "") if self.told else ()), self.asks_title, *numbered, "",
            *((self.bases_title, *law, "") if self.bases else ()), self.closing, "", self.name or DOTS,
        )  # fmt: skip


def written(t: Texts, letter: Letter, dots: str = DOTS) -> Written:
    """Word a letter; in Indonesian it is the letter itself, in another language what it says."""
    day = figures.long_day(letter.day, t.language)
    attached = _ATTACHED.get(letter.purpose, ())
    return Written(
        place_and_date=t.label("letters.place_and_date", place=dots[:MOST_DOTS], day=day),
        to=_to(t, letter, dots[:MOST_DOTS]),
        subject=t.label("letters.subject", subject=t.label(f"letters.subject_{letter.purpose}")),
        greeting=t.label("letters.greeting"),
        opening=t.label("letters.opening"),
        fields=_fields(t, letter, dots),
        told_title=t.label("letters.told_title"),
        told=tuple(t.label(f"letters.told_{each}") for each in letter.told),
        to_mark_title=t.label("letters.told_title_mark"),
        to_mark=_to_mark(t, letter),
        asks_title=t.label("letters.asks_title"),
        asks=tuple(t.label(f"letters.ask_{code}") for code in letter.asks),
        bases_title=t.label("letters.bases_title"),
        bases=tuple(t.label(f"letters.basis_{basis.code}") for basis in letter.bases),
        attached_title=t.label("letters.attached_title") if attached else "",
        attached=tuple(f"{BOX} {t.label(f'letters.attached_{code}')}" for code in attached),
        closing=t.label("letters.closing"),
        name=letter.details.name,
    )


def _to(t: Texts, letter: Letter, dots: str) -> tuple[str, ...]:
    who = t.label(f"letters.to_{letter.purpose}", employer=letter.details.employer or dots)
    return (*who.split("\n"), t.label("letters.to_city", city=letter.details.city or dots))


def _fields(t: Texts, letter: Letter, dots: str) -> tuple[tuple[str, str], ...]:
    said = letter.details
    last_day = figures.long_day(letter.last_day, t.language) if letter.last_day else ""
    values = {"name": said.name, "nik": "", "kpj": "", "address": "", "phone": ""}
    values |= {"employer": said.employer, "last_day": last_day}
    values |= {"talks": ""} if letter.purpose is Purpose.MEDIATION else {}
    return tuple((t.label(f"letters.field_{name}"), value or dots) for name, value in values.items())


def _to_mark(t: Texts, letter: Letter) -> tuple[str, ...]:
    """List what could be reported, for a worker who left it open."""
    if Blank.FAULT not in letter.blanks:
        return ()
    return tuple(f"{BOX} {t.label(f'letters.told_{each}')}" for each in Fault)


def short(letter: Letter) -> str:
    """Write the letter in a few sentences for a chat: in Indonesian, never longer than a button can copy."""
    t = Texts(REFERENCE)
    said = letter.details
    known = letter.kind in _TO_EMPLOYER and said.employer
    employer, name = said.employer[:LONGEST_IN_SHORT], said.name[:LONGEST_IN_SHORT]
    parts = (
        t.label("letters.short_to_employer", employer=employer) if known else t.label("letters.short_to"),
        t.label("letters.short_name", name=name) if name else "",
        _short_day(t, letter),
        t.label(f"letters.short_{letter.purpose}"),
        t.label("letters.short_end"),
    )
    return " ".join(part for part in parts if part)[:MOST_COPIED]


def _short_day(t: Texts, letter: Letter) -> str:
    if letter.last_day is None:
        return ""
    return t.label("letters.short_day", day=figures.long_day(letter.last_day, t.language))
