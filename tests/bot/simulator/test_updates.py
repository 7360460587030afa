"""How updates are kept, fetched, confirmed and fought over."""

import json
import threading
import time

import pytest

from bot.simulator import refusals
from bot.simulator.updates import Updates


def ids(answer):
    return [update["update_id"] for update in answer["result"]]


def in_background(act):
    """Run a call in a thread; gives a function that waits for its answer."""
    answers = []
    thread = threading.Thread(target=lambda: answers.append(act()))
    thread.start()

    def wait():
        thread.join(10)
        return answers[0]

    return wait


def test_updates_come_again_until_they_are_confirmed(call, siti):
    siti.say("dua")

    first = call("getUpdates")[1]
    again = call("getUpdates")[1]
    rest = call("getUpdates", offset=ids(first)[0] + 1)[1]

    assert [update["message"]["text"] for update in first["result"]] == ["/start", "dua"]
    assert again == first
    assert ids(rest) == ids(first)[1:]


def test_a_limit_and_a_negative_offset_are_obeyed(call, siti):
    for word in "abc":
        siti.say(word)

    some = call("getUpdates", limit=2)[1]
    last = call("getUpdates", offset=-1)[1]

    assert len(some["result"]) == 2
    assert [update["message"]["text"] for update in last["result"]] == ["c"]


def test_ids_only_grow(call, siti):
    message_ids = [siti.say(word) for word in "abc"]
    got = ids(call("getUpdates")[1])

    assert message_ids == sorted(set(message_ids))
    assert got == list(range(got[0], got[0] + 4))


def test_a_long_poll_ends_when_something_comes(call, siti):
    seen = ids(call("getUpdates")[1])[-1]
    began = time.monotonic()
    answer = in_background(lambda: call("getUpdates", offset=seen + 1, timeout=20)[1])
    time.sleep(0.3)

    siti.say("akhirnya")

    assert answer()["result"][0]["message"]["text"] == "akhirnya"
    assert time.monotonic() - began < 5


def test_a_long_poll_ends_empty_when_its_time_is_over(call, server):
    began = time.monotonic()

    assert call("getUpdates", timeout=1)[1]["result"] == []
    assert 0.9 < time.monotonic() - began < 3


def test_the_older_of_two_polls_ends_with_a_conflict(call):
    older = in_background(lambda: call("getUpdates", timeout=20))
    time.sleep(0.3)

    call("getUpdates")

    assert older() == (409, {"ok": False, "error_code": 409, "description": f"Conflict: {refusals.TWO_POLLERS}"})


def test_nothing_is_fetched_while_a_webhook_is_set(call, refused):
    call("setWebhook", url="https://bot.example/hook")

    assert refused("getUpdates") == f"Conflict: {refusals.WEBHOOK_ACTIVE}"
    call("deleteWebhook")
    assert call("getUpdates")[0] == 200


def test_setting_a_webhook_ends_an_open_poll(call):
    open_poll = in_background(lambda: call("getUpdates", timeout=20))
    time.sleep(0.3)

    call("setWebhook", url="https://bot.example/hook")

    assert open_poll()[1]["description"] == f"Conflict: {refusals.WEBHOOK_TOOK_OVER}"


@pytest.mark.parametrize(
    ("parameters", "why"),
    [
        ({"url": "http://bot.example/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://bot.example", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
def test_a_bad_webhook_is_refused(refused, parameters, why):
    assert refused("setWebhook", **parameters) == f"Bad Request: {why}"


def test_webhook_info_tells_what_waits(call, siti):
    call("setWebhook", url="https://bot.example/hook", allowed_updates='["message"]', max_connections=7)

    info = call("getWebhookInfo")[1]["result"]

    assert info["url"] == "https://bot.example/hook"
    assert (info["pending_update_count"], info["max_connections"], info["allowed_updates"]) == (1, 7, ["message"])


def test_kinds_that_are_not_wanted_are_never_queued(call, siti):
    call("getUpdates", allowed_updates=json.dumps(["message"]))

    siti.block()
    siti.unblock()

    assert all("my_chat_member" not in update for update in call("getUpdates")[1]["result"])


def test_pending_updates_can_be_dropped(call, siti):
    call("deleteWebhook", drop_pending_updates="true")

    assert call("getUpdates")[1]["result"] == []


def test_switches_deliver_twice_and_out_of_order():
    updates = Updates()
    first, second = (updates.add("message", {"text": word}) for word in "ab")

    updates.duplicate_next()
    twice = [update["update_id"] for update in updates.batch(100)]
    updates.reverse_next()
    backwards = [update["update_id"] for update in updates.batch(100)]
    calm = [update["update_id"] for update in updates.batch(100)]

    assert twice == [first, first, second, second]
    assert backwards == [second, first]
    assert calm == [first, second]
    assert updates.delivered == {first: 3, second: 3}
