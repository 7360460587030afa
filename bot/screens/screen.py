"""What a person sees at once: a text and rows of buttons. Pure values; Telegram is told about them at the door."""

from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True, slots=True)
class Button:
    """One choice. Exactly one of `action` (ours, with its argument), `url` or `copy` says what pressing it does."""

    label: str
    action: str = ""
    argument: str = ""
    url: str = ""
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A reply keyboard under the text field: share one's own number or place (Telegram asks the person itself)."""

    contact: str = ""  # label of the button that shares the phone number
    location: str = ""  # label of the button that shares the place
    cancel: str = ""  # label of the way out


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the text."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Screen:
    """Text in Telegram's HTML (every variable escaped) and rows of buttons, first = the best next step."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    ask: Ask | None = None
    attachment: Attachment | None = None
    protect: bool = False  # status and personal data are not to be forwarded
    remove_ask: bool = field(default=False)  # take a reply keyboard away again
    shows: str = ""  # the offer that stands on it ("vacancy:123", "course:45"): such a card is kept true afterwards
    only_edit: bool = False  # where the old message cannot be changed, no new one is sent in its place


def html(value: object) -> str:
    """Escape a variable for Telegram's HTML."""
    return escape(str(value), quote=False)
