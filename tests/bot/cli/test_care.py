"""Backup, restore, upgrade, a new key, and what doctor says: as commands, on both databases and between them."""

import gzip
import json
from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from bot.outbox import deliver, write
from bot.outbox.post import Sent
from bot.screens.screen import Screen
from bot.settings import Settings
from bot.store import inbox, people
from bot.store.database import Database
from bot.store.outbox import Outbox
from bot.store.people import Person
from jkp.membership import snapshot
from jkp.membership.record import Record
from jkp.membership.sealed import Sealer, new_key

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 09.00 WIB
NIK, KPJ = "3404014107900001", "99000000001"
URL = "KERJALAGI_DATABASE_URL"
WAYS = (("sqlite", "postgres"), ("postgres", "sqlite"), ("sqlite", "sqlite"))


def opened(address: str) -> Database:
    return Database(address, Sealer(Settings(_env_file=None).secret_keys))


def fill(database: Database) -> None:
    """One person, one message on its way and one sent, an update in hand, a member."""

    def work(session):
        sealer = session.info["sealer"]
        session.add(Person(id=7, created_at=NOW, seen_at=NOW))
        session.flush()
        people.rename(session, people.find(session, 7), "Sari Contoh")
        people.expect(session, people.find(session, 7), "declare.wage", {"chain": True})
        for number in (1, 2):
            write.notice(session, 7, Screen(f"kabar {number}"), topic="t", occurrence=str(number), now=NOW)
        inbox.keep(session, 1, {"update_id": 1, "text": "rahasia"}, NOW)
        record = Record("bpjs", date(2026, 11, 22), NIK, KPJ, "Contoh Satu", date(1990, 7, 1), "+6281200000001")
        snapshot.store(session, sealer, [record])
        first = deliver.take(session, NOW)
        deliver.note(session, first, Sent(44), NOW)

    database.run(work)


def read(database: Database) -> tuple:
    """Everything sealed, opened again, and what is still to be sent."""

    def work(session):
        sealer = session.info["sealer"]
        person = people.find(session, 7)
        member = snapshot.by_phone(session, sealer, "+6281200000001")
        due = []
        while letter := deliver.take(session, NOW):
            due.append(letter.content["text"])
            deliver.note(session, letter, Sent(45), NOW)
        return (
            people.name_of(session, person), people.draft_of(session, person), inbox.waiting(session)[0]["text"],
            snapshot.load(session, sealer, member[0]).nik, due,
            sorted(session.exec(select(Outbox.message_id)).all()),
        )  # fmt: skip

    return database.run(work)


EXPECTED = ("Sari Contoh", {"chain": True}, "rahasia", NIK, ["kabar 2"], [44, 45])


@pytest.mark.parametrize(("old", "new"), WAYS)
def test_a_backup_restores_on_either_database_and_sends_nothing_twice(command, addresses, tmp_path, old, new):
    first, second = addresses(old), addresses(new)
    assert command("migrate", **{URL: first})[0] == 0
    database = opened(first)
    fill(database)
    database.close()

    saved = command("backup", "b.jsonl.gz")
    restored = command("restore", "b.jsonl.gz", **{URL: second})

    assert saved[0] == restored[0] == 0, (saved, restored)
    after = opened(second)
    assert read(after) == EXPECTED
    after.close()
    whole = gzip.decompress((tmp_path / "b.jsonl.gz").read_bytes()).decode()
    assert not any(secret in whole for secret in (NIK, KPJ, "Sari", "Contoh Satu", "rahasia", "kabar"))


