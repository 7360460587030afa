"""Courses published as JSON-LD: each `CourseInstance` of a schema.org `Course` becomes one row."""

import json
import re
from collections.abc import Mapping
from typing import Any

from intake import linked_data
from intake.encodings import clean
from intake.linked_data import first, text
from intake.problems import RawRow

KINDS = frozenset({"Course", "CourseInstance", "EducationalOccupationalProgram"})
PERIOD = re.compile(r"P(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?)?")
RUPIAH = "IDR"
MINUTES_A_JP = 45
HOURS_A_DAY, DAYS_A_WEEK = 8, 5  # of teaching, where a provider gives days or weeks alone
MODES = {"online": "daring", "onsite": "luring", "offline": "luring", "in-person": "luring", "blended": "campuran"}
SEATS = ("maximumAttendeeCapacity", "maximumEnrollment", "maximumPhysicalAttendeeCapacity")


def rows(content: bytes) -> list[RawRow]:
    """Read a document; the number of a row is its place in the document, starting at 1.

    Raises:
        Refused: as `intake.linked_data.items` does.
    """
    found = linked_data.items(content, KINDS)
    held = {_mark(one) for course in found for one in _list(course.get("hasCourseInstance"))}
    pairs = [
        (course, instance)
        for course in found
        if not _is_held(course, held)
        for instance in _list(course.get("hasCourseInstance")) or [{}]
    ]
    return [
        RawRow(number, {name: clean(value) for name, value in _cells(course, instance).items() if value})
        for number, (course, instance) in enumerate(pairs, start=1)
    ]


def _is_held(thing: Mapping[str, Any], held: set[str]) -> bool:
    """Tell whether an instance is part of a course of the document, which brings it."""
    return "CourseInstance" in text(thing.get("@type")) and _mark(thing) in held


def _mark(thing: Mapping[str, Any]) -> str:
    """Write a thing so that equal things are written the same."""
    return json.dumps(thing, sort_keys=True)


def _cells(course: Mapping[str, Any], instance: Mapping[str, Any]) -> dict[str, str]:
    provider = first(course.get("provider") or instance.get("organizer") or course.get("publisher"))
    offer = first(instance.get("offers") or course.get("offers"))
    place = first(instance.get("location"))
    return {
        "external_id": text(instance.get("courseCode") or course.get("courseCode") or course.get("identifier")),
        "provider": _name(provider) if provider else text(course.get("provider")),
        "programme": text(course.get("name") or instance.get("name")),
        "form": _form(course),
        "level": text(course.get("educationalLevel")),
        "objective": text(course.get("description") or instance.get("description")),
        "skills": text(course.get("teaches") or course.get("about")),
        "field": text(course.get("occupationalCategory") or course.get("programType")),
        "mode": _mode(instance),
        "location": _place(place) or text(instance.get("location")),
        "starts": _day(instance.get("startDate") or course.get("startDate")),
        "ends": _day(instance.get("endDate") or course.get("endDate")),
        "closes": _day(offer.get("validThrough") or course.get("applicationDeadline")),
        "opens": _day(offer.get("validFrom") or course.get("applicationStartDate")),
        "duration_hours": _hours(text(instance.get("courseWorkload") or course.get("timeRequired"))),
        "seats": next((text(one[name]) for one in (instance, course) for name in SEATS if name in one), ""),
        "cost": _cost(offer),
        "requirements": text(course.get("coursePrerequisites") or course.get("programPrerequisites")),
        "certificate": text(course.get("educationalCredentialAwarded")),
        "url": _address(offer) or _address(instance) or _address(course),
        "contact": text(provider.get("telephone") or provider.get("email")),
    }


def _name(thing: Mapping[str, Any]) -> str:
    """Give what somebody is called; an address is no name."""
    return text(thing.get("name") or thing.get("legalName"))


def _cost(offer: Mapping[str, Any]) -> str:
    """Give the price; another currency stays beside it, which the sheet then names as a problem."""
    price, currency = text(offer.get("price")), text(offer.get("priceCurrency")).upper()
    return f"{currency} {price}" if price and currency not in {"", RUPIAH} else price


def _form(course: Mapping[str, Any]) -> str:
    """A programme of study is a degree; everything else is a course."""
    return "degree" if "EducationalOccupationalProgram" in text(course.get("@type")) else ""


def _mode(instance: Mapping[str, Any]) -> str:
    """Give our word for how it is taught, or what stands there, which the sheet then names as a problem."""
    written = [one.rpartition("/")[2] for one in text(instance.get("courseMode")).split("|") if one]
    found = {MODES.get(one.casefold(), one) for one in written}
    return "campuran" if found == {"daring", "luring"} else "|".join(sorted(found))


def _place(place: Mapping[str, Any]) -> str:
    address = place.get("address")
    if isinstance(address, dict):
        return text(address.get("addressLocality") or address.get("addressRegion") or address.get("name"))
    return text(address) or text(place.get("name"))


def _day(value: object) -> str:
    return text(value).split("T")[0]


def _hours(period: str) -> str:
    """Give lessons of 45 minutes for `PT180H`, `P5D`, `P3W`; anything else stays as it is and becomes a problem."""
    found = PERIOD.fullmatch(period)
    if found is None or not any(found.groups()):
        return period
    weeks, days, hours, minutes = (int(one or 0) for one in found.groups())
    total = ((weeks * DAYS_A_WEEK + days) * HOURS_A_DAY + hours) * 60 + minutes
    return str(round(total / MINUTES_A_JP))


def _address(thing: Mapping[str, Any]) -> str:
    return text(thing.get("url") or "")


def _list(value: object) -> list[dict[str, Any]]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, dict)]
