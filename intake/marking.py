"""A handed-in file, written anew as a workbook with its wrong cells coloured and named: to be mended and sent back."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from intake.preview import MARKED
from intake.problems import Problem, RawRow
from intake.writing import write_xlsx

Words = Callable[[Problem], str]


def marked(rows: Sequence[RawRow], problems: Sequence[Problem], words: Words) -> bytes:
    """Write every row under the columns it came with; the first column says what is wrong, in somebody's words."""
    names = dict.fromkeys(column for row in rows for column in row.cells if column != MARKED)
    names.update(dict.fromkeys(problem.column for problem in problems if problem.column))
    columns = [MARKED, *names]
    wrong: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        wrong[problem.row].append(problem)
    table = [_cells(row, columns, wrong[row.number], words) for row in rows]
    coloured = {
        (number, columns.index(problem.column or MARKED))
        for number, row in enumerate(rows)
        for problem in wrong[row.number]
    }
    return write_xlsx([*columns, *_nameless(rows)], table, wrong=coloured, sheet="Perbaikan")


def _cells(row: RawRow, columns: Sequence[str], problems: Sequence[Problem], words: Words) -> list[str]:
    said = "; ".join(dict.fromkeys(words(problem) for problem in problems))
    return [said, *(row.cells.get(column, "") for column in columns[1:]), *row.extra]


def _nameless(rows: Sequence[RawRow]) -> list[str]:
    """Give headers without a name for what stands right of the table, so that nothing is lost on the way."""
    return [""] * max((len(row.extra) for row in rows), default=0)
