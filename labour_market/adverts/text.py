"""The words of a pasted or forwarded advertisement made plain: fancy letters, marks, bullets and pictures taken off."""

import re
import unicodedata
from dataclasses import dataclass

MOST_LETTERS = 6_000  # of an advertisement that are read; Telegram's longest message has 4096
_ITEM = re.compile(r"^\s*(?:[-\u2022*~+>\u00b7\u2013\u2014o]\s+|[-\u2022~\u00b7]|\d{1,2}\s?[.)\u20e3]\s*|[a-z][.)]\s+)")
_PICTURES = {"So", "Sk", "Cs", "Cn", "Co", "Mn", "Me", "Cf"}
_PIN = "\N{ROUND PUSHPIN}"
PLACE_MARK = "@@"  # what a pin becomes: the words behind it name a place
_MARKS = re.compile(r"[*_~`]+(?=\S)|(?<=\S)[*_~`]+")
_SPACES = re.compile(r"[ \t]+")
LONG = 60  # letters of a line that is read sentence by sentence
_SENTENCES = re.compile(
    r"(?<!\bjl)(?<!\bjln)(?<!\bkab)(?<!\bkec)(?<!\bno)(?<!\bcab)(?<!\bpt)(?<!\bcv)(?<!\bmin)(?<!\bmax)(?<!\bmaks)(?<!\bpend)"
    r"(?<!\bbpk)(?<!\bup)(?<!\bds)(?<!\brp)(?<=[a-z0-9)])[.!?]+\s+(?=[a-z(])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an advertisement without its bullet; whether it had one, and how far from the top it stands."""

    text: str
    is_item: bool
    number: int

    @property
    def low(self) -> str:
        """The line in small letters."""
        return self.text.casefold()


def lines_of(text: str) -> list[Line]:
    """Split an advertisement into its lines; empty ones fall out."""
    found: list[Line] = []
    for number, written in enumerate(plain(text).split("\n")):
        is_pictured = bool(written) and written[:1] == "\x1f"
        line = written.lstrip("\x1f ")
        bullet = _ITEM.match(line)
        whole = line[bullet.end() :] if bullet else line
        for sentence in _SENTENCES.split(whole) if len(whole) > LONG else [whole]:
            bare = _SPACES.sub(" ", sentence).strip(" .,;|=#")
            if any(letter.isalnum() for letter in bare):
                found.append(Line(bare, bullet is not None or is_pictured, number))
    return found


def plain(text: str) -> str:
    """Write an advertisement in plain letters; a line that began with a picture keeps a mark of it."""
    normal = unicodedata.normalize("NFKC", text[:MOST_LETTERS].replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(_line(line) for line in normal.split("\n"))


def _line(line: str) -> str:
    pinned = line.replace(_PIN, f" {PLACE_MARK} ")
    bare = "".join(" " if _is_picture(letter) else letter for letter in pinned.replace("\u20e3", ")"))
    pictured = bool(line.strip()) and _is_picture(line.strip()[0])
    return ("\x1f" if pictured else "") + _MARKS.sub("", bare).strip()


def _is_picture(letter: str) -> bool:
    return ord(letter) > ord("~") and unicodedata.category(letter) in _PICTURES and letter != "\n"
