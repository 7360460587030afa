"""What people write into a cell -> a value; None when it cannot be read, never a guess between two readings."""

import re
from collections.abc import Mapping
from datetime import date

UNITS = {"": 1, "rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000, "juta": 1_000_000}
AMOUNT = re.compile(r"(?:rp\.?|idr)?\s*(?P<figure>[0-9][0-9.,]*?)(?:,-|\.-)?\s*(?P<unit>rb|ribu|k|jt|juta)?\.?")
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+(?:,[0-9]+)?|(?:,[0-9]{3})+(?:\.[0-9]+)?)")
PLAIN = re.compile(r"[0-9]{1,15}(?:[.,][0-9]{1,17})?")
DATE_NUMERIC = re.compile(r"(?P<day>[0-9]{1,2})[/.\-](?P<month>[0-9]{1,2})[/.\-](?P<year>[0-9]{4})")
DATE_ISO = re.compile(
    r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})"
    r"(?:(?:t| +)[0-9]{1,2}[:.][0-9]{2}[0-9:.]*(?:z| ?[+-][0-9:]{2,6}| ?wi(?:b|ta|t)| ?utc)?)?"
)
WEB_ADDRESS = re.compile(r"https?://[^\s/?#\"<>]+(?:[/?#][^\s\"<>]*)?")
DATE_WORDS = re.compile(r"(?:[a-z']+,\s*)?(?P<day>[0-9]{1,2})[\s\-]+(?P<month>[a-z]+)\.?[\s\-]+(?P<year>[0-9]{4})")
MONTH = re.compile(r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})")
MONTHS = {
    "jan": 1,
    "feb": 2,
    "peb": 2,
    "mar": 3,
    "apr": 4,
    "mei": 5,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "agu": 8,
    "ags": 8,
    "agt": 8,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "nop": 11,
    "des": 12,
    "dec": 12,
}
YEARS = range(1900, 2101)
BETWEEN_ITEMS = re.compile(r"[;|\n]")
SPACES = re.compile(r"\s+")


def integer(text: str) -> int | None:
    """Read a whole number or an amount: `1250000`, `1.250.000`, `Rp 1.250.000,00`, `Rp 2,5 jt`, `750 ribu`.

    `1.250 jt` is two things (1.25 or 1250 million) and so is not read; neither is a fraction of one.
    """
    found = AMOUNT.fullmatch(text.strip().casefold())
    if found is None:
        return None
    unit = found["unit"] or ""
    grouped = GROUPED.fullmatch(found["figure"])
    if grouped and unit:
        return None
    exact = decimal(_without_groups(found["figure"]) if grouped else found["figure"])
    amount = None if exact is None else round(exact * UNITS[unit], 6)
    return int(amount) if amount is not None and amount == int(amount) else None


def decimal(text: str) -> float | None:
    """Read a number in which both `,` and `.` only ever stand before decimals: `2`, `2,5`, `2.5`."""
    plain = text.strip()
    return float(plain.replace(",", ".")) if PLAIN.fullmatch(plain) else None


def day(text: str) -> date | None:
    """Read a day: `2026-12-05`, `05/12/2026` (day first), `5 Des 2026`, `Sabtu, 5 Desember 2026`."""
    written = text.strip().casefold()
    for form in (DATE_ISO, DATE_NUMERIC, DATE_WORDS):
        if found := form.fullmatch(written):
            return _date(found["year"], found["month"], found["day"])
    return None


def month(text: str) -> date | None:
    """Read a month, `2026-12` (or a day in it), as its first day."""
    found = MONTH.fullmatch(text.strip())
    if found:
        return _date(found["year"], found["month"], "1")
    exact = day(text)
    return exact and exact.replace(day=1)


def items(text: str) -> tuple[str, ...]:
    """Read a list: between items stands `;`, `|` or a new line; empty and repeated items fall out, order stays."""
    stripped = (SPACES.sub(" ", item).strip() for item in BETWEEN_ITEMS.split(text))
    return tuple(dict.fromkeys(item for item in stripped if item))


def choice(text: str, codes: Mapping[str, str]) -> str | None:
    """Read one of a few words; `codes` maps what people write, folded as by `fold`, to our code."""
    return codes.get(fold(text))


def fold(text: str) -> str:
    """Make two spellings of one name equal: lower case, single spaces."""
    return SPACES.sub(" ", text).strip().casefold()


def is_web_address(text: str) -> bool:
    """Tell whether a text can be opened: `https://` or `http://`, a host, and no blank; a button needs no less."""
    return WEB_ADDRESS.fullmatch(text) is not None


def _without_groups(figure: str) -> str:
    """Take the thousands' marks out of a grouped figure; the mark that comes first is theirs."""
    mark = next(letter for letter in figure if not letter.isdigit())
    return figure.replace(mark, "")


def _date(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else MONTHS.get(month[:3], 0)
    if int(year) not in YEARS:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
