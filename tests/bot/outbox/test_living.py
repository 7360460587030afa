"""Cards already sent follow their offers: each once a change, silently, and what was not reached is told."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr
from sqlmodel import select

from bot.deps import Clock, Deps
from bot.outbox import deliver, living
from bot.outbox.bulk import Bulk
from bot.outbox.pace import Pace
from bot.outbox.post import Gone, Refused, Sent
from bot.services import changes
from bot.settings import Settings
from bot.store import cards, outbox
from bot.store.offer_changes import OfferChange, What
from bot.store.outbox import SENT, Outbox
from bot.store.people import Person
from bot.store.turns import Turn
from intake.reading import read
from labour_market import closing
from labour_market.importing import VACANCIES
from labour_market.search import open_vacancies
from training_catalog.importing import COURSES
from training_catalog.tables import Course

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)  # 22.00 WIB: an edit rings nobody
FILE = "id;judul;lokasi;gaji;tutup\nK1;Kasir;Kota Bekasi;{wage};2026-12-01\nK2;Sopir;Kota Bekasi;;\n"


class Standing(Clock):
    def __init__(self) -> None:
        super().__init__()
        self.at = NOW

    def now(self) -> datetime:
        return self.at


class Postbox:
    """Answers for each person as told; whoever is not told of is reached."""

    def __init__(self, fates=None):
        self.fates, self.edits = fates or {}, []

    async def carry(self, letter):
        self.edits.append((letter.method, letter.person_id, letter.target, letter.content["text"]))
        assert letter.content.get("only_edit") or letter.method == "send"
        return self.fates.get(letter.person_id, Sent(letter.target))


@pytest.fixture
def deps(database):
    database.run(bring, 3_000_000)
    return Deps(Settings(_env_file=None, telegram_token=SecretStr("1:x")), database, Standing())


def bring(session, wage, now=NOW - timedelta(hours=2)):
    preview = VACANCIES.preview(session, read(FILE.format(wage=wage).encode()), "Bursa")
    return VACANCIES.apply(session, preview, now=now).version


def till(deps):
    offers = deps.database.run(lambda s: list(open_vacancies(s, NOW.date())))
    return next((one.id for one in offers if one.title == "Kasir"), "")


def shown(deps, *people, offer=None, message=100, at=NOW - timedelta(hours=1)):
    """These people were sent a card of the vacancy."""
    shows = cards.name("vacancy", offer or till(deps))

    def write(session):
        for number in people:
            session.merge(Person(id=number, created_at=NOW, seen_at=NOW))
            session.add(Outbox(person_id=number, state=SENT, due_at=at, created_at=at, message_id=message, shows=shows))

    deps.database.run(write)
    return shows


def work(deps, post, rounds=4):
    for _round in range(rounds):
        deps.database.run(changes.look, deps.clock.at, "Asia/Jakarta")
        deps.database.run(living.settle, deps.clock.at)
        deps.database.run(living.plan, deps.shelf, deps.clock.at)
        asyncio.run(send(deps, post))


async def send(deps, post):
    turn = Turn(deps.database.engine)
    await Bulk(deps, post, Pace(per_second=10_000), turn).drain()
    turn.leave()
    await deliver.drain(deps, post, Pace(per_second=10_000))


def told(deps):
    return deps.database.run(lambda s: list(s.exec(select(OfferChange).order_by(OfferChange.at, OfferChange.id))))


def test_a_closed_offer_is_told_on_every_card_and_the_unreached_are_counted_by_reason(deps):
    shows = shown(deps, 1, 2, 3, 4, 5, 6)

    def happen(session):
        session.merge(Person(id=9, created_at=NOW, seen_at=NOW))
        session.get(Person, 5).stopped_at = NOW
        session.add(
            Outbox(person_id=6, state=SENT, method="edit", target=100, message_id=100, due_at=NOW, created_at=NOW)
        )
        version = closing.close(session, shows.partition(":")[2], NOW)
        changes.note(session, shows, What.FILLED, at=NOW, version=version, staff_id=9)

    deps.database.run(happen)
    deps.clock.at = NOW + timedelta(seconds=5)
    post = Postbox({
        2: Gone("Forbidden: bot was blocked by the user"),
        3: Refused("Bad Request: message to edit not found"),
        4: Refused("Bad Request: message can't be edited"),
    })  # fmt: skip
    work(deps, post)

    (change,) = told(deps)
    assert sorted(person for _method, person, _target, text in post.edits if "terisi" in text) == [1, 2, 3, 4]
    assert (change.cards, change.edited, change.unreached) == (
        5, 1, {"blocked": 1, "deleted": 1, "stopped": 1, "uneditable": 1},
    )  # fmt: skip
    deps.clock.at = NOW + timedelta(hours=12)
    work(deps, post)
    (words,) = [text for method, person, _target, text in post.edits if (method, person) == ("send", 9)]
    assert words.split("\n") == [
        "🃏 Kasir: 1 kartu sudah diperbarui.",
        "⚠️ 1 kartu belum bisa: bot diblokir.",
        "⚠️ 1 kartu belum bisa: pesan sudah dihapus.",
        "⚠️ 1 kartu belum bisa: orangnya minta berhenti.",
        "⚠️ 1 kartu belum bisa: pesan tidak bisa diubah lagi.",
    ]


def test_each_card_is_told_once_a_change_however_often_the_work_is_interrupted(deps, monkeypatch):
    shown(deps, *range(1, 11))
    monkeypatch.setattr(living, "PORTION", 3)
    deps.database.run(bring, 3_200_000, NOW)
    deps.clock.at = NOW + timedelta(seconds=5)

    def dies(session):
        living.plan(session, deps.shelf, deps.clock.at)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        deps.database.run(dies)
    post = Postbox()
    work(deps, post, rounds=8)

    assert sorted(person for _method, person, *_rest in post.edits) == list(range(1, 11))
    assert all("Diperbarui</b>: gaji Rp3.000.000 → Rp3.200.000" in text for *_rest, text in post.edits)
    (change,) = told(deps)
    assert (change.what, change.cards, change.edited, change.unreached) == ("changed", 10, 10, {})


def test_a_card_that_already_shows_the_new_state_is_left_alone(deps):
    shown(deps, 1)
    deps.database.run(bring, 3_200_000, NOW)
    shown(deps, 2, at=NOW + timedelta(seconds=1))
    deps.clock.at = NOW + timedelta(seconds=5)
    post = Postbox()

    work(deps, post)

    assert [person for _method, person, *_rest in post.edits] == [1]


def test_a_roll_back_turns_what_was_told_round(deps):
    shown(deps, 1)
    version = deps.database.run(bring, 3_200_000, NOW)
    deps.clock.at = NOW + timedelta(seconds=5)
    post = Postbox()
    work(deps, post)

    deps.database.run(lambda session: VACANCIES.roll_back(session, version))
    deps.clock.at = NOW + timedelta(seconds=10)
    work(deps, post)

    assert "gaji Rp3.200.000 → Rp3.000.000" in post.edits[-1][-1]
    assert len(post.edits) == 2


def test_an_offer_whose_import_is_rolled_back_is_told_as_withdrawn_and_a_closed_one_that_returns_as_open(deps):
    shows = shown(deps, 1)
    post = Postbox()
    work(deps, post)
    version = deps.database.run(closing.close, shows.partition(":")[2], NOW)
    deps.clock.at = NOW + timedelta(seconds=5)
    work(deps, post)
    deps.database.run(lambda session: VACANCIES.roll_back(session, version))
    deps.clock.at = NOW + timedelta(seconds=10)
    work(deps, post)
    deps.database.run(lambda session: VACANCIES.roll_back(session, 1))
    deps.clock.at = NOW + timedelta(seconds=15)
    work(deps, post)

    assert [one.what for one in told(deps)] == ["closed", "reopened", "withdrawn"]
    assert [text.split("\n")[0] for *_rest, text in post.edits] == [
        "⚪ <b>Sudah ditutup</b> (22 Nov)", "🟢 <b>Dibuka lagi</b>", "⚪ <b>Lowongan ini ditarik</b> (22 Nov)",
    ]  # fmt: skip


def test_the_last_day_passes_once_even_where_nobody_looked_for_days(deps):
    shown(deps, 1)
    post = Postbox()
    work(deps, post, rounds=1)
    deps.clock.at = datetime(2026, 12, 4, 3, 0, tzinfo=UTC)

    work(deps, post)

    assert [text.split("\n")[0] for *_rest, text in post.edits] == ["⚪ <b>Batas lamarannya sudah lewat</b> (4 Des)"]


def test_many_cards_are_planned_in_portions_that_hold_no_answer_up(deps):
    shown(deps, *range(1, 46))
    deps.database.run(bring, 3_200_000, NOW)
    deps.clock.at = NOW + timedelta(seconds=5)
    deps.database.run(changes.look, deps.clock.at, "Asia/Jakarta")

    portions = [deps.database.run(living.plan, deps.shelf, deps.clock.at) for _round in range(5)]

    assert portions == [20, 20, 5, 0, 0]
    rows = deps.database.run(lambda s: list(s.exec(select(Outbox.lane).where(Outbox.topic == living.TOPIC))))
    assert set(rows) == {outbox.BULK}


def test_a_broadcasts_card_is_drawn_as_a_broadcast_so_that_its_questions_stay(deps):
    shows = shown(deps, 1)

    def broadcast(session):
        row = session.exec(select(Outbox).where(Outbox.shows == shows)).one()
        row.topic, row.occurrence = "broadcast", "b1"

    deps.database.run(broadcast)
    deps.database.run(bring, 3_200_000, NOW)
    deps.clock.at = NOW + timedelta(seconds=5)
    deps.database.run(changes.look, deps.clock.at, "Asia/Jakarta")
    deps.database.run(living.plan, deps.shelf, deps.clock.at)

    (change,) = told(deps)
    (row,) = deps.database.run(lambda s: list(s.exec(select(Outbox).where(Outbox.method == "edit"))))
    assert (row.topic, row.occurrence, row.content, row.target) == ("broadcast", f"b1:{change.id}:100", None, 100)


COURSE = "penyelenggara;program;mulai;selesai;lokasi;kuota\nBLK Contoh;Obras;2027-01-05;2027-02-05;Sukoharjo;{seats}\n"


def test_a_courses_card_follows_its_course_too(deps):
    def teach(seats, now):
        file = COURSE.format(seats=seats).encode()
        deps.database.run(lambda s: COURSES.apply(s, COURSES.preview(s, read(file), "BLK"), now=now))

    teach(20, NOW - timedelta(hours=2))
    (course,) = deps.database.run(lambda s: list(s.exec(select(Course))))
    at = NOW - timedelta(hours=1)

    def write(session):
        session.merge(Person(id=1, created_at=NOW, seen_at=NOW))
        session.add(
            Outbox(person_id=1, state=SENT, due_at=at, created_at=at, message_id=7, shows=f"course:{course.id}")
        )

    deps.database.run(write)
    teach(12, NOW)
    deps.clock.at = NOW + timedelta(seconds=5)
    post = Postbox()
    work(deps, post)

    assert "kursi 20 → 12" in post.edits[0][-1]
    deps.clock.at = datetime(2027, 1, 6, 3, 0, tzinfo=UTC)
    work(deps, post)
    assert post.edits[-1][-1].startswith("⚪ <b>Pendaftaran sudah lewat</b>")
