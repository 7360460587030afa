"""S1b: the rights receipt, on the screen, on paper and as data."""

import json
from io import BytesIO

import pypdfium2
from test_status import tell


def pressed(sari, label):
    """Press and give the newest file."""
    sari.press(label)
    return next(message.file for message in reversed(sari.rig.telegram.said(sari.id)) if message.file)


def test_the_receipt_names_what_is_met_the_rules_and_what_changes_it(sari):
    tell(sari, months="Kurang dari 12")

    page = sari.press("Kenapa begini?")

    assert "Kelihatannya belum memenuhi syarat" in page
    assert "✖ iuran kurang dari 12 bulan dalam 24 bulan" in page
    assert "iuran 24 bulan terakhir paling sedikit 12 bulan" in page
    assert "Aturan 7 Februari 2025 · dicek" in page
    assert "Belum ditinjau ahli hukum" in page


def test_pressed_twice_it_shows_the_same_and_all_conditions_have_their_articles(sari):
    tell(sari)
    first = sari.press("Kenapa begini?")
    every = sari.press("Lihat semua syarat")

    assert "iuran paling sedikit 12 bulan (PP 6/2025 Pasal 19(3))" in every
    assert sari.press("Kwitansi hak") == first
    assert sari.press("Lihat semua syarat") == every


def test_the_receipt_is_a_file_to_keep_and_the_data_is_the_same_value(sari):
    tell(sari)
    sari.press("Kenapa begini?")

    paper = pressed(sari, "Simpan kwitansi")
    sari.press("Kwitansi hak")
    sari.press("Lihat semua syarat")
    data = json.loads(pressed(sari, "Data (JSON)").content)

    words = pypdfium2.PdfDocument(BytesIO(paper.content))[0].get_textpage().get_text_bounded()
    assert paper.name == "kwitansi-hak-2026-11-23.pdf"
    assert "Kelihatannya berhak" in words
    assert "(tulis sendiri)" in words  # no name without the second level
    assert (data["verdict"]["right"], data["verdict"]["unknown"]) == (None, ["proof"])


def test_after_erasing_an_old_button_gives_the_two_doors(sari):
    tell(sari)
    sari.press("Kenapa begini?")
    sari.say("/data")
    sari.press("Hapus semua")
    sari.press("Ya, hapus semua")

    sari.press("Simpan kwitansi")

    assert any("Mau mulai dari mana" in words for words in sari.all_said)  # the old message became the doors


def test_after_a_refusal_the_receipt_tells_it_and_asks_for_no_claim_that_was_filed(sari):
    tell(sari, last_day="3 Agu 2026")
    sari.press("Ada kabar baru")
    sari.press("Klaim sudah saya ajukan")
    sari.say("9 Nov 2026")
    sari.press("Ada kabar baru")
    sari.press("Ditolak")
    sari.press("tidak terbaca")

    page = sari.press("Kenapa begini?")

    assert "Klaim belum disetujui: surat PHK tidak terbaca atau kurang." in page
    assert "Batas klaim" not in page


def test_an_expired_contract_is_never_called_a_dismissal_in_the_same_receipt(sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.say("3 Nov 2026")
    sari.press("Kontrak habis atau diputus")
    sari.press("Habis pada waktunya")
    sari.press("12 bulan atau lebih")
    sari.say("4,1 jt")

    page = sari.press("Kenapa begini?")

    assert "bukan PHK" in page
    assert "✔ PHK" not in page


def test_a_day_that_may_have_passed_is_no_safe_day(sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.press("4-6 bulan lalu")
    sari.press("mengurangi orang")
    sari.press("12 bulan atau lebih")
    card = sari.say("4,1 jt")

    page = sari.press("Kenapa begini?")

    assert "Batas mungkin sudah lewat, mungkin belum." in card
    assert "Batas mungkin sudah lewat, mungkin belum." in page
    assert "paling aman" not in page
