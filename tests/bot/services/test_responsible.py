"""Who answers a person, and by when."""

from datetime import UTC, date, datetime

import pytest

from bot.services import human
from bot.services.responsible import answer_by, approvers, may_approve, responsible
from bot.store import profiles, staff
from bot.store.absences import Absence
from bot.store.people import Person
from bot.store.staff import Staff

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday, 09.00 WIB
DAY = date(2026, 11, 23)


def employ(session, number, area, role=staff.COUNSELOR, office="", **person):
    session.merge(Person(id=number, created_at=NOW, seen_at=NOW, **person))
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

    found = responsible(session, 7, DAY)

    assert (found.ids, found.office, found.zone) == ((3,), "Disnaker Sukoharjo", "Asia/Jakarta")


def test_somebody_without_a_place_is_everybodys_and_admins_stand_in(session):
    employ(session, 9, None, role=staff.ADMIN)

    alone = responsible(session, 7, DAY).ids
    employ(session, 4, "94.03")
    employ(session, 5, "32.15")

    assert alone == (9,)
    assert set(responsible(session, 7, DAY).ids) == {4, 5}


def test_a_counselor_never_answers_herself(session):
    employ(session, 7, None)

    assert responsible(session, 7, DAY).ids == ()


def test_somebody_whom_no_notice_reaches_is_not_promised(session):
    employ(session, 1, "33.11", blocked_at=NOW)
    employ(session, 2, "33.11", stopped_at=NOW)
    session.add(Staff(id=3, role=staff.COUNSELOR, name="Belum START", area="33.11", added_at=NOW))
    employ(session, 4, "33")
    live(session, 7, "33.11")

    assert responsible(session, 7, DAY).ids == (4,)


def test_private_numbers_are_hidden_before_words_are_kept_or_carried():
    assert human.careful("nik 3311014505900001 kpj 19000000001") == "nik •••0001 kpj •••0001"


@pytest.mark.parametrize("letter", ["a", "😭", "\U0001f1ee\U0001f1e9"])
def test_what_is_too_long_is_shortened_visibly_as_telegram_counts(letter):
    kept = human.cut(letter * 5000)

    assert kept.endswith("…")
    assert human.LONGEST_WORDS - 2 <= len(kept.encode("utf-16-le")) // 2 <= human.LONGEST_WORDS
    assert human.cut(letter * 100) == letter * 100


def away(session, number, stand_in):
    session.add(
        Absence(staff_id=number, stand_in_id=stand_in, from_day=DAY, to_day=DAY, entered_by=number, entered_at=NOW)
    )
    session.flush()


def allowed(session, sender, region, day=DAY):
    return [one.id for one in approvers(session, session.get(Staff, sender), region, day)]


def test_the_stand_in_answers_in_the_name_of_the_same_office(session):
    employ(session, 1, "33.11", office="Disnaker Sukoharjo")
    employ(session, 2, "33.12", office="Disnaker Wonogiri")
    live(session, 7, "33.11")
    away(session, 1, 2)

    found = responsible(session, 7, DAY)

    assert (found.ids, found.name, found.office) == ((2,), "Petugas 2", "Disnaker Sukoharjo")


def test_without_a_stand_in_the_level_above_answers(session):
    employ(session, 1, "33.11")
    employ(session, 2, "33")
    live(session, 7, "33.11")
    away(session, 1, None)

    assert responsible(session, 7, DAY).ids == (2,)


def test_an_admin_of_another_area_is_never_told_of_a_person(session):
    employ(session, 1, "32", role=staff.ADMIN)
    employ(session, 2, "33", role=staff.ADMIN)
    live(session, 7, "33.11")

    assert responsible(session, 7, DAY).ids == (2,)


def test_a_colleague_of_the_area_approves(session):
    employ(session, 1, "33.11")
    employ(session, 2, "33.11")
    employ(session, 3, "33")
    employ(session, 4, "33.12")

    assert allowed(session, 1, "33.11") == [2]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([(2, "33", staff.COUNSELOR), (3, None, staff.COUNSELOR), (4, None, staff.ADMIN)], [2]),
        ([(3, None, staff.COUNSELOR), (4, None, staff.ADMIN)], [3]),
        ([(4, None, staff.ADMIN), (5, "33", staff.ADMIN), (6, "32", staff.ADMIN)], [5, 4]),
        ([(7, "33.12", staff.COUNSELOR)], []),
    ],
)
def test_an_area_with_one_counselor_asks_the_level_above(session, others, expected):
    employ(session, 1, "33.11")
    for number, area, role in others:
        employ(session, number, area, role=role)

    assert allowed(session, 1, "33.11") == expected


def test_a_broadcast_to_a_whole_province_is_no_matter_of_one_regency(session):
    employ(session, 1, "33")
    employ(session, 2, "33.11")
    employ(session, 3, None)

    assert allowed(session, 1, "33") == [3]


def test_nobody_approves_in_the_senders_own_name(session):
    employ(session, 1, "33.11")
    employ(session, 2, "33.11")
    employ(session, 3, "33")
    away(session, 1, 2)

    assert allowed(session, 1, "33.11") == [3]
    assert not may_approve(session, session.get(Staff, 2), session.get(Staff, 1), "33.11", DAY)


def test_the_sender_does_not_approve_as_the_stand_in_of_a_colleague(session):
    employ(session, 1, "33.11")
    employ(session, 2, "33.11")
    away(session, 2, 1)

    assert allowed(session, 1, "33.11") == []


def test_who_blocked_us_or_is_new_approves_nothing(session):
    employ(session, 1, "33.11")
    employ(session, 2, "33.11", blocked_at=NOW)
    employ(session, 3, "33.11")
    session.get(Staff, 3).trial = True
    employ(session, 4, None)
    session.flush()

    assert allowed(session, 1, "33.11") == [4]


@pytest.mark.parametrize(
    ("area", "region", "may"),
    [
        ("33", "33.11", True),
        (None, "33.11", True),
        ("33.12", "33.11", False),
        ("33.11", "33", False),
        ("33", None, False),
    ],
)
def test_whoever_is_of_the_area_or_above_may_approve(session, area, region, may):
    employ(session, 1, "33.11")
    employ(session, 2, area)

    assert may_approve(session, session.get(Staff, 2), session.get(Staff, 1), region, DAY) is may
