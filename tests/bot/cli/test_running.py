"""`kerjalagi run` as an operator meets it: one process a file, plain sentences, a clean end, and silent logs."""

import re
import signal
import subprocess
import sys
import time

import pytest

from bot.outbox import buttons
from bot.settings import Settings
from bot.simulator.people import Person
from bot.simulator.server import SimulatorServer
from bot.simulator.shapes import Button, User
from bot.simulator.telegram import SIMULATOR_TOKEN, FakeTelegram
from jkp.membership.sealed import Sealer

NIK, KPJ, PHONE, NAME = "3404014107900001", "99000000001", "+6281200000001", "Zulkarnain Contohnama"
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


def test_a_second_process_on_one_sqlite_file_is_refused_and_the_first_ends_cleanly(running, kerjalagi, connected, telegram):
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


def test_a_noisy_session_leaves_no_secret_in_the_logs(running, telegram, tmp_path):
    """Errors on every side: a hostile user, a failing Telegram, a broken connection, a damaged row."""
    process, log = running(KERJALAGI_DATA_FOLDER=str(tmp_path / "data"))
    person = Person(telegram, 1)
    sealer = Sealer(Settings(_env_file=None, data_folder=tmp_path / "data").secret_keys)
    person.start()
    telegram.wait_for(lambda seen: seen.said(1))
    for words in (NIK, f"NIK saya {NIK} KPJ {KPJ} hp {PHONE}", NAME, "/menu", f"/start {NIK}"):
        person.say(words)
    telegram.faults.fail_next("sendMessage", 400, times=2)
    telegram.faults.fail_next("sendMessage", 429, retry_after=1)
    telegram.faults.fail_next("getUpdates", 502)
    telegram.faults.drop_next("sendMessage", times=2)
    telegram.faults.drop_next("getUpdates")
    person.share_contact()
    person.send_document(f"{NIK};{KPJ};{NAME}".encode(), f"{NIK}.csv")
    telegram.faults.fail_next("answerCallbackQuery", 400)
    card = telegram.said(1)[0]
    for action, argument in (("take", NIK), ("answer", NAME), ("link.two", ""), ("human", "urgent"), ("mydata", "file")):
        data = buttons.sign(sealer, 1, action, argument)
        person._press(card, Button("x", data=data))
    person.say("nonaktif " + NIK)
    process_had = len(telegram.calls)
    telegram.wait_for(lambda seen: len(seen.calls) > process_had + 3 and not seen.updates.waiting, 20)
    time.sleep(1)
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    written = log.read_text()

    print(written)
    assert written.count("\n") > 3
    assert "Traceback" not in written
    for secret in (SIMULATOR_TOKEN, SIMULATOR_TOKEN.partition(":")[2], NIK, KPJ, PHONE.lstrip("+"), "Zulkarnain", "Contohnama"):
        assert secret not in written, secret
    assert not re.search(r"(?<!\d)\d{16}(?!\d)", written)
    stored = b"".join(file.read_bytes() for file in (tmp_path / "data").glob("kerjalagi.db*"))
    for secret in (NIK, KPJ, PHONE.lstrip("+"), "Zulkarnain"):
        assert secret.encode() not in stored, secret
