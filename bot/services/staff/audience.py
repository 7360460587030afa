"""Who a broadcast goes to: within the member's area, best match first, with everybody who is left out and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, or_, select

from bot.deps import Shelf, today
from bot.services import hours, offers, profiles
from bot.services.staff import audience_sets
from bot.services.staff.caseload import short_name
from bot.store import people, staff
from bot.store.broadcasts import COURSE, VACANCY, Broadcast
from bot.store.people import Person
from bot.store.profiles import WorkProfile
from bot.store.staff import Staff
from labour_market import search as vacancies
from matching.matcher import Matcher
from matching.occupations import occupations
from matching.profile import Kind, Opportunity, Ranked
from training_catalog import search as courses

SCORES = (70, 60, 50, 0)  # per cent; 0 = everybody whom the offer suits at all
RESTED = (0, 2, 7, 14)  # days without a broadcast
LANGUAGES = ("", "id", "en")
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Filter:
    """What a member of staff asks of the people; empty = anything."""

    score: int = 60  # per cent, of offers only
    area: str = ""  # a province or regency inside the member's own area
    occupation: str = ""
    status: str = ""  # one of audience_sets.STATUSES
    language: str = ""
    rested: int = 2  # days

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "Filter":
        """Read the filter that a broadcast keeps."""
        return cls(**{one.name: kept[one.name] for one in fields(cls) if one.name in kept})

    def kept(self) -> dict[str, Any]:
        """Give it as a broadcast keeps it."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True, slots=True)
class Audience:
    """Who it goes to, best first with the score (None without an offer), and who not."""

    people: tuple[tuple[int, float | None], ...]
    seen: int  # in the area, with the wanted work, status and language
    left_out: tuple[tuple[str, int], ...]  # reason, how many; most first
    asleep: int  # who get it when they wake
    wakes: datetime | None  # the first of them


@dataclass(frozen=True, slots=True)
class Example:
    """One real person of the audience."""

    name: str
    score: int | None  # per cent
    ranked: Ranked | None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, on which shelf, at which moment."""

    member: Staff
    shelf: Shelf
    now: datetime

    @property
    def day(self) -> date:
        """The day by which offers are open."""
        return today(self.now, "Asia/Jakarta")


def find(session: Session, asker: Asker, broadcast: Broadcast) -> Audience:
    """Work out who gets a broadcast if it left now."""
    wanted, now = Filter.of(broadcast.audience), asker.now
    zones = _candidates(session, asker, wanted)
    known = audience_sets.known(session, broadcast, wanted.rested, now)
    reasons = {one: audience_sets.reason(known, one) for one in zones}
    left = Counter(reason for reason in reasons.values() if reason)
    willing = [one for one in zones if not reasons[one]]
    ranked = _ranked(session, asker, broadcast, willing)
    if len(willing) > len(ranked):
        left["unfit"] = len(willing) - len(ranked)
    asleep = Counter(zones[person_id] for person_id, _score in ranked)
    sleeping = {zone: n for zone, n in asleep.items() if hours.is_quiet(now, zone)}
    wakes = min((hours.waking(now, zone) for zone in sleeping), default=None)
    return Audience(tuple(ranked), len(zones), tuple(left.most_common()), sum(sleeping.values()), wakes)


def _candidates(session: Session, asker: Asker, wanted: Filter) -> dict[int, str]:
    """Give the people of the area with the wanted work, status and language: number and zone."""
    seats = staff.acting(session, asker.member, asker.day)
    query = select(Person.id, Person.zone, WorkProfile.occupation).join(
        WorkProfile, col(WorkProfile.person_id) == col(Person.id), isouter=True
    )
    query = query.where(*_places(seats, wanted), ~select(Staff.id).where(Staff.id == Person.id).exists())
    if wanted.language:
        query = query.where(Person.language == wanted.language)
    if wanted.status:
        query = query.where(audience_sets.in_status(wanted.status))
    found = list(session.exec(query))
    if wanted.occupation:
        fitting = _doing(wanted.occupation, {work or "" for _id, _zone, work in found})
        found = [one for one in found if (one[2] or "") in fitting]
    return {person_id: zone for person_id, zone, _work in found}


def _places(seats: Sequence[Staff], wanted: Filter) -> list[Any]:
    """Within the seats' areas; whoever is nowhere placed is written to only by those who reach the whole country."""
    region = col(WorkProfile.region)
    found: list[Any] = [staff.regions_clause(seats, region)]
    if all(seat.area for seat in seats) or wanted.area:
        found.append(region.is_not(None))
    if wanted.area:
        found.append(or_(region == wanted.area, region.startswith(f"{wanted.area}.", autoescape=True)))
    return found


