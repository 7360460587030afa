"""The progress card in its author's chat: sent once, then changed in place every few seconds while figures change."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.screens.screen import Screen
from bot.screens.staff import broadcast_run as screens
from bot.services.staff import broadcast_run as services
from bot.store import broadcasts, outbox, people, staff
from bot.store.broadcasts import OVER, Broadcast
from bot.store.outbox import NOTICE, Outbox
from bot.texts.catalogue import Texts

TOPIC = "broadcast_card"
EVERY = timedelta(seconds=4)  # at most one change in so long: each costs one of our thirty messages a second
AFTERWARDS = timedelta(seconds=10)  # the same once all is sent, while answers still come in


def draw(session: Session, row: Outbox, now: datetime) -> Screen | None:
    """Draw the card as the broadcast stands now."""
    broadcast_id = row.occurrence.partition(":")[0]
    found, author = services.progress(session, broadcast_id, now), people.find(session, row.person_id)
    if found is None or author is None or staff.active(session, author.id) is None:
        row.state = outbox.DROPPED
        return None
    return screens.progress(Texts(author.language), found)


def advance(session: Session, now: datetime) -> int:
    """Move the broadcasts whose moment has come and refresh their cards; gives how many are under way."""
    under_way = services.due(session, now)
    for row in (*under_way, *services.answered_still(session, now)):
        refresh(session, row, now)
    return len(under_way)


def refresh(session: Session, broadcast: Broadcast, now: datetime) -> bool:
    """Write the next change of the card if the figures changed and the last one is some seconds old."""
    if not broadcast.wave or staff.active(session, broadcast.author_id) is None:
        return False  # not opened yet, or whose role was taken away meanwhile
    told_over = broadcast.state in OVER and broadcast.progress_shown.startswith(f"{broadcast.state}:")
    pause = AFTERWARDS if told_over else EVERY
    if broadcast.progress_at is not None and now - broadcast.progress_at < pause:
        return False
    broadcast.progress_at = now
    shown = f"{broadcast.state}:{broadcast.closing}:{broadcast.wave}:{broadcasts.counts(session, broadcast.id)}"
    if shown == broadcast.progress_shown:
        return False
    first = outbox.sent_as(session, broadcast.author_id, TOPIC, broadcast.id)
    if broadcast.progress and first is None:
        return False  # the first one is still on its way, or never arrived
    occurrence = broadcast.id if first is None else f"{broadcast.id}:{broadcast.progress}"
    session.add(
        Outbox(
            id=f"{TOPIC}:{occurrence}", person_id=broadcast.author_id, lane=NOTICE, topic=TOPIC, occurrence=occurrence,
            method="send" if first is None else "edit", target=first, due_at=now, created_at=now,
        )
    )  # fmt: skip
    broadcast.progress += 1
    broadcast.progress_shown = shown
    return True
