"""A search as it runs: what is wanted, what was seen, what comes next, and what letting a condition go would bring."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.deps import Shelf
from bot.services import offers, profile
from bot.store import profiles
from bot.store.profiles import Search
from matching.matcher import Matcher
from matching.places import area, distance_km, regencies
from matching.profile import Kind, Profile, Ranked
from matching.query import Query

NEAR_KM = 100.0  # what "further away" means
MOST_SEEN = 400
PLACE_UNNAMED = (
    0.05  # what an offer without a place stands back for somebody who named one: half of what a place counts
)
MOST_WIDENINGS = 3
NEAR, EDUCATION, WAGE, AGE, EVERYWHERE, ANY_WORK = "near", "education", "wage", "age", "all", "any"
WIDENINGS = (NEAR, EDUCATION, WAGE, AGE, EVERYWHERE, ANY_WORK)  # the smallest change first


@dataclass(frozen=True, slots=True)
class Widening:
    """One condition to let go, and how many more offers the search would bring then."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks through offers, on which shelf, on which day, at which moment."""

    person_id: int
    shelf: Shelf
    day: date
    now: datetime


def begin(session: Session, person_id: int, kind: Kind, now: datetime, wish: str = "") -> Search:
    """Start a search afresh: for the typed words, or for what the profile says."""
    return profiles.look_for(session, Search(person_id=person_id, kind=kind.value, wish=wish, since=now))


def begin_typed(session: Session, person_id: int, kind: Kind, query: Query, now: datetime) -> Search:
    """Start a search for what was typed; what it leaves open comes from the profile."""
    codes = [one.code for one in query.place.areas][: profile.MOST_PLACES]
    abroad = [query.place.country.name] if query.place.country else []
    anywhere = [profile.ANYWHERE] if query.place.kind.value == "anywhere" else []
    row = Search(
        person_id=person_id,
        kind=kind.value,
        wish=profile.plain_work(" ".join(query.words)),
        places=codes or abroad or anywhere,
        education=query.education,
        since=now,
    )
    return profiles.look_for(session, row)


def of(session: Session, person_id: int, kind: Kind, now: datetime) -> Search:
    """Give the search that runs; a fresh one for the profile if there is none."""
    return profiles.search(session, person_id, kind.value) or begin(session, person_id, kind, now)


def own(session: Session, search: Search) -> Profile:
    """Give the person with the search's wish: what a card is explained for."""
    known = profile.for_matching(session, search.person_id)
    return replace(
        known,
        last_occupation=search.wish or known.last_occupation,
        education=search.education or known.education,
        willing_regions=tuple(search.places) or known.willing_regions,
    )


def asked(known: Profile, search: Search) -> Profile:
    """Give the profile that is ranked: a typed place stands in for home, and what was let go is unknown."""
    wanted = replace(known, region=None) if search.places else known
    for name in search.widened:
        wanted = widened(wanted, name)
    return wanted


def widened(wanted: Profile, name: str) -> Profile:
    """Let one condition go."""
    match name:
        case "near":
            return replace(wanted, willing_regions=(*wanted.willing_regions, *_around(wanted)))
        case "all":
            return replace(wanted, willing_regions=(*wanted.willing_regions, profile.ANYWHERE))
        case "education":
            return replace(wanted, education=None)
        case "wage":
            return replace(wanted, wage_expectation_min=None)
        case "age":
            return replace(wanted, age=None)
        case "any":
            return replace(wanted, last_occupation="", skills=())
    return wanted


def _around(wanted: Profile) -> tuple[str, ...]:
    homes = [one for one in map(area, (wanted.region or "", *wanted.willing_regions)) if one]
    if not homes:
        return ()
    near = (one for one in regencies() if any(distance_km(one, home) <= NEAR_KM for home in homes))
    return tuple(one.code for one in near)


def left(ready: Matcher, wanted: Profile, search: Search, day: date, *, any_work: bool = False) -> list[str]:
    """Give the offers that fit and were not shown yet, best first; of an advertisement posted twice, one."""
    found = [one for one in offers.fitting(ready, wanted, day) if not any_work or _is_within_reach(one)]
    if wanted.region or wanted.willing_regions:
        found.sort(key=lambda one: -one.score + (0 if _is_within_reach(one) else PLACE_UNNAMED))
    seen = set(search.seen)
    return offers.distinct(ready, (one.offer_id for one in found if one.offer_id not in seen), search.seen)


def _is_within_reach(one: Ranked) -> bool:
    """Whether the place is named and suits: of other work, an offer that names none is not worth a message."""
    return any(code in {"place", "distance_km", "remote"} for code, _ in one.reasons)


def upcoming(ready: Matcher, session: Session, search: Search, day: date) -> list[str]:
    """Give what comes next in a search."""
    wanted = asked(own(session, search), search)
    return left(ready, wanted, search, day, any_work=ANY_WORK in search.widened)


def following(search: Search, after: str) -> str | None:
    """Give what was shown after an offer already, so that a button pressed twice shows the same."""
    if after not in search.seen:
        return None
    at = search.seen.index(after) + 1
    return search.seen[at] if at < len(search.seen) else None


def note_seen(search: Search, offer_id: str) -> None:
    """Remember that an offer was shown."""
    if offer_id not in search.seen:
        search.seen = [*search.seen, offer_id][-MOST_SEEN:]


def widenings(ready: Matcher, session: Session, search: Search, day: date) -> tuple[Widening, ...]:
    """Count what letting each further condition go would bring; only what brings something is told, at most three."""
    now = asked(own(session, search), search)
    found: list[Widening] = []
    reached = len(left(ready, now, search, day, any_work=ANY_WORK in search.widened))
    for name in WIDENINGS:
        wider = widened(now, name)
        if name in search.widened or wider == now:
            continue
        count = len(left(ready, wider, search, day, any_work=name == ANY_WORK)) - reached
        nearer = next((one.count for one in found if one.name == NEAR), 0) if name == EVERYWHERE else 0
        if count > nearer:
            found.append(Widening(name, count))
    return tuple(found[:MOST_WIDENINGS])


def widen(search: Search, name: str) -> None:
    """Let a condition go from now on in this search."""
    if name in WIDENINGS and name not in search.widened:
        search.widened = [*search.widened, name]
