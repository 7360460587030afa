"""The receipt on paper: it says what the screen says, in short sentences, and nothing that is not to be shown."""

import re
from functools import cache
from io import BytesIO

import pypdfium2
import pytest
import receipts
from test_screens import MOST_WORDS, plain, sentences, words

from bot.screens import receipt as screens
from bot.screens import receipt_lines
from bot.screens.printed.latin import plain as latin
from bot.texts.catalogue import LANGUAGES, Texts

MOST_PAGES = 3


@cache
def paper(language: str, number: int) -> bytes:
    """The file of one receipt."""
    return screens.file(Texts(language), receipts.EVERY[number]).attachment.content


def text(content: bytes) -> str:
    """Everything that is printed, with single spaces."""
    document = pypdfium2.PdfDocument(BytesIO(content))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert len(pages) <= MOST_PAGES
    return re.sub(r"\s+", " ", " ".join(pages))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", range(len(receipts.EVERY)))
def test_the_paper_says_what_the_screen_says(number, language):
    t, shown = Texts(language), receipts.EVERY[number]

    printed = text(paper(language, number))

    made = shown.receipt
    said = [*(receipt_lines.statement(t, one) for one in made.conditions), receipt_lines.version(t, made)]
    said += [*receipt_lines.verdict(t, made).split("\n"), receipt_lines.deadline(t, made), t.say("receipt.lawyer")]
    said += [one.removeprefix("• ") for one in screens.changes(t, made)]
    said += [receipt_lines.article(t, one.article) for one in made.conditions]
    assert [one for one in map(latin, said) if re.sub(r"\s+", " ", one) not in printed] == []


@pytest.mark.parametrize("number", range(len(receipts.EVERY)))
def test_the_same_receipt_gives_the_same_bytes_and_no_number_of_a_person(number):
    first = paper("id", number)

    assert screens.file(Texts("id"), receipts.EVERY[number]).attachment.content == first
    assert not re.search(r"\d{11,}", text(first))


def test_the_locked_days_stand_neither_on_screen_nor_on_paper_nor_in_the_data():
    t, shown = Texts("id"), receipts.LOCKED

    printed = text(screens.file(t, shown).attachment.content)
    data = screens.data(t, shown).attachment.content.decode()
    seen = plain(screens.receipt(t, shown)) + plain(screens.every_condition(t, shown))

    for day in ("1 Okt 2026", "12 Okt 2026", "2026-10-01", "2026-10-12"):
        assert day not in printed + data + seen
    assert "Nama ................" in printed
    assert screens.receipt(t, shown).protect


def test_the_name_stands_on_paper_where_it_may():
    assert "Nama Sari Contoh" in text(screens.file(Texts("id"), receipts.TOO_FEW_MONTHS).attachment.content)


@pytest.mark.parametrize("shown", receipts.EVERY)
def test_the_first_card_is_short(shown):
    for language in LANGUAGES:
        assert len(plain(screens.receipt(Texts(language), shown)).split("\n")) <= 17


def test_indonesian_sentences_on_paper_are_short(monkeypatch):
    drawn = []
    monkeypatch.setattr(
        "bot.screens.printed.page.document", lambda _title, blocks, **_more: drawn.extend(blocks) or b""
    )
    for shown in receipts.EVERY:
        screens.file(Texts("id"), shown)

    lines = {latin(str(part)) for block in drawn for part in (getattr(block, name) for name in block.__slots__)}
    long = sorted(one for line in lines for one in sentences(line.replace("\n", ". ")) if words(one) > MOST_WORDS)

    assert long == []
