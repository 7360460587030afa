"""Vacancies published as JSON-LD: each schema.org `JobPosting` becomes one row of a vacancy file."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from intake import linked_data
from intake.cells import fold
from intake.encodings import clean
from intake.linked_data import first, text
from intake.problems import RawRow
from intake.schooling import SPELLINGS
from labour_market.adverts.wages import DAYS_A_MONTH, WEEKS_A_MONTH
from labour_market.markup import words
from matching.occupations import title as title_of

KINDS = frozenset({"JobPosting"})
RUPIAH = "IDR"
MONTHS_A_YEAR = 12
TIMES = {"MONTH": 1.0, "MON": 1.0, "": 1.0, "DAY": DAYS_A_MONTH, "WEEK": WEEKS_A_MONTH, "WEE": WEEKS_A_MONTH,
         "YEAR": 1 / MONTHS_A_YEAR, "ANN": 1 / MONTHS_A_YEAR}  # fmt: skip
CREDENTIALS = {"high school": "SMA", "associate degree": "D3", "bachelor degree": "S1", "postgraduate degree": "S2"}
EMPLOYMENT = {
    "FULL_TIME": "Penuh waktu", "PART_TIME": "Paruh waktu", "CONTRACTOR": "Kontrak", "TEMPORARY": "Kontrak",
    "INTERN": "Magang", "PER_DIEM": "Harian", "VOLUNTEER": "Sukarela",
}  # fmt: skip
KBJI, ISCO, ONET = "KBJI", "ISCO-08", "O*NET-SOC"
FOUR_DIGITS = re.compile(r"[0-9]{4}")
ONET_CODE = re.compile(r"\b[0-9]{2}-[0-9]{4}(?:\.[0-9]{2})?\b")
TELECOMMUTE = "TELECOMMUTE"


def rows(content: bytes) -> list[RawRow]:
    """Read a document; the number of a row is its place in the document, starting at 1.

    Raises:
        Refused: as `intake.linked_data.items` does.
    """
    found = linked_data.items(content, KINDS)
    return [
        RawRow(number, {name: clean(value) for name, value in _cells(posting).items() if value})
        for number, posting in enumerate(found, start=1)
    ]


def _cells(posting: Mapping[str, Any]) -> dict[str, str]:
    category, code = _occupation(posting.get("occupationalCategory"))
    low, high = _wage(first(posting.get("baseSalary") or posting.get("estimatedSalary")))
    url = text(posting.get("url") or posting.get("sameAs")).split("|")[0]
    return {
        "id": _identity(posting, url),
        "title": text(posting.get("title") or posting.get("name")),
        "employer": text(posting.get("hiringOrganization")),
        "location": _place(posting),
        "description": _description(posting),
        "skills": _listed(posting.get("skills")),
        "category": category or text(posting.get("industry")),
        "subcategory": code,
        "education_min": _schooling(posting.get("educationRequirements")),
        "experience_years_min": _years(posting.get("experienceRequirements")),
        "salary_min": low,
        "salary_max": high,
        "employment_type": _employment(posting.get("employmentType")),
        "shift": text(posting.get("workHours"))[:200],
        "posted": _day(posting.get("datePosted")),
        "closes": _day(posting.get("validThrough")),
        "url": url if url.startswith(("https://", "http://")) else "",
        "how_to_apply": _contact(first(posting.get("applicationContact"))),
        "openings": text(posting.get("totalJobOpenings")),
    }


def _identity(posting: Mapping[str, Any], url: str) -> str:
    """Give the publisher's own number, else its address, else a mark of what, who and where."""
    given = posting.get("identifier")
    number = text(first(given).get("value")) if isinstance(given, dict | list) else text(given)
    own = number or text(posting.get("@id")) or url
    if own and len(own) <= 120:  # noqa: PLR2004 - what the column of a file may hold
        return own
    told = own or "|".join(
        text(posting.get(name)) for name in ("title", "hiringOrganization", "jobLocation", "datePosted")
    )
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def _occupation(value: object) -> tuple[str, str]:
    """Name the occupation, and its code with the code set it is from.

    A `CategoryCode` says its set (`inCodeSet`): KBJI, ISCO-08 or O*NET. A bare literal is by schema.org's own word
    O*NET-SOC, so that a bare "4211" is never taken for a group of KBJI.
    """
    if isinstance(value, list):
        return next(filter(any, map(_occupation, value)), ("", ""))
    if not isinstance(value, dict):
        literal = text(value)
        found = ONET_CODE.search(literal)
        label = ONET_CODE.sub("", literal).strip(" -:,()")
        return label, f"{ONET} {found.group()}" if found else ""
    code, name = text(value.get("codeValue")), text(value.get("name") or value.get("description"))
    listed = _code_set(value.get("inCodeSet") or value.get("inDefinedTermSet"))
    if listed in {KBJI, ISCO} and FOUR_DIGITS.fullmatch(code[:4]):
        return name or title_of(code[:4]), f"{listed} {code}"
    return name, f"{listed} {code}" if code and listed else ""


