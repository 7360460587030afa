"""Vacancies and figures from files: preview, apply, roll back (see `intake.importer.Importer`)."""

from intake.catalogue import Catalogue
from intake.importer import Importer
from labour_market import documents, figure_sheet, sheet
from labour_market.tables import PublishedFigure, Vacancy

VACANCIES = Importer(
    Catalogue("vacancies", Vacancy, "title"), sheet.read, sheet.KNOWN, headers=sheet.COLUMNS, linked=documents.rows
)
FIGURES = Importer(Catalogue("figures", PublishedFigure, "measure"), figure_sheet.read, figure_sheet.KNOWN)

preview = VACANCIES.preview
apply = VACANCIES.apply
roll_back = VACANCIES.roll_back
