"""What is open, kept ready: the indexed vacancies and courses, filled anew when their catalogue has changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, func, select

from bot.deps import Shelf, Stock
from intake.tables import ImportVersion
from labour_market import search as vacancies
from matching.matcher import Matcher
from matching.occupations import occupations
from matching.profile import FITTING_TEXT, Kind, Opportunity, Profile, Ranked
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


def mark(session: Session, kind: Kind, day: date) -> Mark:
    """Give a mark that changes with every import, every roll-back and every day; a cheap question."""
    versions = select(func.max(ImportVersion.number), func.count()).where(ImportVersion.catalogue == CATALOGUES[kind])
    rolled_back = versions.where(col(ImportVersion.rolled_back).is_(True))
    return (*session.exec(versions).one(), *session.exec(rolled_back).one(), day)


def changed(session: Session, shelf: Shelf, kind: Kind, day: date) -> Reading | None:
    """Read the open offers of a kind if its catalogue has changed since the shelf was filled; None if not."""
    now = mark(session, kind, day)
    kept = shelf.stock(kind)
    if kept is not None and kept.mark == now:
        return None
    found = vacancies.open_vacancies(session, day) if kind is Kind.VACANCY else courses.open_courses(session, day)
    return Reading(kind, now, day, tuple(found))


def fill(shelf: Shelf, reading: Reading) -> None:
    """Index what was read and put it on the shelf: seconds for ten thousand offers, so never with a session open."""
    with shelf.filling:
        kept = shelf.stock(reading.kind)
        if kept is not None and kept.mark == reading.mark:
            return
        matcher = Matcher.fit(reading.offers, reading.day) if reading.offers else None
        if matcher is not None:
            matcher.rank(_SAMPLE, 1)
        shelf.put(reading.kind, Stock(reading.mark, matcher))


def matcher(session: Session, shelf: Shelf, kind: Kind, day: date) -> Matcher | None:
    """Give the index for an answer, an old one rather than none; only an empty shelf is filled here and now."""
    kept = shelf.stock(kind)
    if kept is None or kept.matcher is None:
        reading = changed(session, shelf, kind, day)
        if reading is not None:
            fill(shelf, reading)
    kept = shelf.stock(kind)
    return None if kept is None else kept.matcher


def fitting(ready: Matcher, profile: Profile, day: date) -> list[Ranked]:
    """Give what fits a profile, best first; what is ruled out or no work of this kind is left out.

    Words that name no occupation we know ("xyz") must at least stand in the advertisement.
    """
    found = [one for one in ready.rank(profile, MOST, day=day) if one.fits]
    if not profile.last_occupation or occupations(profile.last_occupation):
        return found
    return [one for one in found if _likeness(one) >= FITTING_TEXT]


def _likeness(ranked: Ranked) -> float:
    return next((part.value for part in ranked.parts if part.name == "text"), 0.0)


def explained(session: Session, shelf: Shelf, profile: Profile, offer: Opportunity, day: date) -> Ranked | None:
    """Explain one offer for one person; None when it is no longer on the shelf: it can be read, not explained."""
    ready = matcher(session, shelf, offer.kind, day)
    return ready.why(profile, offer.id, day=day) if ready is not None and offer.id in ready.rows else None


def distinct(ready: Matcher, ids: Iterable[str], shown: Iterable[str] = ()) -> list[str]:
    """Leave out the advertisement that was posted twice, also if its twin was shown before."""
    known = {_face(ready, one) for one in shown if one in ready.rows}
    kept: list[str] = []
    for one in ids:
        face = _face(ready, one)
        if face not in known:
            known.add(face)
            kept.append(one)
    return kept


def _face(ready: Matcher, offer_id: str) -> tuple[str, ...]:
    one = ready.table.offers[ready.rows[offer_id]]
    return tuple(text.casefold().strip() for text in (one.title, one.provider, one.location))
