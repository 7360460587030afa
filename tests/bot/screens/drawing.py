"""Draws sample values from annotations: the fullest one first, then one thing changed at a time."""

import dataclasses
import enum
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PLAIN: dict[Any, tuple[Any, ...]] = {
    bool: (True, False),
    int: (12,),
    float: (0.8,),
    bytes: (b"{}",),
    date: (date(2026, 12, 10),),
    datetime: (MOMENT,),
    object: ("x",),
    Any: ("x",),
}
MANY = 3  # things in a list


class Unknown(Exception):
    """Nobody has said what such a value looks like; the message names it."""


@dataclasses.dataclass(frozen=True)
class Box:
    """What is known of values: by type, and words and numbers by the name they have."""

    types: Mapping[Any, Sequence[Any]]
    named: Mapping[str, Sequence[Any]]

    def draw(self, kind: Any, name: str) -> list[Any]:
        """Give samples of a kind, the fullest first.

        Raises:
            Unknown: a word without a known name, or a kind nobody described.
        """
        if kind in self.types:
            return list(self.types[kind])
        known = [value for value in self.named.get(name, ()) if type(value) is kind]
        if known:
            return known
        if kind in PLAIN:
            return list(PLAIN[kind])
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return list(kind)
        if dataclasses.is_dataclass(kind):
            return self._built(kind)
        return self._composed(kind, name)

    def _built(self, kind: Any) -> list[Any]:
        hints = typing.get_type_hints(kind)
        drawn = {field.name: self.draw(hints[field.name], field.name) for field in dataclasses.fields(kind)}
        return [kind(**values) for values in one_at_a_time(drawn)]

    def _composed(self, kind: Any, name: str) -> list[Any]:
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        if origin in (types.UnionType, typing.Union):
            return [value for one in inner if one is not type(None) for value in self.draw(one, name)] + [None]
        if origin is tuple and not (len(inner) == 2 and inner[1] is ...):
            parts = [self.draw(one, f"{name}{number}") for number, one in enumerate(inner)]
            return [tuple(values) for values in zip(*_even(parts), strict=True)]
        if origin in (tuple, Sequence, list):
            some = self.draw(inner[0], name)
            return [tuple((some * MANY)[: max(MANY, min(len(some), 12))]), ()]
        if origin is frozenset:
            return [frozenset()]
        if origin is Mapping or origin is types.MappingProxyType:
            return [{}]
        raise Unknown(f"no sample for {kind} named {name!r}")


def _even(parts: list[list[Any]]) -> list[list[Any]]:
    longest = max(len(one) for one in parts)
    return [one + one[-1:] * (longest - len(one)) for one in parts]


def one_at_a_time(drawn: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """Give the first of everything, then every other value with the rest left as it was."""
    first = {name: values[0] for name, values in drawn.items()}
    others = [first | {name: value} for name, values in drawn.items() for value in values[1:]]
    return [first, *others]


def calls(function: Callable[..., Any], box: Box, given: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """Give the arguments of every sample call; `given` settles parameters that their kind cannot."""
    hints = typing.get_type_hints(function)
    wanted = [name for name in hints if name not in {"return", "t"}]
    return one_at_a_time({name: list(given[name]) if name in given else box.draw(hints[name], name) for name in wanted})
