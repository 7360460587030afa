"""What an import would do and what it did: the two values between a file, its approval and its report."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from intake.difference import Difference, Keyed
from intake.likeness import Similar
from intake.problems import Problem, RawRow

MARKED = "masalah"  # the column that a marked file has more than the file it came from


@dataclass(frozen=True, slots=True)
class Read:
    """What one kind's sheet makes of one raw row: a keyed row, or the problems that keep it out."""

    row: Keyed | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file as one kind's sheet understands it."""

    rows: tuple[Keyed, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...] = ()  # columns that mean nothing to this kind

    @property
    def sources(self) -> tuple[str, ...]:
        """Name every source that the readable rows come from."""
        return tuple(sorted({row.source for row in self.rows}))


@dataclass(frozen=True, slots=True)
class Preview:
    """What applying a file would do; `standing` is the catalogue's version it was compared with."""

    kind: str
    difference: Difference
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    standing: int = 0
    similar: tuple[Similar, ...] = ()  # rows that are held back until somebody says what they are
    aliases: Mapping[str, str] = field(default_factory=dict)  # key in the file -> key of the row it means


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done. `version` is None when nothing had to change or nothing was allowed to."""

    done: bool
    version: int | None = None
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    closed: int = 0


def gather(raws: Sequence[RawRow], read: Callable[[RawRow], Read], known: Iterable[str]) -> Sheet:
    """Read every row of a file; a key that comes twice counts once, and the later row is a problem."""
    rows: list[Keyed] = []
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for raw in raws:
        result = read(raw)
        problems.extend(result.problems)
        if result.row is None:
            continue
        if (earlier := first.setdefault(result.row.key, raw.number)) != raw.number:
            problems.append(Problem(raw.number, "", result.row.label, f"once:{earlier}"))
            continue
        rows.append(result.row)
    columns = dict.fromkeys(column for raw in raws for column in raw.cells)
    return Sheet(tuple(rows), tuple(problems), tuple(sorted(set(columns) - set(known) - {MARKED})))


def may_apply(preview: Preview, *, accept_valid: bool) -> bool:
    """With problems nothing is applied, unless the sender accepts that only the valid rows go in."""
    return accept_valid or not preview.problems


def may_close(preview: Preview, *, complete: bool) -> bool:
    """Tell whether missing rows close: only for a file said to be complete, and never beside problems.

    A row that could not be read may be the very one that seems to be missing.
    """
    return complete and not preview.problems
