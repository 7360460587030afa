"""Whom staff reach: the area up and down its branch, the same in SQL, and those they stand in for."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.store import staff
from bot.store.absences import Absence
from bot.store.people import Person
from bot.store.profiles import WorkProfile
from bot.store.staff import ADMIN, COUNSELOR, Staff

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
REGIONS = (None, "", "33", "33.11", "33.1", "33.11.05", "3", "32", "32.15", "331")
AREAS = (None, "", "33", "33.11", "32", "32.15")


def member(number, area=None, role=COUNSELOR, *, active=True, **more):
    return Staff(id=number, role=role, name=f"Petugas {number}", area=area, active=active, added_at=NOW, **more)


def away(number, stand_in, first=DAY, last=DAY):
    return Absence(
        staff_id=number, stand_in_id=stand_in, from_day=first, to_day=last, entered_by=number, entered_at=NOW
    )


def add(session, *rows):
    session.add_all(rows)
    session.flush()


def ids(rows):
    return [row.id for row in rows]


@pytest.mark.parametrize(
    ("area", "region", "reached"),
    [
        ("33.11", "33.11", True),
        ("33", "33.11", True),
        ("33.11", "33", True),  # only the province is known: every office in it may be the one
        ("33.11", "33.12", False),
        ("33.11", "32.11", False),
        ("33", "32.15", False),
        ("33.1", "33.11", False),  # a code is no mere prefix of another
        (None, "33.11", True),
        ("33.11", None, True),
    ],
)
@pytest.mark.parametrize("role", [COUNSELOR, ADMIN])
def test_an_office_reaches_up_and_down_its_branch_and_admins_with_an_area_are_bound(role, area, region, reached):
    assert staff.reaches(member(1, area, role), region) is reached


@pytest.mark.parametrize(
    ("area", "other", "inside"),
    [
        (None, None, True), (None, "33", True), ("33", "33", True), ("33", "33.11", True), ("33.11", "33", False),
        ("33", None, False), ("33", "32", False), ("33", "", False),
    ],
)  # fmt: skip
def test_offices_lie_within_an_area_only_downwards(area, other, inside):
    assert staff.within(area, other) is inside


@pytest.mark.parametrize("areas", [(one,) for one in AREAS] + [("33.11", "32.15"), ("33.11", None), ()])
def test_the_clause_in_sql_says_the_same_as_the_function(session, areas):
    members = [member(number, area) for number, area in enumerate(areas)]
    for number, region in enumerate(REGIONS):
        session.add(WorkProfile(person_id=number, region=region))
    session.flush()

    clause = staff.regions_clause(members, WorkProfile.region)
    found = set(session.scalars(select(WorkProfile.person_id).where(clause)))

    assert found == {
        number for number, region in enumerate(REGIONS) if any(staff.reaches(one, region) for one in members)
    }


def test_a_stand_in_acts_for_the_one_who_is_away_on_those_days_only(session):
    budi, ani = member(1, "33.11"), member(2, "33.12")
    add(session, budi, ani, away(1, 2, date(2026, 11, 24), date(2026, 11, 26)))

    seats = {day: ids(staff.acting(session, ani, date(2026, 11, day))) for day in (23, 24, 26, 27)}

    assert seats == {23: [2], 24: [2, 1], 26: [2, 1], 27: [2]}
    assert staff.in_reach(session, ani, "33.11", date(2026, 11, 24))
    assert not staff.in_reach(session, ani, "33.11", DAY)


def test_standing_in_is_handed_on_and_ends_in_a_circle(session):
    first, second, third = member(1, "33.11"), member(2, "33.12"), member(3, "33.13")
    add(session, first, second, third, away(1, 2), away(2, 3), away(3, 1))

    assert ids(staff.acting(session, third, DAY)) == [3, 2, 1]


def test_nobody_acts_for_staff_whose_role_was_taken(session):
    add(session, member(1, "33.11", active=False), away(1, 2))
    ani = member(2, "33.12")
    add(session, ani)

    assert ids(staff.acting(session, ani, DAY)) == [2]


def test_a_seat_is_filled_by_the_stand_in_and_left_out_without_one(session):
    session.add_all(Person(id=number, created_at=NOW, seen_at=NOW) for number in (1, 2, 3, 4, 5, 6))
    add(session, *(member(number) for number in (1, 2, 3, 4, 5, 6)))
    add(session, away(1, 2), away(3, None), away(4, 5), away(5, 4))

    filled = {seat.id: who.id for seat, who in staff.on_duty(session, COUNSELOR, DAY)}

    assert filled == {1: 2, 2: 2, 6: 6}


def test_the_accounts_of_lost_telephones_belong_to_the_same_member(session):
    add(session, member(1, active=False), member(2, active=False, formerly=1), member(3, formerly=2))

    assert staff.accounts(session, session.get(Staff, 3)) == (3, 2, 1)


@given(st.lists(st.sampled_from(["33", "33.11", "33.12", "32", "32.15"]), max_size=3), st.sampled_from(REGIONS))
def test_more_seats_never_reach_less(areas, region):
    seats = [member(number, area) for number, area in enumerate(areas)]

    reached = [any(staff.reaches(one, region) for one in seats[:count]) for count in range(len(seats) + 1)]

    assert reached == sorted(reached)
