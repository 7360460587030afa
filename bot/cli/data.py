"""`import`, `decide`, `rank`: files in, JSON Lines or TSV out."""

import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TextIO

import typer
from sqlmodel import Session

from bot import wiring
from bot.cli.app import app, stop
from bot.deps import Deps, today
from bot.services.staff import catalogue_files
from bot.settings import Settings
from intake import guard, reading, report
from intake.errors import IntakeError, Refused
from intake.importer import Importer
from intake.problems import RawRow
from intake.report import Exit
from jkp.decisions import CasesError, decide_cases
from jkp.membership.importing import MemberImporter
from labour_market.importing import FIGURES, VACANCIES
from matching.ranking_file import RankingFileError, RankingOptions, rank_files
from training_catalog.importing import COURSES

STANDARD = Path("-")
FILE = typer.Argument(help="the file; - reads standard input")
OUTPUT = typer.Option(STANDARD, "--output", help="write here instead of standard output")


class Kind(StrEnum):
    """What can be imported."""

    COURSES = "courses"
    VACANCIES = "vacancies"
    MEMBERS = "members"
    FIGURES = "figures"


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
) -> None:
    """Import a CSV, XLSX, JSONL, JSON-LD or RSS file (also .gz): one JSON line a row that is new, changed, closing or a problem."""
    deps = _open()
    now = deps.clock.now()
    importer = _importer(kind, deps, _day(as_of) or today(now, deps.settings.timezone))
    name = source or (file.name.split(".")[0] if file != STANDARD else "standard-input")

    def work(session: Session) -> tuple[list[str], Exit]:
        preview = importer.preview(session, rows, name)
        applied = None
        if not dry_run:
            applied = importer.apply(session, preview, now=now, accept_valid=accept_valid, complete=complete)
        return list(report.lines(preview, applied, complete=complete)), report.exit_code(preview)

    try:
        rows = _rows(kind, _bytes(file))
        lines, code = deps.database.run(work)
    except Refused as refused:
        print(report.refusal(kind, refused))
        raise typer.Exit(Exit.UNREADABLE) from None
    except IntakeError as problem:
        stop(str(problem))
    _write(lines, STANDARD)
    raise typer.Exit(code)


def _rows(kind: Kind, content: bytes) -> Sequence[RawRow]:
    """Read a file by its content: a table, and for courses and vacancies also JSON-LD or a feed."""
    if kind is Kind.MEMBERS:
        return reading.read(content)
    return catalogue_files.open_file(content, catalogue_files.Kind(kind.value)).rows


def _importer(kind: Kind, deps: Deps, as_of: date) -> Importer | MemberImporter:
    if kind is Kind.MEMBERS:
        return MemberImporter(deps.database.sealer, as_of)
    return {Kind.COURSES: COURSES, Kind.VACANCIES: VACANCIES, Kind.FIGURES: FIGURES}[kind]


@app.command()
def decide(file: Path = FILE, output: Path = OUTPUT) -> None:
    """Decide the cases of a YAML file by the rules: JSON Lines, one object a case."""
    try:
        outcomes = decide_cases(_bytes(file).decode("utf-8"))
    except (CasesError, UnicodeDecodeError) as problem:
        stop(f"{file}: {problem}")
    decided = [outcome for outcome in outcomes if outcome.result is not None]
    _write((json.dumps(outcome.result, ensure_ascii=False) for outcome in decided), output)
    for outcome in outcomes:
        for problem_text in outcome.problems:
            print(f"{outcome.id}: {problem_text}", file=sys.stderr)
    raise typer.Exit(0 if len(decided) == len(outcomes) else 1)


@app.command()
def rank(
    profiles: Path = typer.Option(..., help="profiles, JSON Lines"),
    offers: Path = typer.Option(..., help="vacancies or courses, JSON Lines, also .gz"),
    top: int = typer.Option(20, help="how many for each profile; 0 = all"),
    day: str = typer.Option("", help="rank as of this day; the newest posting date if left out"),
    without_rules: bool = typer.Option(
        False, "--without-rules", help="leave out place, education, age, wage, contract"
    ),
    explain: bool = typer.Option(False, "--explain", help="JSON Lines with the parts of each score"),
    output: Path = OUTPUT,
) -> None:
    """Rank offers for profiles: TSV profile_id, offer_id, score, best first."""
    options = RankingOptions(top=top, day=_day(day), with_rules=not without_rules, explain=explain)
    try:
        _write(rank_files(_lines(profiles), _lines(offers), options), output)
    except RankingFileError as problem:
        stop(str(problem))


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        stop(f"{text} is no day; write it as 2026-11-21")


def _open() -> Deps:
    try:
        return wiring.open_deps(Settings())
    except wiring.NotReady as problem:
        stop(str(problem))


def _bytes(file: Path) -> bytes:
    try:
        if file == STANDARD:
            return sys.stdin.buffer.read(guard.MAX_FILE + 1)
        return file.read_bytes()
    except OSError as error:
        stop(f"{file} cannot be read ({error.strerror or type(error).__name__})")


def _lines(file: Path) -> list[str]:
    content = _bytes(file)
    try:
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
        return content.decode("utf-8").splitlines()
    except (OSError, EOFError, UnicodeDecodeError):
        stop(f"{file} is no readable text file")


def _write(lines: Iterable[str], output: Path) -> None:
    with _opened(output) as out:
        for line in lines:
            out.write(line + "\n")


@contextmanager
def _opened(output: Path) -> Iterator[TextIO]:
    if output == STANDARD:
        yield sys.stdout
        return
    try:
        with output.open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        stop(f"{output} cannot be written ({error.strerror or type(error).__name__})")
