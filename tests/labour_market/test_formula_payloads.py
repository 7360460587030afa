"""Two hundred texts that a spreadsheet would run: they stay text in every export, and come back as they were."""

import csv
import io
import zipfile
from datetime import UTC, datetime
from itertools import islice, product

import pytest

from intake import exporting, reading
from intake.writing import write_csv, write_xlsx
from labour_market import sheet
from labour_market.importing import VACANCIES

STARTS = ("=", "+", "-", "@", "\t=", "\uff1d", "=+", "-+", "@=", "  =")
BODIES = (
    "1+1", "cmd|'/C calc'!A0", 'HYPERLINK("https://jahat.example";"klik")', "SUM(A1:A9)", 'IMPORTXML("x","//a")',
    'DDE("cmd";"/C calc")', 'WEBSERVICE("https://jahat.example")', "2+5+cmd|' /C calc'!A0", "rundll32|'x'!A", "A1",
    "IF(1;2;3)", "'tanda'", '"kutip"', "62812", "-", 'INDIRECT("A1")', 'EXEC("x")', "1;2", "x\ny", "0812-0000-1111",
)  # fmt: skip
PAYLOADS = [start + body for start, body in islice(product(STARTS, BODIES), 200)]
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def brought(session):
    rows = [
        reading.RawRow(number, {"id": f"F{number}", "title": payload.strip(), "employer": f"PT {payload.strip()}"})
        for number, payload in enumerate(PAYLOADS, start=1)
    ]
    VACANCIES.apply(session, VACANCIES.preview(session, rows, "Uji"), now=NOW)
    return exporting.table(session, VACANCIES.catalogue, sheet.COLUMNS)


def test_there_are_two_hundred_of_them():
    assert len(set(PAYLOADS)) == 200


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_every_payload_comes_back_unchanged(session, brought, write):
    again = VACANCIES.preview(session, reading.read(write(brought.headers, brought.rows)), "Uji")

    assert again.problems == ()
    assert (len(again.difference.changed), len(again.difference.unchanged)) == (0, 200)


def test_no_cell_of_a_csv_begins_like_a_formula(brought):
    text = write_csv(brought.headers, brought.rows).decode("utf-8-sig")

    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]

    assert [cell for cell in cells if cell.lstrip()[:1] in set("=+-@\uff1d\uff0b\uff0d\uff20")] == []


def test_no_cell_of_a_workbook_is_a_formula(brought):
    with zipfile.ZipFile(io.BytesIO(write_xlsx(brought.headers, brought.rows))) as book:
        page = next(book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name)

    assert "<f>" not in page
    assert "<f " not in page
