"""The caseload: who needs what, whose clients they are, found by name, and fast for four hundred."""

import random
from datetime import date, timedelta

import pytest
from clientele import DAY, KARAWANG, KLATEN, NOW, SUKOHARJO, client, member, owes, sit
from sqlalchemy import event
from sqlmodel import select

from bot.services.staff import caseload, stuck
from bot.services.staff.caseload import Need
from bot.store import clients, consents, staff
from bot.store.absences import Absence
from bot.store.access_log import AccessLog
from bot.store.applications import Application
from bot.store.help_requests import HelpRequest
from bot.store.promises import Promise, make


def needs(session, row):
    return {one.person_id: one.need for one in caseload.everybody(session, sit(session, row))}


def apply(session, number, on=DAY):
    session.add(Application(person_id=number, title="Kasir", on=on, logged_at=NOW))


def ask(session, number, **more):
    session.add(HelpRequest(person_id=number, opened_at=NOW, answer_by=NOW + timedelta(hours=8), **more))


@pytest.mark.parametrize(
    ("state", "need"),
    [
        (owes(days=3), Need.RISK),
        (owes(days=0), Need.RISK),
        (owes(days=-2), Need.RISK),
        (owes(days=-40), Need.IDLE),
        (owes(days=4), Need.SOON),
        (owes(days=15), Need.IDLE),
        (owes("missed", days=-3), Need.RISK),
        ({"stage": "verifying", "actor": "bpjs_tk", "overdue_on": DAY}, Need.OVERDUE),
        ({"stage": "verifying", "actor": "bpjs_tk", "overdue_on": DAY + timedelta(days=1)}, Need.IDLE),
        ({"stage": "stopped_employed", "found_on": DAY - timedelta(days=5)}, Need.GOOD),
        ({"stage": "stopped_employed", "found_on": DAY - timedelta(days=50)}, Need.CALM),
        ({"stage": "unknown"}, Need.CALM),
    ],
)
def test_each_client_has_the_one_most_pressing_need(session, state, need):
    budi = member(session)
    client(session, 10, **state)

    assert needs(session, budi) == {10: need}


def test_a_client_who_is_long_silent_is_told_of_unless_the_claim_is_over(session):
    budi = member(session)
    client(session, 10, seen=NOW - timedelta(days=14), stage="unknown")
    client(session, 11, seen=NOW - timedelta(days=14), stage="finished")

    assert needs(session, budi) == {10: Need.SILENT, 11: Need.CALM}


def test_applications_of_this_month_count_and_undone_ones_do_not(session):
    budi = member(session)
    for number in (10, 11, 12):
        client(session, number, stage="paid")
    apply(session, 10)
    apply(session, 11, date(2026, 10, 31))
    session.add(Application(person_id=12, title="x", on=DAY, logged_at=NOW, undone_at=NOW))

    assert needs(session, budi) == {10: Need.CALM, 11: Need.IDLE, 12: Need.IDLE}


def test_a_message_waits_for_the_office_and_a_held_one_for_its_holder(session):
    budi, ani = member(session), member(session, 2, name="Bu Ani")
    for number in (10, 11):
        client(session, number)
    ask(session, 10)
    ask(session, 11, state="held", counselor_id=2)

    assert needs(session, budi) == {10: Need.WAITING, 11: Need.CALM}
    assert needs(session, ani) == {10: Need.WAITING, 11: Need.WAITING}


def test_a_promise_counts_from_the_day_before_until_it_is_kept(session):
    budi = member(session)
    for number, due_on in ((10, DAY + timedelta(days=1)), (11, DAY + timedelta(days=2)), (12, DAY)):
        client(session, number)
        row = make(session, Promise(person_id=number, staff_id=1, words=b"", due_on=due_on, made_at=NOW), "saya cek")
        row.kept_at = NOW if number == 12 else None
    session.flush()

    assert needs(session, budi) == {10: Need.PROMISE, 11: Need.CALM, 12: Need.CALM}


def test_who_needs_two_things_stands_on_both_lists(session):
    budi = member(session)
    client(session, 10, **owes(days=1))
    ask(session, 10)

    seat = sit(session, budi)

    assert caseload.page(session, seat, Need.WAITING, 0).clients[0].need is Need.WAITING
    assert caseload.page(session, seat, Need.RISK, 0).clients[0].need is Need.RISK
    assert caseload.counts(caseload.everybody(session, seat))[Need.WAITING] == 1


def test_only_those_in_reach_who_agreed_are_clients(session):
    budi = member(session)
    client(session, 10)
    client(session, 11, region=KARAWANG)
    client(session, 12, region="33")
    client(session, 13, region=None)
    client(session, 14, agreed=False)
    client(session, 15)
    consents.withdraw(session, 15, consents.COUNSELLING, NOW)
    client(session, 16)
    member(session, 16, name="Bu Ani")

    seat = sit(session, budi)

    assert set(needs(session, budi)) == {10, 12, 13}
    assert [caseload.one(session, seat, number) is not None for number in (10, 11, 14, 15, 16, 1, 99)] == [
        True, False, False, False, False, False, False,
    ]  # fmt: skip


