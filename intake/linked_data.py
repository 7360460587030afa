"""JSON-LD as sites and providers publish it: the things of the kinds asked for, wherever in the document they stand."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from intake.encodings import decode
from intake.errors import Refused
from intake.guard import Kind, admit
from intake.json_bounds import bounded

MAX_ITEMS = 200_000
MAX_DEPTH = 60
MAX_NODES = 5_000_000
VOCABULARIES = ("https://schema.org/", "http://schema.org/", "schema:")
MARKS = ('"@context"', '"@graph"', '"@type"')
HEAD = 4000  # characters in which a document says that it is JSON-LD


def is_linked(text: str) -> bool:
    """Tell whether a text says of itself that it is JSON-LD."""
    head = text.lstrip("\ufeff \t\r\n")[:HEAD]
    return head[:1] in {"{", "["} and any(mark in head for mark in MARKS)


def items(content: bytes, kinds: frozenset[str]) -> list[dict[str, Any]]:
    """Find every thing whose `@type` is one of `kinds` ("Course"), in the document's order.

    A single thing, a list, a `@graph`, an `ItemList` or one object a line are all read. Names lose the vocabulary
    before them (`schema:name` is `name`), `{"@value": x}` becomes `x`, and what only names another thing of the
    document by its `@id` becomes that thing.

    Raises:
        Refused: with the codes of `intake.guard.admit`, or not_text, not_linked_data, duplicate_name, too_deep,
            too_many_rows, no_rows.
    """
    admitted = admit(content)
    if admitted.kind is not Kind.TEXT:
        raise Refused("not_linked_data", admitted.kind)
    documents = _parse(bounded(decode(admitted.content)))
    known = _Known(documents)
    found = []
    for thing in _things(documents):
        if _kinds(thing) & kinds:
            found.append(known.resolve(thing))
        if len(found) > MAX_ITEMS:
            raise Refused("too_many_rows", str(MAX_ITEMS))
    if not found:
        raise Refused("no_rows", ", ".join(sorted(kinds)))
    return found


def text(value: object) -> str:
    """Write a value as one text: the name of a thing, the items of a list joined by `|`, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "|".join(filter(None, (text(one).replace("|", "/") for one in value)))
    if isinstance(value, dict):
        return next((text(value[name]) for name in ("name", "value", "url", "@id") if name in value), "")
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def first(value: object) -> dict[str, Any]:
    """Give the thing, or the first of several; an empty one for anything else."""
    if isinstance(value, list):
        return next((one for one in value if isinstance(one, dict)), {})
    return value if isinstance(value, dict) else {}


def _parse(written: str) -> list[Any]:
    """Parse one document, or one object a line."""
    try:
        return [_plain(_loaded(written), 0)]
    except RecursionError as error:
        raise Refused("too_deep", "JSON") from error
    except ValueError as error:
        lines = [line for line in written.split("\n") if line.strip()]
        if len(lines) < 2 or not all(line.strip().endswith("}") for line in lines):  # noqa: PLR2004 - one line is no list of lines
            raise Refused("not_linked_data", str(error)[:100]) from error
    try:
        return [_plain(_loaded(line), 0) for line in lines]
    except RecursionError as error:
        raise Refused("too_deep", "JSON") from error
    except ValueError as error:
        raise Refused("not_linked_data", str(error)[:100]) from error


def _loaded(written: str) -> Any:
    return json.loads(written, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its pairs; of two values under one name nobody can tell which is meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        raise Refused("duplicate_name", next(name for name in names if names.count(name) > 1)[:100])
    return found


def _plain(value: Any, depth: int) -> Any:
    """Shorten names, open `@value`, and refuse what is nested deeper than any honest document."""
    if depth > MAX_DEPTH:
        raise Refused("too_deep", str(MAX_DEPTH))
    if isinstance(value, list):
        spoken = _spoken(value)
        return [_plain(one, depth + 1) for one in value] if spoken is None else _plain(spoken, depth + 1)
    if not isinstance(value, dict):
        return value
    if "@value" in value:
        return _plain(value["@value"], depth + 1)
    return {_short(name): _plain(one, depth + 1) for name, one in value.items()}


def _spoken(values: list[Any]) -> Any:
    """Choose, where one thing is said in several languages, the Indonesian words, else the first; None elsewhere."""
    if len(values) <= 1 or not all(isinstance(one, dict) and {"@value", "@language"} <= one.keys() for one in values):
        return None
    return next((one for one in values if str(one["@language"]).casefold().startswith("id")), values[0])


def _short(name: str) -> str:
    return next((name[len(start) :] for start in VOCABULARIES if name.startswith(start)), name)


def _kinds(thing: Mapping[str, Any]) -> frozenset[str]:
    """Give the short names of a thing's types."""
    types = thing.get("@type", ())
    listed = types if isinstance(types, list) else [types]
    return frozenset(_short(one) for one in listed if isinstance(one, str))


def _things(value: Any) -> Iterator[dict[str, Any]]:
    """Walk through every object of a document, outer ones first."""
    waiting = [value]
    seen = 0
    while waiting:
        one = waiting.pop()
        seen += 1
        if seen > MAX_NODES:
            raise Refused("too_many_rows", str(MAX_NODES))
        if isinstance(one, dict):
            yield one
            waiting.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            waiting.extend(reversed(one))


class _Known:
    """The things of a document by their `@id`."""

    def __init__(self, documents: list[Any]) -> None:
        self._room = MAX_NODES  # names of names of names could otherwise fill the memory
        self._by_id: dict[str, dict[str, Any]] = {}
        for thing in _things(documents):
            name = thing.get("@id")
            if isinstance(name, str) and len(thing) > 1:
                self._by_id.setdefault(name, thing)

    def resolve(self, thing: dict[str, Any]) -> dict[str, Any]:
        """Put things in the place of their mere names, two steps deep: instances, and where and by whom they are."""
        return {name: self._deeper(value, 2) for name, value in thing.items()}

    def _deeper(self, value: Any, steps: int) -> Any:
        if isinstance(value, list):
            return [self._deeper(one, steps) for one in value]
        if not isinstance(value, dict):
            return value
        self._room -= len(value) + 1
        if self._room < 0:
            raise Refused("too_many_rows", str(MAX_NODES))
        named = self._by_id.get(value["@id"], value) if set(value) == {"@id"} and _is_text(value["@id"]) else value
        return {name: self._deeper(one, steps - 1) for name, one in named.items()} if steps else named


def _is_text(value: object) -> bool:
    return isinstance(value, str)
