"""A screen becomes a message on its way: packed, signed for its reader, written beside its cause."""

import base64
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.outbox import buttons
from bot.screens.screen import Button, Screen
from bot.store import outbox
from bot.store.outbox import Outbox
from jkp.membership.sealed import Sealer


@dataclass(frozen=True, slots=True)
class Letter:
    """A written message, ready for the post."""

    id: str
    person_id: int
    method: str
    target: int | None
    content: dict[str, Any]
    topic: str = "reply"


def pack(screen: Screen, person_id: int, sealer: Sealer) -> dict[str, Any]:
    """Turn a screen into plain values that JSON can keep; buttons are signed for this person."""
    packed: dict[str, Any] = {"text": screen.text, "protect": screen.protect, "remove_ask": screen.remove_ask}
    packed["rows"] = [[_button(button, person_id, sealer) for button in row] for row in screen.rows]
    if screen.only_edit:
        packed["only_edit"] = True
    if screen.ask is not None:
        packed["ask"] = {name: getattr(screen.ask, name) for name in ("contact", "location", "cancel")}
    if screen.attachment is not None:
        packed["file"] = {
            "name": screen.attachment.name,
            "content": base64.b64encode(screen.attachment.content).decode(),
        }
    return packed


def _button(button: Button, person_id: int, sealer: Sealer) -> dict[str, str]:
    if button.url:
        return {"label": button.label, "url": button.url}
    if button.copy:
        return {"label": button.label, "copy": button.copy}
    return {"label": button.label, "data": buttons.sign(sealer, person_id, button.action, button.argument)}


def notice(  # noqa: PLR0913 - each names one thing a notice needs
    session: Session,
    person_id: int,
    screen: Screen,
    *,
    topic: str,
    occurrence: str,
    now: datetime,
    lane: int = outbox.NOTICE,
    due_at: datetime | None = None,
    shows: str = "",
) -> bool:
    """Write a message that we send unasked; False when this occurrence was already written.

    `shows` names the offer that stands on it where the screen itself does not say it.
    """
    if outbox.planned(session, person_id, topic, occurrence):
        return False
    row = Outbox(
        person_id=person_id, lane=lane, topic=topic, occurrence=occurrence, due_at=due_at or now, created_at=now,
        shows=shows or screen.shows or None,
    )  # fmt: skip
    outbox.put(session, row, pack(screen, person_id, session.info["sealer"]))
    session.flush()
    return True
