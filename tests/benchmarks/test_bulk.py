"""A broadcast at Telegram's own limit: held to the second, not one refusal, and nobody who taps meanwhile waits."""

import os
import random
import statistics
import threading
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from crowd import FIRST_ID, WORDS, announce, gather, settle
from load import OURS, bot_process
from stage import where_it_is_noon

from bot.deps import Clock
from bot.simulator.people import Person
from bot.simulator.server import SimulatorServer
from bot.simulator.telegram import FakeTelegram
from bot.store import schema
from bot.store.database import Database
from jkp.membership.sealed import Sealer, new_key

SECONDS = int(os.environ.get("BULK_SECONDS", "120"))  # 600 for the whole ten minutes
RATE = 30.0
DELAY = 0.1
TALKERS, THINK_SECONDS = 5, 2.5
SETTLED = 5.0  # seconds at the start that do not count


@dataclass(frozen=True, slots=True)
class Sent:
    """What was measured: messages in a second of every second, refusals, taps answered in milliseconds."""

    per_second: list[int]
    average: float
    refused: int
    taps: list[float]


def crowded(telegram: FakeTelegram, folder: Path, count: int) -> tuple[Database, dict[str, str]]:
    """A database with so many people and a broadcast to all of them, and what the bot must know."""
    folder.mkdir(exist_ok=True)
    gather(telegram, count)
    key, address = new_key(), f"sqlite:///{folder}/kerjalagi.db"
    schema.upgrade(address)
    database = Database(address, Sealer([key]))
    database.run(settle, count, where_it_is_noon())
    return database, {"KERJALAGI_SECRET_KEY": key, "KERJALAGI_DATABASE_URL": address}


def talk(telegram: FakeTelegram, taps: list[float], until: float) -> None:
    """Some people write /menu now and then and wait for the answer."""
    chance = random.Random(20261122)  # noqa: S311 - a game that can be played again needs a seed
    threads = [
        threading.Thread(target=_chat, args=(telegram, FIRST_ID + number, taps, until, chance.random()))
        for number in range(TALKERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _chat(telegram: FakeTelegram, person_id: int, taps: list[float], until: float, start: float) -> None:
    person = Person(telegram, person_id)
    time.sleep(start * THINK_SECONDS)
    while time.monotonic() < until:
        wanted, begun = _answers(telegram, person_id) + 1, time.monotonic()
        person.say("/menu")
        telegram.wait_for(partial(_has_answers, person_id=person_id, wanted=wanted), 30)
        taps.append((time.monotonic() - begun) * 1000)
        time.sleep(THINK_SECONDS)


def _has_answers(telegram: FakeTelegram, *, person_id: int, wanted: int) -> bool:
    return _answers(telegram, person_id) >= wanted


def _answers(telegram: FakeTelegram, person_id: int) -> int:
    return sum(WORDS not in message.text for message in telegram.said(person_id))


def measured(tmp_path, *, talking: bool, delay: float) -> Sent:
    telegram, taps = FakeTelegram(), []
    telegram.flood.on = True
    count = int(SECONDS * RATE) + 300
    database, env = crowded(telegram, tmp_path / f"bulk{talking}", count)
    os.environ.update(env)
    telegram.faults.slow(delay, "sendMessage")
    with SimulatorServer(telegram) as server, bot_process(server, tmp_path / f"bulk{talking}", *OURS):
        database.run(announce, count, Clock().now())
        telegram.wait_for(lambda one: any(WORDS in call.text for call in one.sent), 60)
        begun = time.monotonic()
        if talking:
            talk(telegram, taps, begun + SECONDS - 5)
        time.sleep(max(0.0, begun + SECONDS - time.monotonic()))
        calls = [call for call in telegram.sent if call.method in {"sendMessage", "editMessageText"}]
    database.close()
    first, last = begun + SETTLED, begun + SECONDS
    times = [call.at for call in calls if first <= call.at < last]
    per_second = [sum(int(at - first) == second for at in times) for second in range(int(last - first))]
    return Sent(per_second, len(times) / (last - first), telegram.flood.refused, taps)


def told(name: str, found: Sent) -> None:
    low, high = min(found.per_second), max(found.per_second)
    tapped = ""
    if found.taps:
        cuts = statistics.quantiles(found.taps, n=20)
        tapped = f", {len(found.taps)} taps answered: p50 {statistics.median(found.taps):.0f} ms, p95 {cuts[18]:.0f} ms"
    print(
        f"\n{name}: {SECONDS} s, {found.average:.2f} messages/s (seconds from {low} to {high}), "
        f"{found.refused} times 429{tapped}"
    )


@pytest.mark.bench
def test_thirty_a_second_are_held_without_one_refusal(tmp_path):
    found = measured(tmp_path, talking=False, delay=DELAY)

    told("bulk alone, 100 ms from Telegram", found)
    assert found.refused == 0
    assert abs(found.average - RATE) <= RATE / 100


@pytest.mark.bench
def test_taps_are_answered_within_a_second_while_a_broadcast_runs(tmp_path):
    found = measured(tmp_path, talking=True, delay=DELAY)

    told("bulk while people tap, 100 ms from Telegram", found)
    assert found.refused == 0
    assert statistics.quantiles(found.taps, n=20)[18] <= 1000
