"""Nobody is told the new rule where the old one holds, nor anything that waits for the second level."""

from dataclasses import replace
from datetime import date

import changed_rules
import pytest
import situations

from bot.screens import beliefs as screens
from bot.texts.catalogue import Texts
from jkp.beliefs import Applies, Belief

ID = Texts("id")


def said(answer):
    return screens.answer(ID, answer).text


@pytest.mark.parametrize("answer", [one for one in changed_rules.ANSWERS if one.applies is Applies.OLD])
def test_where_the_old_rule_holds_it_is_said_first_and_nobody_is_put_right(answer):
    words = said(answer)

    assert words.startswith("📌 <b>Untuk kasus Anda, aturan lama yang berlaku</b>\n📌 Untuk Anda: ")
    assert "sudah berubah" not in words
    assert "aturan baru yang berlaku" not in words


@pytest.mark.parametrize("answer", changed_rules.ANSWERS)
def test_every_answer_has_both_articles_their_marks_and_the_day(answer):
    words = said(answer)

    assert all(row.article.replace("Art", "Pasal") in words for row in (answer.change.old, answer.change.new))
    sources = ", ".join(f"{row.source}" for row in (answer.change.old, answer.change.new)).split(", ")
    assert all(Texts("id").label(f"receipt.key_{key}") in words for key in sources)  # by name: a code tells nobody
    assert "Berlaku sejak" in words
    assert "Belum ditinjau ahli hukum" in words


@pytest.mark.parametrize("change", changed_rules.CHANGES)
def test_without_a_case_the_border_between_both_texts_is_told(change):
    words = said(screens.Answer(change, stale=True, applies=Applies.UNKNOWN))

    assert "❗" in words
    assert "aturan lama" in words.lower()


def test_who_tells_or_asks_the_new_rule_is_not_put_right():
    known = changed_rules.answer(changed_rules.of(Belief.CASH), situations.DISMISSED, stale=False)

    assert said(known).startswith("📖 <b>Aturan sekarang</b>")


def test_at_the_first_level_no_amount_is_shown_and_the_deadline_only_as_on_the_card():
    locked = replace(situations.DISMISSED, wage=None)
    cash = changed_rules.answer(changed_rules.of(Belief.CASH), locked, level=1)
    time = changed_rules.answer(changed_rules.of(Belief.CLAIM_TIME), situations.DISMISSED, level=1)
    filed = changed_rules.answer(changed_rules.of(Belief.CLAIM_TIME), situations.PAID, level=1)

    assert cash.amounts == ()
    assert time.deadline == date(2027, 4, 5)
    assert filed.deadline is None


def test_the_old_amounts_stand_beside_the_old_rule():
    old = replace(
        situations.DISMISSED, last_day=situations.on(date(2023, 10, 1)), claim_date=situations.told(date(2023, 10, 20))
    )

    words = said(changed_rules.answer(changed_rules.of(Belief.CASH), old))

    assert "Untuk Anda: 45% gaji selama 3 bulan, lalu 25% gaji selama 3 bulan." in words
    assert "Rp1.935.000 (3 bulan), Rp1.075.000 (3 bulan)" in words
