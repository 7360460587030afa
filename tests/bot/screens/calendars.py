"""Calendars as people get them: every kind of entry, near and far from Indonesia, open and discreet, and none."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.services.calendar import Entry, Kind, Owed, moment_on, over

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def entry(kind: Kind, first: date, last: date | None = None, *, zone: str = "Asia/Jakarta", **more) -> Entry:
    """One thing that is owed; a month has its deed."""
    last = last or first
    deed = moment_on(first, 8, zone) if kind is Kind.MONTH else None
    alarms = tuple(moment_on(first - timedelta(days=n), 8, zone) for n in (7, 3, 1))
    return Entry(kind, f"{first:%Y%m%d}{len(kind)}", first, last, first, over(last), alarms, deed, **more)


def owed(*, zone: str = "Asia/Jakarta", discreet: bool = False) -> Owed:
    """One of every kind."""
    entries = (
        entry(Kind.CALL, date(2026, 11, 25), zone=zone, employer="PT Contoh & Putra <Jaya>, Tbk; Karawang"),
        entry(Kind.CLAIM, date(2026, 12, 10), zone=zone),
        entry(Kind.MONTH, date(2027, 1, 12), date(2027, 1, 17), zone=zone, month=2),
        entry(Kind.MONTH, date(2027, 2, 12), zone=zone, month=3, is_portal=True),
        entry(Kind.MONTH, date(2026, 11, 20), date(2026, 11, 25), zone=zone, month=5),
        entry(Kind.FORM, date(2027, 5, 4), zone=zone, month=6),
        entry(Kind.CLAIM, date(2026, 12, 1), zone=zone, sure=False),
        entry(Kind.COURSE, date(2026, 12, 7), date(2027, 1, 15), zone=zone, course="Las <dasar>; 2", where="Klaten"),
    )
    return Owed(entries, NOW, zone, discreet, 1000)


EVERY = (owed(), owed(zone="Asia/Taipei"), owed(discreet=True), replace(owed(), entries=()))
