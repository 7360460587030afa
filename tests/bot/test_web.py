"""The web door: only Telegram gets in, 200 only after the row is stored, and what an operator's machines ask."""

import json
import socket
import sys
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr
from sqlmodel import select

from bot import web
from bot.deps import Deps
from bot.settings import Settings
from bot.simulator.telegram import SIMULATOR_TOKEN
from bot.store import inbox
from bot.store.inbox import Inbox

sys.path.insert(0, str(Path(__file__).parents[1] / "chats"))

from rig import Rig

SECRET = "contoh-rahasia-webhook-1"


class HookRig(Rig):
    """The rig with updates pushed instead of fetched."""

    def open(self) -> None:
        self.server.start()
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        settings = Settings(
            _env_file=None,
            telegram_token=SecretStr(SIMULATOR_TOKEN),
            telegram_api_url=self.server.base_url,
            telegram_file_url=self.server.base_file_url,
            webhook_url=self.url,
            webhook_port=self.port,
            webhook_secret=SecretStr(SECRET),
        )
        self.deps = Deps(settings, self.database, self.clock)
        self._thread.start()
        self._run(self._build())


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def hooked(database):
    rig = HookRig(database)
    rig.open()
    yield rig
    rig.close()


@pytest.fixture
def post(hooked):
    """Call the webhook as somebody."""
    with httpx.Client(base_url=hooked.url, timeout=10) as client:

        def do(body, secret=SECRET):
            headers = {} if secret is None else {web.SECRET_HEADER: secret}
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            return client.post(web.HOOK_PATH, content=content, headers=headers).status_code

        yield do


def rows(rig) -> list[int]:
    return rig.database.run(lambda session: list(session.exec(select(Inbox.update_id))))


def an_update(number: int, person_id: int = 900_000_001) -> dict:
    sender = {"id": person_id, "is_bot": False, "first_name": "Sari", "language_code": "id"}
    chat = {"id": person_id, "type": "private", "first_name": "Sari"}
    return {
        "update_id": number,
        "message": {"message_id": 1, "date": 1_795_000_000, "chat": chat, "from": sender, "text": "halo"},
    }


def test_a_pushed_update_is_answered(hooked):
    words = hooked.person().start()

    assert "Halo Sari Contoh" in words
    assert hooked.telegram.updates.webhook.last_error == ""


WRONG_SECRETS = (None, "", "wrong", SECRET[:-1], SECRET + "x", "rahasiä".encode())
NO_UPDATES = (
    *(b"", b"{", b"null", b"[]", b"5", b'"x"', b"{}", b"\xff\xfe\x00", b"[" * 5000),
    *(b'{"update_id": %s}' % number for number in (b'"abc"', b"1.5", b"true", b"-1", b"9" * 23)),
    b'{"update_id": 3, "message": 5}',
    b'{"update_id": 4, "message": {"message_id": 1}}',
    b'{"update_id": 1, "x": "' + b"a" * (web.MOST_BYTES + 1) + b'"}',
)


def test_nobody_without_the_secret_leaves_a_row(hooked, post):
    assert [post(an_update(1), secret) for secret in WRONG_SECRETS] == [403] * len(WRONG_SECRETS)
    assert rows(hooked) == []


def test_what_is_no_update_is_refused_and_leaves_no_row(hooked, post):
    answers = {body[:40]: post(body) for body in NO_UPDATES}

    assert {body: code for body, code in answers.items() if code != 400} == {}
    assert rows(hooked) == []


def test_ok_means_stored(hooked, post):
    hooked.person()

    assert post(an_update(1)) == 200
    assert rows(hooked) == [1]


def test_the_same_update_twice_has_one_effect(hooked, post):
    sari = hooked.person()
    sari.start()
    before = len(sari.all_said)

    assert [post(an_update(700_000)), post(an_update(700_000))] == [200, 200]
    hooked.settle()

    assert len(sari.all_said) == before + 1


def test_telegram_hears_nothing_good_while_the_row_cannot_be_stored(hooked, post, monkeypatch):
    kept, failures = inbox.keep, iter((True, False))

    def failing(*arguments):
        if next(failures, False):
            raise OSError("the disk is full")
        return kept(*arguments)

    monkeypatch.setattr(inbox, "keep", failing)

    assert post(an_update(5)) == 200
    assert rows(hooked) == [5]


def test_an_operator_sees_life_readiness_and_counts(hooked):
    hooked.person().start()

    with httpx.Client(base_url=hooked.url) as client:
        alive, ready, metrics = (client.get(path) for path in ("/healthz", "/readyz", "/metrics"))

    assert (alive.text, ready.text) == ("alive\n", "ready\n")
    assert 'kerjalagi_outbox_messages{state="sent"} 1.0' in metrics.text
    assert "kerjalagi_inbox_waiting 0.0" in metrics.text


def test_a_house_whose_database_is_gone_wants_no_traffic(hooked, monkeypatch):
    def gone(_session):
        raise OSError("gone")

    monkeypatch.setattr(web, "_touch", gone)

    with httpx.Client(base_url=hooked.url) as client:
        assert client.get("/readyz").status_code == 503
        assert client.get("/healthz").status_code == 200
