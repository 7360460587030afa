"""Held talks under strain: open questions, several at once, counselors who leave, private numbers, stale notices."""

from datetime import timedelta

import pytest
from rig import MORNING
from sqlmodel import select

from bot.outbox import alerting
from bot.services.staff import leaving
from bot.store import people, staff
from bot.store.applications import Application
from bot.store.help_requests import HELD, OUTBOX_TOPIC, WAITING, HelpRequest
from bot.store.outbox import DROPPED, READY, Outbox
from bot.store.people import Person
from bot.store.staff import Staff

NIK, KPJ = "3311014505900001", "19000000001"


def employ(rig, number, name, *, start=True):
    talker = rig.person(number, name)
    row = Staff(id=talker.id, role=staff.COUNSELOR, name=name, added_at=MORNING)
    rig.database.run(lambda session: session.merge(row))
    if start:
        talker.start()
    return talker


def hold(rig, counselor, worker):
    worker.start()
    worker.press("Bantuan orang")
    counselor.say("/antrean")
    counselor.press("Ambil: ")
    rig.clock.forward(timedelta(minutes=1))


def rows(rig, table):
    return rig.database.run(lambda session: list(session.exec(select(table))))


def expect(rig, talker, step):
    rig.database.run(lambda session: people.expect(session, people.find(session, talker.id), step))


def heard(talker, words):
    return any(words in text for text in talker.all_said)


@pytest.fixture
def budi(rig):
    return employ(rig, 50, "Pak Budi")


@pytest.fixture
def dewi(rig):
    return rig.person(2, "Dewi Contoh")


def test_an_answer_to_the_counselor_does_not_land_in_an_open_question(rig, sari, budi):
    hold(rig, budi, sari)
    expect(rig, sari, "month.add")

    budi.say("Nama bank Anda apa?")
    sari.say("bank contoh")

    assert heard(budi, "bank contoh")
    assert rows(rig, Application) == []


def test_a_question_opened_after_the_counselors_word_gets_its_answer(rig, sari, budi):
    hold(rig, budi, sari)
    budi.say("Silakan isi dulu")
    expect(rig, sari, "month.add")

    sari.say("kasir, Toko Contoh")

    assert [row.title for row in rows(rig, Application)] == ["kasir"]
    assert not heard(budi, "Toko Contoh")


def test_a_counselor_in_the_workers_view_is_asked_before_her_words_go_anywhere(rig, sari, budi):
    hold(rig, budi, sari)
    sari.say("halo pak")
    expect(rig, budi, "month.add")

    asked = budi.say("sebentar ya")
    budi.press("Kirim ke Sari")

    assert "Kirim ke siapa?" in asked
    assert heard(sari, "sebentar ya")
    assert rows(rig, Application) == []


def test_words_wait_until_it_is_clear_to_whom_they_go(rig, sari, dewi, budi):
    hold(rig, budi, dewi)
    hold(rig, budi, sari)
    dewi.say("saya sudah di kantor")

    asked = budi.say("tunggu di loket")
    budi.say("nomor tiga")
    before = heard(dewi, "loket") or heard(sari, "loket")
    labels = budi.labels
    data = budi.button("Kirim ke Dewi")
    budi.press("Kirim ke Dewi")
    budi.person.press(data)
    rig.settle()
    budi.say("sudah?")

    assert "Kirim ke siapa?" in asked
    assert not before
    assert labels[:3] == ["✉️ Kirim ke Dewi", "✉️ Kirim ke Sari", "🚫 Jangan kirim"]
    assert sum("tunggu di loket\nnomor tiga" in text for text in dewi.all_said) == 1
    assert heard(dewi, "sudah?")
    assert not heard(sari, "loket")


def test_kept_words_can_be_dropped(rig, sari, dewi, budi):
    hold(rig, budi, dewi)
    hold(rig, budi, sari)
    dewi.say("halo")
    budi.say("tunggu di loket")

    shown = budi.press("Jangan kirim")

    assert "Yang Anda pegang" in shown
    assert not heard(dewi, "loket")
    assert rig.database.run(lambda session: session.get(Person, budi.id).draft) is None