def test_a_stand_in_has_the_clients_of_both_and_only_while_the_other_is_away(session):
    budi, ani = member(session), member(session, 2, area=KLATEN, name="Bu Ani")
    client(session, 10, region=SUKOHARJO)
    client(session, 11, region=KLATEN)
    before = set(needs(session, ani))
    session.add(Absence(staff_id=1, stand_in_id=2, from_day=DAY, to_day=DAY, entered_by=1, entered_at=NOW))
    session.flush()

    assert before == {11}
    assert set(needs(session, ani)) == {10, 11}
    assert set(needs(session, budi)) == {10}


def test_a_name_is_found_with_slips_and_only_in_reach(session):
    seat = sit(session, member(session))
    client(session, 10, "Sari Wulandari")
    client(session, 11, "Sari Lestari", region=KARAWANG)
    client(session, 12, "Bambang")

    found = [caseload.search(session, seat, typed) for typed in ("sarri", "wulandri", "lestari", "BAMBNG", "x")]

    assert [[one.name for one in each] for each in found] == [["Sari W."], ["Sari W."], [], ["Bambang"], []]


def test_a_name_on_a_list_leaves_one_trace_a_day(session):
    seat = sit(session, member(session))
    client(session, 10)

    for _ in range(3):
        caseload.page(session, seat, None, 0)
    session.flush()

    assert [(row.person_id, row.what) for row in session.exec(select(AccessLog))] == [(10, "case:list")]


def test_the_next_in_danger_comes_in_turns(session):
    seat = sit(session, member(session))
    for number, days in ((10, 3), (11, 1), (12, 2)):
        client(session, number, **owes(days=days))

    number, order = 0, []
    for _ in range(4):
        number = caseload.after(session, seat, Need.RISK, number).person_id
        order.append(number)

    assert order == [11, 12, 10, 11]


def test_four_hundred_clients_cost_a_handful_of_questions(session):
    seat = sit(session, member(session))
    for number in range(100, 500):
        client(session, number, f"Orang {number}", **owes(days=number % 20))
    asked = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *args: asked.append(args[2]))

    shown = caseload.page(session, seat, None, 3)

    assert (shown.total, shown.pages, len(shown.clients)) == (400, 100, 4)
    assert len([one for one in asked if one.startswith("SELECT")]) <= 7


def test_for_every_area_the_question_gives_whom_the_rule_reaches(session):
    chance = random.Random(11)  # noqa: S311 - a game that can be played again
    areas = [None, "", "3", "33", "33.1", "33.11", "33.10", "32", "32.15", "11", "31.71"]
    regions = {number: chance.choice(areas) for number in range(100, 160)}
    for number, region in regions.items():
        client(session, number, region=region)

    for number in range(1, 12):
        seats = [member(session, number, area=chance.choice(areas) or None)]
        seats += [member(session, number + 20, area=chance.choice(areas) or None)] * chance.randrange(2)
        found = {row.person_id for row in clients.caseload(session, seats, DAY)}

        assert found == {one for one, region in regions.items() if any(staff.reaches(seat, region) for seat in seats)}


@pytest.mark.parametrize(
    ("state", "place"),
    [
        ({"stage": "phk_not_reported", "actor": "employer", "step": "ask_report_receipt", "due": "claim"}, "employer"),
        ({"stage": "phk_reported", "actor": "worker", "step": "get_proof", "due": "claim"}, "papers"),
        ({"stage": "phk_reported", "actor": "worker", "step": "file_claim", "due": "claim"}, "claim"),
        ({"stage": "rejected_fixable", "actor": "worker", "step": "fix_account", "due": "fix"}, "account"),
        ({"stage": "rejected_fixable", "actor": "employer", "step": "ask_employer", "due": "fix"}, "employer"),
        ({"stage": "verifying", "actor": "bpjs_tk", "step": "wait"}, "bpjs"),
        ({"stage": "disputed", "actor": "mediator", "step": "ask_mediator"}, "mediator"),
        ({"stage": "month_open", "actor": "worker", "step": "do_applications", "due": "search"}, "month"),
        ({"stage": "paid", "actor": "nobody", "step": "wait"}, "smooth"),
        ({"stage": "unknown", "actor": "worker", "step": "tell_last_day"}, "told"),
        ({}, "told"),
        ({"stage": "finished", "actor": "nobody", "step": "nothing"}, None),
    ],
)
def test_where_a_claim_is_held_up(session, state, place):
    seat = sit(session, member(session))
    client(session, 10, **state)

    counts = stuck.board(session, seat)

    assert dict(counts) == ({} if place is None else {place: 1})
    if place is not None:
        assert [one.person_id for one in stuck.page(session, seat, stuck.Place(place), 0).clients] == [10]