def test_a_restore_wants_an_empty_database_and_a_backup_of_ours(command, addresses, tmp_path):
    address = addresses("sqlite")
    command("migrate", **{URL: address})
    command("backup", "b.gz")
    (tmp_path / "no.gz").write_bytes(b"no backup")
    (tmp_path / "other.gz").write_bytes(gzip.compress(b'{"a": 1}\n'))
    newer = b'{"format": "kerjalagi-backup-1", "version": "9999"}\n'
    (tmp_path / "newer.gz").write_bytes(gzip.compress(newer))
    (tmp_path / "cut.gz").write_bytes((tmp_path / "b.gz").read_bytes()[:-20])
    (tmp_path / "empty.gz").write_bytes(gzip.compress(b""))
    (tmp_path / "text.gz").write_bytes(gzip.compress(b'"kerjalagi"\n'))

    full = command("restore", "b.gz")
    fresh = addresses("sqlite")
    bad = ("no.gz", "other.gz", "newer.gz", "cut.gz", "empty.gz", "text.gz", "gone.gz")
    answers = {name: command("restore", name, **{URL: fresh}) for name in bad}

    assert full[0] == 2
    assert "rows already" in full[2]
    for name, (code, _out, err) in answers.items():
        assert code == 2, name
        assert "backup" in err, (name, err)
        assert err.count("\n") == 1
    assert command("restore", "b.gz")[0] == 0
    assert command("backup", "b.gz")[0] == 2


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_new_key_seals_everything_anew_and_the_old_one_can_be_forgotten(command, addresses, kind):
    command("migrate", **{URL: addresses(kind)})
    before = Settings(_env_file=None).secret_keys
    address = Settings(_env_file=None).database_address
    database = opened(address)
    fill(database)
    database.close()

    rotated, forgotten = command("rotate-key"), command("rotate-key", "--forget-old")

    assert rotated[0] == forgotten[0] == 0, (rotated, forgotten)
    keys = Settings(_env_file=None).secret_keys
    assert len(keys) == 1
    assert keys != before
    after = opened(address)
    assert read(after) == EXPECTED
    after.close()
    assert command("doctor", KERJALAGI_TELEGRAM_TOKEN="1:x")[0] == 0


def test_doctor_says_in_plain_words_what_is_missing(command, addresses, tmp_path):
    empty = command("doctor", **{URL: addresses("sqlite")})
    command("migrate")
    no_token = command("doctor")
    whole = command("doctor", KERJALAGI_TELEGRAM_TOKEN="1:contoh")
    bad_hook = command("doctor", KERJALAGI_WEBHOOK_URL="https://contoh.invalid", KERJALAGI_WEBHOOK_SECRET="short")
    wrong_key = command("doctor", KERJALAGI_SECRET_KEY=new_key(), KERJALAGI_WEBHOOK_URL=None)
    broken_key = command("doctor", KERJALAGI_SECRET_KEY="abc")
    (tmp_path / "data" / "secret.key").unlink()
    lost_key = command("doctor", KERJALAGI_SECRET_KEY=None)

    assert [one[0] for one in (empty, no_token, bad_hook, wrong_key, broken_key, lost_key)] == [1] * 6
    assert whole[0] == 0
    assert "run `kerjalagi migrate`" in empty[1]
    assert "@BotFather" in no_token[1]
    assert "KERJALAGI_WEBHOOK_SECRET" in bad_hook[1]
    assert "sealed with another key" in wrong_key[1]
    assert "--new-key" in broken_key[1]
    assert "LOST" in lost_key[1]
    for ended in (empty, no_token, whole, bad_hook, wrong_key, broken_key, lost_key):
        assert ended[2] == ""


def test_no_command_touches_rows_with_a_wrong_or_lost_key(command, addresses, tmp_path):
    command("migrate", **{URL: addresses("sqlite")})
    wrong = command("migrate", KERJALAGI_SECRET_KEY=new_key())
    (tmp_path / "data" / "secret.key").unlink()
    lost = command("migrate", KERJALAGI_SECRET_KEY=None)

    assert (wrong[0], lost[0]) == (2, 2)
    assert "another key" in wrong[2]
    assert "missing" in lost[2]
    assert not (tmp_path / "data" / "secret.key").exists()


def test_an_address_that_leads_nowhere_is_one_plain_sentence(command):
    for argv in (("migrate",), ("doctor",), ("backup", "b.gz")):
        code, out, err = command(*argv, **{URL: "postgresql://127.0.0.1:1/nowhere?connect_timeout=2"})

        assert code in {1, 2}
        assert "Traceback" not in out + err
        assert "answer" in out + err or "written" in out + err


def test_a_restored_backup_is_json_a_line(command, addresses, tmp_path):
    command("migrate", **{URL: addresses("sqlite")})
    command("backup", "b.gz")

    lines = gzip.decompress((tmp_path / "b.gz").read_bytes()).decode().splitlines()

    assert json.loads(lines[0])["format"] == "kerjalagi-backup-1"
    assert {"table", "row"} == set(json.loads(lines[1]))
