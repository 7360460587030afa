"""Bytes to raw rows: encodings, separators, headers, numbers, row numbers as the sender sees them."""

import gzip
import io
import json
from datetime import date, datetime
from subprocess import CompletedProcess

import pytest
import xlsxwriter

from intake import reading, workbook, workbook_process
from intake.errors import Refused
from intake.problems import RawRow
from intake.reading import column_name, read

TABLE = "Judul;Lokasi;Catatan\nPenjahit;Sleman;baik · rapi\n"


def a_workbook(*sheets, hidden=()) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}) as book:
        for number, rows in enumerate(sheets):
            sheet = book.add_worksheet()
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
            if number in hidden:
                sheet.hide()
            else:
                sheet.activate()
    return content.getvalue()


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read(content)
    return refused.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_that_excel_writes_gives_the_same_rows(encoding):
    expected = [RawRow(2, {"judul": "Penjahit", "lokasi": "Sleman", "catatan": "baik · rapi"})]

    assert read(TABLE.encode(encoding)) == expected
    assert read(gzip.compress(TABLE.encode(encoding))) == expected


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_guessed_from_the_header(separator):
    content = TABLE.replace(";", separator).encode()

    assert read(content)[0].cells == {"judul": "Penjahit", "lokasi": "Sleman", "catatan": "baik · rapi"}


def test_a_separator_inside_quotes_does_not_count():
    rows = read(b'"nama, gelar, asal";kota\n"A, B";Sleman\n')

    assert rows[0].cells == {"nama_gelar_asal": "A, B", "kota": "Sleman"}


def test_excels_own_separator_line_is_obeyed_and_not_counted():
    assert read(b"sep=,\na,b;c\n1,2\n") == [RawRow(2, {"a": "1", "b_c": "2"})]


def test_empty_rows_are_left_out_but_counted():
    assert [row.number for row in read(b"\na;b\n1;2\n;\n\n3;4\n")] == [3, 6]


def test_a_record_over_several_lines_is_one_row_as_in_excel():
    rows = read(b'a;b\n1;"two\r\nlines"\n2;x\n')

    assert [(row.number, row.cells["b"]) for row in rows] == [(2, "two\nlines"), (3, "x")]


def test_a_row_with_more_cells_than_columns_is_flawed_and_a_short_one_is_not():
    short, long, padded = read(b"a;b\n1\n1;2;3\n1;2;;\n")

    assert (short.cells, short.flaw) == ({"a": "1"}, "")
    assert long.flaw == "too_many_cells"
    assert not padded.flaw


def test_a_column_without_a_name_is_not_read():
    assert read(b"a;;b\n1;2;3\n")[0].cells == {"a": "1", "b": "3"}


def test_formulas_stay_text():
    payloads = ["=HYPERLINK(0)", "+1", "-1", "@SUM(A1)", '=cmd|"/c"!A0']
    as_csv = "a\tb\n" + "".join(f"{payload}\tx\n" for payload in payloads)

    assert [row.cells["a"] for row in read(as_csv.encode())] == payloads
    assert [row.cells["a"] for row in read(a_workbook([["a"], *([p] for p in payloads)]))] == payloads


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Nama Perusahaan *", "nama_perusahaan"),
        (" NIK ", "nik"),
        ("Gaji (Rp)", "gaji_rp"),
        ("Résumé", "resume"),
        ("...", ""),
    ],
)
def test_headers_are_normalised(header, name):
    assert column_name(header) == name


def test_cells_of_a_workbook_become_text_without_surprises():
    cells = [1250000, 2.5, 1.125, 1e30, True, False, date(2026, 12, 5), datetime(2026, 12, 5, 8, 30), "0812", ""]  # noqa: DTZ001 - Excel knows no time zones
    content = a_workbook([[f"c{number}" for number in range(len(cells))], cells])

    assert list(read(content)[0].cells.values()) == [
        *("1250000", "2.5", "1.1250", format(1e30, ".0f"), "true", "false"),
        *("2026-12-05", "2026-12-05 08:30:00", "0812", ""),
    ]


def test_the_first_visible_sheet_that_holds_anything_is_read():
    content = a_workbook([["hidden"], ["1"]], [], [["a"], [None], ["3"]], [["later"]], hidden=(0,))

    assert read(content) == [RawRow(3, {"a": "3"})]


def test_a_workbook_without_any_row_is_refused():
    assert refusal(a_workbook([])) == "no_rows"
    assert refusal(a_workbook([["a", "b"]])) == "no_rows"


def test_a_sheet_with_a_cell_at_the_far_end_is_refused_before_room_is_made_for_it():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "a")
        sheet.write(1048575, 16383, "b")

    assert refusal(content.getvalue()) == "too_large"


def test_one_long_text_repeated_in_every_cell_is_refused(monkeypatch):
    monkeypatch.setattr(workbook_process, "MAX_TEXT", 1000)
    content = a_workbook([["a"], ["x" * 600], ["x" * 600]])

    with pytest.raises(workbook_process.TooLargeError):
        list(workbook_process.rows(content))


