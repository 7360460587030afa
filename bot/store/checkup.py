"""What an operator may have forgotten, in plain words."""

from dataclasses import dataclass

from sqlalchemy import inspect, text
from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Settings
from bot.store import keys, schema
from bot.store.database import Database, engine_for
from jkp.membership.sealed import Sealer

LEAST_SECRET = 16


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what, whether it is fine, and the cure if not."""

    what: str
    fine: bool
    cure: str = ""


def examine(settings: Settings) -> list[Finding]:
    """Look at token, key, database, its version and whether the key fits it, and the webhook."""
    findings = [_token(settings), _key(settings), *_database(settings)]
    if settings.webhook_url:
        findings.append(_webhook(settings))
    return findings


def has_rows(address: str) -> bool:
    """Whether a database with people's rows is already there."""
    engine = engine_for(address)
    try:
        if "key_check" not in inspect(engine).get_table_names():
            return False
        with engine.connect() as connection:
            return bool(connection.execute(text("SELECT count(*) FROM key_check")).scalar())
    except SQLAlchemyError:
        return False
    finally:
        engine.dispose()


def _token(settings: Settings) -> Finding:
    if settings.telegram_token is not None:
        return Finding("bot token", fine=True)
    return Finding(
        "bot token", fine=False, cure="ask @BotFather for one and set KERJALAGI_TELEGRAM_TOKEN (the demo needs none)"
    )


def _key(settings: Settings) -> Finding:
    try:
        if settings.secret_keys:
            Sealer(settings.secret_keys)
            return Finding("secret key", fine=True)
    except ValueError as error:
        return Finding("secret key", fine=False, cure=str(error))
    if has_rows(settings.database_address):
        return Finding(
            "secret key",
            fine=False,
            cure="LOST: this database was sealed with a key that is not here. Put it back from your own copy into "
            "KERJALAGI_SECRET_KEY. Without it names, answers and identifiers in this database cannot be read by "
            "anyone; people would have to start again in a new database.",
        )
    return Finding("secret key", fine=False, cure="`kerjalagi migrate` makes one on the first run; keep a copy apart")


def _database(settings: Settings) -> list[Finding]:
    try:
        found = schema.version(settings.database_address)
    except SQLAlchemyError as error:
        return [Finding("database", fine=False, cure=f"it does not answer ({type(error).__name__}); check its address")]
    if found is None:
        return [Finding("database", fine=False, cure="it is empty: run `kerjalagi migrate`")]
    if found != schema.newest():
        return [Finding("database", fine=False, cure=f"version {found} is old: back up, then run `kerjalagi migrate`")]
    return [Finding(f"database (version {found})", fine=True), *_key_fits(settings)]


def _key_fits(settings: Settings) -> list[Finding]:
    try:
        sealer = Sealer(settings.secret_keys)
    except ValueError:
        return []
    database = Database(settings.database_address, sealer)
    fits = database.run(keys.fits)
    database.close()
    if fits is False:
        return [
            Finding(
                "the key fits the database",
                fine=False,
                cure="the rows were sealed with another key; put that one first in KERJALAGI_SECRET_KEY",
            )
        ]
    return [Finding("the key fits the database", fine=True)]


def _webhook(settings: Settings) -> Finding:
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    if len(secret) >= LEAST_SECRET:
        return Finding("webhook secret", fine=True)
    return Finding("webhook secret", fine=False, cure="set KERJALAGI_WEBHOOK_SECRET: 16 or more letters and digits")
