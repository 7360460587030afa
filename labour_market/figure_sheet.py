"""What a row of a file with labour market figures means."""

import re
from dataclasses import dataclass

from intake.cells import fold
from intake.problems import Problem, RawRow
from intake.row import Row

HEADERS = {
    "source": ("sumber",),
    "province_code": ("kode_provinsi", "kode_prov"),
    "measure": ("ukuran", "indikator"),
    "category": ("kategori", "sektor", "kelompok"),
    "period": ("periode", "bulan", "tahun"),
    "value": ("nilai", "angka"),
    "unit": ("satuan",),
    "note": ("catatan",),
    "confidence": ("keyakinan",),
}
KNOWN = frozenset(HEADERS) | {header for headers in HEADERS.values() for header in headers}
UNITS = {
    **dict.fromkeys(("idr_month", "rupiah", "rp", "rp/bulan", "rupiah/bulan", "idr"), "idr_month"),
    **dict.fromkeys(("percent", "persen", "%"), "percent"),
    **dict.fromkeys(("people", "orang", "jiwa", "pekerja"), "people"),
}
MEASURES = {
    **dict.fromkeys(("ump", "upah minimum", "upah minimum provinsi"), "ump"),
    **dict.fromkeys(("tpt", "tingkat pengangguran terbuka"), "tpt"),
    **dict.fromkeys(("average_wage", "upah rata-rata"), "average_wage"),
    **dict.fromkeys(("layoffs_month", "phk bulan ini"), "layoffs_month"),
    **dict.fromkeys(("layoffs_cumulative_ytd", "phk sejak januari"), "layoffs_cumulative_ytd"),
    **dict.fromkeys(("layoffs_cumulative_year", "phk setahun"), "layoffs_cumulative_year"),
}
PROVINCE = re.compile(r"[0-9]{2}")
PERIOD = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?(/[0-9]{4}-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One published figure: what was measured, where (00 = Indonesia), for which period, and who says so."""

    source: str
    province_code: str
    measure: str
    category: str
    period: str  # 2026, 2026-08 or 2025-01/2025-11
    value: float
    unit: str
    note: str
    confidence: str

    @property
    def key(self) -> str:
        """The natural key: one figure a place, measure, category and period, whoever published it."""
        return "|".join((self.province_code, self.measure, fold(self.category), self.period))

    @property
    def label(self) -> str:
        """What a person calls the row."""
        return self.measure


def read(raw: RawRow, source: str) -> tuple[FigureRow | None, tuple[Problem, ...]]:
    """Read one row; `source` stands in where the row names none. A row with any problem gives no figure."""
    row = Row(raw, HEADERS)
    unit = row.choice("unit", UNITS)
    figure = FigureRow(
        source=row.text("source") or source,
        province_code=row.text("province_code", required=True),
        measure=row.choice("measure", MEASURES) or "",
        category=row.text("category"),
        period=row.text("period", required=True).replace("..", "/"),
        value=_value(row, unit),
        unit=unit or "",
        note=row.text("note"),
        confidence=row.text("confidence"),
    )
    _check(row, figure)
    return (None if row.problems else figure), tuple(row.problems)


def _value(row: Row, unit: str | None) -> float:
    """Read a percentage with decimals, everything else as a whole number; `1.250` people are not 1.25."""
    if not row.text("value", required=True):
        return 0.0
    value = row.decimal("value", most=100) if unit == "percent" else row.integer("value")
    return float(value or 0)


def _check(row: Row, figure: FigureRow) -> None:
    row.demand("source", "required", holds=bool(figure.source))
    row.demand("measure", "required", holds=bool(figure.measure or row.text("measure")))
    row.demand("unit", "required", holds=bool(figure.unit or row.text("unit")))
    row.demand("province_code", "province_code", holds=PROVINCE.fullmatch(figure.province_code) is not None)
    row.demand("period", "period", holds=PERIOD.fullmatch(figure.period) is not None)
