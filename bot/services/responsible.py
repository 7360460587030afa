"""Who answers a person who wants a human, and by when: the nearest office, on its next working day at 16.00."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
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


def responsible(session: Session, person_id: int) -> Responsible:
    """Give the counselors nearest to the person's region: of the regency, else the province, else everywhere.

    Only those count whom a notice reaches: a promise in the name of somebody who never hears of it is none.
    Somebody without a region is everybody's. Without any counselor in reach, the admins are told.
    """
    region = region_of(session, person_id)
    reach = [one for one in staff.reachable(session, COUNSELOR) if one.id != person_id and staff.reaches(one, region)]
    if region:
        nearest = max((_nearness(one) for one in reach), default=0)
        reach = [one for one in reach if _nearness(one) == nearest]
    if not reach:
        reach = [one for one in staff.reachable(session, ADMIN) if one.id != person_id]
    return _described(reach[:MOST_TOLD])


def region_of(session: Session, person_id: int) -> str | None:
    """Give the region that the person told us, if any."""
    profile = session.get(WorkProfile, person_id)
    return profile.region if profile is not None else None


def _nearness(member: Staff) -> int:
    return len(member.area or "")


def _described(members: list[Staff]) -> Responsible:
    if not members:
        return Responsible()
    offices = {one.office for one in members}
    return Responsible(
        ids=tuple(one.id for one in members),
        name=members[0].name if len(members) == 1 else "",
        office=members[0].office if len(offices) == 1 else "",
        zone=places.zone(members[0].area) or CAPITAL_ZONE if members[0].area else CAPITAL_ZONE,
    )


def answer_by(now: datetime, zone: str) -> datetime:
    """Give the next working day at 16.00 where the office is (UTC); holidays and joint leave are no working days."""
    day = today(now, zone) + timedelta(days=1)
    while day.weekday() >= SATURDAY or day in closed_days(day):
        day += timedelta(days=1)
    return datetime.combine(day, ANSWERED_AT, ZoneInfo(zone)).astimezone(UTC)
