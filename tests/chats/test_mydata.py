"""/data: see it, download it, erase it from every table."""

import json
import time

from rig import MORNING
from sqlalchemy import select as select_rows
from sqlmodel import SQLModel, select

from bot.services import linking
from bot.store import help_requests, people, staff
from bot.store.attempts import Attempt
from bot.store.cases import Link, keep_facts
from bot.store.help_requests import HelpRequest
from bot.store.inbox import Inbox
from bot.store.people import Person
from bot.store.profiles import WorkProfile
from bot.store.staff import Staff

NIK = "3311014505900001"
FACTS = {"wage": {"value": 3_000_000, "source": "worker", "on": "2026-11-01"}}


def fill(rig, talker):
    def write(session):
        session.add(WorkProfile(person_id=talker.id, occupation="operator jahit", region="33.11"))
        session.add(Link(person_id=talker.id, member_id="m1", level=1, linked_at=MORNING))
        session.merge(Staff(id=1, role="counselor", name="Pak Budi", office="Disnaker", added_at=MORNING))
        keep_facts(session, talker.id, FACTS, MORNING)
        staff.note(session, 1, talker.id, "help_taken", MORNING)

    rig.database.run(write)


def holding(rig, number):
    """Name every table and column in which the number still stands, in whatever form."""
    found = []

    def look(session):
        for table in SQLModel.metadata.sorted_tables:
            for row in session.execute(select_rows(table)).mappings():
                found.extend(f"{table.name}.{name}" for name, value in row.items() if str(number) in str(value))

    rig.database.run(look)
    return found


def wait_for(talker, words):
    until = time.monotonic() + 5
    while words not in talker.newest and time.monotonic() < until:
        time.sleep(0.01)
    return talker.newest


def test_what_is_stored_is_said_in_plain_words(rig, sari):
    sari.start()
    fill(rig, sari)

    words = sari.say("/data")

    assert "operator jahit, Kabupaten Sukoharjo" in words
    assert "Isian JKP: gaji" in words
    assert "Tersambung dengan data BPJS" in words
    assert "3000000" not in words


def test_who_looked_at_it_is_shown(rig, sari):
    sari.start()
    fill(rig, sari)
    sari.say("/data")

    words = sari.press("Siapa yang melihat")

    assert "Pak Budi, Disnaker, menerima permintaan bantuan" in words


def test_everything_can_be_downloaded_as_json(rig, sari):
    sari.start()
    fill(rig, sari)
    sari.say("/data")

    sari.press("Unduh semua")
    message = rig.telegram.said(sari.id)[-1]
    content = json.loads(message.file.content)

    assert content["tables"]["declared_case"][0]["facts"] == FACTS
    assert content["tables"]["work_profile"][0]["occupation"] == "operator jahit"
    assert content["tables"]["person"][0]["name"] == "Sari Contoh"
    assert message.protected


def test_the_file_holds_no_private_number_and_no_account_of_staff(rig, sari):
    sari.start()
    fill(rig, sari)
    budi = 900_000_077

    def write(session):
        session.merge(Staff(id=budi, role="counselor", name="Bu Rina", added_at=MORNING))
        staff.note(session, budi, sari.id, "help_taken", MORNING)
        request = HelpRequest(person_id=sari.id, opened_at=MORNING, answer_by=MORNING, counselor_id=budi, state="held")
        session.add(request)
        session.add(HelpRequest(person_id=sari.id, opened_at=MORNING, answer_by=MORNING))
        session.flush()
        help_requests.say(session, request, f"nik {NIK}, gaji 4.300.000", MORNING, from_staff=False)
        people.expect(session, people.find(session, sari.id), "link.birth", {"nik": NIK})

    sari.say("/data")
    rig.database.run(write)
    sari.press("Unduh semua")
    written = rig.telegram.said(sari.id)[-1].file.content.decode()
    tables = json.loads(written)["tables"]

    assert NIK not in written
    assert str(budi) not in written
    assert tables["person"][0]["draft"] is None
    assert tables["help_message"][0]["words"] == "nik •••0001, gaji 4.300.000"
    assert {row["counselor"] for row in tables["help_request"]} == {"Bu Rina", ""}
    assert {row["staff"] for row in tables["access_log"]} == {"Pak Budi", "Bu Rina"}


