"""The bot is killed at every marked point and at random ones, with 20 updates in flight: nobody is forgotten."""

import random
import time

import pytest
from sqlmodel import select

from bot.store.outbox import Outbox

POINTS = (
    *("keep:before", "keep:inside", "keep:committed"),  # an update is stored
    *("_handle:before", "_handle:inside", "waiting:committed"),  # a turn; and taking up what it left
    *("waiting:before", "_handle:committed"),
    *("carry:before", "carry:after"),  # the way to Telegram
    *("note:before", "note:inside", "note:committed"),  # what became of it
    *("take:before", "take:inside", "take:committed"),  # the drain claims a message
    *("send_due:before", "send_due:inside", "send_due:committed"),  # a reminder fires
)
AMONG_MANY = {"keep", "_handle", "carry", "note"}  # these happen twenty times a round; the kill comes in the midst
SHORT = ("keep:committed", "_handle:inside", "_handle:committed", "carry:after", "take:committed", "send_due:inside")


def passes_of(point: str) -> int:
    return 7 if point.partition(":")[0] in AMONG_MANY else 1


def kill_at(stage, round_number: int, point: str) -> None:
    stage.plan(round_number)
    stage.telegram.updates.duplicate_next(round_number % 2)
    stage.telegram.updates.reverse_next(round_number % 3)
    stage.speak(round_number)
    stage.start(point, passes_of(point))
    stage.await_death()


def kill_somewhere(stage, round_number: int, chance: random.Random) -> None:
    stage.plan(round_number)
    stage.start()
    stage.speak(round_number)
    already = len(stage.telegram.calls)
    stage.telegram.wait_for(lambda telegram: len(telegram.calls) > already, 60)
    time.sleep(chance.random() * 0.9)
    stage.starter.kill()
    stage.await_death()


def judge(stage, rounds: int) -> set[str]:
    """Let everything that was left be finished in peace, then look into every chat."""
    stage.start()
    stage.wait_until_calm()
    assert stage.starter.stop() == 0
    told = stage.told()
    lost, doubled = stage.expected - set(told), {token for token, times in told.items() if times > 1}
    print(
        f"\n{rounds} kills: {len(stage.expected)} answers and notices and {stage.reminded} reminders expected, "
        f"{len(lost)} lost, {len(doubled)} doubled, {len(stage.unnoted)} were between send and note at a kill"
    )
    assert lost == set()
    assert doubled <= stage.unnoted, f"doubled without cause: {doubled - stage.unnoted}"
    assert stage.reminders_told() >= stage.reminded
    assert len(stage.database.run(_reminder_letters)) == stage.reminded
    return doubled


def _reminder_letters(session):
    return session.exec(select(Outbox.id).where(Outbox.topic == "reminder")).all()


@pytest.mark.chaos
def test_a_bot_killed_at_marked_points_loses_nobody(stage):
    stage.meet()

    for number, point in enumerate(SHORT, 1):
        kill_at(stage, number, point)

    judge(stage, len(SHORT))


@pytest.mark.chaos
@pytest.mark.long
def test_a_bot_killed_at_every_marked_and_twenty_random_points_loses_nobody(stage):
    chance = random.Random(20261122)  # noqa: S311 - a game that can be played again needs a seed
    stage.meet()

    for number, point in enumerate(POINTS, 1):
        kill_at(stage, number, point)
    for number in range(len(POINTS) + 1, len(POINTS) + 21):
        kill_somewhere(stage, number, chance)

    judge(stage, len(POINTS) + 20)
