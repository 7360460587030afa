"""Every sealed column of ours in one table, and how all of them move to a new key."""

from dataclasses import dataclass

from sqlmodel import Session, SQLModel, select

from bot.store import keys
from bot.store.broadcasts import Broadcast
from bot.store.cases import DeclaredCase
from bot.store.dossiers import Dossier
from bot.store.help_requests import HelpMessage
from bot.store.inbox import Inbox
from bot.store.invites import Invite
from bot.store.notes import CaseNote
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.phones import CallNumber
from bot.store.postings import Posting
from bot.store.promises import Promise
from bot.store.registrations import Registration
from bot.store.uploads import Upload


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A column whose values are sealed at the place `table.column:row key`."""

    table: type[SQLModel]
    column: str
    row_key: str


COLUMNS = (
    SealedColumn(Person, "name", "id"),
    SealedColumn(Person, "draft", "id"),
    SealedColumn(DeclaredCase, "facts", "person_id"),
    SealedColumn(Dossier, "details", "person_id"),
    SealedColumn(Inbox, "payload", "update_id"),
    SealedColumn(Outbox, "content", "id"),
    SealedColumn(HelpMessage, "words", "id"),
    SealedColumn(Upload, "content", "id"),
    SealedColumn(Upload, "summary", "id"),
    SealedColumn(Broadcast, "says", "id"),
    SealedColumn(Posting, "content", "id"),
    SealedColumn(CaseNote, "words", "id"),
    SealedColumn(Promise, "words", "id"),
    SealedColumn(CallNumber, "phone", "person_id"),
    SealedColumn(Invite, "details", "id"),
    SealedColumn(Registration, "phone", "id"),
    SealedColumn(Registration, "words", "id"),
)


def reseal(session: Session, sealed: SealedColumn) -> int:
    """Seal every value of a column with the current key; gives how many had another one."""
    sealer = session.info["sealer"]
    moved = 0
    for row in session.exec(select(sealed.table)):
        value = getattr(row, sealed.column)
        if value is None or sealer.is_current(value):
            continue
        place = f"{sealed.table.__tablename__}.{sealed.column}:{getattr(row, sealed.row_key)}"
        setattr(row, sealed.column, sealer.seal(sealer.open(value, place), place))
        moved += 1
    return moved


def remember_current(session: Session) -> None:
    """Mark the database as sealed with the current key."""
    keys.remember(session)
