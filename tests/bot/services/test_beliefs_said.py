"""An outdated rule is heard where it is held to be true, and nowhere else (the texts lie in believed.csv)."""

from datetime import date
from pathlib import Path

import pytest

from bot.services import danger, words
from bot.services.beliefs_said import heard, spoken

DAY = date(2026, 11, 23)
LINES = (Path(__file__).parent / "believed.csv").read_text(encoding="utf-8").splitlines()[1:]
TYPED = [tuple(line.split("|", 1)) for line in LINES]


def told(text, day=DAY):
    """Write what was heard like the list does: the rule, `asked:` before it where nobody is put right."""
    found = heard(text, day)
    if found is None:
        return "-"
    return f"{'' if found.stale else 'asked:'}{found.belief or 'list'}"


@pytest.mark.parametrize(("wanted", "text"), TYPED)
def test_what_is_typed_is_heard_as_it_is_meant(wanted, text):
    assert told(text) == wanted


def test_the_list_is_long_enough_to_mean_something():
    stale = [text for wanted, text in TYPED if wanted != "-" and not wanted.startswith("asked")]
    harmless = [text for wanted, text in TYPED if wanted == "-"]

    assert len(stale) >= 60
    assert len(harmless) >= 40
    assert len(set(TYPED)) == len(TYPED)


@pytest.mark.parametrize("text", [text for wanted, text in TYPED if wanted != "-"])
def test_no_other_wish_and_no_danger_lies_in_a_text_about_a_rule(text):
    assert danger.find(text) is None
    assert words.intent(text) not in {words.Intent.SCAM, words.Intent.DELETE, words.Intent.HUMAN}


@pytest.mark.parametrize("text", ["jkp cuma 45% kan", "batas klaim jkp 3 bulan kan"])
def test_before_the_change_the_old_figure_is_the_rule_and_nobody_is_put_right(text):
    assert told(text, date(2025, 2, 6)) == "-"


def test_the_cap_on_training_changed_later_than_the_rest():
    text = "dana pelatihan jkp maksimal Rp1.000.000 kan"

    assert (told(text, date(2025, 4, 13)), told(text, date(2025, 4, 14))) == ("-", "training_cap")


def test_figures_are_written_out_as_one_word():
    assert spoken("Rp2.400.000 / 0,46% / 3bln") == "2400000 0koma46 persen 3 bulan"
    assert spoken("sejuta, telung sasi, forty-five percent") == "1 juta 3 bulan 45 persen"