def test_the_reading_process_answers_with_exit_codes():
    written = io.BytesIO()

    assert workbook_process.main(io.BytesIO(a_workbook([["a"], ["é"]])), written) == 0
    assert [json.loads(line) for line in written.getvalue().splitlines()] == [["a"], ["é"]]
    assert workbook_process.main(io.BytesIO(b"PK no zip"), io.BytesIO()) == workbook_process.UNREADABLE


def test_a_process_that_is_too_slow_or_dies_gives_a_refusal(monkeypatch):
    monkeypatch.setattr(workbook, "SECONDS", 0.0)
    assert refusal(a_workbook([["a"], ["1"]])) == "too_expensive"

    ended = CompletedProcess([], returncode=-9)
    monkeypatch.setattr(workbook.subprocess, "run", lambda *_, **__: ended)
    assert refusal(a_workbook([["a"], ["1"]])) == "too_expensive"
    ended.returncode = 1
    assert refusal(a_workbook([["a"], ["1"]])) == "damaged"


def test_the_process_limits_its_memory_and_time(monkeypatch):
    import resource

    limits = {}
    monkeypatch.setattr(resource, "setrlimit", lambda what, limit: limits.update({what: limit[0]}))

    workbook_process._limit()
    monkeypatch.setattr(workbook_process.sys, "platform", "win32")
    workbook_process._limit()

    assert limits == {resource.RLIMIT_AS: workbook_process.MEMORY, resource.RLIMIT_CPU: 30}


def test_json_lines_are_read_with_their_line_numbers():
    lines = [
        '{"id": "A1", "skills": ["obras", "jahit|bordir"], "wage": 2500000, "rate": 2.5, "none": null, "ok": true}',
        "",
        '["no object"]',
        '{"broken": ',
        "[" * 100_000,
        '{"nested": {"a": 1}, "NUL": "a\\u0000b\\ud800"}',
    ]

    rows = read("\n".join(lines).encode())

    assert [(row.number, row.flaw) for row in rows] == [
        *((1, ""), (3, "not_an_object"), (4, "not_an_object"), (5, "not_an_object"), (6, "")),
    ]
    wanted = {"id": "A1", "skills": "obras|jahit/bordir", "wage": "2500000", "rate": "2.5", "none": "", "ok": "true"}
    assert rows[0].cells == wanted
    assert rows[-1].cells == {"nested": '{"a": 1}', "nul": "ab"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\n\n  \n", "no_rows"),
        (b"a;b\n", "no_rows"),
        (b"a;A\n1;2\n", "duplicate_column"),
        (b";".join(b"c%d" % n for n in range(201)) + b"\n1\n", "too_many_columns"),
        (b"a;b\n1;\x00\x01\x02\n", "not_text"),
        (b"\xff\xfe\x00\xd8\x00", "not_text"),
        (b"a;b\n\x81\x8d;1\n", "not_text"),
        (b'a;b\n"' + b"x" * 200_000 + b'";1\n', "cell_too_long"),
    ],
)
def test_a_file_that_is_no_table_is_refused_as_a_whole(content, code):
    assert refusal(content) == code


@pytest.mark.parametrize("content", [b"a;b\n" + b"1;2\n" * 11, b'{"a": 1}\n' * 11])
def test_too_many_rows_are_refused(monkeypatch, content):
    monkeypatch.setattr(reading, "MAX_ROWS", 10)

    assert refusal(content) == "too_many_rows"


@pytest.mark.parametrize(
    "content",
    [
        b'[{"a": 1, "b": null}]',
        b'{\n  "a": 1,\n  "b": null\n}',
        b'{\n  "kursus": [\n    {"a": 1, "b": null}\n  ]\n}',
    ],
)
def test_json_is_read_however_it_is_laid_out(content):
    assert [dict(row.cells) for row in read(content)] == [{"a": "1", "b": ""}]


def test_a_name_that_comes_twice_in_an_object_is_a_flaw_and_not_a_guess():
    assert [row.flaw for row in read(b'{"a": 1, "A": 2}\n{"a": 1}\n')] == ["duplicate_name", ""]


def test_titles_above_the_header_are_passed_over_when_the_columns_are_known():
    rows = read(
        b"DAFTAR PELATIHAN;;\nTahun 2027;;\nlembaga;program;mulai\nBLK;Las;2027-01-05\n",
        frozenset({"lembaga", "program"}),
    )

    assert [(row.number, row.cells["program"]) for row in rows] == [(4, "Las")]


def test_what_stands_right_of_the_named_columns_makes_the_row_wrong_and_is_kept():
    (row,) = read(b"a;b;;\n1;2;3;4\n")

    assert (row.flaw, row.extra) == ("too_many_cells", ("3", "4"))
