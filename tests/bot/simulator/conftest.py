"""A running simulator, somebody to talk, and a raw client that may say anything to it."""

import threading

import httpx
import pytest

from bot.simulator.people import Person, person
from bot.simulator.server import SimulatorServer
from bot.simulator.shapes import User
from bot.simulator.telegram import SIMULATOR_TOKEN, FakeTelegram

SITI = User(7001, "Siti Contoh", "id", "+628110000001", "siti_contoh", "Pekerja garmen, sampel")
BUDI = User(7002, "Budi Contoh", "en", "+628110000002")


@pytest.fixture
def telegram():
    return FakeTelegram()


@pytest.fixture
def server(telegram):
    running = SimulatorServer(telegram).start()
    yield running
    threading.Thread(target=running.stop, name="leaving").start()  # the next test need not wait for it


@pytest.fixture
def siti(telegram) -> Person:
    """Somebody who has pressed START."""
    siti = person(telegram, SITI)
    siti.start()
    return siti


@pytest.fixture
def call(server):
    """Call a Bot API method with a form, as the library does; gives (status, answer)."""
    with httpx.Client(base_url=f"{server.base_url}{SIMULATOR_TOKEN}/", timeout=10) as client:

        def do(method, files=None, **parameters):
            response = client.post(method, data=parameters, files=files)
            return response.status_code, response.json()

        yield do


@pytest.fixture
def refused(call):
    """Call a method that must be refused; gives Telegram's description after checking that the codes agree."""

    def do(method, files=None, **parameters):
        status, answer = call(method, files, **parameters)
        assert answer["ok"] is False
        assert answer["error_code"] == status
        return answer["description"]

    return do
