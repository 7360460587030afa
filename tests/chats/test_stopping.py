"""/berhenti and /lanjut."""

from datetime import UTC, datetime

from sqlmodel import select

from bot.outbox import write
from bot.screens.screen import Screen
from bot.services import stopping
from bot.store import consents, people
from bot.store.outbox import DROPPED, Outbox


def notify(rig, talker, occurrence="1", topic="digest"):
    def put(session):
        screen = Screen("kabar")
        return write.notice(session, talker.id, screen, topic=topic, occurrence=occurrence, now=rig.clock.now())

    rig.database.run(put)


def may_recommend(rig, talker):
    rig.database.run(lambda session: consents.give(session, talker.id, consents.MATCHING, rig.clock.now()))
    return rig.database.run(stopping.may_recommend, talker.id, rig.clock.now())


def test_stop_works_at_once_and_takes_back_what_waits(rig, sari):
    sari.start()

    def later(session):
        due = datetime(2027, 1, 1, tzinfo=UTC)
        write.notice(session, sari.id, Screen("x"), topic="digest", occurrence="1", now=rig.clock.now(), due_at=due)

    rig.database.run(later)

    words = sari.say("/berhenti")

    assert "Saya tidak kirim pesan lagi" in words
    assert "/lanjut" in words
    row = rig.database.run(lambda session: session.exec(select(Outbox).where(Outbox.topic == "digest")).one())
    assert (row.state, row.content) == (DROPPED, None)


def test_after_stop_nothing_unasked_goes_out_but_answers_do(rig, sari):
    sari.start()
    sari.say("/berhenti")
    sari.press("Semua pesan")

    notify(rig, sari)
    rig.tick()
    words = sari.say("/menu")

    assert not any("kabar" in text for text in sari.all_said)
    assert "Menu" in words


def test_only_vacancies_stops_just_those(rig, sari):
    sari.start()
    sari.say("/berhenti")

    words = sari.press("Hanya lowongan")
    again = sari.say("/pengingat")

    assert "Pengingat JKP tetap jalan" in words
    assert "Dijeda: Lowongan, sampai Anda buka lagi" in again
    assert may_recommend(rig, sari) is False
    assert rig.database.run(lambda session: people.find(session, sari.id).stopped_at) is None


def test_a_week_of_silence_ends_by_itself(rig, sari):
    sari.start()
    sari.say("/berhenti")
    words = sari.press("Jeda 1 minggu")

    rig.forward(days=6)
    silent = not may_recommend(rig, sari)
    rig.forward(days=1, hours=1)

    assert "Saya diam sampai Sen, 30 Nov 2026" in words
    assert silent
    assert may_recommend(rig, sari) is True


def test_lanjut_undoes_everything(rig, sari):
    sari.start()
    sari.say("/stop")
    sari.press("Hanya lowongan")
    sari.say("/berhenti")

    words = sari.say("/mulai_lagi")
    notify(rig, sari)
    rig.tick()

    assert "bisa mengabari Anda lagi" in words
    assert may_recommend(rig, sari) is True
    assert any("kabar" in text for text in sari.all_said)
