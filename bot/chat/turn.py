"""One turn of a talk: what the person did, and what we answer; everything of it happens in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.deps import Deps, today
from bot.outbox import write
from bot.outbox.write import Letter
from bot.screens.screen import Screen
from bot.store import outbox, people, staff
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.staff import Staff
from bot.texts.catalogue import Texts

SENDING = timedelta(minutes=3)  # the door sends at once; after this, longer than its calls can take, the drain may


@dataclass(frozen=True, slots=True)
class Contact:
    """A shared phone number, and whose it is."""

    phone: str
    user_id: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """A shared place in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Upload:
    """A file the person sent, already fetched."""

    name: str
    content: bytes
    too_large: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """What the person did, freed from Telegram's classes."""

    update_id: int
    person_id: int
    first_name: str = ""
    app_language: str | None = None
    message_id: int | None = None
    pressed: int | None = None  # the message whose button was pressed
    data: str = ""  # of the button, still signed
    text: str = ""
    contact: Contact | None = None
    place: Place | None = None
    upload: Upload | None = None
    bot_name: str = ""  # ours, for links into this chat


@dataclass(slots=True)
class Turn:
    """The table at which a conversation works: who, what was said, and the answers so far."""

    session: Session
    deps: Deps
    now: datetime
    person: Person
    said: Incoming
    argument: str = ""
    letters: list[Letter] = field(default_factory=list)

    @property
    def texts(self) -> Texts:
        """Our voice in the person's language."""
        return Texts(self.person.language)

    @property
    def today(self) -> date:
        """The day it is where the person is."""
        return today(self.now, self.person.zone)

    @property
    def staff(self) -> Staff | None:
        """The person's office, if the person is staff."""
        return staff.active(self.session, self.person.id)

    @property
    def draft(self) -> dict[str, Any]:
        """The half-finished answers of this conversation."""
        return people.draft_of(self.session, self.person)

    def expect(self, step: str | None, **draft: Any) -> None:
        """Say which step the next typed text answers; None ends the conversation."""
        people.expect(self.session, self.person, step, draft)

    def show(self, screen: Screen) -> None:
        """Answer: the pressed card becomes this screen, or a new message follows what was typed."""
        pressed = self.said.pressed
        if pressed is not None and not any(letter.target == pressed for letter in self.letters):
            self._write(self.person.id, screen, "edit", pressed)
        else:
            self.add(screen)

    def add(self, screen: Screen) -> None:
        """Answer with a new message in any case."""
        self._write(self.person.id, screen, "send", None)

    def delete_said(self) -> None:
        """Delete what the person just sent: it holds an identifier."""
        if self.said.message_id is not None:
            self._put(Outbox(person_id=self.person.id, method="delete", target=self.said.message_id,
                             due_at=self.now, created_at=self.now), {})  # fmt: skip

    def tell(self, person_id: int, screen: Screen) -> None:
        """Carry an answer to somebody else in the talk (the worker, the counselor), at once."""
        self._write(person_id, screen, "send", None)

    def _write(self, person_id: int, screen: Screen, method: str, target: int | None) -> None:
        row = Outbox(person_id=person_id, method=method, target=target, due_at=self.now, created_at=self.now,
                     shows=screen.shows or None)  # fmt: skip
        self._put(row, write.pack(screen, person_id, self.session.info["sealer"]))

    def _put(self, row: Outbox, content: dict[str, Any]) -> None:
        row.number = len(self.letters)
        outbox.put(self.session, row, content, lease=self.now + SENDING)
        self.letters.append(Letter(row.id, row.person_id, row.method, row.target, content))


Conversation = Callable[[Turn], None]
