"""The shelf kept in step with the catalogues: a small change is put in, a large one means indexing anew.

What is put in can be asked at once. It answers as a new index would, but that the rarity of words stays as it was when
everything was indexed last; so that happens every day, and whenever a twentieth of the offers came in since.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.deps import Mark, Ready, Shelf, Stock
from bot.store import nights
from intake.touched import standing, touched_since
from intake.version_log import newest
from labour_market import search as vacancies
from matching.matcher import Matcher
from matching.profile import Kind, Opportunity, Profile
from matching.spread import Exposure, Spread
from training_catalog import search as courses

CATALOGUES = {Kind.VACANCY: "vacancies", Kind.COURSE: "courses"}
FEW = 50  # changed offers that are put in, however small the stock is
SHARE = 20  # and up to a twentieth of a large one
_SAMPLE = Profile(
    id="", last_occupation="staf gudang", region="31.71"
)  # asked once, so that the first person waits less


@dataclass(frozen=True, slots=True)
class Reading:
    """What a catalogue has, on its way to the shelf."""

    kind: Kind
    mark: Mark
    offers: tuple[Opportunity, ...]  # all that are open; of a small change those that are new or differ
    shown: Mapping[str, int]  # how often the last nights showed each
    since: Mark | None = None  # the mark of the stock that a small change belongs to; None: everything was read
    gone: frozenset[str] = frozenset()  # ids that are no longer open


def mark(session: Session, kind: Kind, day: date) -> Mark:
    """Give where everything stands that the shelf depends on; a cheap question, asked every few seconds."""
    night = nights.last_done(session) if kind is Kind.VACANCY else None
    return Mark(newest(session, CATALOGUES[kind]), standing(session, CATALOGUES[kind]), day, night)


def changed(session: Session, shelf: Shelf, kind: Kind, day: date) -> Reading | None:
    """Read what has changed since the shelf was filled, or everything if that is much; None if nothing has."""
    now, kept = mark(session, kind, day), shelf.stock(kind)
    if kept is not None and kept.mark == now:
        return None
    shown = nights.shown(session, day) if kind is Kind.VACANCY else {}
    rows = _few_rows(session, kept, kind, now) if kept is not None else None
    if kept is None or rows is None:
        found = vacancies.open_vacancies(session, day) if kind is Kind.VACANCY else courses.open_courses(session, day)
        return Reading(kind, now, tuple(found), shown)
    ids = [str(one) for one in rows]
    there = vacancies.by_ids(session, ids, day) if kind is Kind.VACANCY else courses.by_ids(session, ids, day)
    offers = tuple(one.offer for one in there if one.is_open)
    return Reading(kind, now, offers, shown, kept.mark, frozenset(ids) - {one.id for one in offers})


def fill(shelf: Shelf, reading: Reading) -> None:
    """Put what was read on the shelf; ten thousand offers take seconds, so never with a session open.

    A small change to a stock that was replaced meanwhile is dropped: the next look reads what it needs.
    """
    with shelf.filling:
        kept = shelf.stock(reading.kind)
        if kept is not None and kept.mark == reading.mark:
            return
        if reading.since is None:
            shelf.put(reading.kind, Stock(reading.mark, _indexed(reading) if reading.offers else None))
        elif kept is not None and kept.ready is not None and kept.mark == reading.since:
            ready = _updated(kept.ready, reading)
            shelf.put(reading.kind, Stock(reading.mark, ready, kept.put_in + len(reading.offers)))


def counted(spread: Spread, shown: Mapping[str, int]) -> Exposure:
    """Put what was shown by the number, for offers and for who offers them; what is closed counts no more."""
    found = Exposure()
    for face, count in shown.items():
        owner = spread.owners.get(face)
        if owner is not None:
            found.offers[face] = found.offers.get(face, 0) + count
            found.owners[owner] = found.owners.get(owner, 0) + count
    return found


def _few_rows(session: Session, kept: Stock, kind: Kind, now: Mark) -> list[int] | None:
    """The rows to look at again; None when everything is to be read: another day, or much has come in."""
    if kept.ready is None or kept.mark.day != now.day:
        return None
    most = max(FEW, len(kept.ready.matcher.rows) // SHARE) - kept.put_in
    if most <= 0:
        return None
    return touched_since(session, CATALOGUES[kind], kept.mark.version, most=most)


def _indexed(reading: Reading) -> Ready:
    """Index the offers, find those posted twice, and ask once for an example."""
    matcher, spread = Matcher.fit(reading.offers, reading.mark.day), Spread(reading.offers)
    matcher.rank(_SAMPLE, 1)
    return Ready(matcher, spread, counted(spread, reading.shown))


def _updated(ready: Ready, reading: Reading) -> Ready | None:
    """Put a small change in; None when nothing is open any longer."""
    matcher, spread = ready.matcher, ready.spread
    touched: Collection[str] = {one.id for one in reading.offers} | reading.gone
    if touched:
        matcher = matcher.updated(reading.offers, reading.gone)
        if not matcher.rows:
            return None
        spread = spread.updated(tuple(matcher.table.offers), touched)
    return Ready(matcher, spread, counted(spread, reading.shown))
