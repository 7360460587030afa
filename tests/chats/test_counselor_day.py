"""C0 and C1: the morning card, those in danger, a case opened for a purpose, promises, numbers, transfers."""

from dataclasses import replace
from datetime import timedelta

import pytest
from offered import bring
from rig import MORNING
from sqlmodel import select
from test_broadcast import released, workers
from test_human import KARAWANG, SUKOHARJO, employ, place
from test_status_months import in_months

from bot.outbox import buttons
from bot.simulator.shapes import Button
from bot.store import consents, profiles
from bot.store.applications import Application
from bot.store.notes import CaseNote
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.phones import CallNumber
from bot.store.promises import Promise


def rows(rig, table):
    return rig.database.run(lambda session: list(session.exec(select(table))))


def heard(talker, words):
    return any(words in text for text in talker.all_said)


def agree(rig, talker, *purposes):
    def write(session):
        for purpose in purposes:
            consents.give(session, talker.id, purpose, rig.clock.now())

    rig.database.run(write)


def work(rig, talker, occupation, region=SUKOHARJO):
    def write(session):
        profile = profiles.of(session, talker.id)
        profile.occupation, profile.region = occupation, region

    rig.database.run(write)


def forged(rig, talker, action, argument):
    """A button that this very person could have been given, for somebody who is none of theirs."""
    data = buttons.sign(rig.database.sealer, talker.id, action, str(argument))
    newest = rig.telegram.said(talker.id)[-1]
    return talker._answered(lambda: talker.person._press(newest, Button("", data=data)))


@pytest.fixture
def budi(rig):
    return employ(rig, 50, "Pak Budi")


@pytest.fixture
def client(rig, sari):
    """Sari, whose third month opens in three days with nothing applied for."""
    in_months(sari, claimed="26 Sep 2026", month=2, last_day="1 Sep 2026")
    place(rig, sari, SUKOHARJO)
    agree(rig, sari, consents.COUNSELLING)
    return sari


def test_the_morning_leads_to_who_is_in_danger_and_the_client_reads_who_looked(rig, client, budi):
    rig.forward(hours=22, minutes=40)
    card = budi.newest
    rig.forward(minutes=5)
    again = [text for text in budi.all_said if "Selamat pagi" in text]
    danger = budi.press("Buka yang terancam")
    budi.press("Buka kasus")
    case = budi.press("Menghitung uang")
    client.say("/data")
    trail = client.press("Siapa yang melihat")

    assert "1 orang cairnya terancam" in card
    assert len(again) == 1
    assert "Sari C." in danger
    assert "kurang 5 lamaran" in danger
    assert "alasan: menghitung uang JKP" in case
    assert "Rp" in case
    assert "Pak Budi, Disnaker Sukoharjo, membuka data Anda, alasan: menghitung uang JKP" in trail


def open_case(budi, purpose="Menjawab pesan"):
    """By name, with a slip in it."""
    budi.say("/klien")
    budi.press("Cari nama")
    budi.say("sarri")
    budi.press("Sari C.")
    return budi.press(purpose)


def test_a_promise_is_seen_by_both_until_it_is_kept(rig, client, budi):
    open_case(budi)
    budi.press("Janji")
    budi.say("Saya cek berkas ke BPJS, telepon 0271 123456")
    wrong = budi.say("entah kapan")
    budi.press("Besok")
    rig.tick()
    told, standing = client.newest, client.press("Bantuan orang")
    rig.forward(hours=46, minutes=40)
    late = budi.newest
    budi.press("Buka janji")
    budi.press("Sari C.")
    budi.press("Menjawab pesan")
    budi.press("Janji")
    budi.press("Sudah dipenuhi")
    rig.tick()

    assert "belum terbaca" in wrong
    assert "Pak Budi, Disnaker Sukoharjo berjanji: “Saya cek berkas ke BPJS, telepon 0271 123456”" in told
    assert "Janji kantor kepada Anda" in standing
    assert "1 janji sudah lewat" in late
    assert "Janji ini sudah dipenuhi" in client.newest
    assert [row.kept_at is None for row in rows(rig, Promise)] == [False]


def test_three_vacancies_only_with_the_clients_will_and_once_a_day(rig, client, budi):
    bring(rig, training="")
    work(rig, client, "operator jahit")
    budi.say("/hari")
    budi.press("Buka yang terancam")

    unwanted = budi.press("Kirim 3 lowongan")
    agree(rig, client, consents.MATCHING)
    answers = []
    for _ in range(2):
        open_case(budi, "Mencarikan kerja")
        answers.append(budi.press("Kirim 3 lowongan"))
    rig.tick()

    assert "tidak mengizinkan" in unwanted
    assert "3 lowongan dikirim" in answers[0]
    assert "sudah menerima" in answers[1]
    assert "Pak Budi, Disnaker Sukoharjo memilihkan 3 lowongan" in client.newest
    assert client.newest.count("👍 Cocok") == 3


def test_three_vacancies_lie_under_a_cover_for_a_discreet_client(rig, client, budi):
    bring(rig, training="")
    work(rig, client, "operator jahit")
    agree(rig, client, consents.MATCHING)
    rig.database.run(lambda session: setattr(session.get(Person, client.id), "discreet", True))
    budi.say("/hari")
    budi.press("Buka yang terancam")

    budi.press("Kirim 3 lowongan")
    rig.tick()

    assert "lowongan" not in client.newest.lower()
    assert "Pak Budi" not in client.newest


