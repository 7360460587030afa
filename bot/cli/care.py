"""`backup`, `restore`, `rotate-key`: looking after the rows."""

from pathlib import Path

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot import wiring
from bot.cli.app import app, stop
from bot.settings import Settings
from bot.store import backups, sealing
from bot.store.database import Database
from jkp.membership import snapshot
from jkp.membership.sealed import Sealer, new_key


@app.command()
def backup(file: Path = typer.Argument(help="a new file, for example kerjalagi-2026-11-22.jsonl.gz")) -> None:
    """Write every row to one file; identifiers stay encrypted in it. Keep the key apart from the file."""
    if file.exists():
        stop(f"{file} is there already; choose a new name")
    try:
        counts = backups.write(Settings().database_address, file)
    except (OSError, SQLAlchemyError) as error:
        stop(f"the backup could not be written ({type(error).__name__})")
    print(f"{sum(counts.values())} rows of {len(counts)} tables in {file}")


@app.command()
def restore(file: Path = typer.Argument(help="a file made by `kerjalagi backup`")) -> None:
    """Fill an empty database from a backup and upgrade it to this release."""
    try:
        counts = backups.restore(Settings().database_address, file)
    except backups.NotRestorable as problem:
        stop(str(problem))
    except SQLAlchemyError as error:
        stop(f"the backup could not be restored: the database does not answer ({type(error).__name__})")
    print(f"{sum(counts.values())} rows of {len(counts)} tables restored")


@app.command("rotate-key")
def rotate_key(
    forget_old: bool = typer.Option(False, "--forget-old", help="drop the older keys once everything is sealed anew"),
) -> None:
    """Seal everything with a new key; the older one stays until --forget-old, so an interruption does no harm."""
    settings = Settings()
    if settings.secret_key is None and not forget_old:
        settings.write_keys((new_key(), *settings.secret_keys))
    elif settings.secret_key is not None and len(settings.secret_keys) == 1:
        stop("put a new key (`kerjalagi doctor --new-key`) before the old one in KERJALAGI_SECRET_KEY, with a comma")
    try:
        database = wiring.open_deps(settings).database
    except wiring.NotReady as problem:
        stop(str(problem))
    print(f"{_reseal(database)} values sealed with the new key")
    database.close()
    if forget_old and settings.secret_key is None:
        settings.write_keys(settings.secret_keys[:1])
        Sealer(settings.secret_keys)
        print("the older keys are gone from the key file")


def _reseal(database: Database) -> int:
    moved = sum(database.run(sealing.reseal, column) for column in sealing.COLUMNS)
    moved += database.run(lambda session: snapshot.reseal(session, session.info["sealer"]))
    database.run(sealing.remember_current)
    return moved
