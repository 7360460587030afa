"""The staff by chat: invited by a link, changed, revoked, away with a stand-in, back with a new telephone."""

import re
from datetime import timedelta

import pytest
from rig import MORNING
from sqlmodel import select

from bot.store import profiles, staff
from bot.store.access_log import AccessLog
from bot.store.help_requests import HELD, WAITING, HelpRequest
from bot.store.staff import ADMIN, COUNSELOR, Staff


def employ(rig, number, name, role=COUNSELOR, area=None):
    talker = rig.person(number, name)
    row = Staff(id=talker.id, role=role, name=name, office="Disnaker Contoh", area=area, added_at=MORNING)
    rig.database.run(lambda session: session.merge(row))
    talker.start()
    return talker


def live(rig, talker, region):
    def move(session):
        profiles.of(session, talker.id).region = region

    rig.database.run(move)


def member(rig, talker):
    return rig.database.run(lambda session: session.get(Staff, talker.id))


def request(rig):
    return rig.database.run(lambda session: session.exec(select(HelpRequest)).one())


def deeds(rig):
    return rig.database.run(
        lambda session: [row.what for row in session.exec(select(AccessLog).order_by(AccessLog.at))]
    )


def heard(talker, words):
    return any(words in text for text in talker.all_said)


def link(talker):
    """The payload of the newest link in a chat."""
    return next(found[1] for text in reversed(talker.all_said) if (found := re.search(r"start=(staf-[a-z]+)", text)))


def invite(admin, name="Pak Budi Contoh", area="Sukoharjo"):
    admin.say("/tim")
    admin.press("Undang")
    admin.press("Pengantar kerja")
    admin.say(area)
    admin.press("Sama dengan kantor")
    admin.say(name)
    return link(admin)


@pytest.fixture
def rina(rig):
    return employ(rig, 60, "Bu Rina", ADMIN)


def hold(rig, counselor, worker, region="33.11"):
    worker.start()
    live(rig, worker, region)
    worker.press("Bantuan orang")
    counselor.say("/antrean")
    counselor.press("Ambil: ")
    rig.clock.forward(timedelta(minutes=1))


def test_an_invited_counselor_joins_by_the_link_and_the_name_once(rig, rina):
    budi, stranger = rig.person(61, "Budi"), rig.person(62, "Orang Lain")
    payload = invite(rina)

    asked = budi.start(payload)
    locked_out = stranger.start(payload)
    wrong = budi.say("Joko")
    welcome = budi.say("budi contoh")
    rig.tick()
    again = stranger.start(payload)

    assert ("Disnaker Contoh" in asked, "Pak Budi" in asked) == (True, False)
    assert "dibuka orang lain" in locked_out
    assert "Sisa percobaan: 2" in wrong
    assert "Masa coba" in welcome
    assert "sudah dipakai" in again
    assert heard(rina, "Pak Budi Contoh</b>") or heard(rina, "Pak Budi Contoh sudah bergabung")
    row = member(rig, budi)
    assert (row.name, row.area, row.trial, row.active) == ("Pak Budi Contoh", "33.11", True, True)
    assert "meja petugas" in budi.say("/menu")
    assert [one for one in deeds(rig) if one != "staff:link_used"] == [
        "staff:invite:counselor", "staff:link_taken", "staff:joined:counselor",
    ]  # fmt: skip


def test_links_that_are_wrong_late_taken_back_or_spoilt_are_told_kindly(rig, rina, sari):
    budi = rig.person(61, "Budi")
    late, spoilt = invite(rina), invite(rina, "Bu Ani Contoh")
    rina.press("Tim")
    rina.press("Undang")
    rina.press("Undangan yang berlaku")
    rina.press("Batalkan: Pak Budi")

    wrong = sari.start("staf-abc")
    taken_back = sari.start(late)
    budi.start(spoilt)
    for name in ("Joko", "Tono"):
        budi.say(name)
    ended = budi.say("Wati")
    rig.tick()
    other = invite(rina, "Pak Dedi Contoh")
    rig.clock.forward(timedelta(hours=49))

    assert "tidak saya kenal" in wrong
    assert "sudah tidak berlaku" in taken_back
    assert "saya matikan" in ended
    assert heard(rina, "dibuka orang yang salah namanya")
    assert "sudah tidak berlaku" in sari.start(other)
    assert member(rig, sari) is None


