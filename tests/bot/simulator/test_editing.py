"""What Telegram refuses to change, remove or answer."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.simulator import refusals
from bot.simulator.people import person
from bot.simulator.telegram import FakeTelegram
from tests.bot.simulator.conftest import BUDI

ROWS = json.dumps({"inline_keyboard": [[{"text": "Ya", "callback_data": "yes"}]]})


@pytest.fixture
def asked(call, siti):
    """A message of the bot with one button; its id."""
    return call("sendMessage", chat_id=siti.id, text="Cocok?", reply_markup=ROWS)[1]["result"]["message_id"]


def test_an_edit_changes_text_and_takes_buttons_away_when_none_are_given(call, siti, asked, telegram):
    status, answer = call("editMessageText", chat_id=siti.id, message_id=asked, text="<b>Cocok</b>", parse_mode="HTML")

    message = telegram.message(siti.id, asked)
    assert status == 200
    assert "edit_date" in answer["result"]
    assert (message.text, message.rows) == ("Cocok", ())


def test_an_edit_must_change_something(refused, siti, asked):
    text = refused("editMessageText", chat_id=siti.id, message_id=asked, text=" Cocok? ", reply_markup=ROWS)
    buttons = refused("editMessageReplyMarkup", chat_id=siti.id, message_id=asked, reply_markup=ROWS)

    assert text == buttons == f"Bad Request: {refusals.NOT_MODIFIED}"


def test_only_own_standing_text_messages_can_be_edited(call, refused, siti, asked):
    _, sent = call("sendDocument", {"document": ("a.txt", b"x")}, chat_id=siti.id)
    document = sent["result"]["message_id"]
    call("deleteMessage", chat_id=siti.id, message_id=asked)

    def edit(number):
        return refused("editMessageText", chat_id=siti.id, message_id=number, text="x").removeprefix("Bad Request: ")

    assert edit(999) == "message to edit not found"
    assert edit(asked) == "message to edit not found"
    assert edit(1) == "message can't be edited"
    assert edit(document) == "there is no text in the message to edit"
    assert edit("") == "message identifier is not specified"


def test_an_edit_takes_inline_buttons_only(refused, siti, asked):
    said = refused("editMessageText", chat_id=siti.id, message_id=asked, text="x", reply_markup='{"keyboard": [["a"]]}')

    assert said == "Bad Request: inline keyboard expected"


def test_a_deleted_message_cannot_be_deleted_again(call, refused, siti, asked, telegram):
    status, _ = call("deleteMessage", chat_id=siti.id, message_id=asked)

    assert status == 200
    assert telegram.said(siti.id) == ()
    assert refused("deleteMessage", chat_id=siti.id, message_id=asked) == "Bad Request: message to delete not found"


def test_the_persons_own_message_can_be_deleted_in_private(call, siti, telegram):
    secret = siti.say("3201xxxxxxxxxxxx")

    status, _ = call("deleteMessage", chat_id=siti.id, message_id=secret)

    assert status == 200
    assert secret not in {message.message_id for message in siti.chat}


def test_in_a_group_only_an_admin_deletes_what_others_wrote(call, refused, telegram, siti):
    telegram.add_group(-100500, "Kasus", [siti.id])
    theirs = siti.say("/tolong", chat_id=-100500)

    said = refused("deleteMessage", chat_id=-100500, message_id=theirs)
    telegram.chats[-100500].bot_is_admin = True
    status, _ = call("deleteMessage", chat_id=-100500, message_id=theirs)

    assert said == "Bad Request: message can't be deleted"
    assert status == 200


class TestWithAClock:
    """Two days later."""

    moment = datetime(2026, 11, 22, 8, tzinfo=UTC)

    @pytest.fixture
    def telegram(self):
        return FakeTelegram(now=lambda: self.moment)

    def test_after_48_hours_a_message_stays(self, call, refused, siti, asked):
        self.moment += timedelta(hours=49)

        said = refused("deleteMessage", chat_id=siti.id, message_id=asked)
        status, _ = call("deleteMessages", chat_id=siti.id, message_ids=json.dumps([asked]))

        assert said == "Bad Request: message can't be deleted for everyone"
        assert status == 200
        assert len(siti.telegram.said(siti.id)) == 1


def test_many_messages_are_deleted_at_once_and_strangers_passed_over(call, refused, siti, asked, telegram):
    status, _ = call("deleteMessages", chat_id=siti.id, message_ids=json.dumps([asked, 1, 999]))

    assert status == 200
    assert telegram.messages(siti.id) == ()
    assert "not specified" in refused("deleteMessages", chat_id=siti.id, message_ids="[]")
    assert "too many" in refused("deleteMessages", chat_id=siti.id, message_ids=json.dumps(list(range(101))))


def test_a_pressed_button_is_answered_once(call, refused, siti, asked, telegram):
    query = siti.press("Ya")

    status, _ = call("answerCallbackQuery", callback_query_id=query, text="Baik", show_alert="true")

    assert status == 200
    assert (telegram.queries[query].text, telegram.queries[query].alert) == ("Baik", True)
    assert refused("answerCallbackQuery", callback_query_id=query) == f"Bad Request: {refusals.QUERY_TOO_OLD}"


def test_an_unknown_or_old_press_is_not_answered(refused, siti, asked, telegram):
    query = siti.press("yes")
    telegram.expire_queries()

    assert refused("answerCallbackQuery", callback_query_id=query) == f"Bad Request: {refusals.QUERY_TOO_OLD}"
    assert refused("answerCallbackQuery", callback_query_id="none") == f"Bad Request: {refusals.QUERY_TOO_OLD}"


def test_an_answer_has_200_characters(refused, siti, asked):
    assert (
        refused("answerCallbackQuery", callback_query_id=siti.press(0), text="x" * 201)
        == "Bad Request: MESSAGE_TOO_LONG"
    )


def test_a_blocked_bot_edits_nothing(refused, siti, asked):
    siti.block()

    assert refused("editMessageText", chat_id=siti.id, message_id=asked, text="x") == f"Forbidden: {refusals.BLOCKED}"


def test_a_strange_chat_has_nothing_to_edit(refused, telegram, asked):
    person(telegram, BUDI)

    assert refused("editMessageText", chat_id=BUDI.id, message_id=asked, text="x") == "Bad Request: chat not found"
