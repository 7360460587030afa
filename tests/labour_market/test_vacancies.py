"""What a row of a vacancy file means, what matching gets of it, and what is found on a day."""

from datetime import UTC, date, datetime

import pytest

from intake.problems import RawRow
from intake.reading import read as read_file
from labour_market import importing, search, sheet
from matching.profile import Kind

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
DAY = date(2026, 11, 23)


def row(**cells: str) -> RawRow:
    return RawRow(2, {"id": "1", "title": "Penjahit", **cells})


def test_indonesian_headers_mean_the_same_as_english_ones():
    indonesian = {
        "kode": "A1",
        "judul": "Penjahit",
        "perusahaan": "PT Contoh",
        "lokasi": "Sleman",
        "keahlian": "obras; pola",
        "pendidikan_minimal": "SMA/SMK",
        "pengalaman": "0,5",
        "usia_maks": "35",
        "gaji_min": "Rp 2,5 jt",
        "gaji_maks": "3.000.000",
        "jenis_pekerjaan": "Kontrak",
        "tanggal_tayang": "2026-11",
        "tgl_tutup": "5 Des 2026",
    }
    english = {
        "id": "A1",
        "title": "Penjahit",
        "employer": "PT Contoh",
        "location": "Sleman",
        "skills": "obras|pola",
        "education_min": "SMA",
        "experience_years_min": "0.5",
        "age_max": "35",
        "salary_min": "2500000",
        "salary_max": "3000000",
        "employment_type": "Kontrak",
        "posted": "2026-11-01",
        "closes": "2026-12-05",
    }

    first, first_problems = sheet.read(RawRow(2, indonesian), "dinas")
    second, _ = sheet.read(RawRow(2, english), "dinas")

    assert first_problems == ()
    assert first == second
    assert (first.key, first.label, first.experience_years_min) == ("dinas|A1", "Penjahit", 0.5)


@pytest.mark.parametrize(
    ("cells", "column", "expected"),
    [
        ({"id": ""}, "id", "required"),
        ({"title": ""}, "title", "required"),
        ({"salary_min": "3", "salary_max": ""}, "salary_min", "monthly_wage"),
        ({"salary_min": "3000000", "salary_max": "2000000"}, "salary_max", "at_least:salary_min"),
        ({"posted": "2026-11-02", "closes": "2026-11-01"}, "closes", "after:posted"),
        ({"posted": "2026-13"}, "posted", "month"),
        ({"url": "javascript:alert(1)"}, "url", "web_address"),
        ({"age_max": "350"}, "age_max", "between:15|99"),
        ({"education_min": "kursus"}, "education_min", "one_of:SD|SMP|SMA|SMK|D1|D2|D3|D4|S1|S2|S3"),
    ],
)
def test_what_cannot_be_right_is_a_problem(cells, column, expected):
    vacancy, problems = sheet.read(row(**cells), "dinas")

    assert vacancy is None
    assert [(problem.column, problem.expected) for problem in problems] == [(column, expected)]


def test_a_row_needs_a_source_from_somewhere():
    _, problems = sheet.read(row(), "")

    assert [(problem.column, problem.expected) for problem in problems] == [("source", "required")]
    assert sheet.read(row(sumber="Karir"), "")[0].source == "Karir"


@pytest.fixture
def filled(session):
    lines = [
        '{"id": "1", "title": "Penjahit", "employer": "PT Contoh", "skills": ["obras", "pola"], "age_max": 35}',
        '{"id": "2", "title": "Kurir", "posted": "2026-09-01", "closes": "2026-11-23", "url": "https://example.org/2"}',
        '{"id": "3", "title": "Satpam", "closes": "2026-11-22"}',
    ]
    preview = importing.preview(session, read_file("\n".join(lines).encode()), "dinas")
    importing.apply(session, preview, now=NOW)
    return session


def test_a_vacancy_without_a_closing_date_is_open_and_a_closed_one_is_not(filled):
    found = list(search.open_vacancies(filled, DAY))

    assert [offer.title for offer in found] == ["Penjahit", "Kurir"]
    assert search.count_open(filled, DAY) == 2
    assert (found[0].kind, found[0].skills, found[0].age_max, found[0].provider) == (
        *(Kind.VACANCY, ("obras", "pola"), 35, "PT Contoh"),
    )


def test_vacancies_are_found_by_their_ids_in_the_order_asked_for(filled):
    everything = search.by_ids(filled, ["3", "x", "1", "2", "9" * 30, "77"], DAY)

    assert [(found.offer.id, found.is_open, found.is_stale) for found in everything] == [
        *(("3", False, False), ("1", True, False), ("2", True, True)),
    ]
    assert search.by_id(filled, "2", DAY).url == "https://example.org/2"


@pytest.mark.parametrize(
    ("posted", "stale"), [(None, False), (date(2026, 9, 24), False), (date(2026, 9, 23), True), (DAY, False)]
)
def test_a_vacancy_is_stale_after_sixty_days(posted, stale):
    assert search.is_stale(posted, DAY) is stale
