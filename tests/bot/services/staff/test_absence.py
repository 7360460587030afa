"""Days away: who may enter them, who stands in, and where the held talks go and come back to."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.services.staff import absence, answering
from bot.services.staff.absence import Wish
from bot.store import profiles
from bot.store.absences import Absence
from bot.store.help_requests import HELD, WAITING, HelpRequest
from bot.store.staff import ADMIN

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)


def days(first, last):
    return DAY + timedelta(days=first), DAY + timedelta(days=last)


def enter(session, by, staff_id, *wish):
    """Days from and to, counted from today (0, 2 unless given), and who stands in."""
    first, last, stand_in = (*wish, *(0, 2, None)[len(wish) :])
    return absence.enter(session, by, staff_id, Wish(*days(first, last), stand_in), NOW)


def after(**by):
    return NOW + timedelta(**by)


def holders(session):
    return {one.id: one.counselor_id for one in session.exec(select(HelpRequest))}


@pytest.fixture
def budi(office):
    return office.employ(1, "33.11", name="Pak Budi")


@pytest.fixture
def ani(office):
    return office.employ(2, "33.12", name="Bu Ani")


@pytest.mark.parametrize(
    ("first", "last", "fit"), [(0, 0, True), (0, 2, True), (5, 9, True), (-1, 2, False), (2, 1, False), (0, 400, False)]
)
def test_days_away_are_checked(session, budi, first, last, fit):
    assert (enter(session, budi, 1, first, last) is not None) is fit


@pytest.mark.parametrize(
    ("who", "may"),
    [(("33", ADMIN), True), ((None, ADMIN), True), (("32", ADMIN), False), (("33.11", "counselor"), False)],
)
def test_an_admin_of_the_area_enters_them_for_others(session, office, budi, who, may):
    assert (enter(session, office.employ(9, *who), 1) is not None) is may


def test_colleagues_of_the_province_and_the_role_may_stand_in(session, office, budi, ani):
    office.employ(3, "32.15")
    office.employ(4, None)
    office.employ(5, "33", ADMIN)
    office.employ(6, "33.11")
    office.employ(7, "33.13", active=False)

    assert [one.id for one in absence.colleagues(session, budi)] == [6, 2, 4]
    assert enter(session, budi, 1, 0, 2, 3) is None
    assert enter(session, budi, 1, 0, 2, 1) is None


def test_a_later_entry_takes_the_place_of_one_that_overlaps(session, budi, ani):
    enter(session, budi, 1, 0, 5, 2)
    enter(session, budi, 1, 3, 8)
    enter(session, budi, 1, 20, 21)

    rows = [(row.from_day, row.to_day, row.stand_in_id) for row in session.exec(select(Absence))]

    assert sorted(rows) == [(*days(3, 8), None), (*days(20, 21), None)]


def test_held_talks_go_over_on_the_first_day_and_come_back_after_the_last(session, office, budi, ani):
    office.hold("r", 10, 1, "33.11")
    enter(session, budi, 1, 1, 2, 2)

    seen = []
    for day in (0, 1, 1, 2, 3, 4):
        moved = absence.hand_over_due(session, after(days=day))
        seen.append((holders(session)["r"], len(moved)))

    assert seen == [(1, 0), (2, 1), (2, 0), (2, 0), (1, 1), (1, 0)]


def test_a_stand_in_of_another_area_sees_the_people_on_those_days_only(session, office, budi, ani):
    request = office.hold("r", 10, 1, "33.11")
    request.state, request.counselor_id = WAITING, None
    enter(session, budi, 1, 1, 2, 2)

    seen = [len(answering.queue(session, ani, after(days=day))) for day in (0, 1, 2, 3)]

    assert seen == [0, 1, 1, 0]


def test_people_whom_the_stand_in_reaches_alone_stay(session, office, budi):
    office.employ(2, "33.11")
    office.hold("r", 10, 1, "33.11")
    enter(session, budi, 1, 0, 0, 2)
    absence.hand_over_due(session, NOW)

    absence.hand_over_due(session, after(days=1))

    assert holders(session) == {"r": 2}


@pytest.mark.parametrize("why", ["nobody", "revoked", "away too"])
def test_without_a_stand_in_the_talks_wait_again(session, office, budi, ani, why):
    office.hold("r", 10, 1, "33.11")
    enter(session, budi, 1, 0, 2, None if why == "nobody" else 2)
    ani.active = why != "revoked"
    if why == "away too":
        enter(session, ani, 2, 0, 2)
    session.flush()

    moved = absence.hand_over_due(session, NOW)

    assert [one.to_id for one in moved] == [None]
    assert session.get(HelpRequest, "r").state == WAITING


def test_a_stand_in_never_answers_herself(session, office, budi, ani):
    office.hold("r", 2, 1, "33.11")
    enter(session, budi, 1, 0, 2, 2)

    absence.hand_over_due(session, NOW)

    assert session.get(HelpRequest, "r").state == WAITING


def test_what_she_answers_now_stays_in_front(session, office, budi, ani):
    office.hold("own", 11, 2, "33.12")
    taken = office.hold("r", 10, 1, "33.11")
    taken.opened_at = NOW - timedelta(hours=5)
    enter(session, budi, 1, 0, 2, 2)

    absence.hand_over_due(session, NOW)

    assert [one for one, _name in answering.held(session, ani)] == ["own", "r"]


def test_coming_back_early_ends_it(session, office, budi, ani):
    office.hold("r", 10, 1, "33.11")
    enter(session, budi, 1, 0, 5, 2)
    absence.hand_over_due(session, NOW)

    done = [absence.come_back(session, budi, 1, after(days=1)) for _ in range(2)]
    absence.hand_over_due(session, after(days=1))

    assert done == [True, False]
    assert holders(session) == {"r": 1}


def test_an_absence_that_never_began_is_gone(session, budi, ani):
    enter(session, budi, 1, 3, 5, 2)

    assert absence.come_back(session, budi, 1, NOW)
    assert session.exec(select(Absence)).all() == []


def test_days_count_where_the_member_is(session, office, budi, ani):
    office.person(1).zone = "Asia/Jayapura"  # two hours ahead of Jakarta
    office.hold("r", 10, 1, "33.11")
    absence.enter(session, budi, 1, Wish(*days(1, 1), 2), NOW)
    late = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)  # 22.30 WIB, 00.30 WIT on the 24th

    absence.hand_over_due(session, late)

    assert holders(session) == {"r": 2}


def test_a_worker_who_moved_away_does_not_go_to_somebody_who_does_not_reach_them(session, office, budi, ani):
    office.hold("r", 10, 1, "33.11")
    enter(session, budi, 1, 0, 0, 2)
    absence.hand_over_due(session, NOW)
    profiles.of(session, 10).region = "32.15"
    session.flush()

    absence.hand_over_due(session, after(days=1))

    assert session.get(HelpRequest, "r").state == HELD
