"""S11 and C3: a human, one tap away, and the counselor on the other side."""

from datetime import timedelta

from rig import MORNING
from sqlmodel import select

from bot.store import profiles, staff
from bot.store.consents import Consent
from bot.store.help_requests import CLOSED, HELD, WAITING, HelpMessage, HelpRequest
from bot.store.outbox import Outbox
from bot.store.staff import AccessLog, Staff

SUKOHARJO, KARAWANG = "33.11", "32.15"


def employ(rig, number, name, *, area=SUKOHARJO, role=staff.COUNSELOR, office="Disnaker Sukoharjo"):
    """Make somebody staff, as `kerjalagi staff add` does, and let them say hello."""
    talker = rig.person(number, name)
    row = {"role": role, "name": name, "office": office, "area": area, "added_at": MORNING}
    rig.database.run(lambda session: session.merge(Staff(id=talker.id, **row)))
    talker.start()
    return talker


def place(rig, talker, region):
    def write(session):
        profiles.of(session, talker.id).region = region

    rig.database.run(write)


def rows(rig, table):
    return rig.database.run(lambda session: list(session.exec(select(table))))


def test_one_tap_opens_a_request_with_place_and_promise(rig, sari):
    employ(rig, 50, "Pak Budi")
    sari.start()
    place(rig, sari, SUKOHARJO)

    words = sari.press("Bantuan orang")

    assert "Pak Budi, Disnaker Sukoharjo" in words
    assert "Antrean ke-1" in words
    assert "Sel, 24 Nov 2026, 16.00 WIB" in words
    assert [consent.purpose for consent in rows(rig, Consent)] == ["counselling"]
    assert sari.labels[0] == "👀 Lihat ringkasan"


def test_pressing_twice_is_the_same_request(rig, sari):
    employ(rig, 50, "Pak Budi")
    sari.start()

    first = sari.press("Bantuan orang")
    second = sari.press("Bantuan orang")

    assert first == second
    assert len(rows(rig, HelpRequest)) == 1


def test_without_staff_it_is_said_honestly_with_public_numbers(sari):
    sari.start()

    words = sari.say("/orang")

    assert "Belum ada petugas terdaftar di sini" in words
    assert "1500-630" in words
    assert "175 (belum pasti" in words
    assert "Antrean" not in words


def test_typed_words_are_added_and_a_nik_is_hidden(rig, sari):
    employ(rig, 50, "Pak Budi")
    sari.start()
    sari.press("Bantuan orang")

    added = sari.say("uang belum masuk")
    hidden = sari.say("nik saya 3311014505900001 tolong")
    seen = sari.press("Lihat ringkasan")

    assert "Pesan ditambahkan" in added
    assert "Pesan ditambahkan" in hidden
    assert sum("nomor pribadi" in text for text in sari.all_said) == 1
    assert not any("3311014505900001" in message.text for message in sari.person.chat)
    assert "uang belum masuk" in seen
    assert "3311014505900001" not in seen
    assert "•••0001" in seen


def test_the_summary_can_be_kept_back(rig, sari):
    sari.start()
    sari.press("Bantuan orang")
    sari.press("Lihat ringkasan")

    words = sari.press("Jangan kirim ringkasan")
    again = sari.press("Jangan kirim ringkasan") if "🚫 Jangan kirim ringkasan" in sari.labels else words

    assert "tidak dibagikan" in again
    assert "JKP" not in again


def test_a_counselor_sees_only_her_area_and_only_first_names(rig, sari):
    budi, ani = employ(rig, 50, "Pak Budi"), employ(rig, 51, "Bu Ani", area=KARAWANG, office="Disnaker Karawang")
    boss = employ(rig, 52, "Bu Rina", role=staff.ADMIN, area=None)
    sari.start()
    place(rig, sari, SUKOHARJO)
    sari.press("Bantuan orang")
    rig.forward(minutes=25)

    budi.say("/antrean")
    ani.say("/antrean")
    boss.say("/antrean")

    assert "✋ Ambil: Sari, 25 menit" in budi.labels
    assert "Antrean kosong" in ani.newest
    assert "✋ Ambil: Sari, 25 menit" in boss.labels
    assert not any("Contoh" in text for text in budi.all_said)


def test_counselors_are_told_in_the_morning_and_of_danger_at_once(rig, sari):
    budi, dewi = employ(rig, 50, "Pak Budi"), rig.person(2, "Dewi Contoh")
    rig.clock.forward(timedelta(hours=13))  # 22.00 WIB
    sari.start()
    sari.press("Bantuan orang")
    dewi.start()
    dewi.say("saya sudah tidak kuat")
    dewi.press("Ya, hubungkan")
    rig.tick()
    at_night = "".join(budi.all_said)

    rig.forward(hours=10)
    in_the_morning = "".join(budi.all_said)
    budi.say("/antrean")

    assert "Dewi minta bantuan. Mendesak." in at_night
    assert "Sari minta bantuan" not in at_night
    assert "Sari minta bantuan orang." in in_the_morning
    assert [label.partition(",")[0] for label in budi.labels[:2]] == ["🔴 Ambil: Dewi", "✋ Ambil: Sari"]


