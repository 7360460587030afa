"""Seats: asked for, in line, never more people than seats, passed on when they are free, counted at the end."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from classes import DAY, NOW, PROVIDER, ask, bring, door, person, seated
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from bot.outbox import course_news, seats
from bot.services import course_keepers, erasing, mydata, registering, seating
from bot.services.staff import roster
from bot.services.staff.roster import Verdict
from bot.store import access_log, registrations
from bot.store.outbox import Outbox
from bot.store.registrations import ASKED, CONFIRMED, DECLINED, OFFERED, WAITING, WITHDRAWN, Registration
from bot.store.staff import Staff
from training_catalog import editing

SARI, DEWI, BUDI = 900_000_801, 900_000_802, 900_000_803


def states(session, course):
    return [row.state for row in registrations.listed(session, course.id)]


def notices(session, person_id):
    rows = session.exec(select(Outbox).where(Outbox.person_id == person_id).order_by(Outbox.created_at))
    return [row.topic for row in rows]


def test_asking_twice_is_asking_once_and_tells_the_place_in_line(session):
    course = bring(session)
    ask(session, course, SARI)
    ask(session, course, DEWI, NOW + timedelta(minutes=1))

    again = ask(session, course, DEWI, NOW + timedelta(minutes=2))

    assert states(session, course) == [ASKED, ASKED]
    assert registering.mine(session, again, DAY).place == 2


def test_a_full_course_puts_the_next_on_the_waiting_list(session):
    course = bring(session, seats="1")
    seated(session, course, SARI)

    row = ask(session, course, DEWI)

    assert (row.state, registering.mine(session, row, DAY).place) == (WAITING, 1)


def test_the_last_seat_goes_to_one_and_the_other_is_told(session):
    course = bring(session, seats="1")
    first, second = ask(session, course, SARI), ask(session, course, DEWI, NOW + timedelta(minutes=1))

    won = roster.confirm(session, door(session, course), first, NOW)
    lost = roster.confirm(session, door(session, course), second, NOW)
    again = roster.confirm(session, door(session, course), first, NOW)

    assert (won.verdict, lost.verdict, again.verdict) == (Verdict.DONE, Verdict.FULL, Verdict.DONE)
    assert states(session, course) == [CONFIRMED, ASKED]


def test_two_who_confirm_at_the_same_moment_give_one_seat(database):
    rows = 6

    def prepare(session):
        course = bring(session, seats="2")
        return course.id, [ask(session, course, SARI + one).id for one in range(rows)]

    course_id, ids = database.run(prepare)
    start = Barrier(rows)

    def confirm(row_id):
        start.wait()

        def once(session):
            row = registrations.find(session, row_id)
            return roster.confirm(session, course_keepers.door(session, PROVIDER, str(course_id)), row, NOW).verdict

        return database.run(once)

    with ThreadPoolExecutor(rows) as threads:
        verdicts = list(threads.map(confirm, ids))

    assert sorted(verdicts) == [Verdict.DONE] * 2 + [Verdict.FULL] * 4
    assert database.run(lambda s: len(registrations.listed(s, course_id, (CONFIRMED,)))) == 2


def test_a_freed_seat_is_kept_two_days_for_the_next_and_then_passed_on(session):
    course = bring(session, seats="1")
    has = seated(session, course, SARI)
    second, third = ask(session, course, DEWI), ask(session, course, BUDI, NOW + timedelta(minutes=1))

    offered = registering.leave(session, has, NOW)
    seats.settle(session, NOW + timedelta(minutes=1))
    seats.settle(session, NOW + timedelta(minutes=2))
    seats.settle(session, NOW + timedelta(hours=49))

    assert offered is second
    assert (second.state, third.state) == (WITHDRAWN, OFFERED)
    assert notices(session, DEWI) == ["seat", "seat"]  # the offer, and that its time is over
    assert notices(session, BUDI) == ["seat"]
    assert registering.take(session, person(session, BUDI), third, NOW + timedelta(hours=50))
    assert not registering.take(session, person(session, DEWI), second, NOW + timedelta(hours=50))


def test_more_seats_are_offered_to_those_who_wait(session):
    course = bring(session, seats="1")
    seated(session, course, SARI)
    rows = [ask(session, course, DEWI + one, NOW + timedelta(minutes=one)) for one in range(3)]

    done = editing.change(session, str(course.id), {"seats": "3"}, now=NOW, seen=course.version)
    course_news.tell(session, course_news.before(session, done.version), str(done.version), NOW)

    assert [row.state for row in rows] == [OFFERED, OFFERED, WAITING]
    assert notices(session, DEWI) == ["seat"]


def test_whoever_stopped_is_passed_over_and_keeps_the_place(session):
    course = bring(session, seats="1")
    has = seated(session, course, SARI)
    second, third = ask(session, course, DEWI), ask(session, course, BUDI)
    person(session, DEWI).stopped_at = NOW

    registering.leave(session, has, NOW)

    assert (second.state, third.state) == (WAITING, OFFERED)


def test_somebody_who_erases_everything_frees_the_seat(session):
    course = bring(session, seats="1")
    seated(session, course, SARI)
    ask(session, course, DEWI)
    course_id = course.id

    erasing.erase(session, SARI, 1, NOW)

    [row] = registrations.listed(session, course_id)
    assert (row.person_id, row.state) == (DEWI, OFFERED)


deeds = st.lists(
    st.tuples(st.sampled_from(["ask", "leave", "confirm", "waitlist", "decline", "take", "later", "seats"]),
              st.integers(0, 5)),
    max_size=40,
)  # fmt: skip


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds)
def test_whatever_both_sides_do_there_are_never_more_people_than_seats(session, done):
    with session.begin_nested() as attempt:
        course = bring(session, seats="2")
        now = NOW
        for deed, who in done:
            now += timedelta(minutes=1)
            row = registrations.of(session, SARI + who, course.id)
            if deed == "ask":
                ask(session, course, SARI + who, now)
            elif deed == "later":
                now += timedelta(hours=49)
                seating.lapse(session, now)
            elif deed == "seats":
                course.seats = max(course.seats, 1 + who % 3)
                session.flush()
            elif row is not None:
                _do(session, deed, row, course, now)
            assert seating.seats(session, course).taken <= course.seats
        attempt.rollback()
    session.expire_all()


def _do(session, deed, row, course, now):
    if deed == "leave":
        registering.leave(session, row, now)
    elif deed == "take":
        registering.take(session, person(session, row.person_id), row, now)
    elif deed == "decline":
        roster.decline(session, door(session, course), row, "penuh", now)
    else:
        getattr(roster, deed)(session, door(session, course), row, now)


def test_a_declined_person_reads_the_reason_and_it_is_sealed(session):
    course = bring(session)
    row = ask(session, course, SARI)

    roster.decline(session, door(session, course), row, "Syarat: SMA. NIK 3311010101900001", NOW)

    words = registering.mine(session, row, DAY).words
    assert words.startswith("Syarat: SMA")
    assert "3311010101900001" not in words
    assert b"Syarat" not in row.words


def test_every_reading_leaves_a_trace_that_the_person_sees(session):
    course = bring(session)
    row = ask(session, course, SARI)

    roster.page(session, door(session, course), 0, DAY, NOW)
    roster.one(session, PROVIDER, row.id, NOW)
    roster.all_read(session, door(session, course), NOW)

    assert sorted(one.what for one in access_log.trail(session, SARI)) == ["seat:file", "seat:list", "seat:view"]


def test_nobody_else_comes_in(session):
    course = bring(session)
    row = ask(session, course, SARI)
    course.area = "33.10"
    for number, area, role in ((1, "33.10", "counselor"), (2, "33.72", "admin"), (3, "33", "admin")):
        person(session, number)
        session.add(Staff(id=number, role=role, name="Uji", area=area, added_at=NOW))
    session.flush()

    inside = [one for one in (SARI, 1, 2, 3, PROVIDER) if roster.one(session, one, row.id, NOW) is not None]

    assert inside == [3, PROVIDER]


def test_a_number_is_seen_only_if_it_was_shared_for_this_course_and_goes_when_taken_back(session):
    course = bring(session)
    row = ask(session, course, SARI)
    before = roster.line(session, row).phone

    refused = registering.give_number(session, person(session, SARI), row.id, "+628121234567", DEWI)
    given = registering.give_number(session, person(session, SARI), row.id, "628121234567", SARI)
    seen = roster.line(session, row).phone
    registrations.keep_phone(session, row, "")

    assert (before, refused, given, seen, roster.line(session, row).phone) == ("", False, True, "+628121234567", "")


def test_what_is_kept_is_in_the_file_that_the_person_gets(session):
    course = bring(session)
    row = ask(session, course, SARI)
    roster.decline(session, door(session, course), row, "Kelas penuh", NOW)

    exported = mydata.export(session, SARI, NOW).decode()

    assert "Kelas penuh" in exported
    assert str(PROVIDER) not in exported


def test_a_course_without_anybody_who_answers_cannot_be_asked_for(session):
    course = bring(session)
    person(session, PROVIDER).blocked_at = NOW
    session.flush()

    assert ask(session, course, SARI) is None
    assert session.exec(select(Registration)).all() == []


def test_a_course_that_began_or_was_declined_stays_as_it_is(session):
    course = bring(session)
    row = ask(session, course, SARI)
    roster.decline(session, door(session, course), row, "penuh", NOW)

    again = ask(session, course, SARI)
    late = registering.ask(session, person(session, DEWI), str(course.id), date(2026, 12, 7), NOW)

    assert again.state == DECLINED
    assert late is None
