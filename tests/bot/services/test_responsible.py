"""Who answers a person, and by when."""

from datetime import UTC, datetime

import pytest

from bot.services import human
from bot.services.responsible import answer_by, responsible
from bot.store import profiles, staff
from bot.store.staff import Staff

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday, 09.00 WIB


def employ(session, number, area, role=staff.COUNSELOR, office=""):
    session.add(Staff(id=number, role=role, name=f"Petugas {number}", office=office, area=area, added_at=NOW))
    session.flush()


def live(session, person_id, region):
    profiles.of(session, person_id).region = region


@pytest.mark.parametrize(
    ("now", "zone", "expected"),
    [
        (datetime(2026, 11, 23, 2, tzinfo=UTC), "Asia/Jakarta", datetime(2026, 11, 24, 9, tzinfo=UTC)),
        (datetime(2026, 11, 27, 2, tzinfo=UTC), "Asia/Jakarta", datetime(2026, 11, 30, 9, tzinfo=UTC)),  # weekend
        (datetime(2026, 12, 23, 2, tzinfo=UTC), "Asia/Jakarta", datetime(2026, 12, 28, 9, tzinfo=UTC)),  # Christmas
        (
            datetime(2026, 11, 23, 16, tzinfo=UTC),
            "Asia/Jayapura",
            datetime(2026, 11, 25, 7, tzinfo=UTC),
        ),  # Tuesday there
    ],
)
def test_the_answer_comes_on_the_offices_next_working_day_at_16(now, zone, expected):
    assert answer_by(now, zone) == expected


def test_the_nearest_office_answers(session):
    employ(session, 1, None)
    employ(session, 2, "33")
    employ(session, 3, "33.11", office="Disnaker Sukoharjo")
    employ(session, 4, "32.15")
    live(session, 7, "33.11")

    found = responsible(session, 7)

    assert (found.ids, found.office, found.zone) == ((3,), "Disnaker Sukoharjo", "Asia/Jakarta")


def test_somebody_without_a_place_is_everybodys_and_admins_stand_in(session):
    employ(session, 9, None, role=staff.ADMIN)

    alone = responsible(session, 7).ids
    employ(session, 4, "94.03")
    employ(session, 5, "32.15")

    assert alone == (9,)
    assert set(responsible(session, 7).ids) == {4, 5}


def test_a_counselor_never_answers_herself(session):
    employ(session, 7, None)

    assert responsible(session, 7).ids == ()


@pytest.mark.parametrize(
    ("words", "masked"),
    [
        ("nik 3311014505900001", True),
        ("nik 3311 0145 0590 0001 ya", True),
        ("hp 081234567890", False),
        ("17 digit 33110145059000011", False),
    ],
)
def test_a_nik_is_hidden_before_it_is_kept_or_carried(words, masked):
    kept, was = human.careful(words)

    assert was is masked
    assert (kept != words) is masked


def test_what_is_too_long_is_shortened_visibly():
    assert human.cut("a" * 5000).endswith("a…")
    assert len(human.cut("a" * 5000)) == human.LONGEST_WORDS
