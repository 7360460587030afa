"""Figures keep their measure, period and source; imported ones replace shipped ones about the same."""

from datetime import UTC, datetime

import pytest

from intake.problems import RawRow
from intake.reading import read
from labour_market import figure_sheet
from labour_market.figures import INDONESIA, Measure, Unit, figures_for, imported_figures
from labour_market.importing import FIGURES

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
HEADER = "kode_provinsi;indikator;periode;nilai;satuan;sumber\n"


def test_every_shipped_figure_names_its_source_and_the_newest_comes_first():
    wages = [figure for figure in figures_for("34") if figure.measure is Measure.MINIMUM_WAGE]

    assert [figure.period for figure in wages] == ["2026", "2025", "2024"]
    assert all(figure.source for figure in (*figures_for("34"), *figures_for(INDONESIA)))
    assert wages[0].unit is Unit.RUPIAH_A_MONTH
    assert figures_for("99") == ()


def test_layoffs_of_a_month_and_of_a_year_are_different_measures():
    layoffs = [figure for figure in figures_for(INDONESIA) if figure.measure.startswith("layoffs")]

    by_measure = {figure.measure for figure in layoffs}
    assert by_measure == {Measure.LAYOFFS_MONTH, Measure.LAYOFFS_YEAR_TO_DATE, Measure.LAYOFFS_YEAR}
    assert not any("/" in figure.period for figure in layoffs if figure.measure is Measure.LAYOFFS_MONTH)


def test_wages_by_sector_come_after_the_national_average():
    wages = [figure for figure in figures_for(INDONESIA) if figure.measure is Measure.AVERAGE_WAGE]

    assert wages[0].category == ""
    assert wages[-1].category
    assert all(figure.value > 1_000_000 for figure in wages)


def test_imported_figures_replace_and_extend_the_shipped_ones(session):
    content = HEADER + "34;UMP;2026;Rp 2.400.000;rupiah;SK contoh\n34;TPT;2026-08;3,3;%;BPS contoh\n"
    preview = FIGURES.preview(session, read(content.encode()), "dinas")
    FIGURES.apply(session, preview, now=NOW)

    figures = figures_for("34", imported_figures(session, "34"))

    about = {(figure.measure, figure.period): (figure.value, figure.source) for figure in figures}
    assert about[Measure.MINIMUM_WAGE, "2026"] == (2_400_000, "SK contoh")
    assert about[Measure.UNEMPLOYMENT, "2026-08"] == (3.3, "BPS contoh")
    assert (Measure.MINIMUM_WAGE, "2025") in about
    assert imported_figures(session, "33") == ()


@pytest.mark.parametrize(
    ("change", "column", "expected"),
    [
        ({"province_code": "Sleman"}, "province_code", "province_code"),
        ({"period": "Agustus"}, "period", "period"),
        ({"measure": ""}, "measure", "required"),
        ({"unit": ""}, "unit", "required"),
        ({"value": ""}, "value", "required"),
        ({"source": ""}, "source", "required"),
        ({"unit": "percent", "value": "101"}, "value", "between:0|100"),
        ({"value": "banyak"}, "value", "number"),
    ],
)
def test_a_figure_that_does_not_say_what_it_is_is_a_problem(change, column, expected):
    cells = {"province_code": "34", "measure": "ump", "period": "2026", "value": "1", "unit": "rp", "source": "x"}

    figure, problems = figure_sheet.read(RawRow(2, {**cells, **change}), "")

    assert figure is None
    assert [(problem.column, problem.expected) for problem in problems] == [(column, expected)]


def test_a_figure_is_known_by_place_measure_category_and_period():
    cells = {
        "province_code": "00",
        "measure": "ump",
        "category": "Industri",
        "period": "2025-01..2025-03",
        "value": "1",
    }

    figure, _ = figure_sheet.read(RawRow(2, {**cells, "unit": "rp", "source": "x"}), "")

    assert (figure.key, figure.label) == ("00|ump|industri|2025-01/2025-03", "ump")
