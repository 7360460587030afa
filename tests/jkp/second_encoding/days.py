"""Days and rupiah as section 0 of the facts counts them: clamped months, working days, the nearest rupiah."""

import calendar
from collections.abc import Container
from datetime import date, timedelta

SATURDAY = 5
ONE = timedelta(days=1)


def day(value):
    """Take a day as YAML gives it: a date already, or its text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def later(start: date, months: int) -> date:
    """Same day-of-month so many calendar months later, clamped to the end of that month."""
    count = start.year * 12 + start.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def working_days_from(start: date, count: int, holidays: Container[date]) -> date:
    """Walk so many working days from a day, which is itself day 0; a negative count walks back."""
    here, step = start, ONE if count > 0 else -ONE
    for _ in range(abs(count)):
        here += step
        while here.weekday() >= SATURDAY or here in holidays:
            here += step
    return here


def rupiah(amount: int, *, basis_points: int) -> int:
    """Take a share of an amount, in hundredths of a per cent, to the nearest rupiah, half up."""
    return (amount * basis_points + 5_000) // 10_000
