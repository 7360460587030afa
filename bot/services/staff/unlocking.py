"""A counselor who has seen identity card and KPJ card gives a one-time code; only that person can use it, soon."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.deps import today
from bot.services import human
from bot.services.responsible import region_of
from bot.services.staff import leaving
from bot.store import attempts, cases, staff, unlock_codes
from bot.store.staff import Staff

LASTS = timedelta(minutes=30)  # the person sits at the counter
MOST_A_DAY = 30  # codes of one counselor
UTC = "UTC"


class Outcome(StrEnum):
    """What asking for a code came to."""

    GIVEN = "given"
    NOT_YOURS = "not_yours"  # not in the member's care
    NO_NUMBER = "no_number"  # the person has not shared the own number: nothing says whose record it is
    TOO_MANY = "too_many"
    TRIAL = "trial"  # who is new does not vouch for papers


@dataclass(frozen=True, slots=True)
class Given:
    """A code, and for whom; nothing but the outcome when there is none."""

    outcome: Outcome
    name: str = ""
    code: str = ""


def give(session: Session, member: Staff, person_id: int, now: datetime) -> Given:
    """Give a code for a person in the member's care whose record is already found by the own number.

    The person sees in the trail who gave it. Nobody gives one to themselves, and new staff give none.
    """
    day = leaving.day_of(session, member.id, now)
    if person_id == member.id or not staff.in_reach(session, member, region_of(session, person_id), day):
        return Given(Outcome.NOT_YOURS)
    if member.trial:
        return Given(Outcome.TRIAL)
    link = cases.link_of(session, person_id)
    if link is None:
        return Given(Outcome.NO_NUMBER)
    key = attempts.keys_of(session, member.id, attempts.CODES)[0]
    if attempts.count_one(session, key, today(now, UTC)) > MOST_A_DAY:
        return Given(Outcome.TOO_MANY)
    code = unlock_codes.make(session, person_id, link.member_id, member.id, now + LASTS)
    staff.note(session, member.id, person_id, "code:given", now)
    return Given(Outcome.GIVEN, human.first_name(session, person_id), code)