def test_a_request_that_waits_turns_urgent_once(rig, sari):
    budi = employ(rig, 50, "Pak Budi")
    sari.start()
    sari.press("Bantuan orang")
    rig.tick()
    sari.say("/menu")
    sari.say("saya sudah tidak kuat")
    sari.press("Ya, hubungkan")
    sari.say("saya sudah tidak kuat")

    sari.press("Ya, hubungkan")
    rig.tick()
    rig.forward(minutes=1)

    assert len(rows(rig, HelpRequest)) == 1
    assert sum("Mendesak" in text for text in budi.all_said) == 1


def test_of_two_counselors_one_gets_it_and_the_other_is_told_kindly(rig, sari):
    budi, ani = employ(rig, 50, "Pak Budi"), employ(rig, 51, "Bu Ani")
    sari.start()
    sari.press("Bantuan orang")
    budi.say("/antrean")
    ani.say("/antrean")

    budi.person.press(budi.button("Ambil: Sari"))
    ani.person.press(ani.button("Ambil: Sari"))
    rig.settle()

    outcome = [budi.newest, ani.newest]
    assert sum("Anda yang menangani" in text for text in outcome) == 1
    assert sum("lebih dulu mengambil" in text for text in outcome) == 1
    assert len([row for row in rows(rig, AccessLog) if row.what == "help_taken"]) == 1
    assert any("sekarang menangani pesan Anda" in text for text in sari.all_said)


def test_words_go_both_ways_while_held_and_the_bot_is_silent(rig, sari):
    budi = employ(rig, 50, "Pak Budi")
    sari.start()
    sari.press("Bantuan orang")
    budi.say("/antrean")
    budi.press("Ambil: Sari")

    first = sari.say("halo pak")
    heard = budi.newest
    count = len(sari.all_said)
    sari.say("uang saya belum cair")
    silent = len(sari.all_said) == count
    budi.say("Nama bank Anda apa?")

    assert "Diteruskan ke Pak Budi" in first
    assert "Sari" in heard
    assert "halo pak" in heard
    assert silent
    assert "💬 Pak Budi:\nNama bank Anda apa?" in sari.all_said
    assert "Terkirim ke Sari" in budi.newest


def test_handing_back_asks_whether_it_helped(rig, sari):
    budi = employ(rig, 50, "Pak Budi")
    sari.start()
    sari.press("Bantuan orang")
    budi.say("/antrean")
    budi.press("Ambil: Sari")

    budi.press("Saya baca dulu")
    replied = sari.newest
    budi.press("Kembalikan ke bot")
    asked = sari.newest
    thanks = sari.press("Ya, terbantu")
    sari.say("blarg")

    assert "saya sudah terima pesan Anda" in replied
    assert "Apakah Anda terbantu?" in asked
    assert "Syukurlah" in thanks
    request = rows(rig, HelpRequest)[0]
    assert (request.state, request.helped) == (CLOSED, True)
    assert "blarg" not in "".join(budi.all_said)


def test_a_counselor_holds_several_and_switches(rig, sari):
    budi, dewi = employ(rig, 50, "Pak Budi"), rig.person(2, "Dewi Contoh")
    for one in (sari, dewi):
        one.start()
        one.press("Bantuan orang")
        budi.say("/antrean")
        budi.press("Ambil: ")
        rig.forward(minutes=1)

    budi.say("untuk dewi")
    budi.say("/menu")
    budi.press("Lainnya")
    budi.press("Klien yang saya pegang")
    budi.press("Balas Sari")
    budi.say("untuk sari")

    assert any("untuk dewi" in text for text in dewi.all_said)
    assert any("untuk sari" in text for text in sari.all_said)
    assert not any("untuk sari" in text for text in dewi.all_said)
    assert {row.state for row in rows(rig, HelpRequest)} == {HELD}


def test_cancelling_tells_the_counselor_and_old_buttons_stay_kind(rig, sari):
    budi = employ(rig, 50, "Pak Budi")
    sari.start()
    sari.press("Bantuan orang")
    budi.say("/antrean")
    budi.press("Ambil: Sari")
    sari.press("Bantuan orang")

    sari.press("Selesai, kembali ke bot")
    told = budi.newest
    budi.press("Kembalikan ke bot")

    assert "Sari menutup percakapan" in told
    assert any("sudah tidak ada" in text for text in budi.all_said)


def test_a_worker_is_no_staff_whatever_is_typed(rig, sari):
    sari.start()

    words = sari.say("/antrean")

    assert "menunggu" not in words


def test_staff_start_at_their_desk_and_can_look_as_a_worker(rig):
    budi = employ(rig, 50, "Pak Budi")

    desk = budi.newest
    budi.press("Lainnya")
    view = budi.press("Tampilan pekerja")

    assert "Ini meja petugas" in desk
    assert "Mau mulai dari mana?" in view


def test_what_is_said_is_sealed_at_rest(rig, sari):
    sari.start()
    sari.press("Bantuan orang")

    sari.say("rahasia keluarga")

    assert not any(b"rahasia" in row.words for row in rows(rig, HelpMessage))
    assert rows(rig, HelpRequest)[0].state == WAITING
    assert not any(b"rahasia" in (row.content or b"") for row in rows(rig, Outbox))
