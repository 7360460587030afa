"""The chain as a table to take away: whatever leaves the office hides counts from which one person could be read."""

from collections.abc import Sequence

from bot.services.staff.chain import Chain
from bot.store.chain import STEPS, WHOLE
from intake.writing import Cell, write_csv

LEAST = 5  # people; a smaller count, except none at all, is hidden
HIDDEN = "<5"
WITHHELD = "*"  # not small itself, but it would give a small one away
HEADERS = ("bulan", "baris", "tanggal", "judul", *STEPS, *WHOLE)


def csv(chain: Chain) -> bytes:
    """Write a month: one line for all broadcasts and the whole area, then one line a broadcast."""
    return write_csv(HEADERS, table(chain))


def table(chain: Chain) -> list[list[Cell]]:
    """Give the lines of a month with small counts hidden."""
    month = f"{chain.month:%Y-%m}"
    steps = hidden([chain.counts, *(one.counts for one in chain.sent)])
    total: list[Cell] = [month, "semua", None, "", *steps[0], *(_shown(count) for count in chain.whole)]
    lines: list[list[Cell]] = [total]
    for one, counts in zip(chain.sent, steps[1:], strict=True):
        lines.append([month, "siaran", one.day, one.title or one.kind, *counts, *([None] * len(WHOLE))])
    return lines


def hidden(lines: Sequence[Sequence[int]]) -> list[list[Cell]]:
    """Hide small counts; the first line is the total of the others.

    Where only one count of a column is hidden below its total, the total would give it away: the next smallest goes
    with it.
    """
    columns = zip(*lines, strict=True)
    return [list(row) for row in zip(*(_column(column) for column in columns), strict=True)]


def _column(counts: Sequence[int]) -> list[Cell]:
    total, *parts = counts
    shown = [_shown(count) for count in parts]
    if shown.count(HIDDEN) == 1 and total >= LEAST:
        beside = min((count for count in parts if count >= LEAST), default=None)
        if beside is not None:
            shown[parts.index(beside)] = WITHHELD
    return [_shown(total), *shown]


def _shown(count: int) -> Cell:
    return HIDDEN if 0 < count < LEAST else count
