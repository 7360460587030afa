"""Between a record and its row: each identifying fact sealed in its own column, everything else as one sealed JSON."""

import json

from intake.difference import Plain
from intake.tables import Status
from jkp.membership.facts import from_values, to_values
from jkp.membership.record import Record
from jkp.membership.sealed import Sealer
from jkp.membership.tables import Member

COLUMNS = ("nik", "kpj", "name", "birth_date", "phone", "facts")
INDEXED = ("nik", "kpj", "phone")


def place(column: str, row_key: str) -> str:
    """Name the only place where a sealed value opens."""
    return f"member.{column}:{row_key}"


def write(sealer: Sealer, row: Member, record: Record) -> None:
    """Seal a record into a row and make the row's indexes; the row is open then."""
    values = to_values(record)
    texts = {name: str(values.pop(name) or "") for name in COLUMNS if name in values}
    texts["facts"] = json.dumps(values, ensure_ascii=False)
    for column, text in texts.items():
        setattr(row, column, sealer.seal(text, place(column, row.id)))
    for name in INDEXED:
        setattr(row, f"{name}_index", index(sealer, name, texts[name]))
    row.as_of = record.as_of
    row.status = Status.OPEN.value


def read(sealer: Sealer, row: Member) -> Record:
    """Open a row.

    Raises:
        SealError: sealed with a key that is lost, damaged, or moved from another row.
    """
    texts = {column: open_column(sealer, row, column) for column in COLUMNS}
    values: dict[str, Plain] = json.loads(texts.pop("facts"))
    birth_date = texts.pop("birth_date") or None
    return from_values({**values, **texts, "birth_date": birth_date}, row.source, row.as_of)


def open_column(sealer: Sealer, row: Member, column: str) -> str:
    """Open one sealed column of a row."""
    return sealer.open(getattr(row, column), place(column, row.id))


def index(sealer: Sealer, name: str, value: str) -> str:
    """Make the blind index of an identifier; a missing phone number is not findable at all."""
    return "" if name == "phone" and not value else sealer.blind(value, f"member.{name}")


def indexes(sealer: Sealer, name: str, value: str) -> list[str]:
    """Make the blind index under every key, for a look-up while a rotation is on its way."""
    return sealer.blinds(value, f"member.{name}")
