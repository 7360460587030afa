"""Money, dates and hours as people here write them (through Babel)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

INDONESIAN_HOURS = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def rupiah(amount: int, language: str) -> str:
    """Write rupiah: Rp2.580.000 (id), Rp2,580,000 (en)."""
    return f"Rp{format_decimal(amount, locale=language)}"


def number(value: float, language: str) -> str:
    """Write a number as the language does: 4,85 (id), 4.85 (en)."""
    return format_decimal(value, locale=language)


def day(value: date, language: str) -> str:
    """Write a day with its weekday: Kam, 10 Des 2026."""
    return format_date(value, "EEE, d MMM yyyy", locale=language)


def short_day(value: date, language: str) -> str:
    """Write a day briefly: 10 Des."""
    return format_date(value, "d MMM", locale=language)


def long_day(value: date, language: str) -> str:
    """Write a day as letters do: 10 Desember 2026."""
    return format_date(value, "d MMMM yyyy", locale=language)


def month(value: date, language: str) -> str:
    """Write a month: November 2026."""
    return format_date(value, "MMMM yyyy", locale=language)


def zone_label(zone: str) -> str:
    """Name the hour of a place: WIB, WITA, WIT, or the city abroad."""
    return INDONESIAN_HOURS.get(zone) or zone.rpartition("/")[2].replace("_", " ")


def moment(value: datetime, zone: str, language: str) -> str:
    """Write a moment in someone's own hours: Sen, 23 Nov 2026, 16.00 WIB."""
    local = value.astimezone(ZoneInfo(zone))
    clock = format_time(local, "HH.mm" if language == "id" else "HH:mm", locale=language)
    return f"{day(local.date(), language)}, {clock} {zone_label(zone)}"
