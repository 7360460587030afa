"""A letter as a page to print, sign and hand in; always in Indonesian, always marked as a draft."""

from bot.screens.letter_words import LONG_DOTS, Written, written
from bot.screens.printed.page import (
    Banner,
    Block,
    Field,
    Gap,
    Heading,
    Line,
    Note,
    Paragraph,
    Signature,
    document,
)
from bot.texts.catalogue import REFERENCE, Texts
from jkp.letters import Letter


def page(letter: Letter) -> bytes:
    """Give the letter as PDF; the same letter always gives the same bytes."""
    t = Texts(REFERENCE)
    words = written(t, letter, LONG_DOTS)
    blocks = (Banner(t.label("letters.draft")), *_body(words))
    return document(words.subject, blocks, footer=t.label("letters.footer"), made=letter.day)


def _body(words: Written) -> tuple[Block, ...]:
    return (
        Paragraph("\n".join(words.to)),
        Gap(),
        Paragraph(f"{words.greeting}\n{words.opening}"),
        *(Field(label, value) for label, value in words.fields),
        *_marked(words),
        *_listed(words.told_title, words.told),
        Heading(words.asks_title),
        Paragraph("\n".join(f"{number}. {line}" for number, line in enumerate(words.asks, 1))),
        *_listed(words.bases_title, words.bases),
        Gap(),
        Paragraph(words.closing),
        Signature(words.name, words.place_and_date),
        *_attached(words),
    )


def _listed(title: str, listed: tuple[str, ...]) -> tuple[Block, ...]:
    return (Heading(title), *(Line("", line) for line in listed)) if listed else ()


def _marked(words: Written) -> tuple[Block, ...]:
    return (Heading(words.to_mark_title), Paragraph("\n".join(words.to_mark))) if words.to_mark else ()


def _attached(words: Written) -> tuple[Block, ...]:
    return (Gap(), Note(" ".join((words.attached_title, *words.attached)))) if words.attached else ()
