"""`law show`, `law diff`, `law page`: the rules on a day, what changed, and the page that says how sure they are."""

import json
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path

import typer

from bot import wiring
from bot.cli import law_page, law_words
from bot.cli.app import app, stop
from bot.deps import today
from bot.services import law as service
from bot.services.law import Change, Touched
from bot.settings import Settings
from bot.store import checkup
from bot.texts.catalogue import Texts
from jkp.decisions import CasesError, Written, written_cases
from jkp.rules.regulation import Parameter

law = typer.Typer(
    help="The dated rules of JKP: what held on a day, what changed, how sure it is.", no_args_is_help=True
)
app.add_typer(law, name="law")


class Language(StrEnum):
    """Of the output."""

    INDONESIAN = "id"
    ENGLISH = "en"


DAY = typer.Argument(help="a day, for example 2025-02-07")
LANGUAGE = typer.Option(Language.INDONESIAN, "--language", help="id or en")
AS_JSON = typer.Option(False, "--json", help="for machines: one JSON object a line")


@law.command("show")
def show_law(day: str = DAY, language: Language = LANGUAGE, as_json: bool = AS_JSON) -> None:
    """Say every rule in force on a day: its figure, article, source, mark, since when, and when last checked."""
    on = _day(day)
    rows, t = service.rows_on(on), Texts(language.value)
    print("\n".join(_lines(_row(t, row) for row in rows) if as_json else law_words.shown(t, on, rows)))


@law.command("diff")
def diff_law(day1: str = DAY, day2: str = DAY, language: Language = LANGUAGE, as_json: bool = AS_JSON) -> None:
    """Say what changed between two days, with articles, and how many stored cases are decided differently."""
    before, after = _day(day1), _day(day2)
    changes, t = service.changes(before, after), Texts(language.value)
    counted = _touched(before, after)
    if as_json:
        print("\n".join(_lines([*_changes(t, changes), _count(counted)])))
        return
    print("\n".join(law_words.compared(t, before, after, changes)))
    print(t.say("law.no_database") if counted is None else t.say("law.touched", **_count(counted)))


@law.command("page")
def page(
    cases: list[Path] = typer.Argument(help="written cases with what is expected of them (YAML)"),
    output: Path = typer.Option(Path("docs/correctness.md"), "--output", help="the page to write"),
) -> None:
    """Write the page on correctness: open questions first, then every row and the cases that test it."""
    written = [case for file in cases for case in _cases(file)]
    try:
        output.write_text(law_page.page(written), encoding="utf-8")
    except OSError as error:
        stop(f"{output} cannot be written ({error.strerror or type(error).__name__})")
    print(f"{output}: {len(written)} cases")


def _cases(file: Path) -> tuple[Written, ...]:
    try:
        return written_cases(file.read_text(encoding="utf-8"))
    except OSError as error:
        stop(f"{file} cannot be read ({error.strerror or type(error).__name__})")
    except (CasesError, UnicodeDecodeError) as problem:
        stop(f"{file}: {problem}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        stop(f"{text} is no day; write it as 2025-02-07")


def _touched(before: date, after: date) -> Touched | None:
    """Count the stored cases; None when there is no database to ask."""
    settings = Settings()
    if not settings.secret_keys or not checkup.has_rows(settings.database_address):
        return None
    try:
        deps = wiring.open_deps(settings)
    except wiring.NotReady as problem:
        stop(str(problem))
    on = today(deps.clock.now(), settings.timezone)
    found = deps.database.run(service.touched, on, before, after)
    deps.database.close()
    return found


def _lines(values: Iterable[dict[str, object]]) -> list[str]:
    return [json.dumps(value, ensure_ascii=False) for value in values]


def _row(t: Texts, row: Parameter) -> dict[str, object]:
    return {
        "rule": row.rule.value,
        "name": law_words.heading(t, row),
        "value": law_words.value(t, row),
        "unit": row.rule.unit.value,
        "numbers": row.numbers,
        "words": row.words,
        "article": row.article,
        "source": row.source.split(", "),
        "mark": row.mark.value,
        "since": row.since.isoformat(),
        "checked": row.checked.isoformat(),
        "note": row.note,
    }


def _changes(t: Texts, changes: tuple[Change, ...]) -> list[dict[str, object]]:
    return [
        {
            "rule": each.rule.value,
            "kind": each.kind.value,
            "before": each.before and _row(t, each.before),
            "after": each.after and _row(t, each.after),
        }
        for each in changes
    ]


def _count(counted: Touched | None) -> dict[str, object]:
    return {"cases": counted and counted.cases, "touched": counted and counted.touched}
