"""`kerjalagi run` as an operator meets it: one process a file, plain sentences, a clean end, and silent logs."""

import json
import logging
import signal
import subprocess
import sys
import time

import pytest
import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot import log
from bot.outbox import buttons
from bot.settings import Settings
from bot.simulator.people import Person
from bot.simulator.server import SimulatorServer
from bot.simulator.shapes import Button, User
from bot.simulator.telegram import SIMULATOR_TOKEN, FakeTelegram
from bot.store.database import opened
from jkp.membership.sealed import Sealer

NIK, KPJ, PHONE, NAME = "3404014107900001", "99000000001", "+6281200000001", "Zulkarnain Contohnama"
SECRETS = (NIK, KPJ, PHONE.lstrip("+"), "Zulkarnain", "Contohnama")
TOKENS = (SIMULATOR_TOKEN, SIMULATOR_TOKEN.partition(":")[2])
LISTENING = '"event": "listening"'


@pytest.fixture
def telegram():
    telegram = FakeTelegram()
    telegram.add_user(User(1, NAME, "id", PHONE))
    return telegram


@pytest.fixture
def connected(telegram):
    """Settings that lead to the simulator."""
    with SimulatorServer(telegram) as server:
        yield {
            "KERJALAGI_TELEGRAM_TOKEN": SIMULATOR_TOKEN,
            "KERJALAGI_TELEGRAM_API_URL": server.base_url,
            "KERJALAGI_TELEGRAM_FILE_URL": server.base_file_url,
        }


@pytest.fixture
def running(tmp_path, environment, connected):
    """Start `kerjalagi run` and wait until it listens; gives the process and its log."""
    started = []

    def start(**settings: str):
        log = tmp_path / f"run{len(started)}.log"
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"], env=environment | connected | settings, cwd=tmp_path,
                stdout=out, stderr=out,
            )  # fmt: skip
        started.append(process)
        until = time.monotonic() + 60
        while LISTENING not in log.read_text():
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.05)
        return process, log

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
            process.wait()


def test_a_second_process_on_one_sqlite_file_is_refused_and_the_first_ends_cleanly(
    running, kerjalagi, connected, telegram
):
    process, _log = running()

    code, out, err = kerjalagi("run", **connected)

    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith("another kerjalagi already runs on this database")
    Person(telegram, 1).start()
    telegram.wait_for(lambda seen: seen.said(1))
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0


@pytest.mark.parametrize("token", ["123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "nonsense"])
def test_a_wrong_token_is_one_plain_sentence(kerjalagi, connected, token):
    code, out, err = kerjalagi("run", **connected | {"KERJALAGI_TELEGRAM_TOKEN": token})

    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == "Telegram does not know this token; ask @BotFather for the right one"
    assert "Traceback" not in err
    assert token not in err


def test_a_missing_token_is_one_plain_sentence(kerjalagi):
    code, _out, err = kerjalagi("run")

    assert code == 2
    assert err.splitlines()[-1].startswith("no token: set KERJALAGI_TELEGRAM_TOKEN")


@pytest.fixture
def noise(running, telegram, tmp_path):
    """A hostile person, a failing Telegram, broken connections; gives what was logged and what was stored."""
    process, log = running(KERJALAGI_DATA_FOLDER=str(tmp_path / "data"))
    person = Person(telegram, 1)
    person.start()
    telegram.wait_for(lambda seen: seen.said(1))
    _misbehave(telegram)
    _offend(person, Sealer(Settings(_env_file=None, data_folder=tmp_path / "data").secret_keys))
    had = len(telegram.calls)
    telegram.wait_for(lambda seen: len(seen.calls) > had + 3 and not seen.updates.waiting, 20)
    time.sleep(1)
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    return log.read_text(), b"".join(file.read_bytes() for file in (tmp_path / "data").glob("kerjalagi.db*"))


def _misbehave(telegram) -> None:
    telegram.faults.fail_next("sendMessage", 400, times=2)
    telegram.faults.fail_next("sendMessage", 429, retry_after=1)
    telegram.faults.fail_next("getUpdates", 502)
    telegram.faults.fail_next("answerCallbackQuery", 400)
    telegram.faults.drop_next("sendMessage", times=2)
    telegram.faults.drop_next("getUpdates")


def _offend(person: Person, sealer: Sealer) -> None:
    for words in (NIK, f"NIK saya {NIK} KPJ {KPJ} hp {PHONE}", NAME, "/menu", f"/start {NIK}", f"nonaktif {NIK}"):
        person.say(words)
    person.share_contact()
    person.send_document(f"{NIK};{KPJ};{NAME}".encode(), f"{NIK}.csv")
    card = person.telegram.said(1)[0]
    for action, argument in (
        ("take", NIK),
        ("answer", NAME),
        ("link.two", ""),
        ("human", "urgent"),
        ("mydata", "file"),
    ):
        person._press(card, Button("x", data=buttons.sign(sealer, 1, action, argument)))


def test_a_noisy_session_leaves_no_secret_in_the_logs_nor_in_the_clear(noise):
    written, stored = noise

    assert written.count("\n") > 3
    assert "Traceback" not in written
    assert [secret for secret in (*TOKENS, *SECRETS) if secret in written] == []
    assert [secret for secret in SECRETS if secret.encode() in stored] == []


def test_an_error_that_quotes_a_person_is_logged_without_the_quote(capsys):
    """Ours and the libraries', with the message of the error, further lines, and values of a statement."""
    root, handlers = logging.getLogger(), logging.getLogger().handlers
    log.set_up()
    try:
        int(f"{NIK} {NAME} {SIMULATOR_TOKEN}")
    except ValueError:
        log.get("contoh").exception("a turn failed", update_id=1, name=NAME)
        logging.getLogger("asyncio").exception("Task exception was never retrieved\nfuture: ValueError('%s')", NAME)
        logging.getLogger("telegram.ext").exception("token %s of %s", SIMULATOR_TOKEN, NIK)
    finally:
        structlog.reset_defaults()
        root.handlers = handlers

    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    assert [line["event"] for line in lines] == [
        "a turn failed", "Task exception was never retrieved", "token [removed] of [removed]",
    ]  # fmt: skip
    assert lines[0]["error_type"] == lines[1]["error_type"] == "ValueError"
    assert [secret for secret in (*TOKENS, *SECRETS) if secret in json.dumps(lines)] == []


def test_a_statement_that_fails_does_not_tell_its_values():
    with opened("sqlite://") as engine, engine.connect() as connection, pytest.raises(SQLAlchemyError) as failed:
        connection.execute(text("SELECT * FROM nowhere WHERE nik = :nik"), {"nik": NIK})

    assert NIK not in str(failed.value)
