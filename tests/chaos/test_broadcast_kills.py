"""A broadcast while Telegram fails in every way and the bot is killed again and again: everybody gets it once."""

import random
import time
from collections import Counter

import pytest
from crowd import FIRST_ID, WORDS, announce, gather, settle
from sqlmodel import select
from stage import where_it_is_noon

from bot.deps import Clock
from bot.outbox import bulk
from bot.store import schema
from bot.store.broadcasts import FAILED, SENT, Broadcast, Recipient
from bot.store.outbox import READY, Outbox

PATIENCE = 90
RESUMES = 5.0  # seconds from the start of a process to its next message
POINTS = (
    *("advance:before", "advance:inside", "advance:committed"),  # release: the wave is opened
    *("take:before", "take:inside", "take:committed"),
    *("carry:before", "carry:after"),
    *("note_all:before", "note_all:inside", "note_all:committed"),
)


class Announced:
    """A broadcast to a crowd on the stage, and the books on who was told how often."""

    def __init__(self, stage, count: int) -> None:
        self.stage, self.count = stage, count
        self.closed: set[int] = set()
        self.dropped: set[int] = set()  # their message arrived and the connection broke: it may come again
        self.unnoted: set[int] = set()
        self.resumed: list[float] = []
        gather(stage.telegram, count)
        schema.upgrade(stage.env["KERJALAGI_DATABASE_URL"])
        stage.database.run(settle, count, where_it_is_noon())
        stage.database.run(announce, count, Clock().now(), wave_size=0)

    def break_things(self, each: int) -> None:
        """403 and 400 for good, 429, 500 and broken connections once, some of each."""
        faults, chats = self.stage.telegram.faults, list(range(FIRST_ID, FIRST_ID + self.count))
        random.Random(20261122).shuffle(chats)  # noqa: S311 - a game that can be played again needs a seed
        ways = [chats[start * each : (start + 1) * each] for start in range(6)]
        for number in ways[0]:
            self.stage.telegram.chats[number].blocked = True
        for number in ways[1]:
            self.stage.telegram.chats[number].started = False
        for number in ways[2]:
            faults.fail_next("sendMessage", 429, retry_after=1, chat_id=number)
        for number in ways[3]:
            faults.fail_next("sendMessage", 500, chat_id=number)
        for number in ways[4]:
            faults.drop_next("sendMessage", when="before", chat_id=number)
        for number in ways[5]:
            faults.drop_next("sendMessage", when="after", chat_id=number)
        self.closed, self.dropped = {*ways[0], *ways[1]}, set(ways[5])

    def told(self) -> Counter[int]:
        calls = [call for call in self.stage.telegram.sent if call.method == "sendMessage" and WORDS in call.text]
        return Counter(call.chat_id for call in calls if call.chat_id >= FIRST_ID)

    def kill_at(self, point: str, passes: int) -> None:
        self.start(point, passes)
        self._bury()

    def kill_somewhere(self, chance: random.Random) -> None:
        self.start()
        time.sleep(chance.random())
        self.stage.starter.kill()
        self._bury()

    def start(self, point: str = "", passes: int = 1) -> None:
        before, begun = sum(self.told().values()), time.monotonic()
        self.stage.start(point, passes)
        if not point.startswith(("advance", "take")):
            self.stage.telegram.wait_for(lambda _: sum(self.told().values()) > before or self.is_over(), PATIENCE)
            self.resumed.append(time.monotonic() - begun)

    def _bury(self) -> None:
        self.stage.await_death()
        self.unnoted |= self.stage.database.run(_ready) & set(self.told())

    def is_over(self) -> bool:
        return not self.stage.database.run(_ready) and bool(self.told())

    def finish(self) -> None:
        """Let what is left be sent in peace."""
        self.start()
        until = time.monotonic() + PATIENCE
        while not self.is_over():
            assert time.monotonic() < until, f"not sent: {self.stage.starter.log()[-2000:]}"
            time.sleep(0.1)
        assert self.stage.starter.stop() == 0


def _ready(session) -> set[int]:
    return set(session.exec(select(Outbox.person_id).where(Outbox.topic == "broadcast", Outbox.state == READY)))


def _states(session) -> dict[str, int]:
    return dict(Counter(session.exec(select(Recipient.state))))


def judge(announced: Announced, kills: int) -> None:
    """Look into every chat."""
    told = announced.told()
    open_to_us = set(range(FIRST_ID, FIRST_ID + announced.count)) - announced.closed
    lost = open_to_us - set(told)
    doubled = {number for number, times in told.items() if times > 1}
    states = announced.stage.database.run(_states)
    print(
        f"\n{announced.count} people, {kills} kills, {announced.stage.telegram.faults.happened} faults: "
        f"{len(lost)} lost, "
        f"{len(doubled)} doubled ({len(doubled - announced.dropped)} by kills), {len(announced.unnoted)} in flight at "
        f"a kill, resumed after {max(announced.resumed):.1f} s at most; {states}"
    )
    assert lost == set()
    assert doubled <= announced.unnoted | announced.dropped
    assert max(told.values()) <= 2 + kills
    assert states == {SENT: len(open_to_us), FAILED: len(announced.closed)}


@pytest.mark.chaos
@pytest.mark.xdist_group("chaos")
def test_a_broadcast_survives_faults_and_kills(stage):
    announced = Announced(stage, 24)
    announced.break_things(1)

    announced.kill_at("carry:after", bulk.SENDERS)

    announced.finish()
    judge(announced, 1)


@pytest.mark.chaos
@pytest.mark.long
@pytest.mark.xdist_group("chaos")
def test_a_broadcast_to_a_thousand_survives_faults_and_kills_at_every_point(stage):
    chance = random.Random(20261122)  # noqa: S311 - a game that can be played again needs a seed
    announced = Announced(stage, 1000)
    announced.break_things(30)

    for number, point in enumerate(POINTS):
        announced.kill_at(point, 1 if point.startswith("advance") else 5 + number)
    for _ in range(10):
        announced.kill_somewhere(chance)

    announced.finish()
    judge(announced, len(POINTS) + 10)
    assert max(announced.resumed) <= RESUMES
    assert stage.database.run(lambda session: session.exec(select(Broadcast.state)).one()) in {"done", "running"}
