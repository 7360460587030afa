"""A region's figures: each with period and source, none added to another, nothing invented."""

from bot.store import profiles


def central_java(talker):
    talker.start()
    talker.press("Angka daerah saya")
    return talker.say("Sukoharjo")


def test_every_number_has_its_period_and_source(sari):
    words = central_java(sari)

    assert "Angka kerja: Jawa Tengah" in words
    assert "Upah minimum provinsi (UMP): Rp2.327.386 sebulan\n2026 · " in words
    assert "Rata-rata upah buruh, nasional: Rp3.330.000 sebulan\nAgustus 2025 · cnbcindonesia" in words
    assert "(UMK): belum ada data" in words


def test_layoffs_keep_their_measure_and_are_not_added_up(sari):
    words = central_java(sari)

    assert "76 orang, dalam satu bulan\nSeptember 2025" in words
    assert "14.700 orang, setahun penuh" in words
    assert "Jangan dijumlahkan" in words
    assert "Sejak 2025 hanya peserta JKP" in words


def test_a_province_can_be_pressed_and_a_wrong_one_is_asked_again(sari):
    sari.start()
    sari.press("Angka daerah saya")

    wrong = sari.say("xyzzy")
    words = sari.press("Banten")

    assert "belum saya kenal" in wrong
    assert "Angka kerja: Banten" in words


def test_the_profile_chooses_the_province(sari):
    sari.start()
    sari.rig.database.run(lambda s: setattr(profiles.of(s, sari.id), "region", "35.78"))

    words = sari.press("Angka daerah saya")

    assert "Angka kerja: Jawa Timur" in words


def test_wages_by_sector_come_highest_first_with_one_source(sari):
    central_java(sari)

    words = sari.press("Upah per bidang")
    again = sari.press("Kembali")

    assert words.splitlines()[1] == "• Informasi dan Komunikasi: Rp5.280.000"
    assert words.count("Agustus 2025") == 1
    assert "Angka kerja: Jawa Tengah" in again


def test_in_english(rig):
    john = rig.person(2, "John Example", "en")
    john.start()
    john.press("Figures of my region")

    words = john.say("Jawa Tengah")

    assert "Provincial minimum wage (UMP): Rp2,327,386 a month" in words
    assert "Since 2025 only JKP participants" in words