def test_a_counselor_who_leaves_strands_nobody(rig, sari, budi):
    rina = employ(rig, 51, "Bu Rina")
    hold(rig, budi, sari)

    def leave(session):
        for request_id in leaving.leave(session, budi.id, rig.clock.now()):
            alerting.waits_again(session, request_id, rig.clock.now())

    rig.database.run(leave)
    rig.tick()
    told = rina.newest
    sari.say("masih ada orang?")
    rina.press("Ambil")

    assert "Sari minta bantuan orang." in told
    assert heard(sari, "kembali ke antrean")
    assert [row.state for row in rows(rig, HelpRequest)] == [HELD]
    assert heard(rina, "masih ada orang?")


def test_words_for_a_counselor_who_blocked_the_bot_wait_for_a_colleague(rig, sari, budi):
    rina = employ(rig, 51, "Bu Rina")
    hold(rig, budi, sari)
    budi.do("block")

    answer = sari.say("halo pak")
    rig.tick()

    assert "Pesan ditambahkan" in answer
    assert "Bu Rina" in answer
    assert heard(rina, "Sari minta bantuan orang.")
    assert [row.state for row in rows(rig, HelpRequest)] == [WAITING]


def test_a_counselor_who_never_pressed_start_is_not_promised(rig, sari):
    employ(rig, 50, "Pak Budi", start=False)
    sari.start()

    assert "Belum ada petugas" in sari.press("Bantuan orang")


def test_two_thousand_emoji_arrive(rig, sari, budi):
    hold(rig, budi, sari)

    sari.say("😭" * 2048)

    assert heard(budi, "😭" * 1900)


@pytest.mark.parametrize("end", ["cancel", "take"])
def test_a_notice_that_is_stale_in_the_morning_is_never_sent(rig, sari, budi, end):
    rina = employ(rig, 51, "Bu Rina")
    rig.clock.forward(timedelta(hours=13))  # 22.00 WIB
    sari.start()
    sari.press("Bantuan orang")
    waiting = [row.state for row in rows(rig, Outbox) if row.topic == OUTBOX_TOPIC]

    if end == "cancel":
        sari.press("Batal")
    else:
        budi.say("/antrean")
        budi.press("Ambil: Sari")
    rig.forward(hours=10)

    assert waiting == [READY, READY]
    assert not heard(rina, "Sari minta bantuan")
    assert {row.state for row in rows(rig, Outbox) if row.topic == OUTBOX_TOPIC} == {DROPPED}


@pytest.mark.parametrize("secret", [NIK, KPJ])
def test_a_private_number_typed_anywhere_is_deleted_masked_and_not_kept(rig, sari, secret):
    sari.start()
    expect(rig, sari, "month.add")

    sari.say(f"Penjahit {secret}, PT Contoh")

    assert not any(secret in message.text for message in sari.person.chat)
    assert not heard(sari, secret)
    assert heard(sari, "tidak perlu dikirim")
    assert [row.title for row in rows(rig, Application)] == ["Penjahit •••0001"]


def test_a_phone_number_reaches_the_counselor_masked_and_an_amount_whole(rig, sari, budi):
    hold(rig, budi, sari)

    sari.say("gaji 4.300.000 sejak 30/10/2026, hp 081234567890")
    budi.say("telepon 0271 123456 ya")

    assert heard(budi, "gaji 4.300.000 sejak 30/10/2026, hp •••7890")
    assert heard(sari, "0271 123456")


def test_danger_typed_by_staff_gets_numbers_unless_it_is_said_in_a_talk(rig, sari, budi):
    own = budi.say("saya dipukul suami")
    hold(rig, budi, sari)

    budi.say("Anda dipukul majikan?")

    assert "Keselamatan Anda" in own
    assert heard(sari, "Anda dipukul majikan?")
    assert "Terkirim ke Sari" in budi.newest


def test_a_private_number_put_in_by_editing_is_deleted_too(sari):
    sari.start()
    sari.say("blarg")
    mine = [message for message in sari.person.chat if message.text == "blarg"][-1]

    sari.do("edit", mine.message_id, f"nik {NIK}")

    assert heard(sari, "tidak perlu dikirim")
    assert not any(NIK in message.text for message in sari.person.chat)
