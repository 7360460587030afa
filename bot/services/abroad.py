"""Where a migrant worker is and how to reach them safely: host country and hours, rest day, discreet mode."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz, process
from sqlmodel import Session

from bot.services import reminders as planning
from bot.store import contracts, reminders
from bot.store.people import INDONESIA, Person
from bot.texts import countries
from matching import places
from matching.places import PlaceKind
from matching.wording import words

TYPO_LIKENESS = 82.0  # of 100
SHORTEST_GUESS = 4  # letters; two short names differ too little to be guessed
MOST_CITIES = 5
NO_OFFICIAL_PLACEMENT = frozenset({"KH", "MM", "TH"})  # vice minister, 10 Apr 2025 (facts: pmi, section 8)
DAYS = range(7)  # 0 = Monday


@dataclass(frozen=True, slots=True)
class City:
    """A city with the hours it keeps."""

    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a typed place means: a country, perhaps a zone; or a place in Indonesia."""

    country: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What we know of a person's place and wishes."""

    country: str
    zone: str
    rest_day: int | None
    discreet: bool

    @property
    def abroad(self) -> bool:
        """Whether the person works outside Indonesia."""
        return self.country != INDONESIA

    @property
    def risky(self) -> bool:
        """Whether nobody is officially placed in this country."""
        return self.country in NO_OFFICIAL_PLACEMENT


def standing(person: Person) -> Standing:
    """Give what we know of the person's place and wishes."""
    return Standing(person.country, person.zone, person.rest_day, person.discreet)


def understand(text: str) -> Found | None:
    """Read a typed country or city, also misspelt; None when it is neither."""
    return mentioned(text) or _guessed(" ".join(words(text)))


def mentioned(text: str) -> Found | None:
    """Give the country or the place in Indonesia that a text names without a misspelling."""
    plain = " ".join(words(text))
    if exact := countries.spellings().get(plain):
        return Found(exact)
    match = places.find(text)
    if match.kind is PlaceKind.ABROAD and match.country is not None:
        zone = next((city.zone for city in match.country.cities if city.name == match.city), "")
        return Found(match.country.iso2, zone)
    abroad = _country_in(f" {plain} ")
    return Found(INDONESIA) if abroad is None and match.kind is not PlaceKind.NONE and not match.guessed else abroad


def _country_in(padded: str) -> Found | None:
    longest = sorted(countries.spellings().items(), key=lambda one: -len(one[0]))
    return next((Found(iso2) for name, iso2 in longest if f" {name} " in padded), None)


def _guessed(plain: str) -> Found | None:
    if len(plain) < SHORTEST_GUESS:
        return None
    known = _guessable()
    best = process.extractOne(plain, known.keys(), scorer=fuzz.ratio, score_cutoff=TYPO_LIKENESS)
    return known[best[0]] if best else None


@cache
def _guessable() -> dict[str, Found]:
    found = {name: Found(iso2) for name, iso2 in countries.spellings().items() if len(name) >= SHORTEST_GUESS}
    for country in places.countries():
        found[country.name.casefold()] = Found(country.iso2)
        found |= {city.name.casefold(): Found(country.iso2, city.zone) for city in country.cities}
    return found


def cities(country: str, now: datetime) -> tuple[City, ...]:
    """Give one city for each different hour that a country keeps now; one city when its clocks agree."""
    known = places.country(country)
    listed = tuple(City(city.name, city.zone) for city in known.cities) if known else ()
    others = tuple(City(zone.rpartition("/")[2].replace("_", " "), zone) for zone in countries.zones().get(country, ()))
    by_hour: dict[object, City] = {}
    for city in listed or others:
        by_hour.setdefault(now.astimezone(ZoneInfo(city.zone)).utcoffset(), city)
    return tuple(by_hour.values())[:MOST_CITIES]


def move(session: Session, person: Person, found: Found, now: datetime) -> tuple[City, ...]:
    """Note the host country and its hours; gives the cities to choose from if its hours differ.

    What is planned moves to the same hour there.

    Raises:
        ValueError: no time zone is known for the country.
    """
    choices = cities(found.country, now)
    if not choices:
        raise ValueError(f"no time zone is known for {found.country!r}")
    stays = found.country == person.country and person.zone in {city.zone for city in choices}
    if found.zone or not stays:
        person.country = found.country
        planning.move(session, person, now, zone=found.zone or choices[0].zone)
    return choices if len(choices) > 1 and not found.zone else ()


def choose_city(session: Session, person: Person, number: int, now: datetime) -> None:
    """Take the hours of one of the cities of the host country; a number that is none of them changes nothing."""
    choices = cities(person.country, now)
    if 0 <= number < len(choices):
        planning.move(session, person, now, zone=choices[number].zone)


def rest_on(person: Person, day: int | None) -> None:
    """Note the weekly rest day (0 = Monday); None when there is none."""
    if day is None or day in DAYS:
        person.rest_day = day


def hush(person: Person, *, discreet: bool) -> None:
    """Switch the discreet mode, in which an unasked message says nothing until it is opened."""
    person.discreet = discreet


def go_home(session: Session, person: Person, zone: str, now: datetime) -> None:
    """Note that the person is in Indonesia again: our reminders about the contract abroad are taken back."""
    person.country, person.rest_day = INDONESIA, None
    planning.move(session, person, now, zone=zone)
    for topic in contracts.TOPICS:
        reminders.cancel(session, person.id, topic)
