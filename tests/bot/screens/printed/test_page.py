"""Printed pages: they take every text, and the same blocks give the same bytes."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.screens.printed.latin import latin, plain
from bot.screens.printed.page import Banner, Field, Gap, Heading, Line, Note, Paragraph, Signature, document

MADE = date(2026, 11, 22)


def pages(content):
    """The text of every page."""
    document = pypdfium2.PdfDocument(BytesIO(content))
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def every(words):
    """One block of each kind."""
    marks = [Line(mark, words, words) for mark in ("yes", "no", "unknown", "")]
    return [Banner(words), Heading(words), Paragraph(words), Field(words, words), *marks, Note(words), Gap(),
            Signature("", words), Signature(words, words)]  # fmt: skip


def drawn(blocks, title="Kwitansi", footer="Sumber: contoh"):
    """Draw with a fixed day."""
    return document(title, blocks, footer=footer, made=MADE)


def test_the_same_blocks_give_the_same_bytes():
    assert drawn(every("Sari Contoh")) == drawn(every("Sari Contoh"))


def test_long_texts_go_on_over_pages_with_header_footer_and_number():
    found = pages(drawn([Paragraph("kata " * 4000), Line("yes", "kata " * 3000), Paragraph("y" * 5000)]))

    assert len(found) > 3
    for number, words in enumerate(found, start=1):
        assert f"{number}/{len(found)}" in words
        assert "Sumber: contoh" in words
        assert "KerjaLagi" in words


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Łukasz Đặng", "Lukasz Dang"),
        ("José Ærø", "José Ærø"),
        ("王小明", "???"),
        ("✅ Kelihatannya berhak.", "Kelihatannya berhak."),
        ("a\u2009b\u00a0c", "a b c"),
        ("“x” \N{EN DASH} y…", '"x" - y...'),
        ("a\nb", "a\nb"),
    ],
)
def test_letters_outside_latin_1_are_written_alike(written, expected):
    assert latin(written) == expected


def test_tags_and_escapes_of_the_chat_fall_away():
    assert plain("📄 <b>Sri</b> &amp; Ani &lt;3") == "Sri & Ani <3"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_refused(words):
    assert drawn(every(words), title=words, footer=words).startswith(b"%PDF")
