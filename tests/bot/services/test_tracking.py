"""What is kept of a claim for those who help: what is owed by when, the month met, new work and who says so."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.services import casework, finding, status
from bot.store import applications, cases, clients, stage_events
from bot.store.applications import Application
from bot.store.cases import Link
from bot.store.outcomes import BY_REGISTER, BY_WORKER, MonthMet, Placement
from bot.store.people import Person
from bot.store.stage_events import Watch
from jkp.declared import Days, Declared, Fact, Source
from jkp.declared_json import to_json
from jkp.membership import snapshot
from jkp.membership.record import Record
from jkp.rules.case import Cause

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
ENDED = date(2026, 9, 1)
NIK = "3311014505900001"


def told(**facts):
    """What a worker who was dismissed on 1 September told."""
    known = {"last_day": Days(ENDED, ENDED), "cause": Cause.EFFICIENCY, "reported": True} | facts
    return Declared(**{name: Fact(value, Source.WORKER, ENDED) for name, value in known.items() if value is not None})


@pytest.fixture
def sari(session):
    person = Person(id=7, created_at=NOW, seen_at=NOW)
    session.add(person)
    session.flush()
    return person


def look(session, sari, declared, day=DAY):
    cases.keep_facts(session, sari.id, to_json(declared), NOW)
    session.flush()
    casework.note(session, sari, status.check(session, sari, day), NOW)
    session.flush()
    return clients.of(session, sari.id)


@pytest.mark.parametrize(
    ("facts", "due", "deadline"),
    [
        ({}, "claim", date(2027, 3, 1)),
        ({"claim_date": date(2026, 11, 20)}, "", None),
        ({"claim_date": date(2026, 9, 26), "paid_through_month": 2}, "search", date(2026, 11, 26)),
        ({"claim_date": date(2026, 9, 20), "paid_through_month": 2}, "search", date(2026, 11, 20)),
        ({"claim_date": date(2026, 9, 10), "paid_through_month": 2}, "missed", date(2026, 11, 15)),
        ({"employed_again_on": date(2026, 11, 20)}, "", None),
    ],
)
def test_what_is_owed_and_by_when(session, sari, facts, due, deadline):
    state = look(session, sari, told(**facts))

    assert (state.due, state.deadline) == (due, deadline)


def test_a_silent_office_is_overdue_from_a_day_that_is_known_before(session, sari):
    state = look(session, sari, told(claim_date=date(2026, 11, 20)))
    day = state.overdue_on

    before, on = (status.check(session, sari, one).position.overdue for one in (day - timedelta(days=1), day))

    assert (before, on) == (False, True)


def test_a_month_is_met_when_enough_is_shown_and_unmet_when_it_is_taken_back(session, sari):
    declared = told(claim_date=date(2026, 9, 26), paid_through_month=2)
    rows = [Application(person_id=7, title="x", on=DAY - timedelta(days=number), logged_at=NOW) for number in range(5)]
    session.add_all(rows)
    met = look(session, sari, declared).due, [(row.month, row.met_on) for row in session.exec(select(MonthMet))]
    rows[0].undone_at = NOW
    again = look(session, sari, declared).missing, session.exec(select(MonthMet)).all()

    assert met == ("", [(2, DAY), (3, DAY)])
    assert [again[0], [row.month for row in again[1]]] == [1, [2]]


def test_logging_lets_the_clock_look_again(session, sari):
    from bot.services import applying

    look(session, sari, told(claim_date=date(2026, 9, 26), paid_through_month=2))
    later = NOW + timedelta(hours=1)

    applying.made_elsewhere(session, 7, "kasir, Toko Contoh", DAY, later)

    assert session.get(Watch, 7).look_at == later
    assert stage_events.due(session, later, 10) == [7]
    casework.look(session, later)
    assert clients.of(session, 7).missing == 4
    assert len(applications.standing(session, 7)) == 1


def test_found_work_is_a_placement_until_it_is_taken_back(session, sari):
    look(session, sari, told())
    finding.begin(session, sari, "today", DAY, NOW)
    casework.look(session, NOW)
    placed = session.get(Placement, (7, BY_WORKER))
    found = placed.began_on, placed.undone_at, clients.of(session, 7).found_on
    finding.undo(session, sari, DAY, NOW + timedelta(minutes=1))
    casework.look(session, NOW + timedelta(minutes=2))

    assert found == (DAY, None, DAY)
    assert session.get(Placement, (7, BY_WORKER)).undone_at is not None


def record(kpj, **facts):
    return Record("bpjs", DAY, NIK, kpj, "Sari Contoh", date(1990, 5, 5), **facts)


@pytest.mark.parametrize(
    ("other", "placed"),
    [
        (record("19000000002", employer_id="B", jkp_registration_date=date(2026, 11, 16)), date(2026, 11, 16)),
        (record("19000000002", employer_id="A", jkp_registration_date=date(2026, 11, 16)), None),
        (record("19000000002", employer_id="B", jkp_registration_date=date(2026, 8, 1)), None),
        (record("19000000002", employer_id="B"), None),
        (Record("bpjs", DAY, "3311014505900002", "19000000003", employer_id="B",
                jkp_registration_date=date(2026, 11, 16)), None),
    ],
)  # fmt: skip
def test_a_later_file_shows_new_work_of_a_linked_person_only(session, sari, other, placed):
    sealer = session.info["sealer"]
    old = record("19000000001", employer_id="A", jkp_registration_date=date(2022, 1, 1), termination_date=ENDED)
    snapshot.store(session, sealer, [old])
    member = snapshot.by_identity(session, sealer, nik=NIK, birth_date=date(1990, 5, 5), kpj="19000000001")
    session.add(Link(person_id=7, member_id=member, level=2, linked_at=NOW))
    look(session, sari, told())
    before = session.get(Placement, (7, BY_REGISTER))

    snapshot.store(session, sealer, [old, other])
    look(session, sari, told())

    row = session.get(Placement, (7, BY_REGISTER))
    assert before is None
    assert (row.began_on if row else None) == placed


def test_who_is_linked_to_nothing_is_never_placed_by_a_register(session, sari):
    snapshot.store(session, session.info["sealer"], [record("19", jkp_registration_date=DAY)])

    look(session, sari, told())

    assert session.exec(select(Placement)).all() == []


def test_what_is_taken_back_whole_is_forgotten(session, sari):
    look(session, sari, told())

    look(session, sari, Declared())

    assert clients.of(session, 7) is None
