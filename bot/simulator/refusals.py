"""Telegram's own error answers: codes and exact texts, so that a bot meets here what it would meet there."""

import math
from http import HTTPStatus
from typing import Any

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
CHAT_NOT_FOUND = "chat not found"
TEXT_EMPTY = "message text is empty"
TEXT_BLANK = "text must be non-empty"
TEXT_TOO_LONG = "message is too long"
CAPTION_TOO_LONG = "message caption is too long"
EDIT_NOT_FOUND = "message to edit not found"
EDIT_FORBIDDEN = "message can't be edited"
EDIT_NO_TEXT = "there is no text in the message to edit"
DELETE_NOT_FOUND = "message to delete not found"
DELETE_FORBIDDEN = "message can't be deleted"
DELETE_TOO_OLD = "message can't be deleted for everyone"
FILE_TOO_BIG = "file is too big"
FILE_EMPTY = "file must be non-empty"
FILE_UNKNOWN = "invalid file_id"
BLOCKED = "bot was blocked by the user"
NOT_STARTED = "bot can't initiate conversation with a user"
KICKED = "bot was kicked from the supergroup chat"
TWO_POLLERS = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_TOOK_OVER = "terminated by setWebhook request"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class RefusalError(Exception):
    """A call that Telegram answers with an error. `code` is also the HTTP status."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> dict[str, Any]:
        """The JSON object Telegram would answer with."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


def bad_request(what: str) -> RefusalError:
    """400: the call itself is wrong; repeating it does not help."""
    return RefusalError(400, f"Bad Request: {what}")


def forbidden(what: str) -> RefusalError:
    """403: this chat is closed to the bot."""
    return RefusalError(403, f"Forbidden: {what}")


def conflict(what: str) -> RefusalError:
    """409: somebody else is fetching the updates."""
    return RefusalError(409, f"Conflict: {what}")


def too_many(seconds: float) -> RefusalError:
    """429: ask again after so many whole seconds."""
    wait = max(1, math.ceil(seconds))
    return RefusalError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


def unauthorized() -> RefusalError:
    """401: a well-formed token of no bot."""
    return RefusalError(401, "Unauthorized")


def not_found(what: str = "") -> RefusalError:
    """404: a malformed token, or a method that does not exist."""
    return RefusalError(404, f"Not Found: {what}" if what else "Not Found")


def injected(code: int, retry_after: int | None) -> RefusalError:
    """The answer a fault switch gives for a code, worded as Telegram does."""
    if retry_after is not None or code == HTTPStatus.TOO_MANY_REQUESTS:
        return too_many(retry_after or 1)
    words = {
        400: f"Bad Request: {CHAT_NOT_FOUND}",
        401: "Unauthorized",
        403: f"Forbidden: {BLOCKED}",
        404: "Not Found",
        409: f"Conflict: {TWO_POLLERS}",
        502: "Bad Gateway",
    }
    return RefusalError(code, words.get(code, "Internal Server Error"), retry_after)