def _doing(occupation: str, works: set[str]) -> set[str]:
    """Give those of the works that are the wanted one, or close to it by their codes."""
    codes = _groups(occupation)
    return {work for work in works if occupation.lower() in work.lower() or (codes & _groups(work))}


def _groups(work: str) -> set[str]:
    """Give the minor groups (three digits of the code) that words for work name."""
    return {one.code[:3] for one in occupations(work)}


def _ranked(
    session: Session, asker: Asker, broadcast: Broadcast, willing: Sequence[int]
) -> list[tuple[int, float | None]]:
    if broadcast.kind not in (VACANCY, COURSE):
        return [(one, None) for one in sorted(willing)]
    index = _matcher(session, asker, broadcast)
    if index is None or broadcast.offer_id is None:
        return []
    least = Filter.of(broadcast.audience).score / 100
    known = profiles.for_matching(session, willing)
    found = index.fitting_people(broadcast.offer_id, known, day=asker.day)
    return [(int(one), score) for one, score in found if score >= least]


def _matcher(session: Session, asker: Asker, broadcast: Broadcast) -> Matcher | None:
    """Give the index that knows the broadcast's offer; None where there is none."""
    if broadcast.kind not in (VACANCY, COURSE):
        return None
    index = index_of(session, asker, Kind(broadcast.kind))
    if index is not None and broadcast.offer_id in index.rows:
        return index
    offer = offer_of(session, broadcast, asker.day)
    if offer is None:
        return None
    return Matcher.fit([offer], asker.day) if index is None else index.updated([offer])


def offer_of(session: Session, broadcast: Broadcast, day: date) -> Opportunity | None:
    """Give the broadcast's offer while it is open, also one that was posted a moment ago and is in no index yet."""
    room = {VACANCY: vacancies, COURSE: courses}.get(broadcast.kind)
    details = room.by_id(session, broadcast.offer_id, day) if room is not None and broadcast.offer_id else None
    return details.offer if details is not None and details.is_open else None


def index_of(session: Session, asker: Asker, kind: Kind) -> Matcher | None:
    """Give the index of the open offers of a kind."""
    return offers.matcher(session, asker.shelf, kind, asker.day)


def examples(session: Session, asker: Asker, broadcast: Broadcast, found: Audience) -> tuple[Example, ...]:
    """Give the best, the middle and the last of an audience by name; each leaves a trace that they can see."""
    many = len(found.people)
    places = sorted({0, many // 2, many - 1})[:EXAMPLES] if many else []
    index = _matcher(session, asker, broadcast)
    return tuple(_example(session, asker, broadcast, index, found.people[place]) for place in places)


def _example(
    session: Session, asker: Asker, broadcast: Broadcast, index: Matcher | None, one: tuple[int, float | None]
) -> Example:
    person_id, score = one
    person = people.find(session, person_id)
    staff.note(session, asker.member.id, person_id, "broadcast:preview", asker.now)
    known = profiles.for_matching(session, [person_id])
    why = index.why(known[0], broadcast.offer_id, day=asker.day) if index and broadcast.offer_id and known else None
    name = short_name(people.name_of(session, person)) if person is not None else ""
    return Example(name, round(score * 100) if score is not None else None, why)
