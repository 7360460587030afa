"""C2: a vacancy reaches the people it fits, a second person looks first, and the counselor sees what came of it."""

from datetime import timedelta

from offered import bring
from rig import MORNING
from sqlmodel import select

from bot.store import consents, profiles, staff
from bot.store.broadcasts import Broadcast, Recipient
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.staff import AccessLog, Staff

SUKOHARJO = "33.11"
NAMES = ("Sari Contoh", "Dedi Contoh", "Rini Contoh")


def employ(rig, number, name, **more):
    """Make somebody staff and let them say hello."""
    talker = rig.person(number, name)
    row = {"role": staff.COUNSELOR, "name": name, "office": "Disnaker Contoh", "area": SUKOHARJO, "added_at": MORNING}
    rig.database.run(lambda session: session.merge(Staff(id=talker.id, **(row | more))))
    talker.start()
    return talker


def workers(rig, *, work="operator jahit", names=NAMES):
    """Some people of Sukoharjo who sew and agreed to hear of vacancies."""
    found = [rig.person(number, name) for number, name in enumerate(names, 1)]
    for one in found:
        one.start()

    def settle(session):
        for one in found:
            row = profiles.of(session, one.id)
            row.occupation, row.region = work, SUKOHARJO
            consents.give(session, one.id, consents.MATCHING, MORNING)

    rig.database.run(settle)
    return found


def told(rig, table):
    return rig.database.run(lambda session: list(session.exec(select(table))))


def composed(budi):
    """From the menu to handed in: every press counts."""
    budi.start()
    budi.press("Siaran lowongan")
    pick(budi)
    budi.press("Pakai:")
    budi.press("Bisa shift pagi?")
    budi.press("Lanjut")


def released(rig, budi):
    composed(budi)
    budi.press("✅ Kirim")
    rig.forward(minutes=6)
    rig.tick()


def pick(budi):
    """Press the vacancy of PT Contoh Busana: among the newest, or found by its name."""
    if "PT Contoh Busana" not in budi.newest:
        budi.press("Cari lowongan")
        budi.say("operator jahit")
    line = next(one for one in budi.newest.splitlines() if "PT Contoh Busana" in one)
    budi.press(f"{line[0]}. ")


def handed_in(budi) -> str:
    """Six presses from the menu; gives the preview."""
    composed(budi)
    shown = budi.newest
    assert "Siap" in budi.press("✅ Kirim")
    return shown


def test_a_vacancy_reaches_those_it_fits_and_the_answers_come_back(rig):
    bring(rig)
    budi = employ(rig, 50, "Pak Budi")
    sari, dedi, _rini = workers(rig)

    shown, before = handed_in(budi), sari.newest
    rig.forward(minutes=6)
    rig.tick()
    card = sari.newest
    thanks, way = sari.press("✅ Ya"), sari.press("Lamar")
    dedi.press("Tidak")
    rig.forward(minutes=1)
    rig.tick()

    assert "Contoh orang nyata" in shown
    assert "Sari C." in shown or "Dedi C." in shown
    assert ("shift pagi" in before, "Bisa shift pagi?" in card, "Operator jahit" in card) == (False, True, True)
    assert "sampai ke Pak Budi" in thanks
    assert "Teks siap kirim" in way
    assert "1 ya" in budi.newest
    assert "Selesai" in budi.newest


def test_above_the_limit_or_in_trial_a_second_person_decides_and_only_one_of_two_wins(rig):
    bring(rig)
    budi, ani, tono = (employ(rig, number, name, trial=number == 50) for number, name in
                       ((50, "Pak Budi"), (51, "Bu Ani"), (52, "Pak Tono")))  # fmt: skip
    sari, *_ = workers(rig)
    composed(budi)

    waiting = budi.press("Minta persetujuan")
    rig.tick()
    asked = ani.newest
    first = ani.press("Setujui")
    second = tono.press("Setujui")
    rig.forward(minutes=1)
    rig.tick()

    assert "Bu Ani" in waiting
    assert "Pak Tono" in waiting
    assert "Pak Budi minta persetujuan" in asked
    assert "Disetujui" in first
    assert "Sudah diputuskan Bu Ani" in second
    assert "shift pagi" in sari.newest
    assert any("Bu Ani menyetujui" in words for words in budi.all_said)


def test_a_message_that_asks_for_money_is_held_for_a_second_person_who_may_reject_it(rig):
    budi, ani = employ(rig, 50, "Pak Budi"), employ(rig, 51, "Bu Ani")
    sari, *_ = workers(rig)
    budi.start()
    for label in ("Siaran lowongan", "Kursus, acara", "Pesan biasa"):
        budi.press(label)
    budi.say("Ada kerja di pabrik. Transfer dulu biaya pendaftaran Rp50.000 ya.")
    budi.press("Pakai:")
    doubtful = budi.press("Lanjut")
    budi.press("Minta persetujuan")
    rig.tick()

    ani.press("Tolak")
    ani.press("biaya")
    rig.forward(minutes=10)
    rig.tick()

    assert "biaya" in doubtful
    assert "orang kedua" in doubtful
    assert "menolak siaran Anda" in budi.newest
    assert "pabrik" not in sari.newest


