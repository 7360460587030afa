"""Two replicas at one night: no chunk is ranked twice, and what a dead one left is done by the other."""

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from bot.deps import Clock, Deps, Shelf
from bot.outbox import nightly
from bot.services import night, profile, stocking
from bot.settings import Settings
from bot.store import nights
from bot.store.night_claims import LEASE
from bot.store.people import Person
from intake.reading import read
from labour_market import importing
from matching.profile import Kind

NIGHT = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)  # 01.30 in Jakarta, a Monday
FILE = "id;judul;perusahaan;lokasi\n" + "".join(f"S{n};Operator jahit;PT Contoh {n};Sukoharjo\n" for n in range(20))
PEOPLE = range(1, 13)
CHUNKS = 6


class Standing(Clock):
    """A clock that stands until it is moved."""

    def now(self):
        return NIGHT + self._ahead


@pytest.fixture
def replicas(database, monkeypatch):
    """Two processes' worth of what the night leans on, over the same rows."""
    monkeypatch.setattr(night, "CHUNK", len(PEOPLE) // CHUNKS)
    database.run(fill)
    clock = Standing()
    pair = [Deps(Settings(_env_file=None, telegram_token=SecretStr("1:x")), database, clock, Shelf()) for _ in "ab"]
    for deps in pair:
        day = NIGHT.date() + timedelta(days=1)
        stocking.fill(deps.shelf, database.run(stocking.changed, deps.shelf, Kind.VACANCY, day))
    return pair


def fill(session):
    importing.apply(session, importing.preview(session, read(FILE.encode()), "Bursa Contoh"), now=NIGHT)
    for number in PEOPLE:
        session.add(Person(id=number, created_at=NIGHT, seen_at=NIGHT))
        profile.keep(session, number, "occupation", "operator jahit")
        profile.keep(session, number, "place", "sukoharjo")


def listed(database):
    return {number: len(database.run(nights.listed, number)) for number in PEOPLE}


async def both(replicas):
    await asyncio.gather(*(nightly.work(deps) for deps in replicas))


def test_two_replicas_share_the_chunks_of_a_night(replicas, monkeypatch):
    ranked, plainly = Counter(), nightly._chosen
    monkeypatch.setattr(nightly, "_chosen", lambda *given: (ranked.update([given[2].number]), plainly(*given))[1])

    asyncio.run(both(replicas))

    run = replicas[0].database.run(nights.newest)
    assert ranked == Counter(range(CHUNKS))
    assert set(listed(replicas[0].database).values()) == {night.LISTED}
    assert (run.people, run.covered, run.showings) == (len(PEOPLE), len(PEOPLE), len(PEOPLE) * night.LISTED)


def test_what_a_dead_replica_left_is_done_once_its_claim_ran_out(replicas, monkeypatch):
    one, other = replicas
    plainly = nightly._chosen
    monkeypatch.setattr(nightly, "_chosen", lambda *_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        asyncio.run(nightly.work(one))
    monkeypatch.setattr(nightly, "_chosen", plainly)

    asyncio.run(nightly.work(other))
    meanwhile = Counter(listed(other.database).values())
    other.clock.forward(LEASE)
    asyncio.run(nightly.work(other))

    assert meanwhile == {night.LISTED: 10, 0: 2}
    assert set(listed(other.database).values()) == {night.LISTED}
    assert other.database.run(nights.newest).people == len(PEOPLE)
