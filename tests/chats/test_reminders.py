"""Reminders: at the reader's own hour, once, only while needed; also after a restart or a long sleep."""

from datetime import UTC, date, datetime, timedelta

from rig import open_rig
from sqlmodel import select

from bot.services import reminders as planning
from bot.services.firing import STILL_NEEDED
from bot.store import people, reminders
from bot.store.applications import Application
from bot.store.reminders import NOT_NEEDED, PLANNED, SENT, Reminder

DEADLINE = date(2026, 12, 10)
DUE_WORDS = "Ada yang perlu Anda lihat"
ERRAND = "errand"  # a topic without a check of its own


def plan(rig, talker, *days, topic=ERRAND, deadline=DEADLINE, **person):
    def write(session):
        row = people.find(session, talker.id)
        for name, value in person.items():
            setattr(row, name, value)
        return [
            planning.plan(session, row, topic, f"{deadline}:{day}", day, rig.clock.now(), deadline=deadline)
            for day in days
        ]

    return rig.database.run(write)


def rows(rig):
    return rig.database.run(lambda session: list(session.exec(select(Reminder).order_by(Reminder.due_at))))


def heard(talker, words=DUE_WORDS):
    return sum(words in text for text in talker.all_said)


def go_to(rig, moment):
    """Move the clock to a moment (UTC) and do what is due."""
    rig.clock.at = moment
    rig.tick()


def test_the_list_shows_day_hour_zone_and_what_it_is_about(rig, sari):
    sari.start()
    plan(rig, sari, date(2026, 12, 3), topic="claim_deadline")

    words = sari.say("/pengingat")

    assert "Kam, 3 Des 2026, 08.00 WIB: Batas klaim JKP, batas Kam, 10 Des 2026" in words


def test_a_reminder_comes_at_the_readers_own_hour_in_three_zones(rig, sari):
    people_by_zone = {"Asia/Jakarta": sari, "Asia/Jayapura": rig.person(2), "Asia/Taipei": rig.person(3)}
    for zone, talker in people_by_zone.items():
        talker.start()
        plan(rig, talker, date(2026, 12, 3), zone=zone)

    counts = []
    for moment in (datetime(2026, 12, 2, 23, 0), datetime(2026, 12, 3, 0, 0), datetime(2026, 12, 3, 1, 0)):  # noqa: DTZ001 - UTC is set below
        go_to(rig, moment.replace(tzinfo=UTC))
        counts.append([heard(talker) for talker in people_by_zone.values()])

    assert counts == [[0, 1, 0], [0, 1, 1], [1, 1, 1]]
    assert "📅 Batas: Kam, 10 Des 2026 (7 hari lagi)" in sari.newest


def test_it_comes_once_even_when_the_clock_ticks_again(rig, sari):
    sari.start()
    plan(rig, sari, date(2026, 12, 3))

    go_to(rig, datetime(2026, 12, 3, 1, 0, tzinfo=UTC))
    rig.forward(minutes=1)
    rig.forward(hours=2)

    assert heard(sari) == 1
    assert sari.labels[0] == "👉 Buka"


def test_a_machine_that_slept_tells_only_the_newest_missed_one_and_not_at_night(rig, sari):
    sari.start()
    plan(rig, sari, date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 7), date(2026, 12, 9))

    go_to(rig, datetime(2026, 12, 7, 15, 0, tzinfo=UTC))  # 22.00 WIB
    at_night = heard(sari)
    go_to(rig, datetime(2026, 12, 8, 0, 0, tzinfo=UTC))  # 07.00 WIB

    assert at_night == 0
    assert heard(sari) == 1
    assert "(2 hari lagi)" in sari.newest
    assert [row.state for row in rows(rig)] == [NOT_NEEDED, NOT_NEEDED, SENT, PLANNED]


def test_after_the_deadline_nothing_is_said(rig, sari):
    sari.start()
    plan(rig, sari, date(2026, 12, 9))

    go_to(rig, datetime(2026, 12, 20, 3, 0, tzinfo=UTC))

    assert heard(sari) == 0
    assert rows(rig)[0].state == NOT_NEEDED


def test_planning_never_lies_in_the_past(rig, sari):
    sari.start()

    planned = plan(rig, sari, date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24))

    assert planned == [False, False, True]


def test_a_topic_is_paused_and_resumed(rig, sari):
    sari.start()
    plan(rig, sari, date(2026, 12, 1), date(2026, 12, 3))
    sari.say("/pengingat")
    sari.press("Jeda dulu")
    sari.press("Pengingat lain")

    words = sari.press("Sampai saya buka lagi")
    go_to(rig, datetime(2026, 12, 4, 3, 0, tzinfo=UTC))
    quiet = heard(sari)
    sari.say("/pengingat")
    sari.press("Lanjutkan semua")
    rig.forward(minutes=1)

    assert "Dijeda: Pengingat lain, sampai Anda buka lagi" in words
    assert quiet == 0
    assert heard(sari) == 1


