"""A search as it runs: what is wanted, what was seen, what comes next, and what letting a condition go would bring."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.deps import Ready, Shelf
from bot.services import offers, profile
from bot.services.widening import ANY_WORK, ANYWHERE, PLACES, WIDENINGS, Widening, widened
from bot.store import profiles
from bot.store.profiles import Search
from matching.minimum_wages import wished_minimum
from matching.places import find
from matching.profile import Kind, Profile, Ranked
from matching.query import Query
from matching.spread import collapse
from matching.stated import stated

MOST_SEEN = 2_000  # cards of one search that are remembered, so that none comes twice
MOST_WIDENINGS = 3
SOON = 10  # offers that are put in fair turns; what comes later stands as it was ranked
FEW = 3  # fitting offers up to which a search is said to bring little


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
    anywhere = [ANYWHERE] if query.place.kind.value == "anywhere" else []
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
    work = " ".join(word for word in search.wish.split() if stated(word).minimum is None)
    return replace(
        known,
        last_occupation=work or known.last_occupation,
        education=search.education or known.education,
        willing_regions=tuple(search.places) or known.willing_regions,
        wage_expectation_min=_wage_in(search, known) or known.wage_expectation_min,
    )


def _wage_in(search: Search, known: Profile) -> int | None:
    """The wage that a typed search asks for: "gudang karawang gaji UMK" is the minimum wage of Karawang."""
    named = stated(search.wish).minimum
    return wished_minimum(find(next(iter(search.places), known.region or "")), named) if named else None


def asked(known: Profile, search: Search) -> Profile:
    """Give the profile that is ranked: a typed place stands in for home, and what was let go is unknown."""
    wanted = replace(known, region=None) if search.places else known
    for name in search.widened:
        wanted = widened(wanted, name)
    return wanted


@dataclass(frozen=True, slots=True)
class Wish:
    """What is ranked: the person as wanted, what was seen already, on which day."""

    person: Profile
    seen: tuple[str, ...]
    day: date
    any_work: bool = False  # of other work, an offer that names no place is not worth a message


def fitting(ready: Ready, wish: Wish, most: int = 0) -> list[Ranked]:
    """Give what fits and was not seen in this search, best first; at most `most` (0 = `offers.MOST`), the rest later.

    What was seen, refused or applied for is left out with all its copies.
    """
    unseen = replace(wish.person, excluded_ids=ready.spread.same_as((*wish.person.excluded_ids, *wish.seen)))
    if not wish.any_work:
        return offers.in_brief(ready.matcher, unseen, wish.day, most)
    return [one for one in offers.fitting(ready.matcher, unseen, wish.day) if _is_within_reach(one)]


def _is_within_reach(one: Ranked) -> bool:
    return any(code in {"place", "distance_km", "remote"} for code, _ in one.reasons)


def left(ready: Ready, wish: Wish, most: int = 0) -> list[str]:
    """Give the offers that fit and were not shown, refused or applied for yet, in the order they are to be shown.

    Of an advertisement posted twice one is given; of nearly equal ones first whose employer was shown least.
    """
    found = fitting(ready, wish, most)
    fair = ready.spread.choose(found, SOON, offers.exposure(ready, wish.seen))
    rest = collapse(found, ready.spread.twins, [one.offer_id for one in fair])
    return [one.offer_id for one in (*fair, *rest)]


def _count(ready: Ready, wish: Wish) -> tuple[int, bool]:
    """Count what fits and was not seen, and whether there is more than one search brings."""
    found = fitting(ready, wish)
    return len(collapse(found, ready.spread.twins)), len(found) >= offers.MOST


def upcoming(ready: Ready, session: Session, search: Search, day: date, most: int = 0) -> list[str]:
    """Give what comes next in a search, at most `most` (0 = all that one search brings)."""
    return left(ready, _wish(session, search, day), most)


def _wish(session: Session, search: Search, day: date) -> Wish:
    return Wish(asked(own(session, search), search), tuple(search.seen), day, ANY_WORK in search.widened)


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


def widenings(ready: Ready, session: Session, search: Search, day: date) -> tuple[Widening, ...]:
    """Count what letting each further condition go would bring; only what brings something is told, at most three.

    A wider place is told only if it brings more than the narrower one before it. Where there is more than one search
    brings, the count is the least that it can be.
    """
    now = _wish(session, search, day)
    found: list[Widening] = []
    reached, _more = _count(ready, now)
    for name in WIDENINGS:
        wider = widened(now.person, name)
        if name in search.widened or wider == now.person or len(found) == MOST_WIDENINGS:
            continue
        count, is_more = _count(ready, replace(now, person=wider, any_work=now.any_work or name == ANY_WORK))
        nearer = max((one.count for one in found if one.name in PLACES), default=0) if name in PLACES else 0
        if count - reached > nearer:
            found.append(Widening(name, count - reached, is_more=is_more))
    return tuple(found)


def reorder(session: Session, person_id: int, kind: Kind, now: datetime) -> None:
    """Show the running search from its beginning: what matters to the person has changed, and so has the order."""
    of(session, person_id, kind, now).seen = []


def widen(search: Search, name: str) -> None:
    """Let a condition go from now on in this search."""
    if name in WIDENINGS and name not in search.widened:
        search.widened = [*search.widened, name]
