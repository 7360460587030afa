"""Vacancies of a news feed: the items of RSS and Atom, and the `job` elements of job boards' own feeds.

An item is mostly a title and free words; what those say for sure (place, wage, closing day...) is read like a pasted
advertisement, what they only hint at stays unknown. The parser refuses document types, entities and everything outside.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped] # it comes without types
from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped] # it comes without types

from intake.cells import day as day_of
from intake.encodings import clean
from intake.errors import Refused
from intake.guard import Kind, admit
from intake.problems import RawRow
from labour_market.adverts import reading
from labour_market.adverts.field import Name
from labour_market.adverts.places import place_as_written
from labour_market.markup import words

ITEMS = frozenset({"item", "entry", "job", "vacancy", "lowongan"})
MAX_ROWS = 50_000
MAX_DEPTH = 40
MAX_EVENTS = 4_000_000  # starts and ends of elements: forty elements to each item
LONGEST_ID = 120
EPOCH = date(1970, 1, 1)
HEAD = 400  # bytes
STARTS = (b"<?xml", b"<rss", b"<feed", b"<source", b"<jobs", b"<rdf", b"<!DOCTYPE", b"<!--")
ALIASES: Mapping[str, tuple[str, ...]] = {  # column -> names of elements, the first that is there
    "id": ("guid", "id", "referencenumber", "requisitionid", "link", "url"),
    "title": ("title", "jobtitle", "position", "judul"),
    "employer": ("company", "employer", "hiringorganization", "perusahaan", "author", "creator"),
    "location": ("location", "city", "region", "joblocation", "lokasi"),
    "description": ("encoded", "description", "content", "summary", "deskripsi"),
    "category": ("category", "industry"),
    "url": ("link", "url", "applyurl"),
    "posted": ("pubdate", "published", "date", "updated", "dateposted"),
    "closes": ("expirationdate", "validthrough", "expires", "closing_date", "deadline"),
    "salary_min": ("salary_min", "salarymin", "gaji_min"),
    "salary_max": ("salary_max", "salarymax", "gaji_max"),
    "employment_type": ("jobtype", "employmenttype"),
}  # fmt: skip
FROM_WORDS = (Name.EMPLOYER, Name.PLACE, Name.WAGE_MIN, Name.WAGE_MAX, Name.EDUCATION, Name.EXPERIENCE, Name.AGE,
              Name.CONTRACT, Name.SHIFT, Name.APPLY, Name.CLOSES, Name.OPENINGS)  # fmt: skip


def is_feed(content: bytes) -> bool:
    """Tell whether bytes look like XML at all, also in two bytes a letter."""
    head = content[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    wide = content[:HEAD].removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"").lstrip()
    return head.startswith(STARTS) or wide.startswith(STARTS)


def rows(content: bytes) -> list[RawRow]:
    """Read a feed; the number of a row is its place in the feed, starting at 1.

    Raises:
        Refused: with the codes of `intake.guard.admit`, or not_a_feed, forbidden_xml, too_deep, too_many_rows, no_rows.
    """
    admitted = admit(content)
    if admitted.kind is not Kind.TEXT:
        raise Refused("not_a_feed", admitted.kind)
    found = [RawRow(number, _cells(item)) for number, item in enumerate(_items(admitted.content), start=1)]
    if not found:
        raise Refused("no_rows", "item, entry, job")
    return found


def _items(content: bytes) -> Iterator[dict[str, str]]:
    """Walk through the items one by one, and let each go before the next is read."""
    depth, count, seen = 0, 0, 0
    try:
        for event, element in iterparse(BytesIO(content), events=("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            seen += 1
            if seen > MAX_EVENTS:
                raise Refused("too_many_rows", str(MAX_ROWS))
            if depth > MAX_DEPTH:
                raise Refused("too_deep", str(MAX_DEPTH))
            if event == "end" and _bare(element.tag) in ITEMS:
                count += 1
                if count > MAX_ROWS:
                    raise Refused("too_many_rows", str(MAX_ROWS))
                yield _texts(element)
                element.clear()
    except DefusedXmlException as error:
        raise Refused("forbidden_xml", type(error).__name__) from error
    except (ParseError, ValueError, LookupError) as error:  # also an encoding that nobody knows
        raise Refused("not_a_feed", str(error)[:100]) from error


def _texts(item: Element) -> dict[str, str]:
    """Give what an item says by the bare names of its elements; the first of a name counts."""
    told: dict[str, str] = {}
    for child in item:
        name = _bare(child.tag)
        said = "".join(child.itertext()).strip() or child.attrib.get("href", "")
        if said:
            told.setdefault(name, said)
    return told


def _bare(tag: object) -> str:
    return str(tag).rpartition("}")[2].casefold()


def _cells(told: Mapping[str, str]) -> dict[str, str]:
    cells = {column: next((told[name] for name in names if name in told), "") for column, names in ALIASES.items()}
    cells["employer"] = "" if "@" in cells["employer"] else cells["employer"]  # RSS names an author by an address
    cells["title"], cells["description"] = words(cells["title"]), words(cells["description"])
    cells["location"] = ", ".join(filter(None, (told.get("city", ""), told.get("state", "")))) or cells["location"]
    posted = _day(cells["posted"])
    cells["posted"] = posted.isoformat() if posted else ""
    closes = _day(cells["closes"])
    cells["closes"] = closes.isoformat() if closes else ""
    cells["id"] = _identity(cells)
    if not cells["url"].startswith(("https://", "http://")):
        cells["url"] = ""
    read = _from_words(cells, posted)
    return {name: clean(value) for name, value in (read | {k: v for k, v in cells.items() if v}).items() if value}


def _from_words(cells: Mapping[str, str], posted: date | None) -> dict[str, str]:
    """Read what the free words say for sure; a closing day needs to know when they were written."""
    advert = reading.read(f"{cells['title']}\n{cells['description']}", posted or EPOCH)
    sure = {name: one.value for name, one in advert.fields.items() if one.sure and name in FROM_WORDS}
    if posted is None or sure.get(Name.CLOSES, "9") < posted.isoformat():
        sure.pop(Name.CLOSES, None)
    if cells["salary_min"] or cells["salary_max"]:
        sure = {name: value for name, value in sure.items() if name not in {Name.WAGE_MIN, Name.WAGE_MAX}}
    if Name.PLACE in sure:
        sure[Name.PLACE] = place_as_written(sure[Name.PLACE])
    return {name.value: value for name, value in sure.items()}


def _day(written: str) -> date | None:
    """Read a day as feeds write it: RFC 822 ("Sun, 22 Nov 2026 08:00:00 +0700") or ISO."""
    exact = day_of(written)
    if exact is not None or not written:
        return exact
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _identity(cells: Mapping[str, str]) -> str:
    own = cells["id"] or f"{cells['title']}|{cells['employer']}|{cells['posted']}"
    return own if len(own) <= LONGEST_ID and cells["id"] else hashlib.sha256(own.encode()).hexdigest()[:24]
