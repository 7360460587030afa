"""The class register: taps and files say the same, problems by row, warnings in time and once."""

from datetime import date, datetime, timedelta

import pytest
from classes import DAY, NOW, PROVIDER, bring, door, seated
from sqlmodel import select

from bot.outbox import seats
from bot.services import attending, registering
from bot.services.staff import class_register, roster
from bot.services.staff.register_file import Pupil, read
from bot.store import attendance
from bot.store.outbox import Outbox
from intake import reading
from intake.errors import Refused
from intake.writing import write_csv, write_xlsx
from jkp.declared import Days

SARI, DEWI = 900_000_801, 900_000_802
LAST = date(2026, 12, 18)
DAYS = [date(2026, 12, day) for day in (7, 8, 9, 10, 11, 14, 15, 16, 17, 18)]
PUPILS = [
    Pupil("a" * 16, "AAAAAA", "Sari Contoh"),
    Pupil("b" * 16, "BBBBBB", "Dewi"),
    Pupil("c" * 16, "CCCCCC", "dewi"),
]


def wrong(text: str, today: date = LAST):
    return [(one.row, one.column, one.expected) for one in read(text.encode(), PUPILS, DAYS, today).problems]


def test_a_file_by_code_or_name_in_csv_or_workbook_says_who_was_there():
    headers, rows = (
        ("kode", "nama", "tanggal", "hadir"),
        [("aaaaaa", "", DAYS[0], "ya"), ("", "sari  contoh", DAYS[1], "Alpa")],
    )

    for content in (write_csv(headers, rows), write_xlsx(headers, rows)):
        found = read(content, PUPILS, DAYS, LAST)

        assert found.problems == ()
        assert [(one.day, one.present) for one in found.marks] == [(DAYS[0], True), (DAYS[1], False)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ZZZZZZ;;2026-12-07;ya", ("kode", "participant")),
        (";Siapa;2026-12-07;ya", ("nama", "participant")),
        (";Dewi;2026-12-07;ya", ("nama", "code_needed")),
        (";;2026-12-07;ya", ("nama", "required")),
        ("AAAAAA;;;ya", ("tanggal", "required")),
        ("AAAAAA;;kemarin;ya", ("tanggal", "date")),
        ("AAAAAA;;2026-12-12;ya", ("tanggal", "class_day")),
        ("AAAAAA;;2026-12-18;ya", ("tanggal", "not_to_come")),
        ("AAAAAA;;2026-12-07;mungkin", ("hadir", "one_of:ya|tidak")),
        ("AAAAAA;;2026-12-07;ya;lebih", ("", "too_many_cells")),
    ],
)
def test_a_wrong_line_is_named_with_what_was_expected(line, expected):
    assert wrong(f"kode;nama;tanggal;hadir\n{line}\n", date(2026, 12, 17)) == [(2, *expected)]


def test_a_line_that_contradicts_an_earlier_one_is_wrong_and_the_same_twice_is_not():
    head = "kode;tanggal;hadir\n"

    assert wrong(f"{head}AAAAAA;7/12/2026;ya\nAAAAAA;2026-12-07;hadir\n") == []
    assert wrong(f"{head}AAAAAA;7/12/2026;ya\nAAAAAA;2026-12-07;tidak\n") == [(3, "", "once:2")]


def test_with_one_problem_nothing_of_the_file_is_noted(session):
    course = bring(session)
    row = seated(session, course, SARI)
    code = roster.code_of(row.id)

    found, warned = class_register.take_file(
        session, door(session, course), f"kode;tanggal;hadir\n{code};2026-12-07;tidak\nX;2026-12-07;ya\n".encode(), LAST
    )

    assert (len(found.problems), warned, attendance.of(session, [row.id])[row.id]) == (1, (), {})


def test_the_empty_register_can_be_filled_in_and_sent_back(session):
    course = bring(session)
    row = seated(session, course, SARI)

    content = class_register.sheet_file(session, door(session, course), DAYS[0], NOW)
    [line] = reading.read(content)
    empty, _warned = class_register.take_file(session, door(session, course), content, LAST)
    filled = write_csv(("kode", "tanggal", "hadir"), [(line.cells["kode"], line.cells["tanggal"], "ya")])
    class_register.take_file(session, door(session, course), filled, LAST)

    assert (empty.blank, empty.marks) == (1, ())
    assert attendance.of(session, [row.id])[row.id] == {DAYS[0]: True}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\x00\x01\x02", b"<html>"])