def test_whoever_is_revoked_can_do_nothing_from_that_second_and_those_held_wait_again(rig, sari, rina):
    budi, ani = employ(rig, 61, "Pak Budi", area="33.11"), employ(rig, 62, "Bu Ani", area="33.11")
    hold(rig, budi, sari)
    rina.say("/tim")
    rina.press("Pak Budi")
    rina.press("Cabut akses")

    done = rina.press("Ya, cabut")
    pressed = budi.press("Kembalikan ke bot")
    typed = budi.say("halo Sari")
    tapped = budi.say("/antrean")
    rig.tick()

    assert "1 orang kembali antre" in done
    assert not any("Sari" in text for text in (pressed, typed, tapped))
    assert not heard(sari, "halo Sari")
    assert heard(ani, "Sari minta bantuan orang.")
    assert heard(sari, "kembali ke antrean")
    assert (request(rig).state, request(rig).counselor_id) == (WAITING, None)


def test_a_stand_in_gets_the_work_of_the_one_who_is_away_and_gives_it_back(rig, sari):
    budi, ani = employ(rig, 61, "Pak Budi", area="33.11"), employ(rig, 62, "Bu Ani", area="33.12")
    hold(rig, budi, sari)
    budi.say("/cuti")
    budi.press("Besok")
    budi.press("3 hari")
    saved = budi.press("Bu Ani")
    before = request(rig).counselor_id

    rig.forward(days=1)
    during = request(rig).counselor_id
    ani.say("/antrean")
    ani.press("Klien yang saya pegang")
    ani.press("Balas Sari")
    ani.say("saya bantu dulu ya")
    rig.forward(days=3)

    assert "Pengganti: Bu Ani" in saved
    assert (before, during, request(rig).counselor_id) == (budi.id, ani.id, budi.id)
    assert heard(ani, "Anda menggantikan Pak Budi")
    assert heard(sari, "Bu Ani yang membantu Anda")
    assert heard(sari, "saya bantu dulu ya")
    assert heard(sari, "Pak Budi kembali membantu Anda")
    assert "Antrean kosong" in ani.say("/antrean")


def test_a_lost_telephone_ends_everything_and_the_new_one_brings_it_back(rig, sari, rina):
    budi, new = employ(rig, 61, "Pak Budi", area="33.11"), rig.person(63, "Budi")
    hold(rig, budi, sari)
    rina.say("/tim")
    rina.press("Pak Budi")
    rina.press("HP hilang")
    rina.press("Ya, matikan")
    thief = budi.say("/antrean")
    waiting = request(rig).state

    new.start(link(rina))
    welcome = new.say("Budi")
    new.say("sudah pakai HP baru")

    assert "Sari" not in thief
    assert waiting == WAITING
    assert "1 percakapan lama kembali" in welcome
    assert (request(rig).state, request(rig).counselor_id) == (HELD, new.id)
    assert heard(sari, "sudah pakai HP baru")
    row = member(rig, new)
    assert (row.formerly, row.area, row.trial) == (budi.id, "33.11", False)
    assert rig.database.run(lambda session: staff.accounts(session, row)) == (new.id, budi.id)


def test_an_admin_finds_and_changes_a_member(rig, rina, sari):
    budi = employ(rig, 61, "Pak Budi", area="33.11")
    hold(rig, budi, sari)
    rina.say("/tim")
    found = rina.say("budy")
    rina.press("👤 Pak Budi")
    rina.press("Ubah")
    rina.press("Wilayah")
    asked = rina.say("Entahlah")
    rina.say("Wonogiri")
    moved = heard(rina, "kembali antre: 1")
    rina.press("Ubah")
    rina.press("👤 Nama")
    rina.say("Pak Budi Santoso")
    rina.press("Mulai masa coba")

    assert "1 petugas" in found
    assert "belum saya kenal" in asked
    assert moved
    row = member(rig, budi)
    assert (row.name, row.area, row.trial) == ("Pak Budi Santoso", "33.12", True)
    assert request(rig).state == WAITING


def test_an_admin_reads_what_was_done_and_no_workers_name(rig, rina, sari):
    budi = employ(rig, 61, "Pak Budi", area="33.11")
    hold(rig, budi, sari)
    rina.say("/tim")
    rina.press("👤 Pak Budi")
    rina.press("Mulai masa coba")
    rina.press("👥 Tim")
    record = rina.press("Catatan perbuatan")
    rina.press("Semua sebagai CSV")

    assert "Bu Rina memulai masa coba (Pak Budi)" in record
    assert "Pak Budi menerima permintaan" in record
    assert "Sari" not in record
    assert rig.telegram.said(rina.id)[-1].kind == "document"


def test_a_counselor_sees_only_the_own_card(rig):
    budi, ani = employ(rig, 61, "Pak Budi", area="33.11"), employ(rig, 62, "Bu Ani", area="33.11")

    shown = budi.say("/tim")

    assert "Pak Budi" in shown
    assert "Ani" not in shown
    assert [label for label in budi.labels if "Undang" in label or "Cabut" in label] == []
    assert ani.id != budi.id
