"""What an attendance file says: one line a person and day, by code or name; problems named by row. No database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intake import cells, reading
from intake.cells import fold
from intake.problems import Problem, RawRow

COLUMNS = {
    "code": ("kode", "kode_peserta", "code", "registration_code"),
    "name": ("nama", "nama_peserta", "peserta", "name"),
    "day": ("tanggal", "hari", "tgl", "date", "day"),
    "present": ("hadir", "kehadiran", "status", "present", "attendance"),
}
KNOWN = frozenset(name for names in COLUMNS.values() for name in names)
THERE = ("ya", "y", "yes", "hadir", "h", "1", "true", "v", "\u2713", "\u2714")
ABSENT = ("tidak", "t", "no", "n", "tidak hadir", "absen", "alpa", "alpha", "a", "izin", "i", "sakit", "s", "0",
          "false")  # fmt: skip
ANSWERS = {**dict.fromkeys(THERE, "there"), **dict.fromkeys(ABSENT, "absent")}


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody who may stand in the file."""

    id: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One person was there on one day, or was not; leave and sickness are absences."""

    pupil: str
    day: date
    present: bool


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says; with any problem nothing of it is used. `blank` lines say nothing about being there."""

    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...]
    blank: int = 0


def read(content: bytes, pupils: Sequence[Pupil], days: Sequence[date], today: date) -> Read:
    """Read CSV, XLSX or JSON Lines: a line a person and class day, up to today.

    Raises:
        Refused: with the codes of `intake.reading.read`.
    """
    marks: dict[tuple[str, date], tuple[int, Mark]] = {}
    problems: list[Problem] = []
    blank = 0
    for row in reading.read(content, KNOWN):
        if not row.flaw and not _cell(row, "present")[1]:
            blank += 1
            continue
        found = _mark(row, pupils, days, today)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        before = marks.setdefault((found.pupil, found.day), (row.number, found))
        if before[1].present != found.present:
            problems.append(Problem(row.number, "", found.day.isoformat(), f"once:{before[0]}"))
    return Read(tuple(mark for _number, mark in marks.values()), tuple(problems), blank)


def _mark(row: RawRow, pupils: Sequence[Pupil], days: Sequence[date], today: date) -> Mark | Problem:
    """Read one line; the first thing that is wrong with it is named."""
    if row.flaw:
        return Problem(row.number, "", "", row.flaw)
    who = _who(row, pupils)
    if isinstance(who, Problem):
        return who
    column, written = _cell(row, "day")
    day = cells.day(written)
    if day is None:
        return Problem(row.number, column, written, "date" if written else "required")
    if day not in days:
        return Problem(row.number, column, written, "class_day")
    if day > today:
        return Problem(row.number, column, written, "not_to_come")
    column, written = _cell(row, "present")
    answer = cells.choice(written, ANSWERS)
    if answer is None:
        return Problem(row.number, column, written, "one_of:ya|tidak")
    return Mark(who, day, answer == "there")


def _who(row: RawRow, pupils: Sequence[Pupil]) -> str | Problem:
    """Find the person: by the code where there is one, else by a name that only one in the class has."""
    column, code = _cell(row, "code")
    if code:
        known = [one.id for one in pupils if one.code == code.strip().upper()]
        return known[0] if len(known) == 1 else Problem(row.number, column, code, "participant")
    column, name = _cell(row, "name")
    if not name:
        return Problem(row.number, column, "", "required")
    alike = [one.id for one in pupils if fold(one.name) == fold(name)]
    if len(alike) > 1:
        return Problem(row.number, column, name, "code_needed")
    return alike[0] if alike else Problem(row.number, column, name, "participant")


def _cell(row: RawRow, name: str) -> tuple[str, str]:
    """Give a cell with the name that its column has in the file."""
    there = next((one for one in COLUMNS[name] if one in row.cells), COLUMNS[name][0])
    return there, row.cells.get(there, "").strip()
