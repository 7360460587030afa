"""Files as a tired office sends them: what would be lost or misread unseen is refused by its name instead."""

import io

import pytest
import xlsxwriter

from intake import cells, json_bounds, reading
from intake.errors import Refused
from intake.guard import admit
from intake.problems import RawRow
from intake.reading import column_name, read
from intake.row import Row

KNOWN = frozenset({"lembaga", "program", "kuota"})
HEADER = ["lembaga", "program", "kuota"]


def a_workbook(**sheets: list[list[object]]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return content.getvalue()


def refusal(content: bytes) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        read(content, KNOWN)
    return refused.value.code, refused.value.detail


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ('lembaga;program;kuota\nA;"Las;1\nB;Jahit;2\n', "2"),
        ('lembaga;program;kuota\nA;Las;1\nB;Jahit;"2', "3"),
        ('lembaga;program;kuota\nA;"Las;1\nB;Jahit;2\nC;"Obras;3\nD;Barista;4\n', "2"),
        ('"lembaga;program;kuota\nA;Las;1\n', "1"),
    ],
)
def test_a_quotation_mark_that_nobody_closes_swallows_no_rows(table, row):
    assert refusal(table.encode()) == ("unclosed_quote", row)


def test_quotation_marks_that_are_closed_may_hold_anything():
    table = 'lembaga;program;kuota\n"A; ""besar""";"Las\r\n3G\n";1\n"BLK" Contoh;Las "3G";2\n'

    first, second = read(table.encode(), KNOWN)

    assert first.cells == {"lembaga": 'A; "besar"', "program": "Las\n3G", "kuota": "1"}
    assert second.cells == {"lembaga": "BLK Contoh", "program": 'Las "3G"', "kuota": "2"}


def test_two_sheets_of_courses_are_refused_by_name():
    book = a_workbook(Januari=[HEADER, ["A", "Las", 1]], Februari=[HEADER, ["A", "Jahit", 2]])

    assert refusal(book) == ("several_sheets", "Januari, Februari")


def test_a_cover_and_a_list_of_words_stand_in_nobodys_way():
    cover, words = [["Jadwal Pelatihan"], ["2027"]], [["lembaga"], ["BLK Contoh"]]

    (row,) = read(a_workbook(Sampul=cover, Data=[HEADER, ["A", "Las", 1]], Daftar=words, Kosong=[HEADER]), KNOWN)

    assert row.cells == {"lembaga": "A", "program": "Las", "kuota": "1"}


@pytest.mark.parametrize(
    ("text", "place"),
    [('[{"lembaga": "A"}, {"lemb', "1:21"), ('[{"lembaga": "A"},]', "1:19"), ("[{'lembaga': 1}]", "1:3")],
)
def test_a_json_list_that_is_cut_off_is_named_with_the_place(text, place):
    assert refusal(text.encode()) == ("not_json", place)


def test_a_number_of_thousands_of_digits_in_a_json_list_is_refused():
    assert refusal(b'[{"kuota": ' + b"9" * 5000 + b"}]")[0] == "cell_too_long"


def test_a_wrapped_list_on_one_line_is_read_as_over_many():
    (row,) = read(b'{"status": "ok", "data": [{"lembaga": "A", "program": "Las"}]}', KNOWN)

    assert row.cells == {"lembaga": "A", "program": "Las"}


def test_a_name_without_a_letter_is_passed_over_in_json():
    (row,) = read('{"": "x", "名": 1, "前": 2, "lembaga": "A"}'.encode(), KNOWN)

    assert (row.cells, row.flaw) == ({"lembaga": "A"}, "")


def test_json_of_millions_of_brackets_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(json_bounds, "MOST_VALUES", 10)

    assert refusal(b"[" + b"{}," * 10 + b"{}]") == ("too_many_rows", "10")
    assert refusal(b'{"lembaga":[' + b"[]," * 10 + b"[]]}") == ("too_many_rows", "10")


def test_empty_lines_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MAX_RECORDS", 5)

    assert refusal(b"lembaga;program\n;\n;\n;\n;\nA;Las\n") == ("too_many_rows", "5")
    assert len(read(b"lembaga;program\n;\n;\n;\nA;Las\n", KNOWN)) == 1


def test_separators_behind_the_last_column_are_no_columns():
    (row,) = read(f"lembaga;program{';' * 300}\nA;Las{';' * 300}\n".encode(), KNOWN)

    assert row.cells == {"lembaga": "A", "program": "Las"}


def test_the_name_of_a_column_has_an_end():
    assert len(column_name("k" * 100_000)) == 200


def test_rich_text_is_no_table():
    with pytest.raises(Refused, match="not_a_table"):
        admit(rb"{\rtf1\ansi lembaga;program}")


@pytest.mark.parametrize(
    ("written", "is_day"),
    [
        ("2027-01-05 08:00:00", True),
        ("2027-01-05T08:00:00.000+07:00", True),
        ("2027-01-05T01:00Z", True),
        ("2027-01-05 08.00 WIB", True),
        ("2027-01-05 s.d. 2027-01-20", False),
        ("2027-01-05 lusa", False),
    ],
)
def test_behind_a_day_stands_a_time_or_nothing(written, is_day):
    assert (cells.day(written) is not None) is is_day


@pytest.mark.parametrize(
    ("written", "can_be_opened"),
    [
        ("https://a.example", True),
        ("http://a.example:8080/x?q=é#y", True),
        ("https://", False),
        ("https:// a.example", False),
        ("https://a.example/1\nhttps://a.example/2", False),
        ("www.a.example", False),
        ("ftp://a.example", False),
    ],
)
def test_a_web_address_is_one_that_a_button_can_open(written, can_be_opened):
    assert cells.is_web_address(written) is can_be_opened


@pytest.mark.parametrize(
    ("cell", "expected"), [("-", "required"), ("...", "required"), ("?", "required"), ('{"nama": "A"}', "text")]
)
def test_what_is_required_has_a_letter_and_is_no_object(cell, expected):
    row = Row(RawRow(2, {"lembaga": cell}), {})

    row.text("lembaga", required=True)

    assert [(problem.found, problem.expected) for problem in row.problems] == [(cell, expected)]
