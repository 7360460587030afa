"""The class register: who was there on a class day, by tap or by file, and whom the next absence would cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.services import attending, registering
from bot.services.attending import Count, Risk
from bot.services.course_keepers import Door
from bot.services.staff import roster
from bot.services.staff.register_file import Pupil, Read, read
from bot.store import access_log, attendance, clients, people
from bot.store.attendance import Attendance
from bot.store.registrations import Registration
from intake.writing import Cell, write_xlsx

PAGE = 3
TRACE, ONE_READING = "seat:class", timedelta(hours=1)
LIST_HEADERS = ("kode", "nama", "telepon", "status", "diminta", "hadir", "tidak_hadir", "hari_kursus", "sertifikat")
SHEET_HEADERS = ("kode", "nama", "tanggal", "hadir")


@dataclass(frozen=True, slots=True)
class Present:
    """One person on one class day; `there` is None while nothing is noted."""

    id: str
    name: str
    there: bool | None
    count: Count | None


@dataclass(frozen=True, slots=True)
class ClassDay:
    """A class day of a course with one page of its class."""

    course_id: str
    programme: str
    day: date
    before: date | None
    after: date | None  # none after today: who was there is noted on the day or later
    people: tuple[Present, ...]
    noted: int
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Warned:
    """Somebody whom one more absence would cost, and what."""

    row: Registration
    risks: tuple[Risk, ...]


def past_days(door: Door, today: date) -> tuple[date, ...]:
    """Give the class days up to today."""
    return tuple(one for one in attending.days_of(door.course).days if one <= today)


def class_day(session: Session, door: Door, wanted: date | None, page: int, today: date) -> ClassDay | None:
    """Give a class day, the newest if none or another day is wanted; None before the first one."""
    days = past_days(door, today)
    if not days:
        return None
    place = days.index(wanted) if wanted in days else len(days) - 1
    rows = roster.class_of(session, door)
    noted = attendance.of(session, [row.id for row in rows])
    pages = max(-(-len(rows) // PAGE), 1)
    page = min(max(page, 0), pages - 1)
    return ClassDay(
        str(door.id), door.course.programme, days[place], days[place - 1] if place else None,
        days[place + 1] if place + 1 < len(days) else None,
        tuple(_present(session, door, row, noted[row.id].get(days[place])) for row in rows[page * PAGE :][:PAGE]),
        sum(days[place] in one for one in noted.values()), len(rows), page, pages,
    )  # fmt: skip


def trace(session: Session, door: Door, shown: ClassDay, now: datetime) -> None:
    """Leave the trace of a reading with everybody who was shown; taps within an hour are one reading."""
    rows = [session.get(Registration, one.id) for one in shown.people]
    ids = [row.person_id for row in rows if row is not None]
    known = clients.listed_since(session, door.keeper, TRACE, ids, now - ONE_READING)
    for person_id in ids:
        if person_id not in known:
            access_log.note(session, door.keeper, person_id, TRACE, now)


def mark(session: Session, door: Door, noted: Mapping[str, bool], day: date, today: date) -> tuple[Warned, ...]:
    """Note who was there on a class day up to today; gives whom the next absence would cost."""
    if day not in past_days(door, today):
        return ()
    rows = [row for row in roster.class_of(session, door) if row.id in noted]
    attendance.note(session, (_entry(door, row, day, present=noted[row.id]) for row in rows))
    return _warned(session, door, [(row, day) for row in rows])


def mark_rest(session: Session, door: Door, day: date, today: date) -> tuple[Warned, ...]:
    """Note everybody about whom nothing is noted on that day as present."""
    rows = roster.class_of(session, door)
    known = attendance.of(session, [row.id for row in rows])
    return mark(session, door, {row.id: True for row in rows if day not in known[row.id]}, day, today)


def take_file(session: Session, door: Door, content: bytes, today: date) -> tuple[Read, tuple[Warned, ...]]:
    """Read an attendance file and note what it says; with any problem nothing is noted.

    Raises:
        Refused: it cannot be read as a table.
    """
    rows = {row.id: row for row in roster.class_of(session, door)}
    pupils = [Pupil(one, roster.code_of(one), _name(session, row)) for one, row in rows.items()]
    found = read(content, pupils, attending.days_of(door.course).days, today)
    if found.problems:
        return found, ()
    entries = [_entry(door, rows[one.pupil], one.day, present=one.present) for one in found.marks]
    attendance.note(session, entries)
    last = {one.pupil: one.day for one in sorted(found.marks, key=lambda mark: mark.day)}
    return found, _warned(session, door, [(rows[pupil], day) for pupil, day in last.items()])


def list_file(session: Session, door: Door, now: datetime) -> bytes:
    """Write everybody who asked as a workbook; texts stay texts."""
    return write_xlsx(LIST_HEADERS, [_listed(session, door, row) for row in roster.all_read(session, door, now)],
                      sheet="Peserta")  # fmt: skip


def sheet_file(session: Session, door: Door, day: date, now: datetime) -> bytes:
    """Write an empty register of one class day, to be filled in and sent back."""
    rows = roster.class_of(session, door)
    for row in rows:
        access_log.note(session, door.keeper, row.person_id, "seat:file", now)
    table: list[list[Cell]] = [[roster.code_of(row.id), _name(session, row), day, ""] for row in rows]
    return write_xlsx(SHEET_HEADERS, table, sheet="Hadir")


def _listed(session: Session, door: Door, row: Registration) -> list[Cell]:
    line = roster.line(session, row)
    counted = attending.count(session, row, door.course)
    days: tuple[Cell, ...] = (None, None, None)
    if counted is not None:
        days = (counted.whole.present, counted.whole.absent, counted.whole.total)
    certificate = None if line.certificate is None else "ya" if line.certificate else "tidak"
    return [line.code, line.name, line.phone, WORDS[line.state], row.asked_at.date(), *days, certificate]


WORDS = {
    registering.State.ASKED: "menunggu jawaban", registering.State.WAITING: "cadangan",
    registering.State.OFFERED: "ditawari", registering.State.CONFIRMED: "diterima",
    registering.State.DECLINED: "ditolak", registering.State.WITHDRAWN: "batal",
    registering.State.FINISHED: "selesai", registering.State.DROPPED: "berhenti",
}  # fmt: skip


def _present(session: Session, door: Door, row: Registration, there: bool | None) -> Present:  # noqa: FBT001 - a fact
    return Present(row.id, _name(session, row), there, attending.count(session, row, door.course))


def _name(session: Session, row: Registration) -> str:
    person = people.find(session, row.person_id)
    return people.name_of(session, person) if person is not None else ""


def _entry(door: Door, row: Registration, day: date, *, present: bool) -> Attendance:
    return Attendance(registration_id=row.id, day=day, person_id=row.person_id, present=present, noted_by=door.keeper)


def _warned(session: Session, door: Door, noted: list[tuple[Registration, date]]) -> tuple[Warned, ...]:
    found = (Warned(row, attending.risks(session, row, door.course, day)) for row, day in noted)
    return tuple(one for one in found if one.risks)
