"""Three vacancies that fit a client, picked for a counselor to send, each with its reasons."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from bot.deps import Shelf
from bot.services import offers, profile, stopping
from bot.services.staff import caseload
from bot.services.staff.seat import Seat
from bot.store import staff
from labour_market import search as catalogue
from labour_market.search import VacancyDetails
from matching.profile import Kind, Ranked

MOST = 3
TOPIC = "recommendation"  # of the outbox: taken back with every stop, see services.stopping


class Outcome(StrEnum):
    """What became of it."""

    SENT = "sent"
    ALREADY = "already"  # today, by anybody of the office
    UNWANTED = "unwanted"  # the client wants no vacancies unasked: not agreed, paused or stopped
    NONE = "none"  # nothing open fits
    GONE = "gone"  # not in reach


@dataclass(frozen=True, slots=True)
class Pick:
    """One vacancy with why it suits."""

    details: VacancyDetails
    ranked: Ranked


@dataclass(frozen=True, slots=True)
class Picked:
    """What is sent to whom."""

    outcome: Outcome
    person_id: int
    name: str = ""
    picks: tuple[Pick, ...] = ()


def pick(session: Session, shelf: Shelf, seat: Seat, person_id: int) -> Picked:
    """Pick what fits best of what the client has not answered yet, and leave the trace."""
    client = caseload.one(session, seat, person_id)
    if client is None:
        return Picked(Outcome.GONE, person_id)
    if not stopping.may_recommend(session, person_id, seat.now):
        return Picked(Outcome.UNWANTED, person_id, client.name)
    picks = _fitting(session, shelf, seat, person_id)
    if not picks:
        return Picked(Outcome.NONE, person_id, client.name)
    staff.note(session, seat.member.id, person_id, "case:work", seat.now)
    return Picked(Outcome.SENT, person_id, client.name, picks)


def _fitting(session: Session, shelf: Shelf, seat: Seat, person_id: int) -> tuple[Pick, ...]:
    ready = offers.ready(session, shelf, Kind.VACANCY, seat.day)
    if ready is None:
        return ()
    wanted = profile.for_matching(session, person_id)
    found = offers.fitting(ready.matcher, wanted, seat.day)
    chosen = ready.spread.choose(found, MOST, offers.exposure(ready), known=wanted.excluded_ids)
    details = {one.offer.id: one for one in catalogue.by_ids(session, [one.offer_id for one in chosen], seat.day)}
    return tuple(
        Pick(details[one.offer_id], one) for one in chosen if one.offer_id in details and details[one.offer_id].is_open
    )
