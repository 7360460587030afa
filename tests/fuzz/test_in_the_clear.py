"""Whatever is typed, wherever the talk stands: no NIK, KPJ or phone number lies readable in the rows or in a backup."""

import gzip
import json

import pytest
from people import member
from rig import StandingClock
from table import Table

from bot.chat import routes
from bot.store import backups, people

SARI = 1
WORDS = ("{}", "saya {} tolong lihat", "Penjahit, PT Contoh {}", "{}, Sleman")


def type_at(table: Table, step: str, words: str) -> None:
    """Type where the talk waits for this step's answer; a step that cannot be reached like this is passed over."""
    table.database.run(lambda session: people.expect(session, people.find(session, SARI), step, {"chain": True}))
    try:
        table.say(SARI, words)
    except KeyError:  # its draft would hold what an earlier step had learned
        return


def readable(database, folder, secrets: tuple[str, ...]) -> set[str]:
    """Name the columns of a backup in which one of these stands."""
    address = database.engine.url.render_as_string(hide_password=False).replace("+psycopg", "")
    backups.write(address, folder / "backup.gz")
    records = [json.loads(line) for line in gzip.decompress((folder / "backup.gz").read_bytes()).splitlines()[1:]]
    return {
        f"{record['table']}.{name}"
        for record in records
        for name, value in record["row"].items()
        if any(secret in str(value) for secret in secrets)
    }


@pytest.mark.parametrize("which", [0, 1, 2], ids=["nik", "kpj", "phone"])
def test_an_identifier_typed_anywhere_is_not_readable_anywhere(database, tmp_path, which):
    table, secret = Table(database, StandingClock()), member(0).identifiers[which]
    table.say(SARI, "/start")

    for step in routes.STEPS:
        for words in WORDS:
            type_at(table, step, words.format(secret))

    assert readable(database, tmp_path, (secret,)) == set()
