"""Who answers a person, and by when."""

from datetime import UTC, datetime

import pytest

from bot.services import human
from bot.services.responsible import answer_by, responsible
from bot.store import profiles, staff
from bot.store.people import Person
from bot.store.staff import Staff

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday, 09.00 WIB


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


def test_somebody_whom_no_notice_reaches_is_not_promised(session):
    employ(session, 1, "33.11", blocked_at=NOW)
    employ(session, 2, "33.11", stopped_at=NOW)
    session.add(Staff(id=3, role=staff.COUNSELOR, name="Belum START", area="33.11", added_at=NOW))
    employ(session, 4, "33")
    live(session, 7, "33.11")

    assert responsible(session, 7).ids == (4,)


def test_private_numbers_are_hidden_before_words_are_kept_or_carried():
    assert human.careful("nik 3311014505900001 kpj 19000000001") == "nik •••0001 kpj •••0001"


@pytest.mark.parametrize("letter", ["a", "😭", "\U0001f1ee\U0001f1e9"])
def test_what_is_too_long_is_shortened_visibly_as_telegram_counts(letter):
    kept = human.cut(letter * 5000)

    assert kept.endswith("…")
    assert human.LONGEST_WORDS - 2 <= len(kept.encode("utf-16-le")) // 2 <= human.LONGEST_WORDS
    assert human.cut(letter * 100) == letter * 100
