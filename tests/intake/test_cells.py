"""What people write into cells, read one way or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake import cells
from intake.problems import Problem, RawRow
from intake.row import Row
from intake.schooling import LEVELS, SPELLINGS


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1250000", 1250000),
        ("1.250.000", 1250000),
        ("1,250,000", 1250000),
        ("Rp 1.250.000,00", 1250000),
        ("Rp1.250.000,-", 1250000),
        ("IDR 2500000.0", 2500000),
        ("Rp 2,5 jt", 2500000),
        ("2.5 juta", 2500000),
        ("4,35jt", 4350000),
        ("750 ribu", 750000),
        ("750rb", 750000),
        ("0", 0),
        ("2.500", 2500),
        ("2.5", None),
        ("1.250 jt", None),
        ("1.1250", None),
        ("1.25.000", None),
        ("1,2,3 jt", None),
        ("-5", None),
        ("dua juta", None),
        ("UMR", None),
        ("3-4 juta", None),
        ("", None),
        ("9" * 40, None),
        ("١٢", None),
    ],
)
def test_amounts_are_read_as_written_in_indonesia(text, number):
    assert cells.integer(text) == number


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_reads_back_however_its_thousands_are_marked(number):
    assert cells.integer(str(number)) == number
    assert cells.integer(f"{number:,}") == number
    assert cells.integer(f"Rp {number:,}".replace(",", ".")) == number


@pytest.mark.parametrize(("text", "number"), [("2", 2), ("2,5", 2.5), ("0.1", 0.1), ("1.250.000", None), ("x", None)])
def test_decimals_take_either_mark(text, number):
    assert cells.decimal(text) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-05", date(2026, 12, 5)),
        ("2026-12-05 08:30:00", date(2026, 12, 5)),
        ("2026-12-05T08:30:00Z", date(2026, 12, 5)),
        ("05/12/2026", date(2026, 12, 5)),
        ("5-12-2026", date(2026, 12, 5)),
        ("5.12.2026", date(2026, 12, 5)),
        ("5 Des 2026", date(2026, 12, 5)),
        ("Jum'at, 4 Desember 2026", date(2026, 12, 4)),
        ("17 Agustus 2026", date(2026, 8, 17)),
        ("12/25/2026", None),
        ("31/02/2026", None),
        ("05/12/26", None),
        ("5 Foo 2026", None),
        ("2026-12", None),
        ("0026-12-05", None),
        ("besok", None),
    ],
)
def test_days_are_read_day_first(text, day):
    assert cells.day(text) == day


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_reads_back_in_every_form(day):
    assert cells.day(day.isoformat()) == day
    assert cells.day(f"{day.day}/{day.month}/{day.year}") == day


@pytest.mark.parametrize(
    ("text", "month"),
    [("2026-12", date(2026, 12, 1)), ("05/12/2026", date(2026, 12, 1)), ("2026-13", None), ("x", None)],
)
def test_a_month_is_its_first_day(text, month):
    assert cells.month(text) == month


def test_lists_split_at_semicolons_bars_and_lines():
    assert cells.items(" obras ; jahit|obras\n pola  dasar;;") == ("obras", "jahit", "pola dasar")


def test_school_levels_are_known_by_many_names():
    assert cells.choice(" SMA/SMK  Sederajat", SPELLINGS) == "SMA"
    assert cells.choice("D-III", SPELLINGS) == "D3"
    assert cells.choice("kursus", SPELLINGS) is None
    assert set(SPELLINGS.values()) == set(LEVELS)


HEADERS = {"wage": ("gaji", "upah"), "day": ("tanggal",)}


def test_a_cell_is_found_under_any_header_and_a_filled_one_comes_first():
    row = Row(RawRow(4, {"gaji": "", "upah": "2 jt"}), HEADERS)

    assert row.integer("wage") == 2_000_000
    assert row.number == 4
    assert row.problems == []


def test_problems_name_row_and_column_as_the_sender_knows_them():
    row = Row(
        RawRow(17, {"upah": "banyak", "tanggal": "besok", "title": "x" * 301, "age": "7", "level": "TK"}), HEADERS
    )

    assert row.integer("wage") is None
    assert row.day("day") is None
    assert row.text("title") == "x" * 301
    assert row.integer("age", least=15, most=99) is None
    assert row.choice("level", SPELLINGS) is None
    assert row.text("name", required=True) == ""
    assert row.decimal("rate", most=5) is None
    row.demand("day", "after:starts", holds=False)
    row.demand("day", "after:starts", holds=True)
    assert row.problems == [
        Problem(17, "upah", "banyak", "number"),
        Problem(17, "tanggal", "besok", "date"),
        Problem(17, "title", "x" * 60 + "…", "at_most:300_characters"),
        Problem(17, "age", "7", "between:15|99"),
        Problem(17, "level", "TK", "one_of:" + "|".join(LEVELS)),
        Problem(17, "name", "", "required"),
        Problem(17, "tanggal", "besok", "after:starts"),
    ]


def test_long_lists_and_long_items_are_problems():
    row = Row(RawRow(2, {"many": ";".join(map(str, range(5))), "long": "x" * 11, "fine": "a;b"}), {})

    row.items("many", most=4)
    row.items("long", longest=10)
    assert row.items("fine") == ("a", "b")
    assert [problem.expected for problem in row.problems] == [
        "at_most:4_items_of_100_characters",
        "at_most:100_items_of_10_characters",
    ]


def test_a_flawed_row_is_a_problem_by_itself():
    assert Row(RawRow(3, {}, "too_many_cells"), {}).problems == [Problem(3, "", "", "too_many_cells")]
