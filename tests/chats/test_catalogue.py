"""A0, A1, A2: an admin hands in a catalogue file in the chat, mends it, publishes it, takes it back, edits a row."""

import io
import time
import zipfile
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.services.courses import MARK
from bot.store.applications import SAVED, Feedback
from bot.store.staff import Staff
from bot.store.uploads import Upload
from intake import exporting, versions
from intake.reading import read
from training_catalog import search
from training_catalog.importing import COURSES
from training_catalog.tables import Course

HEAD = "lembaga;program;mulai;selesai;lokasi;kuota"
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
    talker.start()
    return talker


def at_work(rig) -> bool:
    """A file is in the hands of the clock."""
    due = (Upload.asked != "", Upload.due_at <= rig.clock.now())
    return rig.database.run(lambda s: s.exec(select(Upload.id).where(*due)).first() is not None)


def wait(rig) -> None:
    """Wait until the clock, which ticks by itself too, has done what was asked about every file."""
    rig.tick()
    until = time.monotonic() + 20
    while at_work(rig) and time.monotonic() < until:
        time.sleep(0.02)
    rig.tick()


def send(rina, content: bytes, name: str = "blk.csv") -> str:
    rina.do("send_document", content, name)
    wait(rina.rig)
    return rina.newest


def press(rina, label: str) -> str:
    rina.press(label)
    wait(rina.rig)
    return rina.newest


def newest_file(rig, rina):
    return next(message.file for message in reversed(rig.telegram.said(rina.id)) if message.file)


def open_courses(rig) -> int:
    return rig.database.run(lambda s: search.count_open(s, rig.clock.now().date()))


def test_a_file_is_compared_applied_once_and_taken_back_to_the_byte(rig, rina, sari):
    sari.start()
    assert "2 baru" in send(rina, GOOD.encode("cp1252"))
    assert open_courses(rig) == 0

    assert "Tayang: 2 baru" in press(rina, "Terapkan 2")
    assert open_courses(rig) == 2
    before = rig.database.run(lambda s: versions.export(s, COURSES.catalogue))
    las = rig.database.run(lambda s: s.exec(select(Course.id).where(Course.programme == "Las Listrik")).one())
    rig.database.run(
        lambda s: s.add(Feedback(person_id=sari.id, offer_id=f"{MARK}{las}", verdict=SAVED, at=rig.clock.now()))
    )

    assert "Tidak ada yang perlu diterapkan" in send(rina, GOOD.encode())
    changed = GOOD.replace("Kota Surakarta;16", "Sukoharjo;18")
    words = send(rina, changed.encode("utf-16"))
    assert "1 berubah" in words
    assert "1 peminat akan dikabari" in words
    assert "16 → 18 (1 peminat" in rina.press("Lihat perubahan")
    assert "1 kabar untuk peminat" in press(rina, "Terapkan 1")
    assert "Kota Surakarta → Sukoharjo" in sari.newest
    assert "kembali seperti sebelumnya" in press(rina, "Kembalikan seperti semula")
    assert rig.database.run(lambda s: versions.export(s, COURSES.catalogue)) == before
    assert "Sukoharjo → Kota Surakarta" in sari.newest


def test_a_wrong_row_comes_back_marked_is_mended_and_goes_in(rig, rina):
    words = send(rina, GOOD.replace(";16", ";dua puluh").encode())
    assert 'Baris 2: kuota harus angka, misalnya 16 atau 2.500.000, tertulis "dua puluh"' in words
    assert "1 masalah" in words

    press(rina, "Berkas perbaikan")
    file = newest_file(rig, rina)
    rows = read(file.content)
    assert rows[0].cells["masalah"].startswith("kuota: harus angka")
    mended = "\n".join([HEAD, *(";".join(row.cells[name] for name in HEAD.split(";")) for row in rows)])
    assert "2 baru" in send(rina, mended.replace("dua puluh", "20").encode())
    assert "Tayang: 2 baru" in press(rina, "Terapkan 2")


