"""What is open, asked: the index for an answer, what fits one person, why one offer is shown."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from bot.deps import Ready, Shelf
from bot.services import stocking
from matching.matcher import Matcher
from matching.occupations import occupations
from matching.profile import FITTING_TEXT, Kind, Opportunity, Profile, Ranked
from matching.spread import Exposure

MOST = 300  # offers that one search can bring; nobody pages further


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
        reading = stocking.changed(session, shelf, kind, day)
        if reading is not None:
            stocking.fill(shelf, reading)
    kept = shelf.stock(kind)
    return None if kept is None else kept.ready


def matcher(session: Session, shelf: Shelf, kind: Kind, day: date) -> Matcher | None:
    """Give the index alone."""
    kept = ready(session, shelf, kind, day)
    return None if kept is None else kept.matcher


def fitting(matcher: Matcher, profile: Profile, day: date) -> list[Ranked]:
    """Give what fits a profile, best first; what is ruled out or no work of this kind is left out."""
    return sure(profile, matcher.rank(profile, MOST, day=day))


def in_brief(matcher: Matcher, profile: Profile, day: date, most: int | None = None) -> list[Ranked]:
    """Give the same, or only the best `most`, without reasons and several times faster: for lists and counts."""
    return sure(profile, matcher.brief(profile, most or MOST, day=day))


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