def test_a_number_is_asked_for_and_kept_for_calls_only(rig, client, budi):
    rig.telegram.add_user(replace(client.person.user, phone="+6281234567890"))
    open_case(budi)
    none = budi.press("Telepon")
    budi.press("Tanyakan nomornya")
    rig.tick()
    client.press("Boleh, bagikan")
    client.do("share_contact")
    open_case(budi)
    number = budi.press("Telepon")
    client.press("Tidak, lewat chat")

    assert "belum memberi nomor" in none
    assert "+6281234567890" in number
    assert not any("81234567890" in message.text for message in client.person.chat)
    assert heard(client, "Tidak ada nomor")
    assert rows(rig, CallNumber) == []


def test_buttons_of_another_area_open_nothing(rig, client, budi):
    ani = employ(rig, 51, "Bu Ani", area=KARAWANG, office="Disnaker Karawang")
    open_case(budi)
    budi.press("Catatan")
    budi.say("dia dipukul suami, NIK 3311014505900001")

    for words in ("/hari", "/klien", "/rantai"):
        assert "Klien:" not in client.say(words)
    assert "Siaran" not in forged(rig, client, "chain", "2611")
    listed = ani.say("/klien")
    ani.press("Antrean")
    answers = [
        forged(rig, ani, action, argument)
        for action, argument in (
            ("case", client.id), ("case.open", f"money.{client.id}"), ("case.note", client.id), ("risk", client.id),
            ("case.three", client.id), ("case.call", client.id), ("case.prom", client.id),
            ("case.askcall", client.id), ("case.until", f"1.{client.id}"), ("load", "all.0"),
        )
    ]  # fmt: skip

    assert "Belum ada klien" in listed
    assert not any("Sari" in text for text in (*answers, listed))
    assert [b"dipukul" in row.words for row in rows(rig, CaseNote)] == [False]
    assert not [row for row in rows(rig, Outbox) if row.topic == "wants_to_call"]


def held(rig, client, budi):
    """Budi holds Sari's talk, and his card of it is the newest."""
    client.press("Bantuan orang")
    budi.say("/antrean")
    budi.press("Ambil: Sari")
    budi.press("Lainnya")


def test_a_held_talk_goes_to_a_colleague_and_the_worker_knows(rig, client, budi):
    ani = employ(rig, 51, "Bu Ani", area=None, office="Disnaker Provinsi")
    held(rig, client, budi)
    for words in ("Alihkan", "Perlu mediator", "Bu Ani"):
        done = budi.press(words)
    told, got = client.newest, ani.newest
    client.say("halo bu")
    ani.press("Balas Sari")
    rig.clock.forward(timedelta(minutes=1))
    ani.say("halo juga")

    assert "Sari sekarang di Bu Ani" in done
    assert "Bu Ani, Disnaker Provinsi memegang pertanyaan Anda" in told
    assert "Alasan: perlu mediator" in told
    assert "Pak Budi mengalihkan Sari" in got
    assert heard(ani, "halo bu")
    assert heard(client, "halo juga")
    assert not heard(budi, "halo bu")


def test_the_offices_own_reply_and_a_note_that_is_no_message(rig, client, budi):
    held(rig, client, budi)
    budi.press("Jawaban cepat")
    budi.press("Ubah nomor 3")
    budi.say("Kalau dipukul, telepon 129")
    for words in ("Klien yang saya pegang", "Balas Sari", "Kalau dipukul", "Lainnya", "Catatan"):
        budi.press(words)
    rig.clock.forward(timedelta(minutes=1))
    client.say("halo pak")

    asked = budi.say("mungkin perlu mediator")
    kept = budi.press("Bukan pesan")

    assert heard(client, "Kalau dipukul, telepon 129")
    assert "Kirim ke siapa?" in asked
    assert "Catatan tentang Sari C. disimpan" in kept
    assert not heard(client, "mungkin perlu mediator")


def found_work(rig, sari):
    """Sari says yes, logs the application that was still missing, and finds work."""
    for words in ("✅ Ya", "Lamar", "Sudah saya kirim"):
        sari.press(words)
    rig.forward(minutes=2)
    sari.say("/jkp")
    for words in ("Ada kabar baru", "Saya sudah kerja", "Hari ini", "Belum tahu"):
        sari.press(words)
    rig.forward(minutes=2)


def test_one_chain_runs_from_the_broadcast_to_new_work_and_opens_to_the_people(rig, budi):
    ani = employ(rig, 51, "Bu Ani", area=KARAWANG, office="Disnaker Karawang")
    bring(rig, training="")
    sari, *_ = workers(rig)
    in_months(sari, claimed="26 Sep 2026", month=2, last_day="1 Sep 2026")
    agree(rig, sari, consents.COUNSELLING)
    logged = [Application(person_id=sari.id, title="x", on=MORNING.date(), logged_at=MORNING) for _ in range(4)]
    rig.database.run(lambda session: session.add_all(logged))
    released(rig, budi)
    found_work(rig, sari)

    shown = budi.say("/rantai")
    budi.press("Siapa di baliknya")
    behind = budi.press("Mulai kerja")
    budi.press("Kembali ke bulan")
    file = budi.press("CSV")
    opened = forged(rig, ani, "chain.look", "2611.placed.0.")
    sari.say("/data")

    steps = ("sampai ke: 3 orang", "Menjawab ya: 1", "Melamar ke situ: 1", "lengkap: 1", "Lalu mulai kerja: 1")
    assert [step for step in steps if step not in shown] == []
    assert "Sari C." in behind
    assert "di bawah 5 disembunyikan" in file
    assert "Sari" not in opened
    assert "alasan: angka bulanan kantor" in sari.press("Siapa yang melihat")
