"""Letters in words: short sentences, no number that identifies, a draft on every page, a text that fits a button."""

import re
from io import BytesIO

import folders
import pypdfium2
import pytest
from test_screens import MOST_WORDS, sentences, words

from bot.screens import letter_words, letters
from bot.screens.letter_words import LONG_DOTS, MOST_COPIED, short, written
from bot.screens.printed import letter as printed
from bot.texts.catalogue import Texts


def page_words(letter):
    pages = pypdfium2.PdfDocument(BytesIO(printed.page(letter)))
    return len(pages), "\n".join(page.get_textpage().get_text_bounded() for page in pages)


@pytest.mark.parametrize("letter", folders.LETTERS)
def test_every_sentence_of_a_letter_is_short(letter):
    text = "\n".join((*written(Texts("id"), letter, LONG_DOTS).lines, short(letter)))

    assert [one for one in sentences(text) if words(one) > MOST_WORDS] == []


@pytest.mark.parametrize("letter", folders.LETTERS)
def test_a_letter_fits_one_page_and_says_that_it_is_a_draft(letter):
    count, text = page_words(letter)

    assert count == 1
    assert "DRAF - belum ditinjau ahli hukum" in text
    assert all(field in text for field in (letter.details.name, letter.details.city))


@pytest.mark.parametrize("letter", folders.LETTERS)
def test_numbers_that_identify_are_left_for_the_hand(letter):
    fields = dict(written(Texts("id"), letter).fields)

    assert {fields["NIK"], fields["Nomor KPJ"], fields["Nomor HP"]} == {letter_words.DOTS}
    assert re.findall(r"\d{6,}", letters.for_officer(letter)) == []


@pytest.mark.parametrize("letter", folders.LETTERS)
def test_the_short_text_fits_a_copy_button_and_ends_politely(letter):
    text = short(letter)

    assert len(text) <= MOST_COPIED
    assert text.endswith("Terima kasih.")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_letter_itself_is_indonesian_whatever_the_reader_speaks(language):
    letter = folders.LETTERS[0]
    screen = letters.file(Texts(language), letter)

    assert screen.attachment.content == printed.page(letter)
    assert letters.short(Texts(language), letter).rows[0][0].copy == short(letter)
