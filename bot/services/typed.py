"""What people type for a day, an amount or a number of months, as they write it in a chat."""

import re
from datetime import date, timedelta

from intake import cells

_DAYS_AGO = {
    "hari ini": 0, "today": 0, "kemarin": 1, "kemaren": 1, "yesterday": 1, "kemarin lusa": 2, "kmrn": 1,
    "minggu lalu": 7, "seminggu lalu": 7, "last week": 7,
}  # fmt: skip
_AGO = re.compile(r"^(\d{1,3}|se) ?(hari|hr|minggu|mgg|days?|weeks?)(?: yang| yg)? (?:lalu|lewat|kemarin|ago)$")
_DAY_MONTH = re.compile(r"^(\d{1,2})[ /.-]+([a-z]+|\d{1,2})$")
_SHORT_YEAR = re.compile(r"^(\d{1,2}[ /.-]+(?:[a-z]+|\d{1,2})[ /.-]+)(\d{2})$")
_MILLIONS = re.compile(r"^\d{1,2}(?:[.,]\d{1,2})?$")  # "4" or "4,5" said for millions
_ENGLISH_MILLIONS = re.compile(r"(\d)\s*(?:m|mio|million)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}")
LEAST_WAGE, MOST_WAGE = 100_000, 500_000_000


def day(text: str, today: date, *, future: bool | None = False) -> date | None:
    """Read a day; without a year it is the last one that fits (`future`: the next one; None: the nearest)."""
    words = cells.fold(text).strip(".!")
    if words in _DAYS_AGO:
        return today - timedelta(days=_DAYS_AGO[words])
    ago = _AGO.match(words)
    if ago is not None:
        count = 1 if ago[1] == "se" else int(ago[1])
        return None if future else today - timedelta(days=count * (7 if ago[2][0] in "mw" else 1))
    words = _SHORT_YEAR.sub(r"\g<1>20\2", words)
    short = _DAY_MONTH.match(words)
    if short is None:
        return cells.day(words) or cells.day(words.replace("-", "/").replace(".", "/"))
    years = (today.year - 1, today.year, today.year + 1)
    found = [cells.day(f"{short[1]} {short[2]} {year}") or cells.day(f"{short[1]}/{short[2]}/{year}") for year in years]
    fitting = [one for one in found if one is not None and (future is None or one == today or (one > today) is future)]
    return min(fitting, key=lambda one: abs(one - today), default=None)


def rupiah(text: str) -> int | None:
    """Read a monthly wage: `4,2jt`, `4.2m`, `Rp 4.200.000`, `4200000`; None when it is no plausible wage."""
    words = _ENGLISH_MILLIONS.sub(r"\1 jt", text.strip().replace("IDR", "Rp"))
    amount = cells.integer(f"{words} jt" if _MILLIONS.match(words) else words)
    return amount if amount is not None and LEAST_WAGE <= amount <= MOST_WAGE else None


def count(text: str, most: int) -> int | None:
    """Read a small number, such as months: `13`, `13 bulan`."""
    found = _NUMBER.search(text)
    return int(found[0]) if found and int(found[0]) <= most else None
