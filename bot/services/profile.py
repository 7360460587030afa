"""What a person tells about the work they look for: read kindly, kept, and handed to matching."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.services import typed
from bot.services.widening import ANYWHERE
from bot.store import applications, consents, people, profiles
from bot.store.profiles import WorkProfile
from intake import cells
from intake.schooling import SPELLINGS
from matching.education import LEVELS
from matching.places import Area, PlaceKind, area, find, zone
from matching.profile import Profile
from matching.stated import wished_wage

FIELDS = ("occupation", "place", "education", "experience", "wage", "age", "skills", "willing")
MATTERS = ("near", "pay", "hours")  # as matching weighs them
LONGEST = 60  # characters of a job
MOST_SKILLS, MOST_PLACES = 12, 6
YOUNGEST, OLDEST = 15, 80
MOST_YEARS = 50
_NUMBER = re.compile(r"\d{1,2}(?:[.,]\d)?")
_IDENTIFIER = re.compile(r"\d{6,}")  # a number that long is no work; it is not kept


class NotUnderstood(ValueError):
    """A typed answer that fits no reading; `field` names what we hoped for."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)


class SeveralPlaces(ValueError):
    """A name that a kabupaten and a kota share; `areas` are the candidates to ask back about."""

    def __init__(self, areas: tuple[Area, ...]) -> None:
        self.areas = areas
        super().__init__(areas[0].short_name)


@dataclass(frozen=True, slots=True)
class Seen:
    """A profile as it is shown; unknown is None or empty. Wage in rupiah a month, age and experience in years."""

    occupation: str
    places: tuple[str, ...]
    anywhere: bool
    education: str | None
    experience: float | None
    wage: int | None
    age: int | None
    skills: tuple[str, ...]
    willing: tuple[str, ...]
    told: bool  # agreed to be told of offers unasked
    matters: str = ""  # what matters most: near, pay or hours


def seen(session: Session, person_id: int) -> Seen:
    """Give the profile as it is shown."""
    row = profiles.of(session, person_id)
    return Seen(
        occupation=row.occupation,
        places=_names((row.region,) if row.region else ()),
        anywhere=row.anywhere,
        education=row.education,
        experience=row.experience_years,
        wage=row.wage_expectation,
        age=row.age,
        skills=tuple(row.skills),
        willing=_names(tuple(row.willing)),
        told=consents.holds(session, person_id, consents.MATCHING),
        matters=row.matters,
    )


def for_matching(session: Session, person_id: int) -> Profile:
    """Hand the profile to matching, with what the person refused and applied for already."""
    row = profiles.of(session, person_id)
    refused = applications.feedback(session, person_id, applications.REFUSED)
    applied = (one.vacancy_id for one in applications.standing(session, person_id))
    return Profile(
        id=str(person_id),
        priorities=(row.matters,) if row.matters else (),
        last_occupation=row.occupation,
        experience_years=row.experience_years,
        education=row.education,
        skills=tuple(row.skills),
        region=row.region,
        willing_regions=(*row.willing, *((ANYWHERE,) if row.anywhere else ())),
        wage_expectation_min=row.wage_expectation,
        age=row.age,
        disliked=tuple(dict.fromkeys(one.reason for one in refused if one.reason)),
        excluded_ids=frozenset((*(one.offer_id for one in refused), *(one for one in applied if one))),
    )


def knows_work(session: Session, person_id: int) -> bool:
    """Whether the person told which work they did."""
    return bool(profiles.of(session, person_id).occupation)


def knows_place(session: Session, person_id: int) -> bool:
    """Whether the person told where they can work."""
    row = profiles.of(session, person_id)
    return bool(row.region or row.anywhere or row.willing)


def work_in(session: Session, person_id: int, codes: tuple[str, ...]) -> None:
    """Keep where the person can work: regency or province codes, none = anywhere in Indonesia.

    Raises:
        NotUnderstood: a code that is no area.
    """
    if any(area(code) is None for code in codes):
        raise NotUnderstood("place")
    row = profiles.of(session, person_id)
    row.anywhere = not codes
    if codes:
        row.region = codes[0]
        row.willing = list(codes[1:])
        _live_by(session, person_id, codes[0])


def _live_by(session: Session, person_id: int, code: str) -> None:
    """Take the hours of the place, unless the person chose others or is abroad."""
    person = people.find(session, person_id)
    if person is not None and person.country == people.INDONESIA and not person.zone_chosen:
        person.zone = zone(code) or person.zone


def keep_places(session: Session, person_id: int, field: str, codes: tuple[str, ...]) -> None:
    """Keep areas chosen from several of one name, as the place or among those one is willing to go to.

    Raises:
        NotUnderstood: a code that is no area.
    """
    if field == "place":
        work_in(session, person_id, codes)
    elif all(area(code) for code in codes):
        row = profiles.of(session, person_id)
        row.willing = list(codes)


