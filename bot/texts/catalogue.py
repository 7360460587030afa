"""What people read, by key and language, from the gettext catalogues in id/ and en/; every variable is escaped."""

from functools import cache
from html import escape
from importlib.resources import files
from io import BytesIO

from babel.messages.pofile import read_po

REFERENCE = "id"
LANGUAGES = ("id", "en")


class Raw(str):
    """Text that is ready to be shown as it is, because it was made by say()."""

    __slots__ = ()


Entry = str | tuple[str, ...]


@cache
def load(language: str) -> dict[str, Entry]:
    """Read a language, one catalogue a conversation: key -> words, or (one, many) where plurals differ."""
    entries: dict[str, Entry] = {}
    for file in sorted((files("bot.texts") / language).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".po"):
            entries.update(_read(file.read_bytes(), language))
    return entries


def _read(content: bytes, language: str) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for message in read_po(BytesIO(content), locale=language):
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            entries[key] = (
                message.string
                if isinstance(message.string, str)
                else tuple(form for form in message.string or () if form)
            )
    return entries


class Texts:
    """The voice in one language. Asking for an unknown key is our mistake and raises KeyError."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else REFERENCE
        self._entries = load(self.language)

    def say(self, key: str, **values: object) -> Raw:
        """Give the words for a key with its variables filled in, escaped for Telegram's HTML."""
        entry = self._entries[key]
        if isinstance(entry, tuple):
            entry = entry[0] if len(entry) == 1 or values.get("n") == 1 else entry[-1]
        return Raw(entry.format(**{name: _safe(value) for name, value in values.items()}) if values else entry)

    def label(self, key: str, **values: object) -> str:
        """Give the words for a button, which takes no HTML and so no escaping."""
        entry = self._entries[key]
        words = entry if isinstance(entry, str) else entry[-1]
        return words.format(**values) if values else words

    def has(self, key: str) -> bool:
        """Whether there are words for this key."""
        return key in self._entries


def _safe(value: object) -> object:
    if isinstance(value, Raw) or not isinstance(value, str):
        return value
    return escape(value, quote=False)


def lines(*parts: str) -> Raw:
    """Join what was said into lines; empty parts fall away, and a part that is a lone newline makes a gap."""
    kept = [part for part in parts if part]
    return Raw("\n".join("" if part == "\n" else part for part in kept))
