"""Lines with their sources: said once below them when all have the same, behind each line when they differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.texts import figures
from bot.texts.catalogue import Raw, Texts
from jkp.declared import Fact, Source


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `facts` None = it rests on no fact of this person (a heading, the law, an office)."""

    words: str
    facts: tuple[Fact[Any] | None, ...] | None = None


def told(words: str, *facts: Fact[Any] | None) -> Line:
    """Make a line that rests on facts; where none of them is known it rests on what the person told us."""
    return Line(words, facts)


def plain(words: str) -> Line:
    """Make a line without a source of its own."""
    return Line(words)


def source(t: Texts, *facts: Fact[Any] | None) -> Raw:
    """Say where a line comes from: the strongest of the facts behind it."""
    known = [fact for fact in facts if fact is not None]
    order = list(Source)
    strongest = max(known, key=lambda fact: order.index(fact.source), default=None)
    if strongest is None or strongest.source is Source.WORKER:
        return t.say("status.source_worker")
    return t.say(f"status.source_{strongest.source}", day=figures.short_day(strongest.on, t.language))


def written(t: Texts, lines: Sequence[Line]) -> list[str]:
    """Write the lines that are not empty, each with its source; one note below where all have the same."""
    kept = [line for line in lines if line.words]
    sources = dict.fromkeys(source(t, *line.facts) for line in kept if line.facts is not None)
    if len(sources) == 1:
        return [*(line.words for line in kept), t.say("status.all_from", source=next(iter(sources)))]
    return [_each(t, line) for line in kept]


def _each(t: Texts, line: Line) -> str:
    if line.facts is None:
        return line.words
    return t.say("status.line", line=Raw(line.words), source=source(t, *line.facts))