def place(text: str) -> tuple[str, ...]:
    """Read a typed place: area codes, none = anywhere in Indonesia.

    Raises:
        SeveralPlaces: a kabupaten and a kota share the name.
        NotUnderstood: it is no place in Indonesia that we know.
    """
    found = find(text)
    if found.kind is PlaceKind.CHOICE:
        raise SeveralPlaces(found.areas)
    if found.kind is PlaceKind.ANYWHERE or cells.fold(text) in {"di mana saja", "dimana saja", "anywhere", "bebas"}:
        return ()
    if not found.areas:
        raise NotUnderstood("place")
    return tuple(one.code for one in found.areas[:MOST_PLACES])


def keep(session: Session, person_id: int, field: str, text: str) -> None:
    """Keep a typed or pressed answer.

    Raises:
        NotUnderstood: it cannot be read as this field, or there is no such field.
        SeveralPlaces: a place whose name is shared.
    """
    if field not in _KEEP:
        raise NotUnderstood(field)
    row = profiles.of(session, person_id)
    _KEEP[field](row, text.strip())
    if field == "place" and row.region:
        _live_by(session, person_id, row.region)


def clear(session: Session, person_id: int, field: str) -> None:
    """Forget one answer; an unknown field changes nothing."""
    row = profiles.of(session, person_id)
    for name, empty in _EMPTY.get(field, {}).items():
        setattr(row, name, empty() if callable(empty) else empty)


def put_first(session: Session, person_id: int, what: str) -> None:
    """Keep what matters most in a ranking: near, pay or hours; any other word means that all count alike."""
    profiles.of(session, person_id).matters = what if what in MATTERS else ""


def tell(session: Session, person_id: int, now: datetime) -> None:
    """Record the agreement to be told of fitting offers unasked; browsing needs none."""
    consents.give(session, person_id, consents.MATCHING, now)


def may_offer_word(session: Session, person_id: int) -> bool:
    """Whether to offer word of fitting work, unasked: to those who neither agreed to it yet nor took it back."""
    return consents.MATCHING not in consents.latest(session, person_id)


def plain_work(text: str) -> str:
    """Give the words of a job as they may be kept: short, on one line, without long numbers."""
    return " ".join(_IDENTIFIER.sub(" ", text).split())[:LONGEST].strip()


def _occupation(row: WorkProfile, text: str) -> None:
    words = plain_work(text)
    if not any(letter.isalpha() for letter in words):
        raise NotUnderstood("occupation")
    row.occupation = words


def _place(row: WorkProfile, text: str) -> None:
    codes = place(text)
    row.anywhere = not codes
    if codes:
        row.region = codes[0]
        row.willing = list(dict.fromkeys((*codes[1:], *row.willing)))


def _education(row: WorkProfile, text: str) -> None:
    level = cells.choice(text, SPELLINGS) or (text.upper() if text.upper() in LEVELS else None)
    if level is None:
        raise NotUnderstood("education")
    row.education = level


def _experience(row: WorkProfile, text: str) -> None:
    years = _number(text, "experience")
    if years > MOST_YEARS:
        raise NotUnderstood("experience")
    row.experience_years = round(years / 12, 1) if "bulan" in text.casefold() or "month" in text.casefold() else years


def _wage(row: WorkProfile, text: str) -> None:
    amount = typed.rupiah(text) or wished_wage(text, find(row.region or ""))  # "UMK" is what it is at home
    if amount is None:
        raise NotUnderstood("wage")
    row.wage_expectation = amount


def _age(row: WorkProfile, text: str) -> None:
    years = int(_number(text, "age"))
    if not YOUNGEST <= years <= OLDEST:
        raise NotUnderstood("age")
    row.age = years


def _skills(row: WorkProfile, text: str) -> None:
    named = [plain_work(one) for one in re.split(r"[,;\n]| dan | and ", text)]
    found = list(dict.fromkeys(one for one in named if any(letter.isalpha() for letter in one)))
    if not found:
        raise NotUnderstood("skills")
    row.skills = found[:MOST_SKILLS]


def _willing(row: WorkProfile, text: str) -> None:
    codes = place(text)
    row.anywhere = not codes
    row.willing = list(codes)


def _number(text: str, field: str) -> float:
    found = _NUMBER.search(text)
    if found is None:
        raise NotUnderstood(field)
    return float(found[0].replace(",", "."))


def _names(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one.name for one in map(area, codes) if one)


_KEEP: dict[str, Callable[[WorkProfile, str], None]] = {
    "occupation": _occupation,
    "place": _place,
    "education": _education,
    "experience": _experience,
    "wage": _wage,
    "age": _age,
    "skills": _skills,
    "willing": _willing,
}
_EMPTY: dict[str, dict[str, object]] = {
    "occupation": {"occupation": ""},
    "place": {"region": None, "anywhere": False},
    "education": {"education": None},
    "experience": {"experience_years": None},
    "wage": {"wage_expectation": None},
    "age": {"age": None},
    "skills": {"skills": list},
    "willing": {"willing": list, "anywhere": False},
}
