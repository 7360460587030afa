"""One course edited by hand: found with typos, changed, moved, closed, copied; what others did is never overwritten."""

from datetime import UTC, date, datetime

import pytest

from intake import exporting, versions
from intake.comparing import DIFFERENT, same_as
from intake.reading import read
from intake.writing import write_csv, write_xlsx
from training_catalog import editing, search
from training_catalog.importing import COURSES
from training_catalog.vocabulary import Form, kind_of

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
DAY = date(2026, 11, 23)
FILE = """lembaga;program;mulai;selesai;batas_pendaftaran;lokasi;kuota;keahlian;berlaku_sampai
BLK Contoh;Las Listrik;2027-01-05;2027-02-05;2026-12-28;Kota Surakarta;16;las;
BLK Contoh;Menjahit;2027-01-12;2027-01-17;;Sukoharjo;20;obras;2026-12-01
LPK Contoh;Barista;;;;Sleman;;;2026-11-01
"""
DEGREE = """lembaga;jenis_program;program;jenjang;pendaftaran_tutup;persyaratan
Polteknaker;program studi;Contoh;D-IV;2027-06-01;SMA
Polteknaker;konseling;Hari Konseling;;2027-03-01;
"""


def bring(session, file: str, decisions=None):
    preview = COURSES.preview(session, read(file.encode()), "dinas", decisions)
    return preview, COURSES.apply(session, preview, now=NOW, accept_valid=True)


@pytest.fixture
def filled(session):
    bring(session, FILE)
    return session


def seen(session, course_id: str = "1") -> int:
    return editing.find(session, course_id).version


def test_a_course_is_found_in_spite_of_typos(filled):
    assert editing.search(filled, "las lisrtik")[0].programme == "Las Listrik"
    assert editing.search(filled, "menjait sukohajo")[0].programme == "Menjahit"
    assert editing.search(filled, "qqqq") == []


def test_one_field_is_read_as_in_a_file_and_can_be_taken_back_to_the_byte(filled):
    before = versions.export(filled, COURSES.catalogue)

    wrong = editing.change(filled, "1", {"seats": "dua puluh"}, now=NOW, seen=seen(filled))
    done = editing.change(filled, "1", {"seats": "24", "cost": "Rp 1,5 jt"}, now=NOW, seen=seen(filled))

    assert [problem.expected for problem in wrong.problems] == ["number"]
    assert (editing.find(filled, "1").seats, editing.find(filled, "1").cost) == (24, 1_500_000)
    COURSES.roll_back(filled, done.version)
    assert versions.export(filled, COURSES.catalogue) == before


def test_the_second_of_two_editors_is_told_and_changes_nothing(filled):
    version = seen(filled)
    editing.change(filled, "1", {"seats": "24"}, now=NOW, seen=version)

    second = editing.change(filled, "1", {"seats": "12"}, now=NOW, seen=version)

    assert second.overtaken
    assert editing.close(filled, "1", now=NOW, seen=version).overtaken
    assert editing.find(filled, "1").seats == 24


def test_a_moved_course_stays_the_same_row_also_when_the_providers_next_file_has_the_new_day(filled):
    editing.change(filled, "1", {"starts": "2027-01-12"}, now=NOW, seen=seen(filled))

    preview, _done = bring(filled, FILE.replace("Las Listrik;2027-01-05", "Las Listrik;2027-01-12"))

    assert (len(preview.difference.new), len(preview.difference.unchanged), preview.similar) == (0, 3, ())
    assert editing.find(filled, "1").starts == date(2027, 1, 12)


def test_a_course_cannot_be_renamed_into_another_one(filled):
    done = editing.change(
        filled, "1", {"programme": "Menjahit", "starts": "2027-01-12", "ends": "2027-01-17"}, now=NOW, seen=seen(filled)
    )

    assert [problem.expected for problem in done.problems] == ["once:katalog"]


