"""C2: a counselor's advertisement from the paste to the worker's card, and from `Terisi` back to it."""

import pytest
from rig import MORNING
from sqlmodel import select

from bot.store.offer_changes import OfferChange
from bot.store.staff import Staff
from intake.tables import ImportVersion
from labour_market.tables import Vacancy

ADVERT = """*LOWONGAN KERJA*
PT CONTOH BUSANA LESTARI membutuhkan segera
Posisi : Operator Jahit
Wanita, usia 18 - 35 th, pend. min SMP
Gaji Rp 2.500.000 - Rp 2.900.000
Penempatan : Sukoharjo
Lamaran via WA 0812-0000-1101
Paling lambat 30 November 2026"""


@pytest.fixture
def budi(rig):
    return employ(rig, 60, "Pak Uji", "33.11")


def employ(rig, number, name, area):
    talker = rig.person(number, name)
    row = Staff(id=talker.id, role="counselor", name=name, office=f"Disnaker Uji {area}", area=area, added_at=MORNING)
    rig.database.run(lambda session: session.merge(row))
    talker.start()
    return talker


def vacancies(rig):
    return rig.database.run(lambda session: list(session.exec(select(Vacancy).order_by(Vacancy.id))))


def find_sewing(sari):
    sari.start()
    sari.press("Cari kerja")
    sari.say("penjahit")
    return sari.say("Sukoharjo")


def test_a_pasted_advertisement_is_checked_published_found_and_its_card_told_when_it_is_filled(rig, budi, sari):
    words = budi.say(ADVERT)
    assert "Jabatan: Operator Jahit" in words
    assert "Tempat: Kabupaten Sukoharjo" in words
    assert "jenis kelamin" in words
    assert vacancies(rig) == []

    assert "Tayang: 1 lowongan" in budi.press("Terbitkan")
    rig.tick()
    (vacancy,) = vacancies(rig)
    assert (vacancy.wage_min, vacancy.wage_max, vacancy.location, vacancy.source) == (
        2_500_000, 2_900_000, "33.11", "Disnaker Uji 33.11",
    )  # fmt: skip

    assert "Diperiksa Pak Uji, Disnaker Uji 33.11, Sen, 23 Nov 2026" in find_sewing(sari)

    rig.forward(minutes=1)
    budi.say("/lowongansaya")
    assert "ada di 1 kartu" in budi.press("Operator Jahit")
    budi.press("✅ Terisi")
    rig.tick()
    assert sari.newest.startswith("⚪ Sudah terisi")
    rig.forward(minutes=1)
    assert "1 kartu sudah diperbarui" in budi.newest
    assert rig.database.run(lambda s: len(list(s.exec(select(ImportVersion))))) == 2


def test_a_forwarded_poster_with_a_doubtful_place_waits_until_it_is_settled(rig, budi):
    caption = "Dibutuhkan kasir toko, min SMA\nPenempatan: Bandung\nUMK\nKirim ke wa 081200009999\nbiaya admin 50rb"
    words = budi.do("send_photo", b"poster", caption=caption)
    assert "❓ Tempat: Kabupaten Bandung atau Kota Bandung" in words
    assert "Perlu dicek: ada biaya" in words
    assert not any("Terbitkan" in label for label in budi.labels)

    budi.press("yang mana?")
    assert "✅ Tempat: Kota Bandung" in budi.press("Kota Bandung")
    if any("Semua ❓" in label for label in budi.labels):
        budi.press("Semua ❓")
    assert "✅ Gaji: Rp1.900.000" in budi.say("gaji: 1,9 jt")
    assert "Tayang: 1 lowongan" in budi.press("Terbitkan")


def test_what_is_missing_is_asked_and_several_positions_become_a_row_each(rig, budi):
    words = budi.say("Dibutuhkan:\n1. Kasir\n2. Pramusaji\nSyarat: min SMA, usia max 30 tahun\nGaji 2 juta")
    assert "Ada 2 posisi" in words

    words = budi.press("Semua (2")
    assert "❗ Tempat: belum ada" in words
    assert "❗ Cara lamar: belum ada" in words

    budi.press("Isi: Tempat")
    assert "belum bisa saya baca" in budi.say("entah di mana itu")
    budi.say("Kab. Klaten")
    budi.press("Isi: Cara lamar")
    budi.say("WA 0812-0000-1234")
    while any("Semua ❓" in label for label in budi.labels):
        budi.press("Semua ❓")
    assert "Tayang: 2 lowongan" in budi.press("Terbitkan")
    assert [one.title for one in vacancies(rig)] == ["Kasir", "Pramusaji"]


def test_a_similar_vacancy_is_shown_and_another_area_may_not_close_it(rig, budi):
    budi.say(ADVERT)
    budi.press("Terbitkan")
    ani = employ(rig, 61, "Bu Uji", "33.72")
    near = employ(rig, 62, "Mas Uji", "33")

    assert "Mirip dengan yang sudah tayang" in ani.say(ADVERT)
    assert "di luar wilayah Anda" in ani.press("Buka yang mirip")
    rig.tick()
    ani.say("/lowongansaya")
    ani.press("Cari lowongan lain")
    assert "Belum ketemu" in ani.say("penjahit")
    near.say("/lowongansaya")
    near.press("Cari lowongan lain")
    assert "Operator Jahit" in near.say("penjahit")
    near.press("Operator Jahit")
    assert "Sudah tidak tayang" in near.press("Tutup")

    assert "Sudah ditarik" in budi.press("Tarik lagi")
    (vacancy,) = vacancies(rig)
    assert vacancy.status in {"closed", "withdrawn"}


def test_a_worker_who_pastes_an_advertisement_posts_nothing(rig, sari):
    sari.start()
    sari.say(ADVERT)
    sari.do("send_photo", b"poster", caption=ADVERT)
    sari.say("/lowongan")

    assert vacancies(rig) == []
    assert not any("Terbitkan" in label for label in sari.labels)
    assert rig.database.run(lambda session: list(session.exec(select(OfferChange)))) == []
