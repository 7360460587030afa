"""What is open, kept ready: the indexed vacancies and courses, filled anew when their catalogue has changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, func, select

from bot.deps import Ready, Shelf, Stock
from bot.store import nights
from intake.tables import ImportVersion
from labour_market import search as vacancies
from matching.matcher import Matcher
from matching.occupations import occupations
from matching.profile import FITTING_TEXT, Kind, Opportunity, Profile, Ranked
from matching.spread import Exposure, Spread
from training_catalog import search as courses

CATALOGUES = {Kind.VACANCY: "vacancies", Kind.COURSE: "courses"}
MOST = 300  # offers that one search can bring; nobody pages further
_SAMPLE = Profile(
    id="", last_occupation="staf gudang", region="31.71"
)  # asked once, so that the first person waits less

Mark = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Offers as read from a catalogue, on their way to the shelf."""

    kind: Kind
    mark: Mark
    day: date
    offers: tuple[Opportunity, ...]
    shown: Mapping[str, int]  # how often the last nights showed each


def mark(session: Session, kind: Kind, day: date) -> Mark:
    """Give a mark that changes with every import, every roll-back, every day and every night; a cheap question."""
    versions = select(func.max(ImportVersion.number), func.count()).where(ImportVersion.catalogue == CATALOGUES[kind])
    rolled_back = versions.where(col(ImportVersion.rolled_back).is_(True))
    night = nights.last_done(session) if kind is Kind.VACANCY else None
    return (*session.exec(versions).one(), *session.exec(rolled_back).one(), day, night)


def changed(session: Session, shelf: Shelf, kind: Kind, day: date) -> Reading | None:
    """Read the open offers of a kind if its catalogue has changed since the shelf was filled; None if not."""
    now = mark(session, kind, day)
    kept = shelf.stock(kind)
    if kept is not None and kept.mark == now:
        return None
    found = vacancies.open_vacancies(session, day) if kind is Kind.VACANCY else courses.open_courses(session, day)
    return Reading(kind, now, day, tuple(found), nights.shown(session, day) if kind is Kind.VACANCY else {})


def fill(shelf: Shelf, reading: Reading) -> None:
    """Index what was read and put it on the shelf: seconds for ten thousand offers, so never with a session open."""
    with shelf.filling:
        kept = shelf.stock(reading.kind)
        if kept is not None and kept.mark == reading.mark:
            return
        shelf.put(reading.kind, Stock(reading.mark, _ready(reading) if reading.offers else None))


def _ready(reading: Reading) -> Ready:
    """Index the offers, find those posted twice, and ask once for an example."""
    matcher, spread = Matcher.fit(reading.offers, reading.day), Spread(reading.offers)
    matcher.rank(_SAMPLE, 1)
    return Ready(matcher, spread, counted(spread, reading.shown))


def counted(spread: Spread, shown: Mapping[str, int]) -> Exposure:
    """Put what was shown by the number, for offers and for who offers them; what is closed counts no more."""
    found = Exposure()
    for face, count in shown.items():
        owner = spread.owners.get(face)
        if owner is not None:
            found.offers[face] = found.offers.get(face, 0) + count
            found.owners[owner] = found.owners.get(owner, 0) + count
    return found


def exposure(ready: Ready, seen: Iterable[str] = ()) -> Exposure:
    """Give a copy of what was shown, with what this person has seen of it just now."""
    found = Exposure(dict(ready.shown.offers), dict(ready.shown.owners))
    for one in seen:
        if one in ready.spread.owners:
            found.note(ready.spread.twins[one], ready.spread.owners[one])
    return found


def ready(session: Session, shelf: Shelf, kind: Kind, day: date) -> Ready | None:
    """Give the index for an answer, an old one rather than none; only an empty shelf is filled here and now."""
    kept = shelf.stock(kind)
    if kept is None or kept.ready is None:
        reading = changed(session, shelf, kind, day)
        if reading is not None:
            fill(shelf, reading)
    kept = shelf.stock(kind)
    return None if kept is None else kept.ready


def matcher(session: Session, shelf: Shelf, kind: Kind, day: date) -> Matcher | None:
    """Give the index alone."""
    kept = ready(session, shelf, kind, day)
    return None if kept is None else kept.matcher


def fitting(matcher: Matcher, profile: Profile, day: date) -> list[Ranked]:
    """Give what fits a profile, best first; what is ruled out or no work of this kind is left out."""
    return sure(profile, matcher.rank(profile, MOST, day=day))


def sure(profile: Profile, ranked: Iterable[Ranked]) -> list[Ranked]:
    """Keep of a ranking what fits a person.

    Words that name no occupation we know ("xyz") must at least stand in the advertisement.
    """
    found = [one for one in ranked if one.fits]
    if not profile.last_occupation or occupations(profile.last_occupation):
        return found
    return [one for one in found if _likeness(one) >= FITTING_TEXT]


def _likeness(ranked: Ranked) -> float:
    return next((part.value for part in ranked.parts if part.name == "text"), 0.0)


def explained(session: Session, shelf: Shelf, profile: Profile, offer: Opportunity, day: date) -> Ranked | None:
    """Explain one offer for one person; None when it is no longer on the shelf: it can be read, not explained."""
    index = matcher(session, shelf, offer.kind, day)
    return index.why(profile, offer.id, day=day) if index is not None and offer.id in index.rows else None
