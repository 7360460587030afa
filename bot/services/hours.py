"""The reader's waking hours: nothing unasked between 20:00 and 07:00 of the reader's own zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WAKES = time(7, 0)
SLEEPS = time(20, 0)
FIRST_HOUR, LAST_HOUR = WAKES.hour, SLEEPS.hour - 1


def is_quiet(now: datetime, zone: str) -> bool:
    """Whether the reader should not be disturbed at this moment."""
    local = now.astimezone(ZoneInfo(zone)).time()
    return local < WAKES or local >= SLEEPS


def waking(moment: datetime, zone: str) -> datetime:
    """Give the first moment from this one on that lies in the reader's waking hours (UTC)."""
    if not is_quiet(moment, zone):
        return moment
    local = moment.astimezone(ZoneInfo(zone))
    day = local.date() if local.time() < WAKES else local.date() + timedelta(days=1)
    return at(day, WAKES.hour, zone)


def at(day: date, hour: int, zone: str) -> datetime:
    """Give an hour of a day at a place, in UTC, moved into the waking hours."""
    inside = min(max(hour, FIRST_HOUR), LAST_HOUR)
    return datetime.combine(day, time(inside), ZoneInfo(zone)).astimezone(UTC)
