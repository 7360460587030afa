"""Files at work: what their owners are told meanwhile, who still may, and that one bad file stops no other."""

import asyncio
import time
from datetime import UTC, datetime

import pytest
from sqlmodel import select

from bot.deps import Clock, Deps
from bot.outbox import uploading
from bot.services.staff import leaving
from bot.settings import Settings
from bot.store import outbox, uploads
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.staff import Staff
from bot.store.uploads import Asked, Upload
from training_catalog.tables import Course

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
RINA, DEWI = 900_000_001, 900_000_002
FILE = b"lembaga;program;mulai\nBLK Contoh;Las;2027-01-05\n"


class Standing(Clock):
    def now(self) -> datetime:
        return NOW


@pytest.fixture
def deps(database):
    def people(session):
        for person_id in (RINA, DEWI):
            session.add(Person(id=person_id, language="id", zone="Asia/Jakarta", created_at=NOW, seen_at=NOW))
            session.add(Staff(id=person_id, role="admin", name="Bu Uji", added_at=NOW))

    database.run(people)
    return Deps(Settings(_env_file=None), database, Standing())


def send(session, person_id: int, content: bytes) -> int:
    """Hand a file in; its card stands in the chat as message 5."""
    card = Outbox(person_id=person_id, due_at=NOW, created_at=NOW, state=outbox.SENT, message_id=5)
    session.add(card)
    row = uploads.keep(session, person_id, "blk.csv", content, NOW)
    row.card = card.id
    return row.id


def told(deps, person_id: int) -> list[str]:
    def read(session):
        rows = session.exec(select(Outbox).where(Outbox.person_id == person_id, Outbox.state == outbox.READY))
        return [outbox.read(session, row)["text"] for row in sorted(rows, key=lambda row: row.created_at)]

    return deps.database.run(read)


def test_a_slow_file_says_how_far_it_is_and_nothing_after_the_answer(deps, monkeypatch):
    def slowly(content, kind):
        time.sleep(0.4)
        return real(content, kind)

    real = uploading.open_file
    monkeypatch.setattr(uploading, "open_file", slowly)
    monkeypatch.setattr(uploading, "PATIENCE", 0.1)
    deps.database.run(send, RINA, FILE)

    asyncio.run(uploading.work(deps))

    words = told(deps, RINA)
    assert any("sedang saya baca" in one for one in words[:-1])
    assert sum("1 baru" in one for one in words) == 1


def test_one_bad_file_is_answered_and_the_next_gets_its_turn(deps, monkeypatch):
    def break_down(content, kind):
        raise KeyError(kind)

    deps.database.run(send, RINA, FILE)
    with monkeypatch.context() as broken:
        broken.setattr(uploading, "open_file", break_down)
        assert asyncio.run(uploading.work(deps))
    deps.database.run(send, DEWI, FILE)

    assert asyncio.run(uploading.work(deps))

    assert "rusak" in told(deps, RINA)[-1]
    assert "1 baru" in told(deps, DEWI)[-1]
    assert not asyncio.run(uploading.work(deps))


def test_whoever_lost_the_role_before_the_hour_changes_nothing(deps):
    upload_id = deps.database.run(send, RINA, FILE)
    asyncio.run(uploading.work(deps))

    def dismissed(session):
        session.get(Staff, RINA).active = False
        uploads.ask(session.get(Upload, upload_id), Asked.APPLY, NOW)

    deps.database.run(dismissed)
    asyncio.run(uploading.work(deps))

    assert deps.database.run(lambda session: session.get(Upload, upload_id)) is None
    assert not any("Tayang" in one for one in told(deps, RINA))


def test_a_file_in_other_hands_is_left_alone_until_its_lease_ends(deps):
    deps.database.run(send, RINA, FILE)

    assert deps.database.run(uploads.claim, NOW) is not None
    assert deps.database.run(uploads.claim, NOW) is None
    assert deps.database.run(uploads.claim, NOW + uploads.LEASE * 2) is not None


def test_a_role_that_ends_while_the_file_is_compared_publishes_nothing(deps, monkeypatch):
    upload_id = deps.database.run(send, RINA, FILE)
    asyncio.run(uploading.work(deps))
    deps.database.run(lambda session: uploads.ask(session.get(Upload, upload_id), Asked.APPLY, NOW))
    real = uploading.open_file

    def meanwhile(content, kind):
        deps.database.run(leaving.leave, RINA, NOW)
        return real(content, kind)

    monkeypatch.setattr(uploading, "open_file", meanwhile)
    asyncio.run(uploading.work(deps))

    assert deps.database.run(lambda session: len(session.exec(select(Course)).all())) == 0
    assert not any("Tayang" in one for one in told(deps, RINA))