def _code_set(value: object) -> str:
    """Say which code set a name or an address means; empty for one that we do not know."""
    named = fold(f"{text(value)} {text(first(value).get('url'))} {text(first(value).get('@id'))}")
    if "kbji" in named or "baku jabatan" in named:
        return KBJI
    if "isco" in named:
        return ISCO
    return ONET if any(word in named for word in ("onet", "o*net", "soc")) else ""


def _wage(salary: Mapping[str, Any]) -> tuple[str, str]:
    """Give both ends in rupiah a month; another currency or a wage by the hour stays unknown."""
    value = salary.get("value", salary)
    told = first(value) if isinstance(value, dict | list) else {"value": value}
    times = TIMES.get(text(told.get("unitText") or salary.get("unitText")).upper())
    if (text(salary.get("currency")) or RUPIAH).upper() != RUPIAH or times is None:
        return "", ""
    ends = [_amount(told.get(name), times) for name in ("minValue", "maxValue", "value")]
    low, high, exact = ends
    return low or exact, high


def _amount(value: object, times: float) -> str:
    try:
        amount = round(float(text(value)) * times)
    except (ValueError, OverflowError):
        return ""
    return str(amount) if amount > 0 else ""


def _schooling(value: object) -> str:
    told = first(value)
    written = text(told.get("credentialCategory")) if told else text(value)
    for one in written.split("|"):
        known = CREDENTIALS.get(fold(one)) or SPELLINGS.get(fold(one))
        if known:
            return known
    return ""


def _years(value: object) -> str:
    months = text(first(value).get("monthsOfExperience"))
    return f"{round(float(months) / MONTHS_A_YEAR, 2):g}" if months.replace(".", "", 1).isdecimal() else ""


def _employment(value: object) -> str:
    kinds = [EMPLOYMENT.get(one.rpartition("/")[2].upper(), one) for one in text(value).split("|") if one]
    return kinds[0][:60] if len(kinds) == 1 else ""


def _place(posting: Mapping[str, Any]) -> str:
    if TELECOMMUTE in text(posting.get("jobLocationType")).upper():
        return "remote"
    places = posting.get("jobLocation")
    listed = places if isinstance(places, list) else [places]
    return ", ".join(dict.fromkeys(filter(None, map(_one_place, listed))))[:300]


def _one_place(place: object) -> str:
    if not isinstance(place, dict):
        return text(place)
    address = place.get("address")
    if not isinstance(address, dict):
        return text(address) or text(place.get("name"))
    country = text(address.get("addressCountry"))
    parts = [text(address.get(name)) for name in ("addressLocality", "addressRegion")]
    return ", ".join(filter(None, [*parts, "" if country.upper() in {"ID", "IDN", "INDONESIA"} else country]))


def _description(posting: Mapping[str, Any]) -> str:
    told = (text(posting.get(name)) for name in ("description", "qualifications", "responsibilities"))
    return words("\n".join(filter(None, told)))


def _listed(value: object) -> str:
    """Give a list as a cell; a text with commas is a list as well."""
    said = text(value)
    return said if "|" in said else "|".join(filter(None, (part.strip() for part in re.split(r"[,;\n]", said))))


def _day(value: object) -> str:
    return text(value).split("T")[0]


def _contact(contact: Mapping[str, Any]) -> str:
    ways = (("telepon", "telephone"), ("e-mail", "email"))
    return "; ".join(f"{label} {text(contact[name])}" for label, name in ways if contact.get(name))
