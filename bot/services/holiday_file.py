"""A file of late joint decrees: days that become free or working days after the calendar we ship was made."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

FIRST_YEAR, LAST_YEAR = 2021, 2100
KEYS = ("decree", "source", "add", "remove")


class HolidayFileError(Exception):
    """The file cannot be followed; the message names the line and what was expected there."""


@dataclass(frozen=True, slots=True)
class Decree:
    """One joint decree: its name, where it was read, the days it makes free and the days it takes back."""

    name: str
    source: str
    added: frozenset[date]
    removed: frozenset[date]


def read(path: Path) -> tuple[Decree, ...]:
    """Read the decrees of a YAML file, in its order.

    Raises:
        HolidayFileError: the file is unreadable or a line is not as expected.
    """
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise HolidayFileError(f"{path} cannot be read ({type(error).__name__})") from error


def parse(text: str) -> tuple[Decree, ...]:
    """Read the decrees of a YAML text: a list of mappings with decree, source, add and remove.

    Raises:
        HolidayFileError: a line is not as expected.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise HolidayFileError(f"line {line}: not readable as YAML ({error.problem})") from error
    except yaml.YAMLError as error:
        raise HolidayFileError(f"not readable as YAML ({error})") from error
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        raise _wrong(root, "a list of decrees, each beginning with `- decree:`")
    return tuple(_decree(node) for node in root.value)


def _wrong(node: yaml.Node, expected: str) -> HolidayFileError:
    return HolidayFileError(f"line {node.start_mark.line + 1}: expected {expected}")


def _decree(node: yaml.Node) -> Decree:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(node, f"a decree with the keys {', '.join(KEYS)}")
    parts: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if key.value not in KEYS or key.value in parts:
            raise _wrong(key, f"each of the keys {', '.join(KEYS)} at most once, found `{key.value}`")
        parts[key.value] = value
    added, removed = (_days(parts.get(key)) for key in ("add", "remove"))
    if not added | removed:
        raise _wrong(node, "at least one day under `add` or `remove`")
    if added & removed:
        raise _wrong(node, f"no day both added and removed ({min(added & removed)})")
    return Decree(_words(node, parts, "decree"), _words(node, parts, "source"), added, removed)


def _words(node: yaml.Node, parts: dict[str, yaml.Node], key: str) -> str:
    found = parts.get(key)
    if not isinstance(found, yaml.ScalarNode) or not str(found.value).strip():
        raise _wrong(found or node, f"the words of `{key}`")
    return str(found.value).strip()


def _days(node: yaml.Node | None) -> frozenset[date]:
    if node is None:
        return frozenset()
    if not isinstance(node, yaml.SequenceNode):
        raise _wrong(node, "a list of days, like [2027-03-12, 2027-03-15]")
    return frozenset(_day(each) for each in node.value)


def _day(node: yaml.Node) -> date:
    try:
        found = date.fromisoformat(str(node.value))
    except ValueError:
        raise _wrong(node, f"a day like 2027-03-12, found `{node.value}`") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise _wrong(node, f"a day between {FIRST_YEAR} and {LAST_YEAR}, found {found}")
    return found
