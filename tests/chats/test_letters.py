"""Letters: filled in one question at a time, given as a file and as a text, sent only by the worker."""

from io import BytesIO

import pypdfium2

from bot.store import dossiers, help_requests


def to_employer(talker):
    talker.say("/jkp")
    talker.press("Berkas saya")
    talker.press("Surat siap pakai")
    return talker.press("Surat ke perusahaan: lapor PHK")


def filled(talker):
    to_employer(talker)
    talker.press("Isi yang kosong")
    talker.say("Sari Wahyuni Contoh")
    talker.say("PT Contoh Busana")
    return talker.say("sukoharjo")


def newest_file(rig, talker):
    return rig.telegram.said(talker.id)[-1]


def test_what_is_blank_is_asked_one_at_a_time_and_then_stands_in_the_letter(rig, told):
    page = to_employer(told)
    assert "Masih kosong: nama, perusahaan, kota." in page
    assert "Nama lengkap Anda" in told.press("Isi yang kosong")
    assert "Nama perusahaan" in told.say("Sari Wahyuni Contoh")
    assert "kota atau kabupaten" in told.say("PT Contoh Busana")
    page = told.say("sukoharjo")

    assert "Yth. Pimpinan PT Contoh Busana" in page
    assert "Kabupaten Sukoharjo" in page
    assert "Hari terakhir kerja: 10 Juni 2026" in page
    assert "Masih kosong" not in page
    stored = rig.database.run(lambda s: dossiers.of(s, told.id).details)
    assert b"Contoh" not in stored


def test_wrong_answers_are_asked_for_again_and_a_number_never_gets_in(rig, told):
    to_employer(told)
    told.press("Isi yang kosong")

    assert "tanpa angka" in told.say("12345")
    told.say("3311014101900001")
    assert "3311014101900001" not in "".join(told.all_said)
    assert "Nama perusahaan" in told.say("Sari Contoh")
    assert "belum terbaca" in told.say("!!!")
    assert "kota atau kabupaten" in told.say("PT Contoh 88")


def test_everything_may_be_skipped_or_taken_as_it_is_known(told):
    to_employer(told)
    told.press("Isi yang kosong")
    told.press("Pakai: Sari Contoh")
    told.press("Lewati")
    page = told.press("Lewati")

    assert "Nama: Sari Contoh" in page
    assert "Yth. Pimpinan ............" in page
    assert "Masih kosong: perusahaan, kota." in page


def test_left_in_the_middle_nothing_is_lost(told):
    to_employer(told)
    told.press("Isi yang kosong")
    told.say("Sari Contoh")
    told.press("Menu")

    page = to_employer(told)

    assert "Nama: Sari Contoh" in page
    assert "Nama perusahaan" in told.press("Isi yang kosong")


def test_the_file_is_the_letter_and_pressing_twice_gives_the_same_bytes(rig, told):
    filled(told)
    told.press("Unduh surat (PDF)")
    first = newest_file(rig, told)
    told.press("Unduh surat (PDF)")

    assert first.file.name == "surat-lapor-phk-2026-11-23.pdf"
    assert first.file.content == newest_file(rig, told).file.content
    words = pypdfium2.PdfDocument(BytesIO(first.file.content))[0].get_textpage().get_text_bounded()
    assert "PT Contoh Busana" in words
    assert "DRAF - belum ditinjau ahli hukum" in words


def test_the_short_text_can_be_copied_whole(told):
    filled(told)

    page = told.press("Teks untuk WA")

    assert "Saya Sari Wahyuni Contoh. Hari terakhir kerja saya 10 Juni 2026." in page
    assert "Salin teks" in "".join(told.labels)


def test_an_officer_hears_of_it_only_after_a_yes_and_once(rig, told):
    filled(told)
    told.press("Sampaikan ke petugas")
    assert rig.database.run(lambda s: help_requests.running(s, told.id)) is None

    rig.telegram.updates.duplicate_next()
    told.press("Ya, sampaikan")
    to_employer(told)
    told.press("Sampaikan ke petugas")
    told.press("Ya, sampaikan")

    said = rig.database.run(lambda s: help_requests.said(s, help_requests.running(s, told.id).id))
    assert sum("Permohonan pelaporan PHK" in words for _by_staff, words, _at in said) == 1


def test_the_inspector_is_told_what_the_worker_chose(told):
    told.say("/jkp")
    told.press("Berkas saya")
    told.press("Perusahaan diam saja?")
    told.press("Surat ke pengawas")
    told.press("Isi yang kosong")
    for _blank in range(3):
        told.press("Lewati")
    assert "Pilih salah satu" in told.say("entahlah")
    page = told.say("iuran saya nunggak 4 bulan")

    assert "iuran BPJS Ketenagakerjaan saya menunggak" in page
    assert "PP 6/2025 Pasal 39" in page
    assert "Pasal 37" not in page


def test_a_vague_last_day_is_asked_for_and_told_to_the_case(rig, sari):
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    sari.press("1-3 bulan lalu")
    sari.press("Pabrik tutup")
    sari.press("Belum tahu")
    sari.press("Belum tahu")
    sari.press("Berkas saya")
    sari.press("Surat siap pakai")
    sari.press("Surat ke Disnaker")
    sari.press("Isi yang kosong")
    for _blank in range(3):
        sari.press("Lewati")
    assert "belum terbaca" in sari.say("10 Des 2027")
    page = sari.say("10 Okt 2026")

    assert "Hari terakhir kerja: 10 Oktober 2026" in page
    assert "Perusahaan tutup atau pailit." in page
