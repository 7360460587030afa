"""Vacancies one by one: the next card, why it is shown, saving and refusing, and an honest end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.deps import Ready
from bot.services import looking, offers, opening
from bot.services.looking import Looker
from bot.services.opening import Way
from bot.services.widening import Widening
from bot.store import applications
from bot.store.applications import REFUSED, SAVED, Feedback
from bot.store.profiles import Search
from labour_market import search as catalogue
from labour_market.search import VacancyDetails
from matching.places import Area, area
from matching.profile import Kind, Profile, Ranked

APPLIED = "already_applied"
SOME = 60  # offers that are ranked for one card
REASONS = ("too_far", "low_wage", "wrong_hours", "not_my_field", APPLIED)


@dataclass(frozen=True, slots=True)
class Card:
    """One vacancy for one person. `ranked` is None when it is no longer on the shelf: it can be read, not explained."""

    day: date
    details: VacancyDetails
    ranked: Ranked | None
    profile: Profile
    saved: bool = False
    applied: bool = False
    few: int = 0  # how many fit at all, where a search has just begun and brings little

    @property
    def id(self) -> str:
        """The id that buttons carry."""
        return self.details.offer.id

    @property
    def days_left(self) -> int | None:
        """Days until it closes; None when no date is named."""
        closes = self.details.offer.closes
        return None if closes is None else (closes - self.day).days


@dataclass(frozen=True, slots=True)
class End:
    """Nothing more fits: how many were shown, how many are open at all, and what more a change would bring."""

    wish: str
    places: tuple[Area, ...]
    shown: int
    open: int
    widenings: tuple[Widening, ...]
    left: int = 0  # that fit and were not shown yet
    course: Way | None = None  # what learning something would bring


def next_card(session: Session, looker: Looker, after: str = "") -> Card | End:
    """Give the card after another one; the same again when it was given before. Refused and applied ones never come."""
    search = looking.of(session, looker.person_id, Kind.VACANCY, looker.now)
    shown_before = looking.following(search, after)
    if shown_before is not None and shown_before not in _done_with(session, looker.person_id):
        again = card(session, looker, shown_before)
        if again is not None:
            return again
    ready = offers.ready(session, looker.shelf, Kind.VACANCY, looker.day)
    if ready is None:
        return End(_wish(session, search), _places(session, search), 0, 0, ())
    return _first_open(session, looker, ready, search) or _end(session, looker, ready, search)


def _first_open(session: Session, looker: Looker, ready: Ready, search: Search) -> Card | None:
    """Give the first that is open in the catalogue right now: the shelf may be some seconds old.

    The best few are ranked first; only where they are copies of one another, or closed, what comes behind them.
    """
    coming = looking.upcoming(ready, session, search, looker.day, SOME)
    found = next(_open_ones(session, looker, coming), None) if len(coming) > looking.SOON else None
    if found is None:
        coming = looking.upcoming(ready, session, search, looker.day)
        found = next(_open_ones(session, looker, coming), None)
    if found is None:
        return None
    few = len(coming) if len(coming) <= looking.FEW and not search.seen else 0
    looking.note_seen(search, found.id)
    return replace(found, few=few)


def _open_ones(session: Session, looker: Looker, coming: Sequence[str]) -> Iterator[Card]:
    for offer_id in coming:
        found = card(session, looker, offer_id)
        if found is not None and found.details.is_open:
            yield found


def ways_on(session: Session, looker: Looker) -> End:
    """Give what a change would bring while the search still has something to show."""
    search = looking.of(session, looker.person_id, Kind.VACANCY, looker.now)
    ready = offers.ready(session, looker.shelf, Kind.VACANCY, looker.day)
    if ready is None:
        return End(_wish(session, search), _places(session, search), 0, 0, ())
    left = len(looking.upcoming(ready, session, search, looker.day))
    return replace(_end(session, looker, ready, search), left=left)


def card(session: Session, looker: Looker, offer_id: str) -> Card | None:
    """Give one vacancy by its id, also a closed one; None when there is none."""
    details = catalogue.by_id(session, offer_id, looker.day)
    if details is None:
        return None
    profile = looking.own(session, looking.of(session, looker.person_id, Kind.VACANCY, looker.now))
    said = applications.said_of(session, looker.person_id, offer_id)
    done = applications.find(session, looker.person_id, offer_id)
    return Card(
        day=looker.day,
        details=details,
        ranked=offers.explained(session, looker.shelf, profile, details.offer, looker.day),
        profile=profile,
        saved=said is not None and said.verdict == SAVED,
        applied=done is not None and done.undone_at is None,
    )


def save(session: Session, person_id: int, offer_id: str, now: datetime) -> None:
    """Save an offer; saving twice is saving once."""
    applications.say(session, Feedback(person_id=person_id, offer_id=offer_id, verdict=SAVED, at=now))


def refuse(session: Session, person_id: int, offer_id: str, reason: str, now: datetime) -> None:
    """Refuse an offer for a reason: it never comes again, and the reason shifts what comes next."""
    known = reason if reason in REASONS else ""
    applications.say(session, Feedback(person_id=person_id, offer_id=offer_id, verdict=REFUSED, reason=known, at=now))


def take_back(session: Session, person_id: int, offer_id: str, now: datetime) -> None:
    """Take a saving or a refusal back."""
    applications.take_back(session, person_id, offer_id, now)


def saved(session: Session, person_id: int, day: date) -> list[VacancyDetails]:
    """Give the saved vacancies, newest first."""
    rows = applications.feedback(session, person_id, SAVED)
    return catalogue.by_ids(session, [one.offer_id for one in rows], day)


def _done_with(session: Session, person_id: int) -> set[str]:
    refused = {one.offer_id for one in applications.feedback(session, person_id, REFUSED)}
    return refused | {one.vacancy_id for one in applications.standing(session, person_id) if one.vacancy_id}


def _end(session: Session, looker: Looker, ready: Ready, search: Search) -> End:
    return End(
        wish=_wish(session, search),
        places=_places(session, search),
        shown=len(search.seen),
        open=len(ready.matcher.table.offers),
        widenings=looking.widenings(ready, session, search, looker.day),
        course=opening.widest(session, looker),
    )


def _wish(session: Session, search: Search) -> str:
    return looking.own(session, search).last_occupation


def _places(session: Session, search: Search) -> tuple[Area, ...]:
    known = looking.asked(looking.own(session, search), search)
    codes = search.places or [known.region or "", *known.willing_regions]
    return tuple(one for one in map(area, codes) if one)
