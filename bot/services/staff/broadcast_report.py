"""What came of a broadcast: who said yes, whom it did not reach, the figures, and all of it as a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col

from bot.deps import today
from bot.services.mydata import place_name
from bot.services.responsible import CAPITAL_ZONE
from bot.services.staff.broadcast_run import to_phone
from bot.services.staff.caseload import short_name
from bot.store import applications, broadcasts, people, phones, staff
from bot.store.broadcasts import Broadcast, Recipient
from bot.store.profiles import WorkProfile
from bot.store.staff import Staff
from intake.writing import write_csv

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


def yes_list(session: Session, member: Staff, row: Broadcast, now: datetime) -> tuple[Person, ...]:
    """Give who said yes to everything, best first; each leaves a trace the person can see."""
    found = broadcasts.people_of(session, row.id, col(Recipient.yes).is_(True))
    return tuple(_seen(session, member, found, now))


def phone_list(session: Session, member: Staff, row: Broadcast, now: datetime) -> tuple[Person, ...]:
    """Give whom it did not reach and nobody phoned, with the number they gave for calls, if any."""
    return tuple(_seen(session, member, to_phone(session, row.id), now, with_phone=True))


def _seen(
    session: Session, member: Staff, found: Iterable[Recipient], now: datetime, *, with_phone: bool = False
) -> Iterable[Person]:
    seats = staff.acting(session, member, today(now, CAPITAL_ZONE))
    for one in found:
        person = people.find(session, one.person_id)
        profile = session.get(WorkProfile, one.person_id) or WorkProfile(person_id=one.person_id)
        if person is None or not any(staff.reaches(seat, profile.region) for seat in seats):
            continue  # gone, or no longer in the care of this member, who was moved since
        staff.note(session, member.id, one.person_id, "broadcast:answers", now)
        name = short_name(people.name_of(session, person))
        yield Person(
            one.person_id, name, place_name(profile.region), profile.occupation, one.reason,
            phones.of(session, one.person_id) if with_phone else "",
        )  # fmt: skip


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
    asked = broadcasts.people_of(session, row.id, Recipient.wave > 0)
    seen = {one.person_id: one for one in _seen(session, member, asked, now)}
    rows = (_row(seen[one.person_id], one, applied) for one in asked if one.person_id in seen)
    return write_csv(HEADERS, rows)


def _row(person: Person, one: Recipient, applied: set[int]) -> list[str | int | datetime | None]:
    said = {True: "ya", False: "tidak", None: ""}
    return [person.name, person.place, person.work, one.wave, one.state, one.reason, one.sent_at, one.answers,
            said[one.yes], "ya" if one.person_id in applied else "", one.phoned_at]  # fmt: skip
