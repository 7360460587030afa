"""`decide`, `rank`: files in, JSON Lines or TSV out."""

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO

import typer

from bot.cli.app import app, stop
from intake import guard
from jkp.decisions import CasesError, decide_cases
from matching.ranking_file import RankingFileError, RankingOptions, rank_files

STANDARD = Path("-")
FILE = typer.Argument(help="the file; - reads standard input")
OUTPUT = typer.Option(STANDARD, "--output", help="write here instead of standard output")


@app.command()
def decide(file: Path = FILE, output: Path = OUTPUT) -> None:
    """Decide the cases of a YAML file by the rules: JSON Lines, one object a case."""
    try:
        outcomes = decide_cases(file_bytes(file).decode("utf-8"))
    except (CasesError, UnicodeDecodeError) as problem:
        stop(f"{file}: {problem}")
    decided = [outcome for outcome in outcomes if outcome.result is not None]
    write_lines((json.dumps(outcome.result, ensure_ascii=False) for outcome in decided), output)
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
    options = RankingOptions(top=top, day=day_of(day), with_rules=not without_rules, explain=explain)
    try:
        write_lines(rank_files(_lines(profiles), _lines(offers), options), output)
    except RankingFileError as problem:
        stop(str(problem))


def day_of(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        stop(f"{text} is no day; write it as 2026-11-21")


def file_bytes(file: Path) -> bytes:
    try:
        if file == STANDARD:
            return sys.stdin.buffer.read(guard.MAX_FILE + 1)
        return file.read_bytes()
    except OSError as error:
        stop(f"{file} cannot be read ({error.strerror or type(error).__name__})")


def _lines(file: Path) -> list[str]:
    content = file_bytes(file)
    try:
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
        return content.decode("utf-8").splitlines()
    except (OSError, EOFError, UnicodeDecodeError):
        stop(f"{file} is no readable text file")


def write_lines(lines: Iterable[str], output: Path) -> None:
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
