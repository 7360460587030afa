"""The rows of a claim's course: numbered once, looked at when due, counted without the void ones."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.services import casework
from bot.store import stage_events, usual_waits
from bot.store.cases import DeclaredCase, Link
from bot.store.people import Person
from bot.store.stage_events import StageRow, Watch
from jkp.membership.tables import Member

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SINCE = date(2026, 1, 1)


def event(person, number, stage, actor, on, **more):
    values = {"month": 0, "began_on": on, "began_known": True, "mover": "worker", "noted_at": NOW} | more
    return StageRow(person_id=person, number=number, stage=stage, actor=actor, **values)


def person(session, number, **watch):
    session.add(Person(id=number, created_at=NOW, seen_at=NOW))
    if watch:
        session.add(Watch(person_id=number, **watch))


def test_a_number_is_given_once_even_to_two_replicas(database):
    database.run(lambda session: stage_events.add(session, event(1, 1, "unknown", "worker", SINCE)))

    with pytest.raises(IntegrityError):
        database.run(lambda session: stage_events.add(session, event(1, 1, "verifying", "bpjs_tk", SINCE)))


def test_those_are_looked_at_whose_day_has_come_whose_record_is_newer_or_who_were_never_seen(session):
    for member, as_of in (("old", date(2026, 11, 1)), ("new", date(2026, 11, 21))):
        session.add(Member(id=member, source="bpjs", as_of=as_of, nik_index=member))
        session.flush()
    person(session, 1, look_at=NOW - timedelta(hours=1))
    person(session, 2, look_at=NOW + timedelta(hours=1))
    person(session, 3, member_id="new", seen_as_of=date(2026, 11, 1))
    person(session, 4, member_id="new", seen_as_of=date(2026, 11, 21))
    person(session, 5, member_id="old", seen_as_of=date(2026, 11, 21))
    for number in (3, 4, 5):
        session.add(Link(person_id=number, member_id="new", level=1, linked_at=NOW))
    person(session, 6)
    session.add(DeclaredCase(person_id=6, updated_at=NOW))
    person(session, 7)
    session.flush()

    assert stage_events.due(session, NOW, 50) == [1, 3, 5, 6]


def test_who_was_looked_at_is_not_due_again(session):
    person(session, 6)
    session.add(DeclaredCase(person_id=6, updated_at=NOW))
    session.flush()

    first, second = casework.look(session, NOW), casework.look(session, NOW)

    assert (first.count, second.count, first.moved) == (1, 0, ())


def test_only_waits_that_ended_and_stand_are_counted(session):
    ended = date(2026, 10, 5), date(2026, 10, 9)
    for number in (1, 2):
        session.add(event(number, 1, "verifying", "bpjs_tk", ended[0]))
        session.add(event(number, 2, "paid", "worker", ended[1]))
    session.add(event(3, 1, "verifying", "bpjs_tk", ended[0]))  # still waits
    session.add(event(4, 1, "verifying", "bpjs_tk", ended[0], began_known=False))
    session.add(event(4, 2, "paid", "worker", ended[1]))
    session.add(event(5, 1, "verifying", "bpjs_tk", ended[0]))
    session.add(event(5, 2, "rejected_fixable", "bpjs_tk", ended[0] + timedelta(days=1)))
    session.add(event(5, 3, "verifying", "bpjs_tk", ended[0], returns_to=1))  # the refusal was a wrong word
    session.add(event(5, 4, "paid", "worker", ended[1]))
    session.flush()

    (found,) = usual_waits.finished(session, ("bpjs_tk",), SINCE)

    assert (found.stage, found.began_on, found.ended_on, found.count) == ("verifying", *ended, 3)
    assert usual_waits.finished(session, ("bpjs_tk",), date(2026, 11, 1)) == []
