"""What the bot asked of Telegram, in order, never changed afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """One Bot API call. `code` is 200 when it had its effect (even if the answer never arrived), else the refusal's.

    `at` is monotonic seconds; `payload` holds the parameters with their JSON parsed and files as name and size.
    """

    sequence: int
    method: str
    chat_id: int
    message_id: int
    payload: Mapping[str, Any]
    at: float
    code: int = 200
    description: str = ""
    text: str = ""  # as a reader sees it, after parsing

    @property
    def ok(self) -> bool:
        """Whether it had its effect."""
        return self.code == HTTPStatus.OK
