"""`report`: figures of a month for those who answer for the programme, small counts hidden."""

import sys
from datetime import date
from pathlib import Path

import typer

from bot import wiring
from bot.cli.app import app, stop
from bot.deps import Clock, today
from bot.services.staff import chain as services
from bot.services.staff import chain_sheet
from bot.settings import Settings
from matching import places

report = typer.Typer(help="Figures of a month.", no_args_is_help=True)
app.add_typer(report, name="report")


@report.command()
def chain(
    month: str = typer.Option("", help="for example 2026-11; empty = the running month"),
    area: str = typer.Option("", help="province or regency code; empty = everywhere"),
    output: Path | None = typer.Option(None, help="a new file; without it the table goes to the screen"),
) -> None:
    """Write the chain from broadcasts to new work as CSV; counts below five are hidden."""
    settings = Settings()
    day = today(Clock().now(), settings.timezone)
    wanted = _month(month, day)
    if area and places.area(area) is None:
        stop(f"no area has the code {area}; codes look like 33 or 33.11")
    if output is not None and output.exists():
        stop(f"{output} is there already; choose a new name")
    try:
        database = wiring.open_deps(settings).database
    except wiring.NotReady as problem:
        stop(str(problem))
    content = chain_sheet.csv(database.run(services.of_area, area, wanted, day))
    database.close()
    if output is None:
        sys.stdout.write(content.decode("utf-8-sig"))
    else:
        output.write_bytes(content)
        print(f"the chain of {wanted:%Y-%m} in {output}")


def _month(text: str, day: date) -> date:
    found = services.month_of(text, day)
    if text and f"{found:%Y-%m}" != text:
        stop(f"{text} is no month that has begun; write it as {day:%Y-%m}")
    return found
