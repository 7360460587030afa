"""S10: found work."""

from test_status import tell


def test_found_work_stops_jkp_and_can_be_taken_back(rig, sari):
    tell(sari)
    sari.press("Ada kabar baru")
    sari.press("Saya sudah kerja")
    sari.press("Hari ini")
    words = sari.press("Belum tahu")

    assert "Selamat, Sari Contoh!" in words
    assert "JKP berhenti mulai Sen, 23 Nov 2026" in words
    assert "30 hari" in words

    card = sari.press("Batal")
    assert "Kelihatannya berhak" in card


def test_a_typed_first_day_in_the_future_is_kept(rig, sari):
    tell(sari)
    sari.press("Ada kabar baru")
    sari.press("Saya sudah kerja")
    assert "belum terbaca" in sari.say("entah")
    assert "mendaftarkan BPJS" in sari.say("1 Des")
    assert "Sel, 1 Des 2026" in sari.press("Ya")
