"""An import as JSON Lines: one line a row that changes, is wrong or looks like another, then one that sums up."""

import json
from collections.abc import Iterator
from enum import IntEnum

from intake.difference import Change, Gone, Keyed
from intake.errors import Refused
from intake.likeness import Similar
from intake.preview import Applied, Preview
from intake.problems import Problem


class Exit(IntEnum):
    """How a command that imports ends."""

    CLEAN = 0
    PROBLEMS = 1
    UNREADABLE = 2


def lines(preview: Preview, applied: Applied | None, *, complete: bool) -> Iterator[str]:
    """Write what a file would do, or did; `applied` is None for a dry run. Closing rows show only when `complete`."""
    difference = preview.difference
    yield from map(_new, difference.new)
    yield from map(_changed, difference.changed)
    if complete:
        yield from map(_closing, difference.closing)
    yield from map(_problem, preview.problems)
    yield from map(_similar, preview.similar)
    yield _summary(preview, applied, complete=complete)


def refusal(kind: str, refused: Refused) -> str:
    """Write the one line of a file that could not be read at all."""
    return _json({"line": "summary", "kind": kind, "refused": refused.code, "detail": refused.detail, "applied": False})


def exit_code(preview: Preview) -> Exit:
    """Tell how the command ends for a file that could be read."""
    return Exit.PROBLEMS if preview.problems or preview.similar else Exit.CLEAN


def _new(row: Keyed) -> str:
    return _json({"line": "new", "row": row.number, "label": row.label, "source": row.source})


def _changed(change: Change) -> str:
    fields = {field.name: {"before": field.before, "after": field.after} for field in change.fields}
    return _json({"line": "changed", "row": change.row.number, "label": change.row.label, "fields": fields})


def _closing(gone: Gone) -> str:
    return _json({"line": "closing", "label": gone.label})


def _problem(problem: Problem) -> str:
    where = {"line": "problem", "row": problem.row, "column": problem.column}
    return _json({**where, "found": problem.found, "expected": problem.expected})


def _similar(one: Similar) -> str:
    other = {"label": one.other.label, "row": one.other.number or None}
    return _json({"line": "similar", "row": one.row.number, "label": one.row.label, "to": other, "score": one.score})


def _summary(preview: Preview, applied: Applied | None, *, complete: bool) -> str:
    difference = preview.difference
    return _json(
        {
            "line": "summary",
            "kind": preview.kind,
            "new": len(difference.new),
            "changed": len(difference.changed),
            "unchanged": len(difference.unchanged),
            "closing": len(difference.closing) if complete else 0,
            "problems": len(preview.problems),
            "similar": len(preview.similar),
            "ignored_columns": list(preview.ignored),
            "applied": applied is not None and applied.done,
            "version": applied.version if applied else None,
        }
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
