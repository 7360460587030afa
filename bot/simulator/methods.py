"""The table of Bot API methods, and how one call is answered and written down."""

import time
from collections.abc import Callable
from typing import Any

from bot.simulator import about, editing, refusals, sending
from bot.simulator.journal import Call
from bot.simulator.parameters import Parameters
from bot.simulator.shapes import Json
from bot.simulator.telegram import FakeTelegram

Method = Callable[[FakeTelegram, Parameters], Any]

METHODS: dict[str, Method] = {
    "getMe": about.get_me,
    "logOut": about.done,
    "close": about.done,
    "setWebhook": about.set_webhook,
    "deleteWebhook": about.delete_webhook,
    "getWebhookInfo": about.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": editing.answer_callback_query,
    "getFile": about.get_file,
    "getChat": about.get_chat,
    "leaveChat": about.leave_chat,
    "setMyCommands": about.set_my_commands,
    "deleteMyCommands": about.delete_my_commands,
    "getMyCommands": about.get_my_commands,
    "setMyDescription": about.set_my_description,
    "getMyDescription": about.get_my_description,
    "setMyShortDescription": about.set_my_short_description,
    "getMyShortDescription": about.get_my_short_description,
    "setChatMenuButton": about.set_chat_menu_button,
}
_BY_LOWER_NAME = {name.lower(): (name, method) for name, method in METHODS.items()}


def answer(telegram: FakeTelegram, method: str, parameters: Parameters) -> Json:
    """What one method gives back; the call is journalled whether it worked or not.

    Raises:
        RefusalError: with Telegram's code and words.
    """
    name, act = _BY_LOWER_NAME.get(method.lower(), (method, _unknown))
    try:
        telegram.faults.check(name, parameters.integer("chat_id"))
        with telegram.changed:
            result = act(telegram, parameters)
            _journal(telegram, name, parameters, result=result)
    except refusals.RefusalError as refusal:
        _journal(telegram, name, parameters, refusal=refusal)
        raise
    return {"ok": True, "result": result}


def _unknown(_telegram: FakeTelegram, _parameters: Parameters) -> Any:
    raise refusals.not_found("method not found")


def _journal(
    telegram: FakeTelegram,
    method: str,
    parameters: Parameters,
    *,
    result: Any = None,
    refusal: refusals.RefusalError | None = None,
) -> None:
    made = result if isinstance(result, dict) and "message_id" in result else {}
    telegram.record(
        Call(
            sequence=0,
            method=method,
            chat_id=parameters.integer("chat_id"),
            message_id=made.get("message_id") or parameters.integer("message_id"),
            payload=parameters.plain(),
            at=time.monotonic(),
            code=refusal.code if refusal else 200,
            description=refusal.description if refusal else "",
            text=made.get("text") or made.get("caption") or parameters.text("text"),
        )
    )
