"""The methods that change or remove what stands in a chat, and the one that answers a pressed button."""

import time
from dataclasses import replace
from datetime import timedelta

from bot.simulator import entities, keyboards, refusals, wire
from bot.simulator.parameters import Parameters
from bot.simulator.sending import chat_id_of, text_of
from bot.simulator.shapes import Chat, Event, Json, Message
from bot.simulator.telegram import QUERY_SECONDS, FakeTelegram

MAX_ANSWER = 200
MAX_AT_ONCE = 100
DELETABLE_FOR = timedelta(hours=48)


def edit_message_text(telegram: FakeTelegram, parameters: Parameters) -> Json:
    """A new text and new buttons; leaving the buttons out takes them away."""
    written = text_of(parameters)
    before = _editable(telegram, parameters)
    if before.kind != "text":
        raise refusals.bad_request(refusals.EDIT_NO_TEXT)
    formatted = written.formatted
    after = replace(before, text=formatted.text, html=written.html, entities=formatted.entities)
    return _edited(telegram, parameters, before, after)


def edit_message_reply_markup(telegram: FakeTelegram, parameters: Parameters) -> Json:
    """New buttons below the same text."""
    before = _editable(telegram, parameters)
    return _edited(telegram, parameters, before, before)


def delete_message(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """Remove one message, at most 48 hours old."""
    chat = telegram.known_chat(chat_id_of(parameters))
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None or message.deleted:
        raise refusals.bad_request(refusals.DELETE_NOT_FOUND)
    why = _undeletable(telegram, chat, message)
    if why:
        raise refusals.bad_request(why)
    telegram.change(replace(message, deleted=True), "deleted")
    return True


def delete_messages(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """Remove up to 100 messages; those that cannot be found or removed are passed over."""
    chat = telegram.known_chat(chat_id_of(parameters))
    wanted = parameters.listing("message_ids")
    if not wanted:
        raise refusals.bad_request("message identifiers are not specified")
    if len(wanted) > MAX_AT_ONCE:
        raise refusals.bad_request("too many message identifiers specified")
    for number in wanted:
        message = chat.messages.get(int(number))
        if message and not message.deleted and not _undeletable(telegram, chat, message):
            telegram.change(replace(message, deleted=True), "deleted")
    return True


def answer_callback_query(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """Stop the button's spinner, with a short text if wished; once, and in time."""
    query = telegram.queries.get(parameters.text("callback_query_id"))
    if query is None or query.answered or time.monotonic() - query.pressed_at > QUERY_SECONDS:
        raise refusals.bad_request(refusals.QUERY_TOO_OLD)
    text = parameters.text("text")
    if entities.utf16(text) > MAX_ANSWER:
        raise refusals.bad_request("MESSAGE_TOO_LONG")
    query.answered, query.text, query.alert = True, text, parameters.flag("show_alert")
    detail = {"query": query.id, "person": query.user_id, "text": text, "alert": query.alert}
    telegram.tell(Event("answer", query.chat_id, query.message_id, detail))
    return True


def _editable(telegram: FakeTelegram, parameters: Parameters) -> Message:
    if not parameters.integer("message_id"):
        raise refusals.bad_request("message identifier is not specified")
    chat = telegram.open_chat(chat_id_of(parameters))
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None or message.deleted:
        raise refusals.bad_request(refusals.EDIT_NOT_FOUND)
    if message.sender_id != telegram.bot_id:
        raise refusals.bad_request(refusals.EDIT_FORBIDDEN)
    return message


def _edited(telegram: FakeTelegram, parameters: Parameters, before: Message, after: Message) -> Json:
    markup = keyboards.read(parameters.tree("reply_markup"), private=before.chat_id > 0, inline_only=True)
    after = replace(after, rows=markup.rows)
    if (after.text, after.entities, after.rows) == (before.text, before.entities, before.rows):
        raise refusals.bad_request(refusals.NOT_MODIFIED)
    telegram.flood.check(before.chat_id)
    changed = telegram.change(replace(after, edited_at=telegram.now()))
    return wire.message_json(telegram, changed)


def _undeletable(telegram: FakeTelegram, chat: Chat, message: Message) -> str:
    if telegram.now() - message.sent_at > DELETABLE_FOR:
        return refusals.DELETE_TOO_OLD
    foreign = message.sender_id != telegram.bot_id
    return refusals.DELETE_FORBIDDEN if foreign and chat.is_group and not chat.bot_is_admin else ""