def test_a_pause_of_a_week_ends_by_itself_and_pressing_twice_is_one(rig, sari):
    sari.start()
    plan(rig, sari, date(2026, 11, 24), date(2026, 12, 3))
    sari.say("/pengingat")
    sari.press("Jeda dulu")
    sari.press("Semua pengingat")
    sari.press("1 minggu")
    go_to(rig, datetime(2026, 11, 25, 3, 0, tzinfo=UTC))
    quiet = heard(sari)

    go_to(rig, datetime(2026, 12, 3, 3, 0, tzinfo=UTC))

    assert quiet == 0
    assert heard(sari) == 1


def test_stop_in_between_keeps_it_silent_and_lanjut_brings_what_still_matters(rig, sari):
    sari.start()
    plan(rig, sari, date(2026, 12, 1))
    sari.say("/berhenti")

    go_to(rig, datetime(2026, 12, 1, 3, 0, tzinfo=UTC))
    silent = heard(sari)
    sari.say("/lanjut")
    rig.forward(minutes=1)

    assert silent == 0
    assert heard(sari) == 1


def test_a_restart_loses_and_doubles_nothing(database):
    with open_rig(database) as rig:
        sari = rig.person()
        sari.start()
        plan(rig, sari, date(2026, 11, 25), date(2026, 12, 3))
        go_to(rig, datetime(2026, 11, 25, 1, 0, tzinfo=UTC))
        before = heard(sari)

    with open_rig(database) as rig:
        again = rig.person()
        go_to(rig, datetime(2026, 11, 25, 2, 0, tzinfo=UTC))
        repeated = heard(again)
        rig.telegram.chats[again.id].started = True
        go_to(rig, datetime(2026, 12, 3, 1, 0, tzinfo=UTC))

        assert (before, repeated, heard(again)) == (1, 0, 1)


def test_what_is_done_meanwhile_is_not_reminded_of(rig, sari):
    sari.start()

    def ask(session):
        return planning.remind_later(session, people.find(session, sari.id), "v1", rig.clock.now())

    due = rig.database.run(ask)
    again = rig.database.run(ask)
    applied = Application(person_id=sari.id, vacancy_id="v1", on=date(2026, 11, 23), logged_at=rig.clock.now())
    rig.database.run(lambda session: session.add(applied))
    go_to(rig, due)

    assert due == again == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # 16.00 WIB
    assert heard(sari, "minta diingatkan") == 0
    assert [row.state for row in rows(rig)] == [NOT_NEEDED]


def test_asked_in_the_evening_it_comes_tomorrow_morning(rig, sari):
    sari.start()
    rig.clock.forward(timedelta(hours=9))  # 18.00 WIB

    due = rig.database.run(
        lambda session: planning.remind_later(session, people.find(session, sari.id), "v1", rig.clock.now())
    )
    go_to(rig, due)

    assert due == datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    assert "lowongan ini" in sari.newest


def test_a_migrant_worker_is_reminded_on_the_rest_day_if_the_deadline_allows(rig, sari):
    sari.start()
    abroad = {"country": "TW", "zone": "Asia/Taipei", "rest_day": 6}
    plan(rig, sari, date(2026, 12, 3), deadline=date(2027, 2, 28), **abroad)  # a Thursday: the Sunday after it
    plan(rig, sari, date(2026, 12, 3), deadline=date(2026, 12, 4), **abroad)  # no Sunday left: the one before
    plan(rig, sari, date(2026, 11, 25), deadline=date(2026, 11, 26), **abroad)  # none at all: the day itself

    days = [row.due_at.date() for row in rows(rig)]

    assert days == [date(2026, 11, 25), date(2026, 11, 29), date(2026, 12, 6)]


def test_a_discreet_reader_sees_nothing_until_it_is_opened(rig, sari):
    sari.start()
    plan(rig, sari, date(2026, 12, 3), discreet=True)
    go_to(rig, datetime(2026, 12, 3, 1, 0, tzinfo=UTC))
    closed, labels = sari.newest, sari.labels

    opened = sari.press("Buka")

    assert (closed, labels) == ("📌 Pengingat harian", ["Buka"])
    assert DUE_WORDS in opened


def test_a_topic_has_its_own_check(rig, sari, monkeypatch):
    monkeypatch.setitem(STILL_NEEDED, ERRAND, lambda _session, reminder, _now: reminder.subject == "")
    sari.start()
    plan(rig, sari, date(2026, 12, 1))
    rig.database.run(
        lambda session: reminders.plan(
            session,
            Reminder(person_id=sari.id, topic=ERRAND, occurrence="x", subject="done",
                     due_at=datetime(2026, 12, 2, 1, tzinfo=UTC)),
        )
    )  # fmt: skip

    go_to(rig, datetime(2026, 12, 2, 3, 0, tzinfo=UTC))

    assert heard(sari) == 1
    assert [row.state for row in rows(rig)] == [SENT, NOT_NEEDED]