def test_closing_and_copying_move_every_day_along(filled):
    copied = editing.copy(filled, "1", date(2028, 1, 5), now=NOW)
    again = editing.copy(filled, "1", date(2028, 1, 5), now=NOW)
    editing.close(filled, "1", now=NOW, seen=seen(filled))

    copy = editing.find(filled, copied.course_id)
    assert (copy.ends, copy.closes, copy.status) == (date(2028, 2, 5), date(2027, 12, 28), "open")
    assert again.problems
    assert editing.find(filled, "1").status == "closed"


def test_nothing_past_its_day_is_offered_and_silence_of_ninety_days_hides(filled):
    def offered(day: date) -> list[str]:
        return [offer.title for offer in search.open_courses(filled, day)]

    assert offered(DAY) == ["Las Listrik", "Menjahit"]
    assert offered(date(2026, 12, 2)) == ["Las Listrik"]
    assert search.by_id(filled, "3", DAY).is_open is False
    editing.change(filled, "1", {"closes": "", "starts": "", "ends": ""}, now=NOW, seen=seen(filled))
    assert offered(date(2027, 2, 21)) == ["Las Listrik"]
    assert offered(date(2027, 2, 22)) == []


def test_degrees_and_counselling_days_are_never_offered_as_courses(filled):
    bring(filled, DEGREE)

    assert search.count_open(filled, DAY) == 2
    assert [one.level for one in search.open_others(filled, Form.DEGREE, DAY)] == ["D4"]
    assert [one.offer.title for one in search.open_others(filled, Form.COUNSELLING, DAY)] == ["Hari Konseling"]


def test_a_column_that_a_file_does_not_have_leaves_what_stands(filled):
    few = "lembaga;program;mulai;kuota\nBLK Contoh;Las Listrik;2027-01-05;18\nBLK Contoh;Menjahit;2027-01-12;\n"

    preview, _done = bring(filled, few)

    changes = {change.row.label: [field.name for field in change.fields] for change in preview.difference.changed}
    assert changes == {"Las Listrik": ["seats"], "Menjahit": ["seats"]}
    assert (editing.find(filled, "1").location, editing.find(filled, "2").seats) == ("Kota Surakarta", None)


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_an_export_comes_back_without_a_change(filled, write):
    bring(filled, DEGREE)
    table = exporting.table(filled, COURSES.catalogue, COURSES.headers)

    preview = COURSES.preview(filled, read(write(table.headers, table.rows)), "lain")

    assert len(preview.difference.unchanged) == 5
    assert (preview.difference.new, preview.difference.changed, preview.problems) == ((), (), ())


def test_a_likeness_said_to_be_the_same_is_remembered_and_forgotten_with_its_version(filled):
    typo = FILE.replace("Las Listrik", "Las Lisrtik")
    held = COURSES.preview(filled, read(typo.encode()), "dinas").similar
    before = versions.export(filled, COURSES.catalogue)

    _preview, done = bring(filled, typo, {held[0].id: same_as(held[0].other.key)})

    assert (done.new, done.changed) == (0, 1)
    again, nothing = bring(filled, typo)
    assert (again.similar, nothing.version) == ((), None)
    COURSES.roll_back(filled, done.version)
    assert versions.export(filled, COURSES.catalogue) == before
    assert len(COURSES.preview(filled, read(typo.encode()), "dinas").similar) == 1
    _preview, both = bring(filled, typo, {held[0].id: DIFFERENT})
    assert both.new == 1


def test_a_providers_kind_is_told_by_its_name():
    names = (
        "BBPVP Contoh",
        "BPVP Contoh",
        "UPTD BLK Contoh",
        "LPK Contoh",
        "PT Contoh",
        "Politeknik Ketenagakerjaan",
        "X",
    )

    assert [kind_of(name) for name in names] == ["bbpvp", "bpvp", "blk", "lpk", "company", "polteknaker", ""]