def test_pressed_twice_it_is_sent_once_and_can_be_taken_back_in_time(rig):
    bring(rig)
    budi = employ(rig, 50, "Pak Budi")
    sari, *_ = workers(rig)
    composed(budi)
    budi.do("press", "✅ Kirim")
    card = rig.telegram.said(budi.id)[-1]
    data = [button for button in card.buttons if "Batalkan" in button.label]

    assert data
    assert len([row for row in told(rig, Broadcast) if row.state == "scheduled"]) == 1
    budi.press("Batalkan kiriman")
    rig.forward(minutes=6)
    rig.tick()

    assert "shift pagi" not in sari.newest
    assert [row.state for row in told(rig, Broadcast)] == ["stopped"]
    assert not [row for row in told(rig, Outbox) if row.topic == "broadcast"]


def test_a_correction_and_the_end_reach_every_delivered_card(rig):
    bring(rig)
    budi = employ(rig, 50, "Pak Budi")
    sari, dedi, rini = workers(rig)
    released(rig, budi)
    rig.forward(minutes=1)
    rini.press("✅ Ya")
    rig.forward(minutes=1)
    rini.press("Menu")

    budi.press("Lainnya")
    budi.press("Koreksi semua kartu")
    held = budi.say("Transfer dulu biaya admin Rp20.000")
    budi.say("Jam kerja mulai pukul 06.00, bukan 07.00.")
    rig.tick()
    rig.tick()
    corrected = (sari.newest, dedi.newest, rini.newest)
    rig.forward(minutes=1)
    budi.press("Lainnya")
    budi.press("Terisi")
    rig.tick()
    rig.forward(minutes=1)

    assert "Tulis tanpa itu" in held
    assert all("Koreksi" in words and "06.00" in words for words in corrected[:2])
    assert "Koreksi" not in corrected[2]
    assert all("Sudah terisi" in one.newest for one in (sari, dedi))
    assert len(sari.all_said) == len(set(sari.all_said))


def test_one_tap_ends_all_broadcasts_and_another_brings_them_back(rig):
    bring(rig)
    budi = employ(rig, 50, "Pak Budi")
    sari, *_ = workers(rig)
    released(rig, budi)

    words = sari.press("Jangan kirimi saya siaran")
    left_out = _left_out(budi)
    sari.press("Kirimi lagi")

    assert "Tidak ada siaran lagi" in words
    assert "1 tidak mau siaran" in left_out
    assert "tidak mau siaran" not in _left_out(budi)


def _left_out(budi) -> str:
    budi.start()
    for label in ("Siaran lowongan", "Kursus, acara", "Pesan biasa"):
        budi.press(label)
    budi.say("Pesan contoh untuk semua")
    budi.press("Ubah")
    budi.press("Libur siaran")
    return budi.press("Tidak perlu")


def test_whom_it_did_not_reach_is_phoned_and_ticked_off_and_the_file_says_it(rig):
    bring(rig)
    budi = employ(rig, 50, "Pak Budi")
    sari, dedi, _rini = workers(rig)
    dedi.do("block")
    rig.database.run(_unblock, dedi.id)
    released(rig, budi)
    sari.press("✅ Ya")
    rig.forward(minutes=1)
    rig.tick()
    yes = budi.press("Lihat 1 orang")
    budi.press("Kartu siaran")
    budi.press("Lainnya")

    listed = budi.press("Perlu ditelepon: 1")
    after = budi.press("Sudah ditelepon: Dedi")
    budi.press("Kartu siaran")
    report = budi.press("Laporan")

    assert ("Sari C." in yes, "Dedi" in yes) == (True, False)
    assert any(row.what == "broadcast:answers" and row.person_id == sari.id for row in told(rig, AccessLog))
    assert "Dedi C." in listed
    assert "memblokir bot" in listed
    assert "Semua sudah ditelepon" in after
    assert "memblokir bot" in report
    assert {row.person_id: row.state for row in told(rig, Recipient)}[sari.id] == "sent"
    assert any(row.phoned_at for row in told(rig, Recipient))


def _unblock(session, person_id):
    """Telegram knows of the block, we do not yet."""
    person = session.get(Person, person_id)
    person.blocked_at = None


def test_nobody_is_written_to_at_night_and_the_morning_brings_it(rig):
    bring(rig)
    budi = employ(rig, 50, "Pak Budi")
    sari, *_ = workers(rig)
    composed(budi)
    budi.press("✅ Kirim")
    rig.clock.at = MORNING + timedelta(hours=13)
    rig.tick()
    at_night = sari.newest
    rig.clock.at = MORNING + timedelta(hours=22, minutes=5)
    rig.tick()
    rig.tick()

    assert "shift pagi" not in at_night
    assert "shift pagi" in sari.newest
