"""What a row of a course file means, how courses are imported, and which can still be joined."""

from datetime import UTC, date, datetime

import pytest

from intake.problems import RawRow
from intake.reading import read as read_file
from matching.profile import Kind
from training_catalog import importing, search, sheet

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
DAY = date(2026, 11, 23)
FILE = """lembaga;program;tanggal_mulai;batas_pendaftaran;durasi_jp;kompetensi;biaya
BLK Contoh;Menjahit;07/12/2026;01/12/2026;240;obras;0
BLK Contoh;Menjahit;07/01/2027;;240;obras;0
BLK Contoh;Las;01/11/2026;;160;las listrik;0
LPK Contoh;Barista;;;40;;Rp 1,5 jt
"""


def row(**cells: str) -> RawRow:
    return RawRow(2, {"provider": "BLK Contoh", "programme": "Menjahit", **cells})


@pytest.fixture
def filled(session):
    importing.apply(session, importing.preview(session, read_file(FILE.encode()), "dinas"), now=NOW)
    return session


def test_the_natural_key_is_provider_programme_and_start_however_written():
    first, _ = sheet.read(row(starts="2026-12-07"), "dinas")
    second, _ = sheet.read(
        RawRow(9, {"lembaga": "blk  contoh", "title": "MENJAHIT", "mulai": "7 Desember 2026", "sumber": "lain"}),
        "dinas",
    )

    assert first.key == second.key == "blk contoh|menjahit|2026-12-07"
    assert (first.label, second.source) == ("Menjahit", "lain")
    assert sheet.read(row(), "dinas")[0].key == "blk contoh|menjahit|"


@pytest.mark.parametrize(
    ("cells", "column", "expected"),
    [
        ({"provider": ""}, "provider", "required"),
        ({"programme": ""}, "programme", "required"),
        ({"starts": "2026-12-07", "ends": "2026-12-06"}, "ends", "after:starts"),
        ({"closes": "2026-12-07", "ends": "2026-12-06"}, "closes", "before:ends"),
        ({"duration_hours": "0"}, "duration_hours", "between:1|10000"),
        ({"url": "www"}, "url", "web_address"),
        ({"seats": "banyak"}, "seats", "number"),
    ],
)
def test_what_cannot_be_right_is_a_problem(cells, column, expected):
    course, problems = sheet.read(row(**cells), "dinas")

    assert course is None
    assert [(problem.column, problem.expected) for problem in problems] == [(column, expected)]


def test_a_course_can_be_joined_until_registration_closes_or_it_starts(filled):
    found = list(search.open_courses(filled, DAY))

    assert [(offer.title, offer.closes) for offer in found] == [
        *(("Menjahit", date(2026, 12, 1)), ("Menjahit", date(2027, 1, 7)), ("Barista", None)),
    ]
    assert search.count_open(filled, DAY) == 3
    assert (found[0].kind, found[0].duration_hours, found[0].skills) == (Kind.COURSE, 240, ("obras",))


def test_courses_are_found_by_id_with_what_it_takes_to_get_in(filled):
    welding, barista = search.by_ids(filled, ["3", "4"], DAY)

    assert (welding.is_open, barista.is_open, barista.cost) == (False, True, 1_500_000)
    assert search.by_id(filled, "1", DAY).starts == date(2026, 12, 7)
    assert search.by_id(filled, "99", DAY) is None


def test_courses_are_imported_and_rolled_back_like_vacancies(filled):
    changed = FILE.replace("Las;01/11/2026", "Las;01/12/2026")

    preview = importing.preview(filled, read_file(changed.encode()), "dinas")
    applied = importing.apply(filled, preview, now=NOW, complete=True)

    assert (applied.new, applied.unchanged, applied.closed) == (1, 3, 1)
    assert search.count_open(filled, DAY) == 4
    importing.roll_back(filled, applied.version)
    assert search.count_open(filled, DAY) == 3
