"""Holidays: the calendar we ship, and the file of joint decrees that came later."""

from datetime import date

import pytest

from bot.services import workdays
from bot.services.holiday_file import HolidayFileError, parse
from jkp.rules.deadlines import add_working_days

GOOD = """
- decree: SKB contoh
  source: koran contoh, 3 Feb 2027
  add: [2027-07-05]
  remove: [2027-03-12]
"""


@pytest.fixture
def calendar(monkeypatch, tmp_path):
    """Follow a file's text as the holidays file."""

    def follow(text: str) -> None:
        (tmp_path / "decrees.yaml").write_text(text, encoding="utf-8")
        monkeypatch.setenv("KERJALAGI_HOLIDAYS_FILE", str(tmp_path / "decrees.yaml"))
        workdays.read_again()

    yield follow
    monkeypatch.undo()
    workdays.read_again()


def test_national_holidays_and_joint_leave_are_closed():
    closed = workdays.closed_days(date(2026, 11, 22))

    assert {date(2026, 8, 17), date(2026, 12, 24), date(2025, 12, 25), date(2027, 1, 1)} <= closed
    assert date(2026, 11, 23) not in closed


def test_a_late_decree_adds_and_removes_days(calendar):
    calendar(GOOD)

    closed = workdays.closed_days(date(2027, 3, 1))

    assert date(2027, 7, 5) in closed
    assert date(2027, 3, 12) not in closed
    assert date(2027, 1, 1) in closed


def test_a_deadline_moves_with_the_decree(calendar):
    before = add_working_days(date(2027, 7, 1), 3, holidays=workdays.closed_days(date(2027, 7, 1)))

    calendar(GOOD)

    after = add_working_days(date(2027, 7, 1), 3, holidays=workdays.closed_days(date(2027, 7, 1)))
    assert (before, after) == (date(2027, 7, 6), date(2027, 7, 7))


def test_a_later_decree_overrules_an_earlier_one():
    first, second = parse(GOOD + "- {decree: SKB kedua, source: contoh, remove: [2027-07-05]}")

    assert (first.name, second.name) == ("SKB contoh", "SKB kedua")
    assert second.removed == {date(2027, 7, 5)}


def test_an_empty_file_has_no_decrees():
    assert parse("# nothing yet\n") == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("decree: x", "line 1: expected a list of decrees"),
        ("- x", "line 1: expected a decree with the keys"),
        (
            "- decree: A\n  source: B\n  ad: [2027-01-01]",
            "line 3: expected each of the keys decree, source, add, remove",
        ),
        ("- decree: A\n  source: B\n  add: [2027-02-30]", "line 3: expected a day like 2027-03-12, found `2027-02-30`"),
        ("- decree: A\n  source: B\n  add: 2027-02-03", "line 3: expected a list of days"),
        ("- decree: A\n  source: B\n  add: [1999-01-01]", "line 3: expected a day between 2021 and 2100"),
        ("- decree: A\n  source: B", "line 1: expected at least one day"),
        ("- decree: A\n  source: B\n  add: [2027-01-04]\n  remove: [2027-01-04]", "line 1: expected no day both"),
        ("- decree: A\n  add: [2027-01-04]", "line 1: expected the words of `source`"),
        ("- decree:\n  source: B\n  add: [2027-01-04]", "line 1: expected the words of `decree`"),
        ("- decree: [", "line 1: not readable as YAML"),
        ("- decree: A\n  decree: B", "line 2: expected each of the keys"),
    ],
)
def test_a_wrong_line_is_named(text, problem):
    with pytest.raises(HolidayFileError) as caught:
        parse(text)

    assert str(caught.value).startswith(problem)
