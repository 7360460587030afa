"""A printed page: blocks in, the bytes of an A4 PDF out; the same blocks always give the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from bot.screens.printed.latin import plain
from bot.screens.printed.sheet import GREY, INK, MARGIN, SMALL, Mark, Sheet

LABEL_WIDTH, MARK_WIDTH, PADDING = 52.0, 8.0, 3.0  # mm
SIGNING_SPACE = 18.0  # mm, for the name written by hand
BODY, LARGE, TITLE = 10.5, 12.5, 16.0  # points


@dataclass(frozen=True, slots=True)
class Heading:
    """A line in bold that stays with what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value side by side."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: a drawn mark (tick, cross, question mark or dot), the text, a small note under it."""

    mark: Mark
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Small grey text."""

    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A free line."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Where and when, room to sign, and the name under it; without a name there is a line to write on."""

    name: str
    place_and_date: str


@dataclass(frozen=True, slots=True)
class Banner:
    """A boxed line that nobody overlooks."""

    text: str


Block = Heading | Paragraph | Field | Line | Note | Gap | Signature | Banner


def document(title: str, blocks: Sequence[Block], *, footer: str, made: date) -> bytes:
    """Draw A4 pages with the title and the page's number on top and the footer below.

    Texts may hold the chat's tags and icons: they are left off. `made` is the only date that the file carries.
    """
    sheet = Sheet(plain(title), plain(footer), made)
    sheet.write_lines(plain(title), size=TITLE, bold=True)
    sheet.ln(2)
    for block in blocks:
        _draw(block, sheet)
    return bytes(sheet.output())


@singledispatch
def _draw(block: object, _sheet: Sheet) -> None:
    raise TypeError(f"no block: {type(block).__name__}")


@_draw.register
def _heading(block: Heading, sheet: Sheet) -> None:
    words = plain(block.text)
    sheet.keep(sheet.height(words, size=LARGE, bold=True) + 16)  # with a line or two of what it is about
    sheet.ln(3)
    sheet.write_lines(words, size=LARGE, bold=True)
    sheet.ln(1)


@_draw.register
def _paragraph(block: Paragraph, sheet: Sheet) -> None:
    sheet.write_lines(plain(block.text), size=BODY)
    sheet.ln(1.5)


@_draw.register
def _field(block: Field, sheet: Sheet) -> None:
    label, words = plain(block.label), plain(block.value)
    beside = sheet.epw - LABEL_WIDTH
    tall = max(sheet.height(label, size=BODY, width=LABEL_WIDTH), sheet.height(words, size=BODY, width=beside))
    sheet.keep(tall)
    top = sheet.get_y()
    sheet.write_lines(label, size=BODY, width=LABEL_WIDTH - 2, colour=GREY)
    below = sheet.get_y()
    sheet.set_xy(MARGIN + LABEL_WIDTH, top)
    sheet.write_lines(words, size=BODY, width=beside)
    sheet.set_y(max(below, sheet.get_y()) + 0.8)


@_draw.register
def _line(block: Line, sheet: Sheet) -> None:
    words, note = plain(block.text), plain(block.note)
    width = sheet.epw - MARK_WIDTH
    tall = sheet.height(words, size=BODY, width=width)
    sheet.keep(tall + (sheet.height(note, size=SMALL, width=width) if note else 0))
    sheet.mark(block.mark)
    sheet.set_x(MARGIN + MARK_WIDTH)
    sheet.write_lines(words, size=BODY, width=width)
    if note:
        sheet.set_x(MARGIN + MARK_WIDTH)
        sheet.write_lines(note, size=SMALL, width=width, colour=GREY)
    sheet.ln(1.2)


@_draw.register
def _note(block: Note, sheet: Sheet) -> None:
    sheet.write_lines(plain(block.text), size=SMALL, colour=GREY)
    sheet.ln(1)


@_draw.register
def _gap(_block: Gap, sheet: Sheet) -> None:
    sheet.ln(4)


@_draw.register
def _signature(block: Signature, sheet: Sheet) -> None:
    sheet.keep(SIGNING_SPACE + 14)
    sheet.ln(3)
    sheet.write_lines(plain(block.place_and_date), size=BODY)
    sheet.ln(SIGNING_SPACE)
    sheet.set_draw_color(*INK)
    sheet.line(MARGIN, sheet.get_y(), MARGIN + 70, sheet.get_y())
    sheet.ln(1)
    sheet.write_lines(plain(block.name), size=BODY)


@_draw.register
def _banner(block: Banner, sheet: Sheet) -> None:
    words, width = plain(block.text), sheet.epw - 2 * PADDING
    tall = sheet.height(words, size=BODY, bold=True, width=width) + 2 * PADDING
    sheet.keep(tall)
    top = sheet.get_y()
    sheet.set_draw_color(*INK)
    sheet.rect(MARGIN, top, sheet.epw, tall)
    sheet.set_xy(MARGIN + PADDING, top + PADDING)
    sheet.write_lines(words, size=BODY, bold=True, width=width)
    sheet.set_y(top + tall + 3)
