"""Courses: what suits, said with dates, costs and the JKP right; an honest end."""

import pytest
from offered import bring


@pytest.fixture
def market(rig):
    """Somebody at the door of a filled catalogue."""
    bring(rig)
    return rig.person()


def sewing(talker):
    talker.say("/kursus")
    return talker.press("Jahit")


def test_a_course_says_when_how_long_and_for_how_much(market):
    card = sewing(market)

    assert "Menjahit dengan mesin obras · BLK Contoh Solo · Surakarta" in card
    assert "mulai Sen, 7 Des 2026 (14 hari lagi) · 240 JP, kira-kira 180 jam" in card
    assert "gratis · 16 kursi · Sertifikat BNSP" in card
    assert "sampai Rp2.400.000 (PMK 26/2025; kontan.co.id, 22 Apr 2025). Tidak wajib" in card
    assert "hadir minimal 80%" in card


def test_a_course_that_has_begun_is_not_offered(market):
    sewing(market)

    end = market.press("Berikutnya")

    assert "Itu semua kursus yang pas untuk operator jahit" in end
    assert "Di seluruh daftar ada 2 kursus yang masih buka" in end


def test_interest_is_kept_once_and_can_be_dropped(market):
    sewing(market)

    market.press("Saya tertarik")
    listed = market.press("Kursus saya")
    market.press("Menjahit")
    market.press("Tidak jadi")
    market.press("Kursus saya")

    assert listed.count("Menjahit dengan mesin obras") == 1
    assert "Belum ada kursus yang disimpan" in market.newest


def test_a_typed_wish_is_read_and_hostile_text_is_only_text(market):
    market.say("/kursus")
    market.press("Ketik sendiri")

    wrong = market.say("!!!")
    card = market.say("las")

    assert "belum terbaca" in wrong
    assert "Las dasar · LPK Contoh <&> · Klaten" in card
    assert "biaya Rp1.500.000" in card


def test_nothing_fitting_is_said_and_everything_can_be_seen(market):
    market.say("/kursus")
    market.press("Ketik sendiri")

    end = market.say("qwertyuiop")
    card = market.press("Lihat semuanya: 2")

    assert "Belum ada kursus yang pas" in end
    assert "Sumber: Bursa Contoh" in card


def test_an_empty_catalogue_is_said_as_it_is(sari):
    sari.say("/kursus")

    end = sari.press("Jahit")

    assert "Di daftar kami belum ada kursus yang buka" in end


def test_a_refused_vacancy_says_nothing_about_a_course(market):
    market.say("loker jahit sukoharjo")
    market.press("Bukan untuk saya")
    market.press("Bukan bidang saya")

    assert "Menjahit dengan mesin obras" in sewing(market)
