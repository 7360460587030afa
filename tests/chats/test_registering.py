"""From interest to a place: a worker asks for a seat, the provider answers, notes who was there, and how it ended."""

from datetime import timedelta

import pytest
from offered import bring
from sqlmodel import select

from bot.store.staff import Staff
from intake.reading import read
from training_catalog.tables import Course


@pytest.fixture
def provider(rig):
    """The BLK's own account, which answers for its course of one seat."""
    talker = rig.person(70, "Bu Guru Uji")
    talker.start()
    bring(rig)

    def own(session):
        course = session.exec(select(Course).where(Course.provider == "BLK Contoh Solo")).one()
        course.contact_id, course.seats = talker.id, 1

    rig.database.run(own)
    return talker


def asks(talker) -> str:
    talker.say("/kursus")
    talker.press("Jahit")
    return talker.press("Minta kursi")


def confirmed(rig, provider, sari) -> None:
    asks(sari)
    rig.tick()
    provider.press("Lihat peminat")
    provider.press("Sari Contoh")
    provider.press("Terima")
    rig.tick()


def test_a_seat_is_asked_for_with_one_tap_and_the_provider_confirms(rig, provider, sari):
    sari.say("/kursus")
    card = sari.press("Jahit")
    asked = sari.press("Minta kursi")
    rig.tick()

    assert "Lembaga akan melihat nama Telegram Anda. Nomor HP hanya jika Anda bagikan" in card
    assert "Anda nomor 1 dari yang menunggu jawaban" in asked
    assert "1 orang menunggu jawaban Anda" in provider.newest
    listed = provider.press("Lihat peminat")
    assert "Sari Contoh" in listed
    assert "Nomor HP tidak dibagikan" in provider.press("Sari Contoh")
    assert "Orangnya dikabari" in provider.press("Terima")
    rig.tick()
    assert "Anda diterima" in sari.newest
    assert "diterima" in sari.press("Kursus saya")
    trail = sari.say("/data") and sari.press("Siapa yang melihat")
    assert "lembaga kursus, melihat permintaan kursi Anda" in trail


def test_a_freed_seat_goes_to_the_waiting_list(rig, provider, sari):
    dewi = rig.person(2, "Dewi Contoh")
    confirmed(rig, provider, sari)

    assert "daftar cadangan, nomor 1" in asks(dewi)
    rig.tick()
    sari.press("Batalkan")
    sari.press("Tidak, tetap ikut")
    sari.press("Batalkan")
    assert "sudah tidak berlaku" in sari.press("Ya, batalkan")
    rig.tick()
    assert "Ada kursi kosong untuk Anda" in dewi.newest
    assert "Kursi ini milik Anda" in dewi.press("Ambil kursi")


def test_a_number_is_shared_and_taken_back_and_a_no_comes_with_its_reason(rig, provider):
    sari = rig.person(3, phone="+628121234567")
    asks(sari)
    sari.press("Bagikan nomor HP")
    assert "tidak dibagikan" in sari.say("nanti saja")
    sari.press("Bagikan nomor HP")
    assert "nomor HP Anda (•••4567)" in sari.press("Bagikan nomor saya")
    rig.tick()
    provider.press("Lihat peminat")
    assert "+628121234567" in provider.press("Sari Contoh")
    assert "Nomor HP Anda tidak" in sari.press("Tarik nomor HP")

    provider.press("Tidak bisa diterima")
    provider.press("Tulis alasan lain")
    assert "Tulis alasan untuk" in provider.say("...")
    provider.say("Kelas pindah ke bulan depan")
    rig.tick()
    assert "Kata lembaga: Kelas pindah ke bulan depan" in sari.newest


def test_attendance_by_tap_and_by_file_and_how_it_ended(rig, provider, sari):
    confirmed(rig, provider, sari)
    rig.forward(days=15)  # 8 Dec, the second class day

    provider.say("/peserta")
    provider.press("Menjahit dengan mesin obras")
    provider.press("Kehadiran dan berkas")
    assert "Tercatat 0 dari 1" in provider.press("Isi kehadiran")
    assert "hadir 0, tidak 1" in provider.press("Tidak hadir: Sari")
    assert "hadir 1, tidak 0" in provider.press("Hadir: Sari")
    provider.press("Hari lain dan berkas")
    provider.press("Kirim berkas")
    wrong = provider.do("send_document", b"nama;tanggal;hadir\nSari Contoh;2026-12-06;ya\n", "hadir.csv")
    assert "Baris 2: tanggal bukan hari kursus ini" in wrong
    taken = provider.do("send_document", b"nama;tanggal;hadir\nSari Contoh;2026-12-07;tidak\n", "hadir.csv")
    assert "Kehadiran tercatat: 1" in taken

    provider.press("Daftar peminat")
    provider.press("Sari Contoh")
    provider.press("Selesai, bersertifikat")
    rig.tick()
    assert "Hadir 1, tidak hadir 1" in sari.newest
    rig.forward(days=31)
    assert "Sudah dapat kerja?" in sari.newest
    assert "Anda sudah bekerja" in sari.press("Ya, sudah bekerja")


def test_the_list_is_for_whoever_answers_and_an_admin_sees_the_figures(rig, provider, sari):
    asks(sari)
    rina = rig.person(50, "Admin Uji")
    rig.database.run(lambda s: s.add(Staff(id=rina.id, role="admin", name="Bu Uji", added_at=rig.clock.now())))
    rina.start()

    assert "tidak berlaku" in sari.say("/peserta")  # for a worker there is no such list
    assert "Minta kursi: 1" in (rina.say("/peserta") and rina.press("Hasil semua kursus"))
    rina.press("Kursus yang saya urus")
    rina.press("Menjahit dengan mesin obras")
    rina.press("Kehadiran dan berkas")
    rina.press("Unduh daftar")
    file = next(message.file for message in reversed(rig.telegram.said(rina.id)) if message.file)
    assert read(file.content)[0].cells["nama"] == "Sari Contoh"
    rig.database.run(lambda s: setattr(s.get(Staff, rina.id), "active", False))
    rina.press("Unduh daftar")
    assert any("hanya untuk pengurus" in text for text in rina.all_said)


def test_a_confirmed_class_is_reminded_of_and_in_the_calendar(rig, provider, sari):
    confirmed(rig, provider, sari)

    sari.press("Simpan ke kalender")
    file = next(message.file for message in reversed(rig.telegram.said(sari.id)) if message.file)
    assert b"Menjahit dengan mesin obras" in file.content
    rig.forward(days=7)
    assert "Kursus Menjahit dengan mesin obras segera mulai. Tempat: Surakarta" in sari.newest
    sari.rig.clock.forward(timedelta(minutes=1))
    assert "Kursi Anda sudah pasti" in sari.press("Lihat kursi saya")
