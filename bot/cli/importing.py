"""`import`, `roll-back`: a catalogue or register from a file, and the last one taken back."""

import json
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import typer
from sqlmodel import Session

from bot import wiring
from bot.cli.app import app, stop
from bot.cli.data import FILE, STANDARD, day_of, file_bytes, write_lines
from bot.deps import Deps, today
from bot.screens.staff.catalogue import in_a_cell
from bot.services.staff import catalogue_files
from bot.services.staff.catalogue_files import IMPORTERS
from bot.settings import Settings
from bot.texts.catalogue import REFERENCE, Texts
from intake import reading, report
from intake.comparing import DIFFERENT, same_as
from intake.errors import IntakeError, Refused
from intake.importer import Importer
from intake.marking import marked
from intake.preview import Preview
from intake.problems import Problem, RawRow
from intake.report import Exit
from jkp.membership.importing import MemberImporter


class Kind(StrEnum):
    """What can be imported."""

    COURSES = "courses"
    VACANCIES = "vacancies"
    MEMBERS = "members"
    FIGURES = "figures"


class Similar(StrEnum):
    """What is done with rows that look like others."""

    LEAVE = "leave"
    SAME = "same"
    DIFFERENT = "different"


@app.command("import")
def import_(
    kind: Kind,
    file: Path = FILE,
    source: str = typer.Option("", help="who gave the file; the file's name without its ending if left out"),
    dry_run: bool = typer.Option(False, "--dry-run", help="only say what would happen"),
    accept_valid: bool = typer.Option(
        False, "--accept-valid", help="apply the good rows although others have problems"
    ),
    complete: bool = typer.Option(
        False, "--complete", help="the file is the source's whole list: close what is not in it"
    ),
    as_of: str = typer.Option("", help="members: the day of the register's state, 2026-11-21; today if left out"),
    similar: Similar = typer.Option(Similar.LEAVE, help="courses that look like others: leave out, same or different"),
    marked_file: Path | None = typer.Option(None, "--marked", help="write the file with its wrong cells marked here"),
    language: str = typer.Option(REFERENCE, help="of the marked file: id or en"),
) -> None:
    """Import CSV, XLSX, JSONL, JSON-LD or RSS (also .gz): one JSON line a row that changes or is wrong."""
    deps = _open()
    now = deps.clock.now()
    importer = _importer(kind, deps, day_of(as_of) or today(now, deps.settings.timezone))
    name = source or (file.name.split(".")[0] if file != STANDARD else "standard-input")

    def work(session: Session) -> tuple[list[str], Preview]:
        preview = _decided(session, importer, rows, name, similar)
        applied = None
        if not dry_run:
            applied = importer.apply(session, preview, now=now, accept_valid=accept_valid, complete=complete)
        return list(report.lines(preview, applied, complete=complete)), preview

    try:
        rows = _rows(kind, file_bytes(file))
        lines, preview = deps.database.run(work)
    except IntakeError as problem:
        _give_up(kind, problem)
    write_lines(lines, STANDARD)
    if marked_file is not None:
        _write_marked(marked_file, rows, preview, Texts(language))
    raise typer.Exit(report.exit_code(preview))


def _give_up(kind: Kind, problem: IntakeError) -> NoReturn:
    if isinstance(problem, Refused):
        print(report.refusal(kind, problem))
        raise typer.Exit(Exit.UNREADABLE)
    stop(str(problem))


@app.command("roll-back")
def roll_back(kind: catalogue_files.Kind, version: int = typer.Argument(help="the newest version that stands")) -> None:
    """Put a catalogue back as it stood before its newest version, to the byte."""
    deps = _open()
    try:
        done = deps.database.run(IMPORTERS[kind].roll_back, version)
    except IntakeError as problem:
        stop(f"{problem}: only the newest version that stands can be rolled back", code=1)
    print(json.dumps({"line": "summary", "kind": kind, "restored": done.restored, "withdrawn": done.withdrawn}))


def _decided(
    session: Session, importer: Importer | MemberImporter, rows: Sequence[RawRow], source: str, similar: Similar
) -> Preview:
    """Compare the file; when likenesses are answered in advance, once more with the answers."""
    preview = importer.preview(session, rows, source)
    if similar is Similar.LEAVE or not preview.similar or isinstance(importer, MemberImporter):
        return preview
    is_same = similar is Similar.SAME
    decisions = {one.id: same_as(one.other.key) if is_same else DIFFERENT for one in preview.similar}
    return importer.preview(session, rows, source, decisions)


def _write_marked(target: Path, rows: Sequence[RawRow], preview: Preview, t: Texts) -> None:
    def words(problem: Problem) -> str:
        return in_a_cell(t, problem)

    try:
        target.write_bytes(marked(rows, preview.problems, words))
    except OSError as error:
        stop(f"{target} cannot be written ({error.strerror or type(error).__name__})")


def _rows(kind: Kind, content: bytes) -> Sequence[RawRow]:
    """Read a file by its content: a table, and for courses and vacancies also JSON-LD or a feed."""
    if kind is Kind.MEMBERS:
        return reading.read(content)
    return catalogue_files.open_file(content, catalogue_files.Kind(kind.value)).rows


def _importer(kind: Kind, deps: Deps, as_of: date) -> Importer | MemberImporter:
    if kind is Kind.MEMBERS:
        return MemberImporter(deps.database.sealer, as_of)
    return IMPORTERS[catalogue_files.Kind(kind.value)]


def _open() -> Deps:
    try:
        return wiring.open_deps(Settings())
    except wiring.NotReady as problem:
        stop(str(problem))
