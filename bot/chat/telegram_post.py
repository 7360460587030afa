"""Telegram's door outwards: a letter becomes the right call, and what Telegram says becomes an outcome."""

import base64
from datetime import timedelta
from typing import Any

from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot import metrics
from bot.outbox.post import Gone, Later, Outcome, Refused, Sent
from bot.outbox.write import Letter

UNCHANGED = "message is not modified"
UNEDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",  # a button under a file
)
UNDELETABLE = ("message to delete not found", "message can't be deleted")
NEVER_LEFT = {"ConnectError", "ConnectTimeout", "PoolTimeout"}
NOBODY = ("chat not found", "user is deactivated")

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


class TelegramPost:
    """Carries letters with the bot's own connection."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def carry(self, letter: Letter) -> Outcome:
        """Try once and say what became of it."""
        outcome = await self._carry(letter)
        metrics.MESSAGES.labels(type(outcome).__name__.lower()).inc()
        return outcome

    async def _carry(self, letter: Letter) -> Outcome:
        try:
            return Sent(await self._call(letter))
        except RetryAfter as error:
            return Later(_seconds(error.retry_after), "too many requests")
        except Forbidden as error:
            return Gone(error.message)
        except BadRequest as error:
            return Gone(error.message) if _says(error, NOBODY) else Refused(error.message)
        except ChatMigrated as error:
            return Refused(error.message)
        except NetworkError as error:
            return Later(1.0, type(error).__name__, in_doubt=letter.method == "send" and not _never_left(error))
        except TelegramError as error:
            return Refused(error.message)

    async def _call(self, letter: Letter) -> int | None:
        if letter.method == "delete":
            await self._delete(letter)
            return None
        if letter.method == "edit" and letter.target is not None:
            return await self._edit(letter, letter.target)
        return await self._send(letter)

    async def _send(self, letter: Letter) -> int:
        content = letter.content
        shared: dict[str, Any] = {"reply_markup": _markup(content), "protect_content": content["protect"]}
        if "file" in content:
            file = base64.b64decode(content["file"]["content"])
            message = await self._bot.send_document(
                letter.person_id, file, caption=content["text"], filename=content["file"]["name"], **shared
            )
        else:
            message = await self._bot.send_message(letter.person_id, content["text"], **shared)
        return message.message_id

    async def _edit(self, letter: Letter, target: int) -> int:
        content = letter.content
        markup = _markup(content)
        if "file" in content or isinstance(markup, ReplyKeyboardMarkup | ReplyKeyboardRemove):
            return await self._send(letter)  # such a message cannot be made of an old one
        try:
            await self._bot.edit_message_text(
                content["text"], chat_id=letter.person_id, message_id=target, reply_markup=markup
            )
        except BadRequest as error:
            if _says(error, UNEDITABLE) and not content.get("only_edit"):
                return await self._send(letter)
            if not _says(error, (UNCHANGED,)):
                raise
        return target

    async def _delete(self, letter: Letter) -> None:
        if letter.target is None:
            return
        try:
            await self._bot.delete_message(letter.person_id, letter.target)
        except BadRequest as error:
            if not _says(error, UNDELETABLE):
                raise


def _never_left(error: NetworkError) -> bool:
    """Whether the call certainly did not reach Telegram (the library keeps its transport's error as the cause)."""
    return type(error.__cause__).__name__ in NEVER_LEFT


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _says(error: TelegramError, words: tuple[str, ...]) -> bool:
    return any(word in error.message.lower() for word in words)


def _markup(content: dict[str, Any]) -> Markup:
    if content.get("ask"):
        return _ask(content["ask"])
    if content.get("remove_ask") and not content["rows"]:
        return ReplyKeyboardRemove()
    if not content["rows"]:
        return None
    return InlineKeyboardMarkup([[_inline(button) for button in row] for row in content["rows"]])


def _ask(ask: dict[str, str]) -> ReplyKeyboardMarkup:
    rows = []
    if ask["contact"]:
        rows.append([KeyboardButton(ask["contact"], request_contact=True)])
    if ask["location"]:
        rows.append([KeyboardButton(ask["location"], request_location=True)])
    if ask["cancel"]:
        rows.append([KeyboardButton(ask["cancel"])])
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)


def _inline(button: dict[str, str]) -> InlineKeyboardButton:
    if "url" in button:
        return InlineKeyboardButton(button["label"], url=button["url"])
    if "copy" in button:
        return InlineKeyboardButton(button["label"], copy_text=CopyTextButton(button["copy"]))
    return InlineKeyboardButton(button["label"], callback_data=button["data"])
