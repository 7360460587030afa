"""Two who decide about one seat at the same moment: the second sees what the first one did."""

from datetime import timedelta

from classes import DAY, NOW, ask, bring, person, seated
from sqlalchemy import text
from sqlmodel import select

from bot.services import course_keepers, registering, seating
from bot.store import registrations
from bot.store.registrations import CONFIRMED, OFFERED, WAITING
from bot.store.staff import ADMIN, Staff

SARI, DEWI, RINA = 900_000_801, 900_000_802, 900_000_900


def elsewhere(session, row, state):
    """Another replica decides about a row that is in our hands."""
    session.connection().execute(text("UPDATE registration SET state = :state WHERE id = :id"),
                                 {"state": state, "id": row.id})  # fmt: skip


def test_a_seat_given_while_its_person_leaves_goes_to_the_next_in_line(session):
    course = bring(session, seats="1")
    row, following = ask(session, course, SARI), ask(session, course, DEWI, NOW + timedelta(minutes=1))
    following.state, following.turn = WAITING, 1
    session.flush()
    elsewhere(session, row, CONFIRMED)

    freed_for = registering.leave(session, row, NOW)

    assert freed_for is following
    assert following.state == OFFERED


def test_a_seat_taken_in_the_last_second_does_not_lapse(session, monkeypatch):
    course = bring(session, seats="1")
    row = seated(session, course, SARI)
    row.state, row.offered_until = OFFERED, NOW - timedelta(seconds=1)
    session.flush()
    monkeypatch.setattr(registrations, "offered", lambda _session: [row])
    elsewhere(session, row, CONFIRMED)

    assert seating.lapse(session, NOW) == []
    assert row.state == CONFIRMED


def test_whoever_is_told_because_nobody_is_of_the_area_may_open_the_list(session):
    course = bring(session)
    course.contact_id, course.area = None, "33.10"
    person(session, RINA)
    session.add(Staff(id=RINA, role=ADMIN, name="Bu Uji", area="12", added_at=NOW))
    session.flush()

    assert course_keepers.can_be_asked(session, course, DAY)
    assert course_keepers.keepers(session, course) == (RINA,)
    assert course_keepers.door(session, RINA, str(course.id)) is not None


def test_an_admin_of_another_area_is_not_let_in_where_one_of_the_area_answers(session):
    course = bring(session)
    course.contact_id, course.area = None, "33.10"
    for number, area in ((RINA, "12"), (SARI, "33")):
        person(session, number)
        session.add(Staff(id=number, role=ADMIN, name="Bu Uji", area=area, added_at=NOW))
    session.flush()

    found = [row.id for row in session.exec(select(Staff)) if course_keepers.may(session, row.id, course)]

    assert found == [SARI]
