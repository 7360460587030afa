"""Vacancies that staff published: their own list, taking one back, closing one because it is filled or over."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.deps import Shelf
from bot.services import changes, offers
from bot.store import cards, offer_changes, postings, staff
from bot.store.offer_changes import OfferChange, What
from bot.store.postings import LIVE, Posting
from bot.store.staff import ADMIN, Staff
from labour_market import closing, search
from labour_market.search import VacancyDetails
from matching.places import find
from matching.profile import Kind, Profile

MOST = 30
LOOKED_AT, FOUND = 60, 5
ENDS = (What.FILLED, What.CLOSED)


@dataclass(frozen=True, slots=True)
class Mine:
    """One published vacancy, how many cards show it now, and how the last change went."""

    details: VacancyDetails
    shown: int
    last: OfferChange | None
    may_close: bool


def mine(session: Session, member: Staff, day: date) -> list[VacancyDetails]:
    """Give what this member published (also on a telephone that was lost), newest first."""
    rows = [row for account in staff.accounts(session, member) for row in postings.live_of(session, account, MOST)]
    return search.by_ids(session, [str(one) for row in rows for one in row.vacancies], day)


def look_for(session: Session, member: Staff, words: str, *, shelf: Shelf, day: date) -> list[VacancyDetails]:
    """Find open vacancies by words that this member may close, those of the own area first."""
    index = offers.matcher(session, shelf, Kind.VACANCY, day)
    if index is None:
        return []
    ranked = index.rank(Profile(id="", last_occupation=words, region=member.area), LOOKED_AT, day=day)
    found = search.by_ids(session, [each.offer_id for each in ranked], day)
    return [each for each in found if each.is_open and may_close(session, member, each, day)][:FOUND]


def one(session: Session, member: Staff, vacancy_id: str, day: date) -> Mine | None:
    """Give one vacancy for staff; None when there is none."""
    details = search.by_id(session, vacancy_id, day)
    if details is None:
        return None
    shows = cards.name(Kind.VACANCY, vacancy_id)
    return Mine(
        details,
        shown=len(cards.showing(session, shows)),
        last=offer_changes.last_of(session, shows),
        may_close=details.is_open and may_close(session, member, details, day),
    )


def may_close(session: Session, member: Staff, details: VacancyDetails, day: date) -> bool:
    """Whether a member may close a vacancy: an own one, or one in the member's area; an admin's area counts as well.

    A vacancy that names no place is its poster's and the admins' only.
    """
    if _posting(session, member, details.offer.id) is not None:
        return True
    codes = find(details.offer.location).codes if details.offer.location else frozenset()
    if not codes:
        return member.role == ADMIN and not member.area
    return any(staff.in_reach(session, member, code, day) for code in codes)


def close(  # noqa: PLR0913 - which vacancy, why, by whom, when
    session: Session, member: Staff, vacancy_id: str, what: What, *, day: date, now: datetime
) -> Mine | None:
    """Close a vacancy; every card that shows it will say so. Pressed again nothing happens twice; None: not allowed."""
    details = search.by_id(session, vacancy_id, day)
    if details is None or what not in ENDS or not may_close(session, member, details, day):
        return None
    version = closing.close(session, vacancy_id, now)
    if version is not None:
        shows = cards.name(Kind.VACANCY, vacancy_id)
        changes.note(session, shows, what, at=now, version=version, staff_id=member.id)
        staff.note(session, member.id, None, f"vacancy:{what}:{vacancy_id}", now)
    return one(session, member, vacancy_id, day)


def take_back(session: Session, member: Staff, posting_id: str, now: datetime) -> bool:
    """Take a posting back as if it had never been; where a later import stands on it, its vacancies are closed."""
    row = postings.own(session, member.id, posting_id)
    if row is None or row.state != LIVE:
        return False
    if row.version is None or not closing.take_back(session, row.version):
        for vacancy_id in row.vacancies:
            version = closing.close(session, str(vacancy_id), now)
            if version is not None:
                shows = cards.name(Kind.VACANCY, str(vacancy_id))
                changes.note(session, shows, What.WITHDRAWN, at=now, version=version, staff_id=member.id)
    postings.drop(row)
    staff.note(session, member.id, None, f"vacancy:withdraw:{posting_id}", now)
    return True


def _posting(session: Session, member: Staff, vacancy_id: str) -> Posting | None:
    accounts = staff.accounts(session, member)
    rows = (row for account in accounts for row in postings.live_of(session, account, MOST))
    return next((row for row in rows if int(vacancy_id) in row.vacancies), None)
