"""Telegram's HTML, read as strictly as Telegram reads it: allowed tags only, every tag closed, lengths in UTF-16."""

import re
import sys
from dataclasses import dataclass, field

from bot.simulator import refusals
from bot.simulator.shapes import Entity, Formatted

MAX_ENTITIES = 100
_TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SURROGATES = range(0xD800, 0xE000)
_CHARACTER = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));?")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)))?""")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+)|(?P<email>[\w.+-]+@[\w-]+\.[\w.]+)|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w+)?)"
    r"|(?<!\w)(?P<mention>@[A-Za-z]\w{3,31})"
)


def utf16(text: str) -> int:
    """Length in UTF-16 units, the only length Telegram counts in."""
    return len(text.encode("utf-16-le")) // 2


def parse(text: str, mode: str = "") -> Formatted:
    """Text as a reader sees it, trimmed, with its entities.

    Raises:
        RefusalError: 400 with Telegram's words for what is wrong and the byte where it is.
    """
    if not mode:
        return detect(text)
    if mode.lower() != "html":  # this simulator's Telegram speaks the one mode that can be escaped safely
        raise refusals.bad_request("unsupported parse_mode")
    return _trimmed(_Reader(text).read())


def detect(text: str) -> Formatted:
    """A plain text with what Telegram finds by itself: commands, addresses, mentions."""
    plain = text.strip()
    found = [
        Entity(str(match.lastgroup), utf16(plain[: match.start()]), utf16(match.group()))
        for match in _FOUND.finditer(plain)
    ]
    return Formatted(plain, tuple(found))


def _trimmed(formatted: Formatted) -> Formatted:
    plain = formatted.text.strip()
    lead = utf16(formatted.text[: len(formatted.text) - len(formatted.text.lstrip())])
    end = utf16(plain)
    kept = []
    for entity in formatted.entities:
        start = max(0, entity.offset - lead)
        stop = min(end, entity.offset + entity.length - lead)
        if stop > start:
            kept.append(Entity(entity.type, start, stop - start, entity.url, entity.language))
    found = [] if any(entity.type == "pre" for entity in kept) else detect(plain).entities
    extra = [entity for entity in found if not any(_overlap(entity, other) for other in kept)]
    return Formatted(plain, tuple(sorted([*kept, *extra], key=lambda entity: (entity.offset, -entity.length))))


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.offset + other.length and other.offset < one.offset + one.length


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    length: int = 0
    out: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> Formatted:
        while self.at < len(self.source):
            if self.source[self.at] == "<":
                self._tag()
            else:
                self._character()
        if self.open:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return Formatted("".join(self.out), tuple(sorted(self.entities, key=lambda e: (e.offset, -e.length))))

    def _character(self) -> None:
        match = _CHARACTER.match(self.source, self.at)
        decoded = _decoded(match) if match else ""
        if match and decoded:
            self.at = match.end()
        else:
            decoded = self.source[self.at]
            self.at += 1
        self.out.append(decoded)
        self.length += utf16(decoded)

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.source.startswith("/", self.at):
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        where = f"at byte offset {self._byte(begin)}"
        name = self._word(1)
        if self.at >= len(self.source):
            raise _cannot(f"Unclosed start tag {where}")
        if name not in _TAGS:
            raise _cannot(f'Unsupported start tag "{name}" {where}')
        argument = self._attributes(name, where)
        if name == "span" and argument != "spoiler":
            raise _cannot(f'Tag "span" must have class "tg-spoiler" {where}')
        self.open.append(_Open(name, argument, self.length))

    def _attributes(self, tag: str, where: str) -> str:
        argument = ""
        while True:
            while self.source[self.at : self.at + 1].isspace():
                self.at += 1
            if self.at >= len(self.source):
                raise _cannot(f'Unclosed start tag "{tag}" {where}')
            if self.source[self.at] == ">":
                self.at += 1
                return argument
            match = _ATTRIBUTE.match(self.source, self.at)
            if not match:
                raise _cannot(f'Empty attribute name in the tag "{tag}" {where}')
            self.at = match.end()
            argument = _argument(tag, match) or argument

    def _end_tag(self, begin: int) -> None:
        where = f"at byte offset {self._byte(begin)}"
        if not self.open:
            raise _cannot(f"Unexpected end tag {where}")
        self.at += 1
        name = self._word(0)
        while self.source[self.at : self.at + 1].isspace():
            self.at += 1
        if self.source[self.at : self.at + 1] != ">":
            raise _cannot(f"Unclosed end tag {where}")
        self.at += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            raise _cannot(f'Unmatched end tag {where}, expected "</{opened.tag}>", found "</{name}>"')
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.length - opened.offset
        if not length:
            return
        if opened.tag == "a":
            self._link(opened, length)
            return
        if opened.tag == "code" and self.open and self.open[-1].tag == "pre":
            self.open[-1].argument = opened.argument  # Telegram makes one block of the two
            return
        kind = "expandable_blockquote" if opened.argument == "expandable" else _TAGS[opened.tag]
        language = opened.argument if opened.tag == "pre" else ""
        self.entities.append(Entity(kind, opened.offset, length, language=language))

    def _link(self, opened: _Open, length: int) -> None:
        inside = "".join(self.out).encode("utf-16-le")[opened.offset * 2 :].decode("utf-16-le")
        url = opened.argument or inside
        if re.match(r"(https?|tg|mailto|tel)[:.]", url):  # Telegram drops a link it cannot read, and keeps the words
            self.entities.append(Entity("text_link", opened.offset, length, url=url))

    def _word(self, minimum: int) -> str:
        start = self.at
        while self.at < len(self.source) and not self.source[self.at].isspace() and self.source[self.at] != ">":
            self.at += 1
        return self.source[start : self.at].lower() if self.at - start >= minimum else ""

    def _byte(self, index: int) -> int:
        return len(self.source[:index].encode())


def _argument(tag: str, match: re.Match[str]) -> str:
    name = match[1].lower()
    value = next((group for group in match.groups()[1:] if group is not None), "")
    value = _CHARACTER.sub(lambda found: _decoded(found) or found[0], value)
    prefix = {("a", "href"): "", ("code", "class"): "language-", ("span", "class"): "tg-", ("tg-emoji", "emoji-id"): ""}
    if tag == "blockquote" and name == "expandable":
        return "expandable"
    if (tag, name) not in prefix or not value.startswith(prefix[tag, name]):
        return ""
    return value.removeprefix(prefix[tag, name])


def _decoded(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED.get(name, "")
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < sys.maxunicode and code not in _SURROGATES else ""


def _cannot(why: str) -> refusals.RefusalError:
    return refusals.bad_request(f"can't parse entities: {why}")
