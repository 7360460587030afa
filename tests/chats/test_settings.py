"""Settings: the hour, the zone, and consents that can be taken back at once."""

from datetime import date

import pytest
from rig import MORNING
from sqlmodel import select

from bot.services import reminders as planning
from bot.services import stopping
from bot.store import consents, outbox, people
from bot.store.cases import Link
from bot.store.consents import Consent
from bot.store.outbox import DROPPED, Outbox
from bot.store.reminders import CANCELLED, PLANNED, Reminder


def plan(rig, talker, day=date(2026, 12, 3), topic="claim_deadline"):
    def write(session):
        person = people.find(session, talker.id)
        return planning.plan(session, person, topic, day.isoformat(), day, rig.clock.now(), deadline=date(2026, 12, 10))

    return rig.database.run(write)


def reminders(rig):
    return rig.database.run(lambda session: list(session.exec(select(Reminder))))


def test_settings_show_what_is_set(sari):
    sari.start()

    words = sari.press("Pengaturan dan data saya")

    assert "Pengaturan" in words
    assert "⏰ Jam pengingat: 08.00 WIB" in sari.labels
    assert "📍 Zona waktu: WIB" in sari.labels


def test_the_hour_is_chosen_by_button_and_moves_what_is_planned(rig, sari):
    sari.start()
    plan(rig, sari)
    sari.press("Pengaturan dan data saya")
    sari.press("Jam pengingat")

    words = sari.press("16.00 WIB")

    assert "Saya ingatkan jam 16.00 WIB" in words
    assert reminders(rig)[0].due_at.isoformat() == "2026-12-03T09:00:00+00:00"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("jam 9", "09.00 WIB"), ("4 sore", "16.00 WIB"), ("25", "belum bisa saya pakai"), ("malam", "belum bisa")],
)
def test_the_hour_can_be_typed_and_a_wrong_one_is_asked_again(sari, typed, answer):
    sari.start()
    sari.press("Pengaturan dan data saya")
    sari.press("Jam pengingat")

    words = sari.say(typed)

    assert answer in words


def test_another_zone_moves_the_reminders_with_the_reader(rig, sari):
    sari.start()
    plan(rig, sari)
    sari.press("Pengaturan dan data saya")
    sari.press("Zona waktu")

    words = sari.press("WIT (Maluku")

    assert "sekarang WIT" in words
    assert reminders(rig)[0].due_at.isoformat() == "2026-12-02T23:00:00+00:00"  # 08.00 in Jayapura


def test_consents_show_version_and_day_and_pressing_twice_is_once(rig, sari):
    sari.start()
    sari.press("Pengaturan dan data saya")
    sari.press("Izin saya")

    sari.press("Izinkan: lowongan")
    words = sari.newest
    rig.database.run(lambda session: consents.give(session, sari.id, consents.MATCHING, MORNING))

    assert "Kirim lowongan yang cocok: ya, sejak Sen, 23 Nov 2026 (versi 2026-11-22)" in words
    assert len(rig.database.run(lambda session: list(session.exec(select(Consent))))) == 1


def test_withdrawing_reminders_cancels_what_is_planned_and_what_waits(rig, sari):
    sari.start()
    plan(rig, sari)
    rig.database.run(lambda session: consents.give(session, sari.id, consents.REMINDERS, MORNING))

    def waits(session):
        row = Outbox(person_id=sari.id, lane=outbox.NOTICE, topic="reminder", due_at=MORNING.replace(year=2027),
                     created_at=MORNING)  # fmt: skip
        outbox.put(session, row, {})

    rig.database.run(waits)
    sari.press("Pengaturan dan data saya")
    sari.press("Izin saya")

    words = sari.press("Cabut: pengingat")

    assert "Semua pengingat dibatalkan" in words
    assert [row.state for row in reminders(rig)] == [CANCELLED]
    states = rig.database.run(lambda session: [row.state for row in session.exec(select(Outbox)) if row.lane])
    assert states == [DROPPED]
    assert plan(rig, sari) is False


def test_withdrawing_linking_deletes_the_link_and_matching_stops_recommendations(rig, sari):
    sari.start()

    def given(session):
        session.add(Link(person_id=sari.id, member_id="m1", level=1, linked_at=MORNING))
        for purpose in (consents.LINKING, consents.MATCHING):
            consents.give(session, sari.id, purpose, MORNING)

    rig.database.run(given)
    before = rig.database.run(stopping.may_recommend, sari.id, MORNING)
    sari.press("Pengaturan dan data saya")
    sari.press("Izin saya")

    sari.press("Cabut: data BPJS")
    words = sari.press("Cabut: lowongan")

    assert before is True
    assert "tidak kirim lowongan lagi" in words
    assert rig.database.run(lambda session: session.get(Link, sari.id)) is None
    assert rig.database.run(stopping.may_recommend, sari.id, MORNING) is False


def test_settings_can_be_left_at_any_time_and_speak_english(rig):
    john = rig.person(2, "John Example", "en")
    john.start()
    john.say("/settings")
    john.press("Reminder hour")
    john.press("Menu")

    words = john.say("9")

    assert "did not understand" in words
    assert rig.database.run(lambda session: people.find(session, john.id).remind_hour) == 8
    assert PLANNED == "planned"
