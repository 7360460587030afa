"""Revoked means from that second: a turn in hand is waited for, a later one finds no role, whatever the database."""

import threading
from datetime import UTC, datetime

from bot.services.staff import answering, leaving
from bot.store import help_requests, people, staff
from bot.store.help_requests import WAITING, HelpRequest
from bot.store.people import Person
from bot.store.staff import COUNSELOR, Staff

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BUDI, SARI, REQUEST = 1, 10, "a1b2c3d4e5f60718"
PATIENCE = 10


def prepare(session):
    session.add_all(Person(id=one, created_at=NOW, seen_at=NOW) for one in (BUDI, SARI))
    session.add(Staff(id=BUDI, role=COUNSELOR, name="Pak Budi", added_at=NOW))
    session.add(HelpRequest(id=REQUEST, person_id=SARI, opened_at=NOW, answer_by=NOW))


def turn(session, reached, go):
    """A counselor's turn as the door makes it: lock, ask for the role, do the deed."""
    people.lock(session, BUDI)
    member = staff.active(session, BUDI)
    reached.set()
    go.wait(PATIENCE)
    return None if member is None else answering.take(session, member, REQUEST, NOW).outcome


def revoke(session, reached, go):
    freed = leaving.leave(session, BUDI, NOW)
    reached.set()
    go.wait(PATIENCE)
    return freed


def overlapping(database, first, second):
    """Begin the first, begin the second while the first has not committed, let both end; gives what each gave."""
    given, reached, go, never = {}, threading.Event(), threading.Event(), threading.Event()
    go_at_once = threading.Event()
    go_at_once.set()

    def run(name, deed, *events):
        given[name] = database.run(deed, *events)

    early = threading.Thread(target=run, args=("first", first, reached, go))
    late = threading.Thread(target=run, args=("second", second, never, go_at_once))
    early.start()
    reached.wait(PATIENCE)
    late.start()
    late.join(0.3)  # it has to wait
    waited = late.is_alive()
    go.set()
    early.join(PATIENCE)
    late.join(PATIENCE)
    return given["first"], given["second"], waited


def standing(database):
    row = database.run(lambda session: session.get(HelpRequest, REQUEST))
    return row.state, row.counselor_id


def test_a_turn_that_comes_while_the_role_goes_finds_none(database):
    database.run(prepare)

    freed, outcome, waited = overlapping(database, revoke, turn)

    assert (freed, outcome, waited) == ((), None, True)
    assert standing(database) == (WAITING, None)


def test_what_a_turn_in_hand_takes_is_set_free_right_after(database):
    database.run(prepare)

    outcome, freed, waited = overlapping(database, turn, revoke)

    assert (outcome, freed, waited) == (answering.Outcome.TAKEN, (REQUEST,), True)
    assert standing(database) == (WAITING, None)
    assert database.run(help_requests.held_by, BUDI) == []
