"""S3 and the month's log: applying in two taps, once; what was done elsewhere; undo and the meter."""

from datetime import UTC, date, datetime

import pytest
from offered import bring

from bot.services import applying, declaring
from bot.store import applications, reminders


@pytest.fixture
def market(rig):
    """Somebody who looks at a vacancy."""
    bring(rig)
    sari = rig.person()
    sari.say("loker gudang karawang")
    return sari


def claimant(talker):
    """Make the person one who receives JKP: the first claim was filed on 5 November."""
    now, day = talker.rig.clock.now(), date(2026, 11, 23)
    answers = (("last_day", "10 Okt 2026"), ("paid_months", "20"), ("wage", "4,3 jt"), ("claim_date", "5 Nov 2026"))
    for field, text in answers:
        talker.rig.database.run(declaring.by_text, talker.id, field, text, day, now)
    for field, button in (("cause", "efficiency"), ("proof", "yes"), ("paid_through_month", "1")):
        talker.rig.database.run(declaring.by_button, talker.id, field, button, day, now)


def logged(talker):
    return talker.rig.database.run(applications.standing, talker.id)


def test_applying_takes_two_taps_and_is_logged_once(market):
    way = market.press("Saya mau lamar")
    message = market.rig.telegram.said(market.id)[-1]
    sent = next(button for button in message.buttons if "Sudah saya kirim" in button.label)

    once = market.do("_press", message, sent)
    again = market.do("_press", message, sent)

    assert "Selamat pagi, saya Sari Contoh. Saya ingin melamar sebagai" in way
    assert "Jangan kirim uang" in way
    assert "✅ Tercatat." in once
    assert once == again
    assert len(logged(market)) == 1


def test_the_ready_text_fits_the_copy_button(market):
    market.press("Saya mau lamar")

    copied = market.do("press", "📋 Salin teks")
    button = next(one for one in market.rig.telegram.said(market.id)[-1].buttons if one.copy)

    assert copied
    assert 0 < len(button.copy) <= 256


def test_the_meter_counts_for_somebody_with_a_claim(market):
    claimant(market)
    market.press("Saya mau lamar")

    done = market.press("Sudah saya kirim")

    assert "Lamaran bulan ini: 1 dari 5" in done
    assert "💰 Kartu JKP saya" in market.labels


def test_an_application_can_be_taken_back(market):
    market.press("Saya mau lamar")
    market.press("Sudah saya kirim")

    undone = market.press("Batal")

    assert "tidak dihitung lagi" in undone
    assert logged(market) == []
    assert "Belum ada lamaran" in market.say("/lamaran")


def test_what_was_applied_for_is_not_offered_again(market):
    title = market.newest.splitlines()[0]
    market.press("Saya mau lamar")
    market.press("Sudah saya kirim")

    following = market.press("Satu lagi")

    assert title not in following


def test_a_reminder_for_this_afternoon_is_planned_once(market):
    market.press("Saya mau lamar")
    message = market.rig.telegram.said(market.id)[-1]
    later = next(button for button in message.buttons if "Ingatkan" in button.label)

    market.do("_press", message, later)
    words = market.do("_press", message, later)

    assert "16.00 WIB" in words
    planned = market.rig.database.run(reminders.planned, market.id)
    assert [one.due_at.astimezone(UTC) for one in planned] == [datetime(2026, 11, 23, 9, tzinfo=UTC)]


def test_an_application_made_elsewhere_is_one_line(sari):
    claimant(sari)
    sari.say("/lamaran")
    sari.press("Tambah dari tempat lain")

    wrong = sari.say("123")
    noted = sari.say("kasir, Toko <Contoh> & Anak")
    moved = sari.press("kemarin")
    card = sari.press("Kartu JKP saya")

    assert "Tulis nama pekerjaan" in wrong
    assert "kasir, Toko <Contoh> & Anak · Sen, 23 Nov 2026" in noted
    assert "Lamaran bulan ini: 1 dari 5" in noted
    assert "Min, 22 Nov 2026" in moved
    assert "JKP" in card


def test_a_call_is_logged_once_even_without_a_name(sari):
    claimant(sari)
    sari.say("/jkp")
    sari.press("dipanggil")
    message = sari.rig.telegram.said(sari.id)[-1]
    skip = next(button for button in message.buttons if button.label == "Lewati")

    sari.do("_press", message, skip)
    words = sari.do("_press", message, skip)

    assert "Bulan ini cukup" in words
    assert [one.kind for one in logged(sari)] == [applications.CALL]


def test_somebody_elses_application_cannot_be_undone(market):
    market.press("Saya mau lamar")
    market.press("Sudah saya kirim")
    own = logged(market)[0]

    other = market.rig.database.run(applying.undo, market.id + 1, own.id, market.rig.clock.now())

    assert other is None
    assert len(logged(market)) == 1


def test_in_english_the_letter_stays_indonesian(rig):
    bring(rig)
    john = rig.person(2, "John Example", "en")
    john.say("loker gudang karawang")

    way = john.press("I want to apply")

    assert "A text ready to send" in way
    assert "Saya ingin melamar sebagai" in way