def test_what_looks_alike_is_asked_about_and_the_answer_is_kept(rig, rina):
    send(rina, GOOD.encode())
    press(rina, "Terapkan 2")
    typo = GOOD.replace("Las Listrik", "Las Lisrik").replace("Obras", "Obras 2")
    words = send(rina, typo.encode())
    assert "1 baru" in words
    assert "1 mirip" in words

    assert "Apakah keduanya kursus yang sama?" in rina.press("Mirip, gabung?")
    words = press(rina, "Sama, gabung")

    assert "1 baru" in words
    assert "1 berubah" in words
    press(rina, "Terapkan 2")
    assert open_courses(rig) == 3
    assert "Tidak ada yang perlu diterapkan" in send(rina, typo.encode())


def test_a_file_can_wait_for_the_morning_while_another_one_comes(rig, rina):
    send(rina, GOOD.encode())
    assert "Sel, 24 Nov 2026" in rina.press("Terapkan besok 07.00")
    assert "1 baru" in send(rina, GOOD.replace("Las Listrik", "Barista").encode().split(b"BLK Contoh;Obras")[0])
    press(rina, "Terapkan 1")
    assert open_courses(rig) == 1
    assert "blk.csv: diterapkan" in rina.say("/katalog")

    rig.forward(hours=23)
    wait(rig)

    assert "Katalog berubah sejak Anda lihat" not in "\n".join(rina.all_said)  # what would be written is the same
    assert open_courses(rig) == 3


def test_bombs_and_pictures_are_refused_kindly(rig, rina):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)

    assert "katalog tidak berubah" in send(rina, packed.getvalue(), "blk.xlsx").lower()
    assert "katalog tidak berubah" in send(rina, b"\x89PNG\r\n\x1a\n" + b"0" * 99).lower()


def test_nobody_else_may(rig, sari):
    sari.start()

    words = sari.do("send_document", GOOD.encode(), "blk.csv")

    assert "tidak membuka berkas" in words
    assert "hanya untuk admin" in sari.say("/katalog")


def test_pressing_apply_twice_publishes_once_and_the_export_changes_nothing(rig, rina):
    send(rina, GOOD.encode())
    label = rina.button("Terapkan 2")
    message = rina.person.chat[-1].message_id
    rig.telegram.updates.duplicate_next()
    rina.do("press", label, message_id=message)
    wait(rig)
    assert open_courses(rig) == 2

    rina.say("/katalog")
    press(rina, "Unduh katalog")
    file = newest_file(rig, rina)
    assert "Tidak ada yang perlu diterapkan" in send(rina, file.content, "katalog.xlsx")
    assert rig.database.run(lambda s: len(exporting.table(s, COURSES.catalogue, COURSES.headers).rows)) == 2


def test_a_course_is_found_with_typos_edited_copied_and_answered_for(rig, rina):
    send(rina, GOOD.encode())
    press(rina, "Terapkan 2")
    rina.say("/katalog")
    rina.press("Cari dan ubah")
    assert "Yang paling mirip" in rina.say("las lisrtik surakrta")
    rina.press("Las Listrik")
    rina.press("Ubah satu isian")
    rina.press("kuota")
    assert "harus angka" in rina.say("dua puluh")
    assert "kuota: 24" in rina.say("24")
    assert "Tersimpan" in rina.newest
    rina.press("Salin dengan tanggal baru")
    assert "mulai: 2028-01-05" in rina.say("5 Jan 2028")
    assert "selesai: 2028-02-05" in rina.newest
    assert open_courses(rig) == 3
    assert "Membuka +0 lowongan untuk 0 orang" in press(rina, "Lowongan yang terbuka")

    rig.forward(days=84)  # ninety days without a word are near; Obras and Las of 2027 are over
    assert "masih buka?" in "\n".join(rina.all_said)
    rina.press("Masih")
    assert "tetap ditawarkan" in rina.newest
    rig.clock.forward(timedelta(days=30))
    assert open_courses(rig) == 1
