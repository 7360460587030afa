"""The doors keep their promise: stored first, handled once, in order per chat, and an answer whatever happens."""

import time

import pytest
from sqlmodel import select

from bot.chat import routes, start
from bot.store import inbox
from bot.store.inbox import DONE, FAILED, Inbox
from bot.store.people import Person


def states(rig) -> list[str]:
    return rig.database.run(lambda session: list(session.exec(select(Inbox.state))))


def test_updates_that_come_twice_and_backwards_have_one_effect(rig):
    people = [rig.person(number) for number in range(1, 6)]
    rig.telegram.updates.duplicate_next(3)
    rig.telegram.updates.reverse_next(3)

    for talker in people:
        talker.person.start()
        talker.person.say("/menu")
    rig.settle()

    assert [len(talker.all_said) for talker in people] == [2] * 5
    assert states(rig) == [DONE] * 10


def test_an_update_that_is_replayed_while_it_is_handled_has_one_effect(rig):
    sari = rig.person()
    sari.start()
    rig._run(rig.house._replay(everything=True))

    rig.settle()

    assert len(sari.all_said) == 1


@pytest.fixture
def broken_menu(monkeypatch):
    def fail(_turn):
        raise RuntimeError("broken on purpose")

    monkeypatch.setitem(routes.COMMANDS, "menu", fail)
    monkeypatch.setitem(routes.BUTTONS, "menu", fail)


def test_a_turn_that_fails_is_apologised_for_and_the_talk_goes_on(rig, broken_menu):
    sari = rig.person()
    sari.start()

    words = sari.say("/menu")
    again = sari.say("/help")

    assert "🙋" in " ".join(sari.labels)
    assert words != again
    assert sorted(states(rig)) == sorted([DONE, FAILED, DONE])


def test_one_who_sends_a_hundred_messages_keeps_nobody_waiting(rig):
    loud, sari = rig.person(1), rig.person(2)
    rig.telegram.faults.slow(0.01)
    for _ in range(100):
        loud.person.say("/menu")

    begun = time.monotonic()
    sari.person.start()
    rig.telegram.wait_for(lambda telegram: telegram.said(sari.id), 10)

    assert time.monotonic() - begun < 3
    assert len(loud.all_said) < 100
    rig.telegram.faults.clear()
    rig.settle()


def test_the_updates_of_one_chat_are_answered_in_their_order(rig):
    sari = rig.person()
    for words in ("/help", "/start", "/help", "/start"):
        sari.person.say(words)
    rig.settle()

    kinds = ["Halo" in words for words in sari.all_said]

    assert kinds == [False, True, False, True]


def test_an_update_waits_until_it_can_be_stored(rig, monkeypatch):
    kept, failures = inbox.keep, [True]

    def failing(*arguments):
        if failures:
            failures.pop()
            raise OSError("the disk is full")
        return kept(*arguments)

    monkeypatch.setattr(inbox, "keep", failing)
    sari = rig.person()

    assert "Halo" in sari.start()


def test_a_file_that_cannot_be_fetched_is_answered(rig):
    sari = rig.person()
    sari.start()
    rig.telegram.faults.fail_next("getFile", 400, times=5)

    words = sari.do("send_document", b"a;b", "data.csv")

    assert words != ""
    assert states(rig) == [DONE, DONE]


def test_one_who_blocks_us_gets_nothing_more_and_coming_back_is_enough(rig):
    sari = rig.person()
    sari.start()

    sari.person.block()
    rig.settle()
    blocked = rig.database.run(lambda session: session.get(Person, sari.id).blocked_at)
    sari.person.unblock()
    rig.settle()
    words = sari.say("/menu")

    assert blocked is not None
    assert "Menu" in words


def test_a_group_is_pointed_to_the_private_talk_and_a_channel_is_passed_by(rig):
    sari = rig.person()
    rig.telegram.add_group(-100_1, "Grup Contoh", [sari.id])
    sari.person.say("/start", chat_id=-100_1)
    rig.settle()

    said = rig.telegram.said(-100_1)

    assert len(said) == 1
    assert set(states(rig)) == {DONE}


def test_every_listed_command_exists():
    assert set(routes.LISTED) <= set(routes.COMMANDS)
    assert routes.COMMANDS["start"] is start.begin
