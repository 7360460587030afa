"""Who answers a person who wants a human, and by when; and who may approve what a counselor sends to many."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.deps import today
from bot.services.workdays import closed_days
from bot.store import staff
from bot.store.profiles import WorkProfile
from bot.store.staff import ADMIN, COUNSELOR, Staff
from matching import places

CAPITAL_ZONE = "Asia/Jakarta"
SATURDAY = 5
ANSWERED_AT = time(16, 0)
MOST_TOLD = 20  # a person who is nowhere placed must not wake the whole country


@dataclass(frozen=True, slots=True)
class Responsible:
    """Those who answer: their ids, the one name or the one office if there is one, and the zone of the office."""

    ids: tuple[int, ...] = ()
    name: str = ""
    office: str = ""
    zone: str = CAPITAL_ZONE


def responsible(session: Session, person_id: int, day: date) -> Responsible:
    """Give the counselors nearest to the person's region: of the regency, else the province, else everywhere.

    Only those count whom a notice reaches: a promise in the name of somebody who never hears of it is none. Who is
    away on this day is answered for by the stand-in. Somebody without a region is everybody's. Without any counselor
    in reach, the admins are told.
    """
    region = region_of(session, person_id)
    seats = _seats(session, COUNSELOR, region, day, {person_id})
    if region:
        nearest = max((_nearness(seat) for seat, _who in seats), default=0)
        seats = [(seat, who) for seat, who in seats if _nearness(seat) == nearest]
    if not seats:
        seats = _seats(session, ADMIN, region, day, {person_id})
    return _described(seats[:MOST_TOLD])


Seats = list[tuple[Staff, Staff]]  # whose seat, who fills it on the day


def _seats(session: Session, role: str, region: str | None, day: date, never: set[int]) -> Seats:
    """Give the filled seats of a role that reach a region, without some people."""
    return [
        (seat, who)
        for seat, who in staff.on_duty(session, role, day)
        if who.id not in never and staff.reaches(seat, region)
    ]


def approvers(session: Session, sender: Staff, region: str | None, day: date) -> list[Staff]:
    """Give who may approve what the sender wants to send into a region (None = the whole country).

    The colleagues of that area; where there is none, those of the level above: regency, province, everywhere; then the
    admins of the area, the nearest first. Only those whom a notice reaches; never the sender, never somebody who
    stands in for the sender on this day, never somebody who is new and on trial.
    """
    never = _never(session, sender, day)
    seats = _seats(session, COUNSELOR, region, day, never)
    for level in _levels(region):
        found = [who for seat, who in seats if (seat.area or None) == level]
        if found:
            return _once(found)
    admins = [
        (seat, who) for seat, who in _seats(session, ADMIN, region, day, never) if staff.within(seat.area, region)
    ]
    return _once(who for _seat, who in sorted(admins, key=lambda pair: -_nearness(pair[0])))


def may_approve(session: Session, member: Staff, sender: Staff, region: str | None, day: date) -> bool:
    """Whether this member may approve: of the area or of any level above it, not on trial, no sender, no stand-in."""
    if not member.active or member.id in _never(session, sender, day):
        return False
    return any(staff.within(seat.area, region) for seat in staff.acting(session, member, day))


def _never(session: Session, sender: Staff, day: date) -> set[int]:
    """Give the sender, whoever acts in the sender's name on this day, and the new who are on trial."""
    everyone = (*staff.everyone(session, COUNSELOR), *staff.everyone(session, ADMIN))
    for_sender = (one.id for one in everyone if sender.id in {seat.id for seat in staff.acting(session, one, day)})
    return {sender.id, *for_sender, *(one.id for one in everyone if one.trial)}


def _levels(region: str | None) -> list[str | None]:
    """Give the region, what holds it, and None for everywhere: "33.11" -> "33.11", "33", None."""
    parts = region.split(".") if region else []
    return [*(".".join(parts[:depth]) for depth in range(len(parts), 0, -1)), None]


def _once(members: Iterable[Staff]) -> list[Staff]:
    return list({one.id: one for one in members}.values())


def region_of(session: Session, person_id: int) -> str | None:
    """Give the region that the person told us, if any."""
    profile = session.get(WorkProfile, person_id)
    return profile.region if profile is not None else None


def _nearness(member: Staff) -> int:
    return len(member.area or "")


def _described(seats: Seats) -> Responsible:
    if not seats:
        return Responsible()
    members = _once(who for _seat, who in seats)
    offices = {seat.office for seat, _who in seats}
    first = seats[0][0]
    return Responsible(
        ids=tuple(one.id for one in members),
        name=members[0].name if len(members) == 1 else "",
        office=first.office if len(offices) == 1 else "",
        zone=places.zone(first.area) or CAPITAL_ZONE if first.area else CAPITAL_ZONE,
    )


def answer_by(now: datetime, zone: str) -> datetime:
    """Give the next working day at 16.00 where the office is (UTC); holidays and joint leave are no working days."""
    day = today(now, zone) + timedelta(days=1)
    while day.weekday() >= SATURDAY or day in closed_days(day):
        day += timedelta(days=1)
    return datetime.combine(day, ANSWERED_AT, ZoneInfo(zone)).astimezone(UTC)
