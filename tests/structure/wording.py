"""Which texts there are, and which the code asks for: by literals, by either-or, and by f-strings."""

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import house
from babel.messages.pofile import read_po

TEXTS = house.ROOT / "bot/texts"
KEY_POSITION = {"say": 0, "label": 0, "has": 0, "choice": 1, "_worded": 1}


def forms(language: str) -> Iterator[tuple[str, str, str]]:
    """Every key of a language with its file and each form of its words."""
    for path in sorted((TEXTS / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    key = message.id if isinstance(message.id, str) else message.id[0]
                    words = message.string if isinstance(message.string, tuple) else (message.string or "",)
                    yield from ((key, path.name, one) for one in _filled(words))


def _filled(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Indonesian has one form where English has two; the reader pads the other with nothing."""
    return tuple(one for one in forms if one) or forms[:1]


@cache
def words(language: str) -> dict[str, tuple[str, ...]]:
    """Key -> every form of its words."""
    found: dict[str, tuple[str, ...]] = {}
    for key, _file, one in forms(language):
        found[key] = (*found.get(key, ()), one)
    return found


def written_twice(language: str) -> list[str]:
    """Keys that stand in two places of one language."""
    counts = Counter(
        re.findall(
            r'^msgid "(.+)"$', "\n".join(path.read_text() for path in (TEXTS / language).glob("*.po")), re.MULTILINE
        )
    )
    return sorted(key for key, count in counts.items() if count > 1)


def variables(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@cache
def literals() -> frozenset[str]:
    """Every string of the product's Python; a key that is one of them is used."""
    return frozenset(
        node.value
        for path in house.product()
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Every f-string of the product that could name texts, as a pattern: fixed parts stay, the rest is anything."""
    found = set()
    for path in house.product():
        for node in ast.walk(house.tree(path)):
            if isinstance(node, ast.JoinedStr) and "." in _fixed(node):
                found.add(_pattern(node))
    return tuple(re.compile(one) for one in sorted(found))


def _fixed(node: ast.JoinedStr) -> str:
    return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))


def _pattern(node: ast.JoinedStr) -> str:
    parts = (re.escape(str(one.value)) if isinstance(one, ast.Constant) else r"[\w.?+-]+" for one in node.values)
    return "".join(parts)


def asked() -> Iterator[tuple[str, ast.expr, ast.Call, Path]]:
    """Every place where a text is asked for: where, the expression of its key, the call."""
    for path in house.product():
        if path.is_relative_to(house.ROOT / "bot") and "simulator" not in path.parts:  # people there say things too
            for written, call in house.calls(path):
                position = KEY_POSITION.get(written.rpartition(".")[2])
                if position is not None and len(call.args) > position:
                    yield f"{house.name(path)}:{call.lineno}", call.args[position], call, path


def constants(node: ast.expr) -> Iterator[str]:
    """The keys an expression can be, as far as they are written out (also in either-or)."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)
