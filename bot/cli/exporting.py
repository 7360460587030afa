"""`export`: what stands in a catalogue as a file that Excel opens and that `import` takes back without a change."""

import sys
from enum import StrEnum
from pathlib import Path

import typer
from sqlmodel import Session

from bot import wiring
from bot.cli.app import app, stop
from bot.settings import Settings
from intake import exporting
from intake.catalogue import Catalogue
from intake.exporting import Headers
from intake.writing import write_csv, write_xlsx
from labour_market import sheet as vacancy_sheet
from labour_market.importing import VACANCIES
from training_catalog import sheet as course_sheet
from training_catalog.importing import COURSES

STANDARD = Path("-")


class Exported(StrEnum):
    """What can be exported."""

    COURSES = "courses"
    VACANCIES = "vacancies"


class Form(StrEnum):
    """How the file is written."""

    CSV = "csv"
    XLSX = "xlsx"


ROOMS: dict[Exported, tuple[Catalogue, Headers]] = {
    Exported.COURSES: (COURSES.catalogue, course_sheet.HEADERS),
    Exported.VACANCIES: (VACANCIES.catalogue, vacancy_sheet.COLUMNS),
}


@app.command()
def export(
    kind: Exported,
    output: Path = typer.Option(STANDARD, "--output", help="write here instead of standard output"),
    form: Form = typer.Option(Form.CSV, "--format", help="csv or xlsx"),
) -> None:
    """Export every open course or vacancy as CSV or XLSX; importing the file again changes nothing."""
    try:
        deps = wiring.open_deps(Settings())
    except wiring.NotReady as problem:
        stop(str(problem))
    catalogue, headers = ROOMS[kind]

    def table(session: Session) -> exporting.Table:
        return exporting.table(session, catalogue, headers)

    found = deps.database.run(table)
    write = write_csv if form is Form.CSV else write_xlsx
    _put(write(found.headers, found.rows), output)


def _put(content: bytes, output: Path) -> None:
    if output == STANDARD:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        stop(f"{output} cannot be written ({error.strerror or type(error).__name__})")