def test_tries_to_link_are_blind_and_go_with_the_person(rig, sari):
    sari.start()
    rig.database.run(lambda session: linking.by_phone(session, people.find(session, sari.id), "+620", sari.id, MORNING))
    kept = rig.database.run(lambda session: [row.key for row in session.exec(select(Attempt))])
    sari.say("/data")
    sari.press("Hapus semua")
    sari.press("Ya, hapus semua")
    wait_for(sari, "sudah dihapus")

    assert len(kept) == 1
    assert str(sari.id) not in kept[0]
    assert rig.database.run(lambda session: list(session.exec(select(Attempt)))) == []


def test_erasing_warns_once_and_can_be_left(rig, sari):
    sari.start()
    fill(rig, sari)
    sari.say("/data")

    words = sari.press("Hapus semua")
    back = sari.press("Jangan hapus")

    assert "tidak bisa dibatalkan" in words
    assert "nomor urut pesan" in words
    assert "operator jahit" in back


def test_erasing_leaves_no_row_with_the_persons_number(rig, sari):
    sari.start()
    fill(rig, sari)
    sari.press("Bantuan orang")
    sari.say("tolong saya")
    sari.say("/data")
    sari.press("Hapus semua")
    before = holding(rig, sari.id)

    sari.press("Ya, hapus semua")
    words = wait_for(sari, "sudah dihapus")

    assert "Semua data Anda sudah dihapus" in words
    assert {name.partition(".")[0] for name in before} >= {"person", "work_profile", "link", "consent", "help_request"}
    assert holding(rig, sari.id) == []
    marks = rig.database.run(lambda session: [row.payload for row in session.exec(select(Inbox))])
    assert marks
    assert set(marks) == {None}


def test_pressing_erase_twice_leaves_nothing_either(rig, sari):
    sari.start()
    sari.say("/data")
    sari.press("Hapus semua")
    data = sari.button("Ya, hapus semua")

    sari.person.press(data)
    sari.person.press(data)
    rig.settle()
    wait_for(sari, "sudah dihapus")
    rig.settle()

    assert holding(rig, sari.id) == []


def test_after_erasing_a_start_greets_as_new(rig, sari):
    sari.start()
    fill(rig, sari)
    sari.say("/data")
    sari.press("Hapus semua")
    sari.press("Ya, hapus semua")
    wait_for(sari, "sudah dihapus")

    words = sari.start()

    assert "Halo Sari Contoh" in words
    assert "Kerja yang dicari: belum diisi" in sari.say("/data")


def test_the_counselor_who_held_the_request_sees_that_it_was_erased(rig, sari):
    budi = rig.person(50, "Pak Budi")
    member = Staff(id=budi.id, role="counselor", name="Pak Budi", added_at=MORNING)
    rig.database.run(lambda session: session.merge(member))
    budi.start()
    sari.start()
    sari.press("Bantuan orang")
    budi.say("/antrean")
    budi.press("Ambil: Sari")
    sari.say("/data")
    sari.press("Hapus semua")

    sari.press("Ya, hapus semua")
    wait_for(sari, "sudah dihapus")
    rig.settle()

    assert "dihapus" in budi.newest
    assert "Sari" not in budi.newest
    assert holding(rig, sari.id) == []


def test_staff_who_erase_keep_the_record_of_their_work(rig):
    budi = rig.person(50, "Pak Budi")
    member = Staff(id=budi.id, role="counselor", name="Pak Budi", added_at=MORNING)
    rig.database.run(lambda session: session.merge(member))
    budi.start()
    rig.database.run(lambda session: staff.note(session, budi.id, 7, "help_taken", MORNING))
    budi.say("/data")

    words = budi.press("Hapus semua")
    budi.press("Ya, hapus semua")
    wait_for(budi, "sudah dihapus")

    assert "catatan tugas Anda tetap tersimpan" in words
    assert set(holding(rig, budi.id)) == {"staff.id", "access_log.staff_id"}
    assert rig.database.run(lambda session: session.get(Person, budi.id)) is None
