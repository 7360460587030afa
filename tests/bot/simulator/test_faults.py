"""Telegram failing on purpose."""

import time

import httpx
import pytest

from bot.simulator import refusals
from bot.simulator.flood import Flood


@pytest.mark.parametrize("code", [400, 401, 403, 404, 409, 500, 502])
def test_the_next_call_fails_with_the_code_and_has_no_effect(call, siti, telegram, code):
    telegram.faults.fail_next("sendMessage", code)

    status, answer = call("sendMessage", chat_id=siti.id, text="x")
    after, _ = call("sendMessage", chat_id=siti.id, text="y")

    assert status == answer["error_code"] == code
    assert after == 200
    assert [message.text for message in telegram.said(siti.id)] == ["y"]


def test_too_many_requests_say_how_long_to_wait(call, siti, telegram):
    telegram.faults.fail_next("*", 429, retry_after=7, times=2)

    first, _ = call("getUpdates")
    second, answer = call("sendMessage", chat_id=siti.id, text="x")

    assert (first, second) == (200, 429)
    assert answer["parameters"] == {"retry_after": 7}
    assert answer["description"] == "Too Many Requests: retry after 7"


def test_a_fault_can_hit_one_chat_only(call, siti, telegram):
    telegram.faults.fail_next("sendMessage", 500, chat_id=99)

    assert call("sendMessage", chat_id=siti.id, text="x")[0] == 200


@pytest.mark.parametrize(("when", "effect"), [("before", 0), ("after", 1)])
def test_a_connection_can_break_before_or_after_the_effect(call, siti, telegram, when, effect):
    telegram.faults.drop_next("sendMessage", when=when)

    with pytest.raises(httpx.TransportError):
        call("sendMessage", chat_id=siti.id, text="x")

    assert len(telegram.said(siti.id)) == len(telegram.sent) == effect


def test_answers_can_be_slow(call, siti, telegram):
    telegram.faults.slow(0.3, "sendMessage")

    began = time.monotonic()
    call("sendMessage", chat_id=siti.id, text="x")
    slow = time.monotonic() - began
    telegram.faults.clear()
    telegram.faults.slow(0.0)
    call("sendMessage", chat_id=siti.id, text="x")

    assert slow >= 0.3
    assert time.monotonic() - began - slow < 0.3


def test_polls_can_fail_by_name(refused, telegram):
    telegram.faults.fail_next("getUpdates", 502)

    assert refused("getUpdates") == "Bad Gateway"


class Clock:
    """Seconds that pass when told to."""

    now = 0.0

    def __call__(self):
        return self.now


def refusal_of(flood, chat_id):
    try:
        flood.check(chat_id)
    except refusals.RefusalError as refusal:
        return refusal.retry_after
    return 0


def test_one_chat_takes_a_short_burst_and_then_one_a_second():
    clock = Clock()
    flood = Flood(on=True, clock=clock)

    burst = [refusal_of(flood, 1) for _ in range(4)]
    clock.now = 1.0
    later = [refusal_of(flood, 1), refusal_of(flood, 1)]

    assert burst == [0, 0, 0, 1]
    assert later == [0, 1]
    assert flood.refused == 2


def test_all_chats_together_take_thirty_a_second():
    clock = Clock()
    flood = Flood(on=True, clock=clock)

    at_once = sum(refusal_of(flood, chat) == 0 for chat in range(1, 100))
    clock.now = 0.5
    half_a_second_later = sum(refusal_of(flood, chat) == 0 for chat in range(100, 200))

    assert (at_once, half_a_second_later) == (30, 15)


def test_a_group_takes_twenty_a_minute():
    flood = Flood(on=True, clock=Clock())

    taken = [refusal_of(flood, -100) for _ in range(21)]

    assert taken == [0] * 20 + [3]


def test_flood_limits_answer_429_when_switched_on(call, siti, telegram):
    calm = [call("sendMessage", chat_id=siti.id, text="x")[0] for _ in range(5)]
    telegram.flood.on = True
    flooded = [call("sendMessage", chat_id=siti.id, text="x") for _ in range(5)]

    assert calm == [200] * 5
    assert flooded[-1][1]["description"].startswith("Too Many Requests: retry after ")
    assert flooded[-1][1]["parameters"]["retry_after"] >= 1
