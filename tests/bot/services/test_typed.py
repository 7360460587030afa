"""Days, amounts and counts as people type them."""

from datetime import date

import pytest

from bot.services import typed

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30 okt 2026", date(2026, 10, 30)),
        ("30/10/2026", date(2026, 10, 30)),
        ("30-10-26", date(2026, 10, 30)),
        ("30 Oktober", date(2026, 10, 30)),
        ("5 des", date(2025, 12, 5)),
        ("kemarin", date(2026, 11, 22)),
        ("Hari ini", TODAY),
        ("23/11", TODAY),
        ("20 hari lalu", date(2026, 11, 3)),
        ("3 minggu yang lalu", date(2026, 11, 2)),
        ("2 weeks ago", date(2026, 11, 9)),
        ("20 hari lagi", None),
        ("31 feb", None),
        ("besok-besok", None),
    ],
)
def test_past_days(text, day):
    assert typed.day(text, TODAY) == day


def test_a_day_without_a_year_follows_what_is_meant():
    assert typed.day("5 des", TODAY, future=True) == date(2026, 12, 5)
    assert typed.day("5 nov", TODAY, future=True) == date(2027, 11, 5)
    assert typed.day("1 des", TODAY, future=None) == date(2026, 12, 1)
    assert typed.day("29 feb", TODAY) is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("4,3 jt", 4_300_000),
        ("4.3m", 4_300_000),
        ("Rp 4.300.000", 4_300_000),
        ("4300000", 4_300_000),
        ("4,5", 4_500_000),
        ("lumayan", None),
        ("0", None),
        ("99999999999", None),
    ],
)
def test_wages(text, amount):
    assert typed.rupiah(text) == amount


def test_months():
    assert typed.count("13 bulan", 24) == 13
    assert typed.count("99", 24) is None
    assert typed.count("banyak", 24) is None
