"""Tap-to-answer of the whole product beside two plain echo bots, and of a search among many advertisements."""

import os

import pytest
from load import HERE, OURS, Crowd, Speed, bot_process
from searching import import_vacancies
from searching import measured as measured_search

from bot.simulator.server import SimulatorServer
from bot.simulator.telegram import FakeTelegram

MOST_TIMES_THE_ECHO = 2.5  # our p95 with rows, transactions and screens, beside the faster of two plain echoes
DELAYS = (0.0, 0.1)
PEERS = (
    ("python-telegram-bot echo", (str(HERE / "echo_ptb.py"),), "halo"),
    ("aiogram echo", (str(HERE / "echo_aiogram.py"),), "halo"),
    ("KerjaLagi, /menu", OURS, "/menu"),
)


def text(words: str):
    return lambda person: person.say(words)


def measured(tmp_path) -> dict[tuple[str, float], Speed]:
    found = {}
    for delay in DELAYS:
        for name, command, words in PEERS:
            telegram = FakeTelegram()
            with SimulatorServer(telegram) as server, bot_process(server, tmp_path / f"{name[:4]}{delay}", *command):
                crowd = Crowd(telegram)
                telegram.faults.slow(delay)
                found[name, delay] = crowd.measure(text(words))
                if command == OURS:
                    found["KerjaLagi, a button", delay] = crowd.measure(toggle)
    return found


def toggle(person) -> None:
    """Press the first choice of the menu, then the way back, again and again: each press changes the card."""
    newest = person.telegram.said(person.id)[-1]
    back = [label for label in newest.labels if "Menu" in label]
    first = newest.labels[0]
    person.press(back[0] if back and "Mau mulai" not in newest.text else first, message_id=newest.message_id)


@pytest.mark.bench
def test_at_a_tenth_of_a_second_from_telegram_we_stay_near_a_plain_echo(tmp_path):
    found = measured(tmp_path)

    print(f"\n{'20 people, no pause between taps':34}{'delay':>8}{'p50':>8}{'p95':>8}{'worst':>8}{'updates/s':>11}")
    for (name, delay), speed in found.items():
        times = "".join(f"{value:8.0f}" for value in (speed.p50, speed.p95, speed.worst))
        print(f"{name:34}{delay * 1000:8.0f}{times}{speed.per_second:11.1f}")
    echo = min(found[name, 0.1].p95 for name, _command, _words in PEERS if not name.startswith("KerjaLagi"))
    assert found["KerjaLagi, /menu", 0.1].p95 < MOST_TIMES_THE_ECHO * echo
    assert found["KerjaLagi, a button", 0.1].p95 < MOST_TIMES_THE_ECHO * echo


VACANCIES = os.environ.get("KERJALAGI_BENCH_VACANCIES", "")  # a file that `kerjalagi import vacancies` takes
CROWDS = (1, 20)


@pytest.mark.bench
@pytest.mark.skipif(
    not VACANCIES, reason="KERJALAGI_BENCH_VACANCIES names no file of advertisements; ours may not ship"
)
def test_a_search_among_real_advertisements_and_what_the_ranking_takes_of_it(tmp_path):
    folder, told = tmp_path / "bot", tmp_path / "spent.json"
    import_vacancies(VACANCIES, folder)
    found = {}
    telegram = FakeTelegram()
    timed = (str(HERE / "timed_bot.py"), "run")
    with (
        SimulatorServer(telegram) as server,
        bot_process(server, folder, *timed, KERJALAGI_BENCH_SPENT=str(told)) as bot,
    ):
        for people in CROWDS:
            for name, one in measured_search(Crowd(telegram, people), bot, told).items():
                found[people, name] = one

    heads = ("p50", "p95", "worst", "a second", "cpu", "rank cpu", "rank wall")
    print(f"\n{'ms from tap to answer':38}{''.join(f'{head:>10}' for head in heads)}")
    for (people, name), (speed, spent, taps) in found.items():
        each = [1000 * seconds / taps for seconds in (spent.process, spent.cpu, spent.wall)]
        row = (speed.p50, speed.p95, speed.worst, speed.per_second, *each)
        print(f"{people:3} at once, {name:25}{''.join(f'{value:10.1f}' for value in row)}")
    assert all(spent.cpu < spent.process for _speed, spent, _taps in found.values())
