"""A1: an admin hands in a catalogue file in the chat."""

import io
import zipfile

import pytest

from bot.store.staff import Staff
from training_catalog import search

HEAD = "penyelenggara;program;mulai;selesai;lokasi;kuota"
GOOD = (
    f"{HEAD}\n"
    "BLK Contoh;Las Listrik;2027-01-05;2027-02-05;Kota Surakarta;16\n"
    "BLK Contoh;Obras;2027-01-12;2027-01-17;Sukoharjo;20\n"
)


@pytest.fixture
def rina(rig):
    talker = rig.person(50, "Admin Uji")
    rig.database.run(
        lambda s: s.add(Staff(id=talker.id, role="admin", name="Bu Uji", office="Kantor Uji", added_at=rig.clock.now()))
    )
    return talker


def open_courses(rig) -> int:
    return rig.database.run(lambda s: search.count_open(s, rig.clock.now().date()))


def test_a_file_is_compared_applied_once_and_taken_back(rig, rina):
    rina.start()
    assert "2 baris" in rina.do("send_document", GOOD.encode("cp1252"), "blk.csv")
    assert "2 baru" in rina.press("🎓 Kursus")
    assert open_courses(rig) == 0

    assert "Tayang: 2 baru" in rina.press("Terapkan 2")
    assert open_courses(rig) == 2

    changed = GOOD.replace(";16", ";18")
    rina.do("send_document", changed.encode("utf-16"), "blk.csv")
    assert "1 berubah" in rina.press("🎓 Kursus")
    assert "16 → 18" in rina.press("Lihat perubahan")
    rina.press("Terapkan 1")
    assert "kembali seperti sebelumnya" in rina.press("Kembalikan")


def test_a_wrong_row_is_named_and_the_rest_can_go_in(rig, rina):
    rina.start()
    rina.do("send_document", GOOD.replace(";16", ";dua puluh").encode(), "blk.csv")
    words = rina.press("🎓 Kursus")

    assert 'Baris 2: kuota harus angka, tertulis "dua puluh"' in words
    assert "Tayang: 1 baru" in rina.press("Terapkan 1")


def test_bombs_and_pictures_are_refused_kindly(rig, rina):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)
    rina.start()

    assert "katalog tidak berubah" in rina.do("send_document", packed.getvalue(), "blk.xlsx").lower()
    assert "katalog tidak berubah" in rina.do("send_document", b"\x89PNG\r\n\x1a\n" + b"0" * 99, "blk.csv").lower()


def test_nobody_else_may(rig, sari):
    sari.start()

    words = sari.do("send_document", GOOD.encode(), "blk.csv")

    assert "tidak membuka berkas" in words
    assert "hanya untuk admin" in sari.say("/katalog")


def test_pressing_apply_twice_publishes_once(rig, rina):
    rina.start()
    rina.do("send_document", GOOD.encode(), "blk.csv")
    rina.press("🎓 Kursus")
    label = rina.button("Terapkan")
    message = rina.person.chat[-1].message_id
    rina.rig.telegram.updates.duplicate_next()
    rina.do("press", label, message_id=message)

    assert open_courses(rig) == 2