def test_a_file_that_is_no_table_is_refused(session, content):
    course = bring(session)

    with pytest.raises(Refused):
        class_register.take_file(session, door(session, course), content, LAST)


def test_only_class_days_up_to_today_can_be_noted(session):
    course = bring(session)
    row = seated(session, course, SARI)

    for day in (date(2026, 12, 12), DAYS[3]):
        class_register.mark(session, door(session, course), {row.id: False}, day, DAYS[2])

    assert attendance.of(session, [row.id])[row.id] == {}
    assert class_register.class_day(session, door(session, course), None, 0, DAY) is None
    assert class_register.class_day(session, door(session, course), None, 0, DAYS[2]).day == DAYS[2]


def test_the_newest_word_about_a_day_counts(session):
    course = bring(session)
    row = seated(session, course, SARI)

    for there in (False, False, True):
        class_register.mark(session, door(session, course), {row.id: there}, DAYS[0], LAST)

    assert attendance.of(session, [row.id])[row.id] == {DAYS[0]: True}


def test_before_the_eighty_per_cent_are_lost_the_person_is_warned_once(session):
    """Ten class days in one month: two may be missed; the warning comes with the second absence, not the third."""
    course = bring(session)
    row = seated(session, course, SARI)
    told = []
    for number, day in enumerate(DAYS):
        noted = {row.id: number not in {0, 3}}
        warned = class_register.mark(session, door(session, course), noted, day, LAST)
        told.append(seats.warn(session, warned, NOW + timedelta(days=14 + number)))

    assert told == [0, 0, 0, 2, 0, 0, 0, 0, 0, 0]  # the month and the course, each once
    count = attending.count(session, row, course)
    assert (count.whole.present, count.whole.absent, count.whole.left) == (8, 2, 0)
    assert count.article == "Permenaker 2/2025 Art 13(3)b"


def test_the_month_of_a_running_claim_is_looked_at_where_the_person_told_it(session, monkeypatch):
    course = bring(session)
    row = seated(session, course, SARI)
    period = Days(date(2026, 11, 13), date(2026, 12, 12))
    monkeypatch.setattr(attending, "month_of", lambda *_: (period, True))

    for day in DAYS[:1]:
        class_register.mark(session, door(session, course), {row.id: False}, day, LAST)
    [risk] = attending.risks(session, row, course, DAYS[0])

    assert (risk.is_jkp, risk.margin.total, risk.margin.left) == (True, 5, 0)
    assert risk.scope == "2026-11-13"


def test_without_a_claim_the_calendar_month_is_taken_and_said_to_be_open(session):
    course = bring(session)
    seated(session, course, SARI)

    assert attending.month_of(session, SARI, DAYS[0]) == (Days(date(2026, 12, 1), date(2026, 12, 31)), False)


def test_the_list_as_a_workbook_reads_back_and_formulas_stay_text(session):
    course = bring(session)
    row = seated(session, course, SARI)
    person = registering.people.find(session, SARI)
    registering.people.rename(session, person, '=HYPERLINK("http://jahat.example")')

    [line] = reading.read(class_register.list_file(session, door(session, course), NOW))

    assert line.cells["nama"] == '=HYPERLINK("http://jahat.example")'
    assert (line.cells["kode"], line.cells["status"], line.cells["hari_kursus"]) == (
        roster.code_of(row.id), "diterima", "10",
    )  # fmt: skip


def test_a_warning_names_the_course_the_count_and_what_is_open(session):
    course = bring(session)
    row = seated(session, course, SARI)
    for day in DAYS[:2]:
        warned = class_register.mark(session, door(session, course), {row.id: False}, day, LAST)
    seats.warn(session, warned, datetime(2026, 12, 8, 3, tzinfo=NOW.tzinfo))

    rows = session.exec(select(Outbox).where(Outbox.person_id == SARI, Outbox.topic == "attendance_low")).all()

    texts = [seats.write.outbox.read(session, one)["text"] for one in rows]
    assert all("di bawah 80%" in text and "menurut catatan lembaga" in text and "belum pasti" in text for text in texts)
    assert attendance.of(session, [row.id])[row.id] == dict.fromkeys(DAYS[:2], False)
    assert PROVIDER not in {one.person_id for one in rows}
