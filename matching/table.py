"""The offers as columns: what has to be compared by the thousand, read once."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.education import level
from matching.levels import DIRECTOR, INTERN, WORKER, level_of
from matching.minimum_wages import minimum_at
from matching.occupations import groups, occupations
from matching.places import PlaceKind, find
from matching.profile import Kind, Opportunity
from matching.skills import bits, skills_in
from matching.spots import Spots
from matching.stated import Stated, stated
from matching.stored_offers import StoredOffers
from matching.wording import words

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Bits = NDArray[np.uint64]
Codes = NDArray[np.int16]

TITLES = 3  # occupation groups kept of one offer
_INTERNSHIP = ("magang", "intern")
_DEPICTED = 1_500  # characters of a description that are searched for skills


@dataclass(frozen=True, slots=True)
class Table:
    """Columns over the offers, all in the order of `offers`; unknown numbers are NaN."""

    offers: Sequence[Opportunity]  # empty in a sample of columns
    places: Spots  # the distinct places
    place: Numbers  # index into places
    group: Codes  # (offers, TITLES) index into occupations.groups(); the last index means none
    sureness: Floats  # (offers, TITLES)
    skill: Bits  # (offers, words) one bit for each skill of skills.all_skills() that the offer names
    named: Floats  # how many skills the offer names
    education: Floats
    experience: Floats
    age_max: Floats
    wage: Floats  # the best stated wage, rupiah a month
    rank: Floats  # the level of the job as title and category word it, 0 internship .. 5 director
    posted: Floats  # day ordinal
    closes: Floats  # day ordinal
    is_course: Flags
    is_magang: Flags  # the ministry's internship
    is_internship: Flags  # any internship
    has_shifts: Flags  # shifts, nights or overtime are named

    def __len__(self) -> int:
        return len(self.place)

    def part(self, rows: NDArray[Any]) -> "Table":
        """Return the table of some rows, in the order given, over the same places."""
        offers = self.offers
        chosen = offers.some(rows) if isinstance(offers, StoredOffers) else tuple(offers[row] for row in rows.tolist())
        return replace(self.bare(rows), offers=chosen)

    def bare(self, rows: NDArray[Any]) -> "Table":
        """Return the columns of some rows without the offers themselves."""
        return replace(self, offers=(), **{name: getattr(self, name)[rows] for name in COLUMNS})

    def behind(self, other: "Table") -> "Table":
        """Return the columns of this table behind those of another, whose places come first."""
        places, number = self.places.behind(other.places)
        columns = {name: np.concatenate((getattr(other, name), getattr(self, name))) for name in COLUMNS}
        columns["place"] = np.concatenate((other.place, number[self.place]))
        return Table(offers=(), places=places, **columns)


COLUMNS = tuple(one.name for one in fields(Table) if one.name not in {"offers", "places"})


def distinct(offers: Sequence[Opportunity]) -> tuple[Opportunity, ...]:
    """Offers in the order of their ids; of several with one id the same one is kept whatever the order."""
    if len({one.id for one in offers}) == len(offers):
        return tuple(sorted(offers, key=_id))
    return tuple({one.id: one for one in sorted(offers, key=_whole)}.values())


def spoken_of(offers: Sequence[Opportunity]) -> list[tuple[str, ...]]:
    """The words of every offer about the work itself, taken apart once for all who read them."""
    return [words(work_text(one)) for one in offers]


def columns(kept: tuple[Opportunity, ...], spoken: Sequence[tuple[str, ...]]) -> Table:
    """Put offers, in the order of their ids, into columns."""
    seen: dict[str, int] = {}
    place = [seen.setdefault(_place_text(one), len(seen)) for one in kept]
    group, sureness = _groups(kept)
    skill = np.array([bits(skills_in(said)) for said in spoken], dtype=np.uint64).reshape(len(kept), len(bits(())))
    told = [(one, stated(f"{one.title} . {one.description}")) for one in kept]
    return Table(
        offers=kept,
        places=Spots.of(seen),
        place=np.array(place, dtype=np.int64),
        group=group,
        sureness=sureness,
        skill=skill,
        named=np.bitwise_count(skill).sum(axis=1, dtype=np.float64),
        education=_floats([_or(level(one.education_min), text.education) for one, text in told]),
        experience=_floats([_or(one.experience_years_min, text.experience) for one, text in told]),
        age_max=_floats([_or(one.age_max, text.age_max) for one, text in told]),
        wage=_floats([_wage(one, text) for one, text in told]),
        rank=np.array([_rank(one) for one in kept]),
        posted=_floats([_ordinal(one.posted) for one in kept]),
        closes=_floats([_ordinal(one.closes) for one in kept]),
        is_course=np.array([one.kind is Kind.COURSE for one in kept], dtype=bool),
        is_magang=np.array([one.contract_type.strip().lower() == "magang" for one in kept], dtype=bool),
        is_internship=np.array([_is_internship(one) for one in kept], dtype=bool),
        has_shifts=np.array([bool(one.shift) or text.has_shifts for one, text in told], dtype=bool),
    )


def _wage(offer: Opportunity, text: Stated) -> int | None:
    """The best stated wage; "gaji UMK" is what the minimum wage is where the work is, if that is known."""
    named = offer.wage_max or offer.wage_min or text.wage
    return minimum_at(find(_place_text(offer)), text.minimum) if text.minimum and not named else named


def _place_text(offer: Opportunity) -> str:
    """Where an offer is: as it says, else the region that its title names ("Sales Area Medan")."""
    if offer.location.strip() or offer.kind is Kind.COURSE:
        return offer.location.strip()
    named = find(offer.title)
    certain = named.kind is PlaceKind.AREA and not named.guessed and not named.district
    return offer.title if certain else ""


def work_text(offer: Opportunity) -> str:
    """What an offer says about the work itself."""
    return f"{offer.title} . {' . '.join(offer.skills)} . {offer.description[:_DEPICTED]}"


def _groups(offers: tuple[Opportunity, ...]) -> tuple[Codes, Floats]:
    at = {code: number for number, code in enumerate(groups())}
    group = np.full((len(offers), TITLES), len(at), dtype=np.int16)
    sureness = np.zeros((len(offers), TITLES))
    for row, offer in enumerate(offers):
        for column, one in enumerate(occupations(offer.title, beside=offer.category, guess=False)[:TITLES]):
            group[row, column] = at[one.code]
            sureness[row, column] = one.sureness
    return group, sureness


def _rank(offer: Opportunity) -> float:
    """The level of the title; a category that speaks of internships makes it one, and a course has none."""
    if offer.kind is Kind.COURSE:
        return WORKER
    return min(level_of(offer.title), INTERN if level_of(offer.category) == INTERN else DIRECTOR)


def _is_internship(offer: Opportunity) -> bool:
    said = f"{offer.contract_type} {offer.title}".lower()
    return any(word.startswith(_INTERNSHIP) and not word.startswith("internal") for word in said.split())


def _floats(values: Sequence[float | None]) -> Floats:
    return np.array([np.nan if value is None else float(value) for value in values], dtype=np.float64)


def _or(field: float | None, text: float | None) -> float | None:
    """The field of the feed, or what the text says where the field is empty."""
    return text if field is None else field


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _id(offer: Opportunity) -> str:
    return offer.id


def _whole(offer: Opportunity) -> tuple[str, str, str]:
    return offer.id, offer.title, repr(offer)
