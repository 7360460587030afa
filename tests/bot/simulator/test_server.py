"""The simulator's server stops when it is told to."""

import threading
import time

import httpx
import pytest

from bot.simulator.server import SimulatorServer
from bot.simulator.telegram import SIMULATOR_TOKEN, FakeTelegram


@pytest.mark.parametrize("polls", [0, 3])
def test_the_server_stops_at_once_whatever_is_open(polls):
    server = SimulatorServer(FakeTelegram()).start()
    url = f"{server.base_url}{SIMULATOR_TOKEN}/getUpdates"
    threads = [threading.Thread(target=lambda: httpx.post(url, data={"timeout": 30}, timeout=20)) for _ in range(polls)]
    for thread in threads:
        thread.start()
    events = threading.Thread(target=lambda: httpx.get(f"{server.url}/_sim/events", timeout=20))
    events.start()
    time.sleep(0.3)

    began = time.monotonic()
    server.stop()
    took = time.monotonic() - began

    for thread in [*threads, events]:
        thread.join(5)
        assert not thread.is_alive()
    assert took < 1.5
