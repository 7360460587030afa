"""Published labour market figures of a province: those that ship with the product and those imported since.

Every figure keeps its measure, period and source. Figures of different measures are never added up: layoffs of a month,
of the year so far and of a whole year count the same people more than once.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from sqlmodel import Session, col, select

from intake.tables import Status
from labour_market.tables import PublishedFigure

INDONESIA = "00"
MILLION = 1_000_000


class Measure(StrEnum):
    """What was measured."""

    MINIMUM_WAGE = "ump"
    UNEMPLOYMENT = "tpt"
    AVERAGE_WAGE = "average_wage"
    LAYOFFS_MONTH = "layoffs_month"
    LAYOFFS_YEAR_TO_DATE = "layoffs_cumulative_ytd"
    LAYOFFS_YEAR = "layoffs_cumulative_year"


class Unit(StrEnum):
    """What a value counts."""

    RUPIAH_A_MONTH = "idr_month"
    PERCENT = "percent"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure; `province_code` 00 is Indonesia, `confidence` as in the data's own notes (A best)."""

    province_code: str
    measure: Measure
    period: str  # 2026, 2026-08 or 2025-01/2025-11
    value: float
    unit: Unit
    source: str
    category: str = ""  # a sector, where the measure is split by one
    note: str = ""  # on what basis, where it differs from the other figures of its measure
    confidence: str = ""

    @property
    def about(self) -> tuple[str, Measure, str, str]:
        """What the figure says something about; a newer figure about the same replaces it."""
        return (self.province_code, self.measure, self.category.casefold(), self.period)


def figures_for(province_code: str, imported: Iterable[Figure] = ()) -> tuple[Figure, ...]:
    """Give a province's figures by measure, newest period first; imported ones replace shipped ones about the same."""
    newer = {figure.about: figure for figure in imported if figure.province_code == province_code}
    kept = [figure for figure in _shipped() if figure.province_code == province_code and figure.about not in newer]
    by_period = sorted((*kept, *newer.values()), key=lambda figure: figure.period[-len("2026-01") :], reverse=True)
    order = list(Measure)
    return tuple(sorted(by_period, key=lambda figure: (order.index(figure.measure), figure.category != "")))


def imported_figures(session: Session, province_code: str) -> tuple[Figure, ...]:
    """Fetch the figures of a province that were imported and still stand."""
    there = (PublishedFigure.province_code == province_code, PublishedFigure.status == Status.OPEN.value)
    rows = session.exec(select(PublishedFigure).where(*there).order_by(col(PublishedFigure.key)))
    return tuple(
        Figure(
            province_code=row.province_code,
            measure=Measure(row.measure),
            period=row.period,
            value=row.value,
            unit=Unit(row.unit),
            source=row.source,
            category=row.category,
            note=row.note,
            confidence=row.confidence,
        )
        for row in rows
    )


@cache
def _shipped() -> tuple[Figure, ...]:
    """Read the series that ship with the product, once."""
    return tuple(figure for name, read in SERIES.items() for figure in map(read, _lines(name)))


def _lines(name: str) -> Iterator[dict[str, str]]:
    text = files("labour_market").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _minimum_wage(line: dict[str, str]) -> Figure:
    return Figure(
        province_code=line["province_code"],
        measure=Measure.MINIMUM_WAGE,
        period=line["year"],
        value=round(float(line["ump_idr_month"])),
        unit=Unit.RUPIAH_A_MONTH,
        source=line["source"],
        note=line["note"],
        confidence=line["confidence"],
    )


def _unemployment(line: dict[str, str]) -> Figure:
    return Figure(
        province_code=line["province_code"],
        measure=Measure.UNEMPLOYMENT,
        period=line["period"],
        value=float(line["tpt_pct"]),
        unit=Unit.PERCENT,
        source=line["source"],
        note=line["note"],
    )


def _average_wage(line: dict[str, str]) -> Figure:
    return Figure(
        province_code=INDONESIA,
        measure=Measure.AVERAGE_WAGE,
        period=line["period"],
        value=round(float(line["avg_wage_million_idr_month"]) * MILLION),
        unit=Unit.RUPIAH_A_MONTH,
        source=line["source"],
        category="" if line["kbli_category"] == "ALL" else line["sector"],
    )


def _layoffs(line: dict[str, str]) -> Figure:
    start, end = line["period_start"], line["period_end"]
    return Figure(
        province_code=line["province_code"],
        measure=Measure(f"layoffs_{line['measure']}"),
        period=start if start == end else f"{start}/{end}",
        value=int(line["workers_laid_off"]),
        unit=Unit.PEOPLE,
        source=line["source"],
        note=line["note"],
    )


SERIES: dict[str, Callable[[dict[str, str]], Figure]] = {
    "ump_by_province.csv": _minimum_wage,
    "tpt_by_province.csv": _unemployment,
    "avg_wage_by_sector.csv": _average_wage,
    "phk_layoffs.csv": _layoffs,
}
