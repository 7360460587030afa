"""Indonesian job wording made comparable."""

import pytest

from matching.wording import abbreviations, normalise, stem, stems


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("pengemasan", "kemas"),
        ("berpengalaman", "pengalaman"),
        ("perakitan", "rakit"),
        ("penjahit", "jahit"),
        ("perbankan", "bank"),
        ("bekasi", "bekasi"),
        ("pekalongan", "pekalongan"),
        ("sewing", "sewing"),
        ("security", "security"),
        ("persediaan", "persediaan"),
    ],
)
def test_affixes_come_off_and_exceptions_hold(word, bare):
    assert stem(word) == bare


def test_slang_and_short_forms_are_written_out():
    assert normalise("sy opr Jahit, bs QC jg") == "saya operator jahit bisa quality control juga"


def test_doubled_words_count_once():
    assert normalise("deket2 bersih-bersih") == "dekat bersih"


def test_words_that_say_nothing_about_work_are_left_out():
    assert stems("lowongan kerja di gudang dan pengemasan") == ["gudang", "kemas"]


def test_an_abbreviation_may_have_two_meanings():
    assert abbreviations()["cs"] == ("customer service", "cleaning service")
