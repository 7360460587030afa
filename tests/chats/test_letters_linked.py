"""What the register knows stands in a letter only when the worker has unlocked it."""

from test_link import KPJ, NIK, ROW, identify, put, share


def to_disnaker(talker):
    talker.say("/jkp")
    talker.press("Berkas saya")
    talker.press("Perusahaan diam saja?")
    return talker.press("Surat ke Disnaker")


def test_the_own_number_alone_puts_nothing_of_the_register_into_a_letter(rig):
    put(rig, ROW)
    sari = rig.person(phone="6281200000017")
    share(sari)

    page = to_disnaker(sari)

    assert "Hari terakhir kerja: ............" in page
    assert "2026" not in page.partition("Hari terakhir kerja")[2]
    assert "PT Contoh Uji" not in page
    sari.press("Isi yang kosong")
    assert "Pakai: Sari Contoh Uji" not in sari.labels


def test_unlocked_the_day_stands_there_and_the_rest_is_offered(rig):
    put(rig, ROW)
    sari = rig.person(phone="6281200000017")
    share(sari)
    sari.press("Lihat jumlah")
    for words in (NIK, "5 Mei 1992", KPJ):
        sari.say(words)

    assert "Hari terakhir kerja: 30 Oktober 2026" in to_disnaker(sari)
    sari.press("Isi yang kosong")
    sari.press("Pakai: Sari Contoh Uji")
    page = sari.press("Pakai: PT Contoh Uji")
    assert "kota atau kabupaten" in page
    page = sari.press("Lihat surat")

    assert "Perusahaan: PT Contoh Uji" in page
    assert NIK not in page
    assert KPJ not in page


def test_the_workers_own_day_goes_before_the_registers(rig):
    put(rig, ROW)
    sari = rig.person(phone="6281200000017")
    sari.start()
    sari.press("Uang JKP")
    sari.press("Saya isi sendiri")
    for words in ("28 Okt 2026", "Perusahaan mengurangi orang", "12", "4 juta"):
        sari.say(words)
    share(sari)
    identify(sari)

    assert "Hari terakhir kerja: 28 Oktober 2026" in to_disnaker(sari)
