"""S2 and S4: from a first START to a fitting vacancy, refusing, saving, and an honest end."""

import pytest
from offered import VACANCIES, bring, put_in

from bot.store import applications, profiles
from matching.profile import Kind

NEAR_SUKOHARJO = (-7.68, 110.84)


@pytest.fixture
def market(rig):
    """Somebody at the door of a filled market."""
    bring(rig)
    return rig.person()


def first_card(talker):
    talker.start()
    talker.press("Cari kerja sekarang")
    talker.press("Jahit")
    return talker.press("Sukoharjo")


def row(talker, kind=Kind.VACANCY):
    return talker.rig.database.run(lambda s: profiles.search(s, talker.id, kind.value))


def test_a_guest_sees_the_first_card_after_four_taps(market):
    card = first_card(market)

    assert "Operator jahit" in card
    assert "Sukoharjo" in card
    assert "👍 Cocok: pekerjaan serupa" in card
    assert market.labels[:5] == [
        "✅ Saya mau lamar", "➡️ Berikutnya", "👎 Bukan untuk saya", "💾 Simpan", "❓ Kenapa ini?",
    ]  # fmt: skip
    assert len(market.all_said) == 1


def test_the_second_time_takes_one_tap(market):
    card = first_card(market)

    market.press("Menu")

    assert market.press("Cari kerja sekarang") == card


def test_the_card_says_what_the_advertisement_says(market):
    first_card(market)

    card = market.press("Berikutnya")

    assert "2.700.000 · shift pagi · kontrak · tutup Sab, 5 Des 2026 (12 hari lagi)" in card
    assert "Cara lamar: Datang langsung ke pabrik" in card
    assert "Bursa Contoh, dipasang Sel, 10 Nov 2026" in card


def test_an_old_advertisement_is_flagged_and_hostile_text_is_only_text(market):
    first_card(market)
    market.press("Berikutnya")

    old = market.press("Berikutnya")
    hostile = market.press("Berikutnya")

    assert "dipasang Rab, 14 Jan 2026, mungkin sudah tidak buka" in old
    assert "Penjahit <b>halus</b> & rapi · Rumah Contoh <&>" in hostile
    assert "Syarat dari perusahaan: usia sampai 30 tahun" in hostile


def test_a_button_pressed_twice_shows_the_same_card(market):
    first_card(market)
    message = market.rig.telegram.said(market.id)[-1]
    following = next(button for button in message.buttons if "Berikutnya" in button.label)

    once = market.do("_press", message, following)
    again = market.do("_press", message, following)

    assert once == again
    assert len(row(market).seen) == 2


def test_a_typed_search_takes_one_message(market):
    card = market.say("loker gudang karawang")

    assert "gudang" in card.lower()
    assert "Karawang" in card
    assert market.rig.database.run(lambda s: profiles.of(s, market.id).occupation) == ""


def test_nothing_fitting_is_said_instead_of_something_else(market):
    market.say("loker satpam karawang")

    assert "Belum ada yang pas hari ini untuk satpam, Kabupaten Karawang" in market.newest
    assert "🧰 Pekerjaan lain di sini: +2" in market.labels


def test_words_that_are_no_work_find_nothing(market):
    market.say("loker qwertyuiop karawang")

    assert "Belum ada yang pas hari ini" in market.newest


def test_a_shared_name_is_asked_back(market):
    asked = market.say("loker kasir bandung")
    card = market.press("Kota Bandung")

    assert "Bandung: yang mana?" in asked
    assert "Kasir minimarket" in card


def test_the_end_offers_what_a_change_would_really_bring(market):
    first_card(market)
    for _ in range(3):
        market.press("Berikutnya")

    end = market.press("Berikutnya")
    card = market.press("Sampai 100 km: +1")

    assert "Itu semua yang pas hari ini" in end
    assert "Kota Semarang, 88 km" in card
    assert "tempatnya di luar pilihan Anda" in card


def test_a_refusal_has_a_reason_and_an_undo(market):
    first = first_card(market)

    market.press("Bukan untuk saya")
    answer = market.press("Bukan bidang saya")
    refused = market.rig.database.run(lambda s: applications.feedback(s, market.id, applications.REFUSED))
    back = market.press("Batal")

    assert "saya kurangi yang seperti itu" in answer
    assert [one.reason for one in refused] == ["not_my_field"]
    assert back == first
    assert not market.rig.database.run(lambda s: applications.feedback(s, market.id, applications.REFUSED))


def test_a_refused_one_never_comes_again(market):
    first = first_card(market)
    market.press("Bukan untuk saya")
    market.press("Gaji kurang")

    seen = [market.press("Berikutnya") for _ in range(4)]
    market.press("Menu")
    again = market.press("Cari kerja sekarang")

    assert first not in seen
    assert again != first


def test_saving_twice_is_saving_once(market):
    first_card(market)

    market.press("Simpan")
    market.press("Lihat simpanan")
    market.press("Operator jahit")
    saved = market.say("/simpanan")

    assert saved.count("Operator jahit") == 1
    market.press("Operator jahit")
    assert "Simpan" in market.press("Lepas dari simpanan") + " ".join(market.labels)
    assert "Belum ada yang disimpan" in market.say("/simpanan")


def test_why_names_the_parts_in_words(market):
    first_card(market)

    why = market.press("Kenapa ini?")

    assert "• Jenis pekerjaan: cocok" in why
    assert "%" not in why
    assert "Jenis kelamin tidak pernah dipakai" in why


def test_a_shared_location_is_kept_as_its_regency(market):
    market.start()
    market.press("Cari kerja sekarang")
    market.press("Jahit")
    market.press("Dekat saya")

    card = market.do("share_place", *NEAR_SUKOHARJO)

    assert "Operator jahit" in card
    assert any("Baik: Kabupaten Sukoharjo" in one for one in market.all_said)


def test_a_wrong_place_is_asked_again_and_any_place_is_fine(market):
    market.start()
    market.press("Cari kerja sekarang")
    market.press("Ketik sendiri")
    market.say("operator jahit")

    wrong = market.say("xyzzy")
    card = market.say("di mana saja")

    assert "belum saya kenal" in wrong
    assert "Operator jahit" in card


def test_an_empty_catalogue_is_said_as_it_is(sari):
    sari.start()

    assert "Belum ada lowongan di daftar kami hari ini" in sari.press("Cari kerja sekarang")


def test_what_closed_since_the_shelf_was_filled_is_not_shown(market):
    first_card(market)
    header, *_, last = VACANCIES.splitlines()
    market.rig.database.run(put_in, f"{header}\n{last}\n", "", market.rig.clock.now(), complete=True)

    end = market.press("Berikutnya")

    assert "Itu semua yang pas hari ini" in end


def test_in_english_everything_is_said_in_english(rig):
    bring(rig)
    john = rig.person(2, "John Example", "en")
    john.start()
    john.press("Find work now")
    john.press("Sewing")

    card = john.press("Anywhere")

    assert "Fits: similar work" in card
    assert "✅ I want to apply" in john.labels
