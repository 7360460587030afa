"""What Telegram knows: people, chats, messages, buttons and files, as plain values."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class User:
    """A person as Telegram knows them; descriptions and papers are only for the chat page, Telegram knows neither."""

    id: int
    first_name: str
    language_code: str = "id"
    phone: str = ""
    username: str = ""
    description: str = ""
    description_en: str = ""
    papers: tuple[str, ...] = ()  # what is written on their cards, to be typed when the bot asks


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of a text with a meaning; offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text after parsing, and what Telegram saw in it."""

    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: exactly one of data, url and copy is set."""

    label: str
    data: str = ""
    url: str = ""
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a reply keyboard; `wants` is "", "contact" or "location"."""

    label: str
    wants: str = ""


@dataclass(frozen=True, slots=True)
class Markup:
    """What hangs below a message or replaces the person's keyboard."""

    rows: tuple[tuple[Button, ...], ...] = ()
    keys: tuple[tuple[Key, ...], ...] = ()
    remove: bool = False
    one_time: bool = False
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on Telegram's servers; `path` is what getFile answers."""

    file_id: str
    unique_id: str
    name: str
    mime: str
    path: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Contact:
    """A shared phone number; `user_id` is whose it is, 0 if that person is not on Telegram."""

    phone: str
    first_name: str
    user_id: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A shared location in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Message:
    """The present state of one message. `kind` names what it carries besides text (text, document, photo, ...)."""

    chat_id: int
    message_id: int
    sender_id: int
    sent_at: datetime
    kind: str = "text"
    text: str = ""
    html: str = ""
    entities: tuple[Entity, ...] = ()
    rows: tuple[tuple[Button, ...], ...] = ()
    file: StoredFile | None = None
    contact: Contact | None = None
    place: Place | None = None
    reply_to: int = 0
    forwarded_from: int = 0
    protected: bool = False
    edited_at: datetime | None = None
    deleted: bool = False

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All inline buttons in reading order."""
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all inline buttons in reading order."""
        return tuple(button.label for button in self.buttons)


@dataclass(slots=True)
class Chat:
    """A private chat (id = the person's) or a group, with every message it ever held."""

    id: int
    title: str = ""
    messages: dict[int, Message] = field(default_factory=dict)
    members: set[int] = field(default_factory=set)
    last_id: int = 0
    started: bool = False  # the person spoke first, so the bot may speak
    blocked: bool = False  # by the person, or the bot was removed from the group
    bot_is_admin: bool = False
    keyboard: Markup | None = None

    @property
    def is_group(self) -> bool:
        """Whether several people read it."""
        return self.id < 0


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a watcher of the simulator may want to show."""

    kind: str  # message | edited | deleted | keyboard | answer | action | chat | people | commands | clock
    chat_id: int = 0
    message_id: int = 0
    detail: Json = field(default_factory=dict)
