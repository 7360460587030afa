"""The process that reads a workbook: what it gives, what it refuses, how it answers."""

import io
import json
import runpy
import sys
from datetime import date, datetime
from types import SimpleNamespace

import pytest
import xlsxwriter

from intake import workbook_process
from intake.workbook_process import TooLargeError, as_text, main, rows

resource = pytest.importorskip("resource")


def a_workbook(*sheets, far=None) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for table in sheets:
            sheet = book.add_worksheet()
            for at, row in enumerate(table):
                sheet.write_row(at, 0, row)
            if far:
                sheet.write(*far, "far")
    return content.getvalue()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (1250000.0, "1250000"),
        (2.5, "2.5"),
        (1.125, "1.1250"),
        (1e-9, "1e-09"),
        (7, "7"),
        (date(2026, 12, 5), "2026-12-05"),
        (datetime(2026, 12, 5), "2026-12-05"),  # noqa: DTZ001 - a workbook knows no time zones
        (datetime(2026, 12, 5, 8, 30), "2026-12-05 08:30:00"),  # noqa: DTZ001 - a workbook knows no time zones
        ("=1+1", "=1+1"),
    ],
)
def test_every_kind_of_cell_has_one_text(value, text):
    assert as_text(value) == text


def test_every_sheet_is_given_with_its_name_behind_it():
    assert list(rows(a_workbook([], [["a", 1]], [["later"]]))) == ["Sheet1", ["a", "1"], "Sheet2", ["later"], "Sheet3"]
    assert list(rows(a_workbook([["alone"]]))) == [["alone"]]
    assert list(rows(a_workbook([]))) == []


@pytest.mark.parametrize("far", [(1_048_575, 16_383), (200_000, 25), (3_000, 2_000)])
def test_a_far_cell_is_refused_before_the_sheet_is_opened(monkeypatch, far):
    content = a_workbook([["a"]], far=far)

    with pytest.raises(TooLargeError):
        list(rows(content))
    assert main(io.BytesIO(content), io.BytesIO()) == workbook_process.TOO_LARGE


def test_a_long_sheet_of_few_columns_is_fine():
    assert len(list(rows(a_workbook([["a"]], far=(50_000, 3))))) == 50_001


def test_run_as_a_program_it_limits_itself_and_exits_with_the_code(monkeypatch):
    limits, written = {}, io.BytesIO()
    monkeypatch.setattr(resource, "setrlimit", lambda what, limit: limits.update({what: limit[0]}))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(a_workbook([["a"], ["1"]]))))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=written))

    with pytest.raises(SystemExit) as ended:
        runpy.run_path(workbook_process.__file__, run_name="__main__")

    assert ended.value.code == 0
    assert [json.loads(line) for line in written.getvalue().splitlines()] == [["a"], ["1"]]
    assert limits == {resource.RLIMIT_AS: workbook_process.MEMORY, resource.RLIMIT_CPU: 30}
