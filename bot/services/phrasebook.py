"""Reads the lists of phrases that people type (bot/services/phrases): patterns over plain words, by what they mean."""

import csv
import re
from functools import cache
from importlib.resources import files

_GROUP = re.compile(r"<([a-z_]+)>")


def rows(name: str) -> list[dict[str, str]]:
    """Give the rows of a list, such as "danger.csv"."""
    text = (files("bot.services") / "phrases" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def groups() -> dict[str, str]:
    """Words that many patterns share, written as <name> in them."""
    return {row["name"]: row["pattern"] for row in rows("groups.csv")}


def pattern(written: str) -> re.Pattern[str]:
    """Make a pattern that begins at a word, with its groups written out.

    Raises:
        KeyError: it names a group that is not in groups.csv.
    """
    return re.compile(rf"\b(?:{_GROUP.sub(lambda found: groups()[found[1]], written)})")


def maybe(written: str) -> re.Pattern[str] | None:
    """Make a pattern, or None of an empty cell."""
    return pattern(written) if written else None
