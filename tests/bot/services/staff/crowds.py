"""Made-up people who look for work, as the tests of audiences and waves want them."""

from datetime import UTC, datetime

from bot.store import broadcasts, consents, profiles
from bot.store.broadcasts import TEXT, Broadcast
from bot.store.people import Person
from bot.store.staff import COUNSELOR, Staff

MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 09.00 WIB
BUDI = 900
SUKOHARJO = "33.11"


def counselor(session, number=BUDI, **more) -> Staff:
    row = {"role": COUNSELOR, "name": "Budi Contoh", "area": SUKOHARJO, "added_at": MORNING} | more
    session.add(Person(id=number, created_at=MORNING, seen_at=MORNING))
    member = Staff(id=number, **row)
    session.add(member)
    session.flush()
    return member


def worker(session, number, *, work="operator jahit", region=SUKOHARJO, agrees=True, **more) -> Person:
    person = Person(id=number, created_at=MORNING, seen_at=MORNING, **more)
    session.add(person)
    session.flush()
    row = profiles.of(session, number)
    row.occupation, row.region = work, region
    if agrees:
        consents.give(session, number, consents.MATCHING, MORNING)
    session.flush()
    return person


def broadcast(session, **more) -> Broadcast:
    row = Broadcast(**({"kind": TEXT, "author_id": BUDI, "created_at": MORNING, "changed_at": MORNING} | more))
    broadcasts.say(session, row, text="Pesan contoh", questions=[])
    session.add(row)
    session.flush()
    return row
