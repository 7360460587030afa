"""Somebody holds an old rule to be true: the answer puts it right with its day and source, for their own case."""

from test_status import tell


def test_an_old_rule_is_put_right_with_day_article_and_ones_own_deadline(sari):
    tell(sari)

    words = sari.say("katanya harus daftar sebelum 3 bulan ya?")

    assert "Aturan itu sudah berubah" in words
    assert "Sekarang: klaim paling lambat 6 bulan sejak PHK." in words
    assert "Berlaku sejak Jum, 7 Feb 2025." in words
    assert "PP 6/2025 Pasal 40" in words
    assert "Ajukan paling lambat Kam, 10 Des 2026 (17 hari lagi)." in words


def test_whose_time_ended_before_the_change_is_told_the_old_rule(sari):
    tell(sari, last_day="1 Okt 2024")

    words = sari.say("batas klaim jkp 3 bulan kan")

    assert "Untuk kasus Anda, aturan lama yang berlaku" in words
    assert "Untuk Anda: klaim paling lambat 3 bulan sejak PHK." in words
    assert "kelihatannya sudah lewat: Rab, 1 Jan 2025" in words
    assert "sudah berubah" not in words


def test_without_a_case_the_border_between_the_texts_is_told(sari):
    sari.start()

    words = sari.say("jkp cuma 45% kan")
    asked = sari.press("Cek untuk kasus saya")

    assert "Klaim disetujui sebelum Jum, 7 Feb 2025? Bulan sebelum tanggal itu ikut aturan lama." in words
    assert "?" in asked


def test_who_knows_the_new_rule_is_not_corrected(sari):
    sari.start()

    words = sari.say("jkp sekarang 60% kan")

    assert "Aturan sekarang" in words
    assert "Aturan itu sudah berubah" not in words


def test_danger_goes_before_a_rule_and_an_awaited_answer_too(sari):
    sari.start()

    danger = sari.say("bos pukul saya, katanya jkp cuma 45%")
    sari.press("Bukan itu maksud saya")
    sari.say("/jkp")
    sari.press("Saya isi sendiri")
    awaited = sari.say("harus 6 bulan berturut-turut?")

    assert "bisa Anda hubungi" in danger
    assert "Aturan itu" not in awaited


def test_the_list_has_two_pages_and_pressing_twice_shows_the_same(sari):
    sari.start()
    sari.say("/aturan")
    first = sari.labels
    sari.press("Lainnya")
    again = sari.labels
    sari.press("Biaya pelatihan")
    words = sari.newest

    assert len(first) == 8
    assert len(again) == 7
    assert "Rp2.400.000" in words
    assert "PMK 26/2025" in words
    assert sari.press("Aturan lain yang berubah") == sari.press("Lainnya")


def test_a_question_about_a_rule_in_the_middle_is_answered_and_never_kept_as_an_answer(sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.say("20 hari lalu")
    sari.press("mengurangi orang")

    asked_again = sari.say("harus 6 bulan berturut-turut?")
    rule = sari.all_said[-2]
    sari.press("12 bulan atau lebih")
    card = sari.say("4,1 jt")

    assert "tidak perlu berturut-turut" in rule
    assert "Iuran JKP dalam 2 tahun terakhir?" in asked_again
    assert "Kelihatannya berhak." in card
