"""`run`, `migrate`, `doctor`: start the bot, prepare its rows, say what is missing."""

import asyncio
import contextlib
import fcntl
import signal
from collections.abc import Iterator
from pathlib import Path

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot import log, wiring
from bot.cli.app import app, stop
from bot.deps import Deps
from bot.services import holiday_file
from bot.settings import Settings
from bot.store import checkup, schema
from jkp.membership.sealed import new_key


@app.command()
def run() -> None:
    """Run the bot on Telegram: long polling, or a webhook if KERJALAGI_WEBHOOK_URL is set."""
    log.set_up()
    settings = Settings()
    for finding in _holidays(settings):
        if not finding.fine:
            stop(f"KERJALAGI_HOLIDAYS_FILE: {finding.cure}")
    try:
        _prepare(settings)
        deps = wiring.open_deps(settings)
        with _alone(settings):
            asyncio.run(_serve(deps))
    except wiring.NotReady as problem:
        stop(str(problem))


async def _serve(deps: Deps) -> None:
    house = wiring.House(deps)
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)
    await house.open()
    log.get(__name__).info("listening", mode="webhook" if deps.settings.webhook_url else "polling")
    await ended.wait()
    await house.close()
    deps.database.close()


@contextlib.contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Only one process may poll with a SQLite file; PostgreSQL takes as many as you like behind a webhook."""
    if not settings.database_address.startswith("sqlite"):
        yield
        return
    path = Path(settings.database_address.removeprefix("sqlite:///") + ".lock")
    with path.open("w", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise wiring.NotReady(
                "another kerjalagi already runs on this database; stop it first, or use PostgreSQL for several"
            ) from None
        yield


def _prepare(settings: Settings) -> None:
    """Make the data folder, a key if there is none and none was lost, and the newest tables."""
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    if not settings.secret_keys:
        if checkup.has_rows(settings.database_address):
            raise wiring.NotReady("the secret key of this database is missing; `kerjalagi doctor` says what to do")
        settings.write_keys((new_key(),))
    try:
        schema.upgrade(settings.database_address)
    except SQLAlchemyError as error:
        raise wiring.NotReady(f"the database does not answer ({type(error).__name__}); check its address") from error
    deps = wiring.open_deps(settings)
    deps.database.run(wiring.remember_key)
    deps.database.close()


def _holidays(settings: Settings) -> list[checkup.Finding]:
    if settings.holidays_file is None:
        return []
    try:
        decrees = holiday_file.read(settings.holidays_file)
    except holiday_file.HolidayFileError as problem:
        return [checkup.Finding("holidays file", fine=False, cure=str(problem))]
    return [checkup.Finding(f"holidays file ({len(decrees)} decrees)", fine=True)]


@app.command()
def migrate() -> None:
    """Create or upgrade the tables, and make a secret key on the first run."""
    settings = Settings()
    try:
        _prepare(settings)
    except wiring.NotReady as problem:
        stop(str(problem))
    print(f"the database is at version {schema.version(settings.database_address)}")


@app.command()
def doctor(
    new_secret: bool = typer.Option(False, "--new-key", help="print a fresh secret key and do nothing else"),
) -> None:
    """Say in plain words what is missing; exit 1 if something is."""
    if new_secret:
        print(new_key())
        return
    settings = Settings()
    findings = [*checkup.examine(settings), *_holidays(settings)]
    for finding in findings:
        print(f"{'ok     ' if finding.fine else 'MISSING'}  {finding.what}")
        if finding.cure:
            print(f"         {finding.cure}")
    if not all(finding.fine for finding in findings):
        raise typer.Exit(1)
