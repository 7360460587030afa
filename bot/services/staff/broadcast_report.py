"""What came of a broadcast: who said yes, whom it did not reach, the figures, and all of it as a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from bot.deps import today
from bot.services.mydata import place_name
from bot.services.responsible import CAPITAL_ZONE
from bot.services.staff.broadcast_run import UNREACHED
from bot.services.staff.caseload import short_name
from bot.store import applications, broadcasts, people, phones, staff
from bot.store.broadcasts import Broadcast, Recipient
from bot.store.profiles import WorkProfile
from bot.store.staff import Staff
from intake.writing import write_csv

YES_SHOWN, PHONE_SHOWN = 20, 5  # people on one card; the file has them all
AT_ONCE = 500  # people asked for in one question
HEADERS = ("nama", "wilayah", "pekerjaan", "gelombang", "status", "alasan", "dikirim", "jawaban", "ya", "melamar",
           "ditelepon")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a broadcast, as the counselor sees them."""

    person_id: int
    name: str
    place: str
    work: str
    reason: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One quick question and its answers."""

    question: str
    yes: int
    no: int


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a broadcast beside its counts."""

    questions: tuple[Question, ...]
    reasons: tuple[tuple[str, int], ...]  # why it did not reach people, most first
    applied: int


@dataclass(frozen=True, slots=True)
class Listed:
    """The first of a list of people, and how many stand on it."""

    people: tuple[Person, ...]
    total: int


def yes_list(session: Session, member: Staff, row: Broadcast, now: datetime) -> Listed:
    """Give who said yes to everything, best first; each who is shown leaves a trace the person can see."""
    wanted = (col(Recipient.yes).is_(True), _in_care(session, member, now))
    found = broadcasts.people_of(session, row.id, *wanted, most=YES_SHOWN)
    return Listed(tuple(_seen(session, member, found, now)), broadcasts.count_of(session, row.id, *wanted))


def phone_list(session: Session, member: Staff, row: Broadcast, now: datetime) -> Listed:
    """Give whom it did not reach and nobody phoned, with the number they gave for calls, if any."""
    wanted = (*UNREACHED, _in_care(session, member, now))
    seen = _seen(session, member, broadcasts.people_of(session, row.id, *wanted, most=PHONE_SHOWN), now)
    listed = tuple(replace(one, phone=_number(session, member, one.person_id, now)) for one in seen)
    return Listed(listed, broadcasts.count_of(session, row.id, *wanted))


def _number(session: Session, member: Staff, person_id: int, now: datetime) -> str:
    number = phones.of(session, person_id)
    if number:
        staff.note(session, member.id, person_id, "case:phone", now)
    return number


def _in_care(session: Session, member: Staff, now: datetime) -> ColumnElement[bool]:
    """Say in SQL that a person is there still, and in the care of this member, who may have been moved since."""
    seats = staff.acting(session, member, today(now, CAPITAL_ZONE))
    there = select(people.Person.id).join(
        WorkProfile, col(WorkProfile.person_id) == col(people.Person.id), isouter=True
    )
    return col(Recipient.person_id).in_(there.where(staff.regions_clause(seats, WorkProfile.region)))


def _seen(session: Session, member: Staff, found: Sequence[Recipient], now: datetime) -> Iterable[Person]:
    """Open the names of people who are in the member's care; the rows of many are asked for together."""
    for start in range(0, len(found), AT_ONCE):
        some = found[start : start + AT_ONCE]
        ids = [one.person_id for one in some]
        there = {one.id: one for one in session.exec(select(people.Person).where(col(people.Person.id).in_(ids)))}
        told = session.exec(select(WorkProfile).where(col(WorkProfile.person_id).in_(ids)))
        profiles = {one.person_id: one for one in told}
        for one in some:
            profile = profiles.get(one.person_id) or WorkProfile(person_id=one.person_id)
            staff.note(session, member.id, one.person_id, "broadcast:answers", now)
            name = short_name(people.name_of(session, there[one.person_id]))
            yield Person(one.person_id, name, place_name(profile.region), profile.occupation, one.reason)


def report(session: Session, row: Broadcast) -> Report:
    """Count answers by question, reasons, and who of them logged an application for the offer."""
    said = broadcasts.says(session, row).get("questions", ())
    found = broadcasts.people_of(session, row.id, Recipient.wave > 0)
    questions = tuple(
        Question(question, sum(one.answers[n : n + 1] == "y" for one in found),
                 sum(one.answers[n : n + 1] == "n" for one in found))
        for n, question in enumerate(said)
    )  # fmt: skip
    reasons = sorted(broadcasts.reasons(session, row.id).items(), key=lambda pair: -pair[1])
    return Report(questions, tuple(reasons), len(_applied(session, row)))


def _applied(session: Session, row: Broadcast) -> set[int]:
    if row.kind != broadcasts.VACANCY or not row.offer_id:
        return set()
    asked = {one.person_id for one in broadcasts.people_of(session, row.id, Recipient.wave > 0)}
    return asked & applications.who_applied(session, row.offer_id)


def as_csv(session: Session, member: Staff, row: Broadcast, now: datetime) -> bytes:
    """Give one row a person that was asked; each row leaves its trace."""
    applied = _applied(session, row)
    asked = broadcasts.people_of(session, row.id, Recipient.wave > 0, _in_care(session, member, now))
    rows = (_row(seen, one, applied) for seen, one in zip(_seen(session, member, asked, now), asked, strict=True))
    return write_csv(HEADERS, rows)


def _row(person: Person, one: Recipient, applied: set[int]) -> list[str | int | datetime | None]:
    said = {True: "ya", False: "tidak", None: ""}
    return [person.name, person.place, person.work, one.wave, one.state, one.reason, one.sent_at, one.answers,
            said[one.yes], "ya" if one.person_id in applied else "", one.phoned_at]  # fmt: skip
