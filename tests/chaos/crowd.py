"""A made-up crowd: known to the simulator and to the bot, agreeing to be written to; and a broadcast to all of it."""

from datetime import UTC, datetime

from sqlalchemy import insert

from bot.simulator.shapes import User
from bot.simulator.telegram import FakeTelegram
from bot.store import broadcasts
from bot.store.broadcasts import SCHEDULED, TEXT, Broadcast
from bot.store.consents import MATCHING, VERSION, Consent
from bot.store.people import Person
from bot.store.staff import COUNSELOR, Staff

FIRST_ID = 930_000_000
AUTHOR = 929_999_999
SINCE = datetime(2026, 1, 5, tzinfo=UTC)
WORDS = "Pesan contoh untuk semua"


def gather(telegram: FakeTelegram, count: int) -> None:
    """Let so many people, and the author, have pressed START long ago."""
    for number in (AUTHOR, *range(FIRST_ID, FIRST_ID + count)):
        telegram.add_user(User(number, "Contoh", "id"))
        telegram.chats[number].started = True


def settle(session, count: int, zone: str) -> None:
    """Write them down as people who agreed, and a counselor."""
    session.add(Staff(id=AUTHOR, role=COUNSELOR, name="Budi Contoh", office="Disnaker Contoh", added_at=SINCE))
    people = [
        {"id": number, "language": "id", "language_chosen": False, "zone": zone, "zone_chosen": False, "country": "ID",
         "discreet": False, "remind_hour": 8, "created_at": SINCE, "seen_at": SINCE}
        for number in (AUTHOR, *range(FIRST_ID, FIRST_ID + count))
    ]  # fmt: skip
    agreed = [
        {"id": f"agreed{one['id']}", "person_id": one["id"], "purpose": MATCHING, "version": VERSION, "given_at": SINCE}
        for one in people
    ]
    for rows in _batched(people):
        session.execute(insert(Person), rows)
    for rows in _batched(agreed):
        session.execute(insert(Consent), rows)


def announce(session, count: int, now: datetime, *, wave_size: int = 0, need: int = 0) -> str:
    """Write a broadcast that is due now; gives its id."""
    row = Broadcast(
        kind=TEXT, author_id=AUTHOR, state=SCHEDULED, release_at=now, created_at=now, changed_at=now,
        wave_size=wave_size, need=need,
    )  # fmt: skip
    broadcasts.say(session, row, text=WORDS)
    session.add(row)
    session.flush()
    broadcasts.put_people(session, row.id, ((number, None) for number in range(FIRST_ID, FIRST_ID + count)))
    return row.id


def _batched(rows: list[dict]) -> list[list[dict]]:
    return [rows[start : start + 1000] for start in range(0, len(rows), 1000)]
