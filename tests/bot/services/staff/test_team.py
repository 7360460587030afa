"""Admins see and change the staff of their own area only; leaving and moving set the held talks free."""

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from bot.outbox import write
from bot.screens.screen import Screen
from bot.services.staff import auditing, catalogue, inviting, leaving, team
from bot.services.staff.team import Said
from bot.store import access_log, outbox, people, staff
from bot.store.absences import Absence
from bot.store.help_requests import HELD, WAITING, HelpRequest
from bot.store.invites import ENDED, Grant, Invite
from bot.store.outbox import DROPPED, READY, Outbox
from bot.store.staff import ADMIN, COUNSELOR, Staff
from intake import reading

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DAY = NOW.date()


@pytest.fixture
def crowd(office):
    """A national admin, two provincial ones, counselors here and there."""
    return {
        number: office.employ(number, area, role, name)
        for number, area, role, name in (
            (1, None, ADMIN, "Bu Pusat"), (2, "33", ADMIN, "Bu Jateng"), (3, "32", ADMIN, "Pak Jabar"),
            (4, "33.11", COUNSELOR, "Pak Budi"), (5, "32.15", COUNSELOR, "Bu Ani"), (6, None, COUNSELOR, "Pak Semua"),
        )
    }  # fmt: skip


@pytest.mark.parametrize(("by", "seen"), [(1, {1, 2, 3, 4, 5, 6}), (2, {2, 4}), (3, {3, 5}), (4, set()), (6, set())])
def test_the_roster_holds_the_own_area_and_counselors_see_only_themselves(session, crowd, by, seen):
    cards = {number for number in crowd if team.card(session, crowd[by], number, NOW) is not None}
    found = {one.id for one in team.roster(session, crowd[by], NOW)} if team.may(crowd[by]) else set()

    assert cards == seen | {by}
    assert found == seen


@pytest.mark.parametrize("by", [3, 4, 5])
@pytest.mark.parametrize(
    "deed",
    [
        lambda session, by: team.rename(session, by, 4, "X Y", NOW),
        lambda session, by: team.set_office(session, by, 4, "X Y", NOW),
        lambda session, by: team.relocate(session, by, 4, "33.12", NOW),
        lambda session, by: team.set_trial(session, by, 4, NOW, on=True),
        lambda session, by: team.dismiss(session, by, 4, NOW),
        lambda session, by: inviting.lost(session, by, 4, NOW),
    ],
)
def test_nobody_of_another_area_and_no_counselor_changes_a_member(session, crowd, by, deed):
    before = crowd[4].model_dump()

    assert not deed(session, crowd[by])
    assert session.get(Staff, 4).model_dump() == before


def test_nobody_takes_the_own_role_changes_the_own_area_or_lifts_the_own_trial(session, crowd):
    crowd[2].trial = True

    assert team.dismiss(session, crowd[2], 2, NOW) is None
    assert team.relocate(session, crowd[2], 2, "33.11", NOW) is None
    assert not team.set_trial(session, crowd[2], 2, NOW, on=False)
    assert team.rename(session, crowd[2], 2, "Bu Jateng Baru", NOW)


@pytest.mark.parametrize(("area", "done"), [("33.12", True), ("33", True), ("32.15", False), (None, False)])
def test_a_member_is_moved_within_the_admins_area_only(session, crowd, area, done):
    assert (team.relocate(session, crowd[2], 4, area, NOW) is not None) is done
    assert session.get(Staff, 4).area == (area if done else "33.11")


def test_whoever_is_moved_lets_go_of_those_out_of_reach(session, crowd, office):
    for request_id, worker, region in (("here", 10, "33.11"), ("there", 11, "33.12"), ("nowhere", 12, None)):
        office.hold(request_id, worker, 4, region)

    freed = team.relocate(session, crowd[2], 4, "33.12", NOW)

    assert freed == ("here",)
    assert {one.id: one.state for one in session.exec(select(HelpRequest))} == {
        "here": WAITING, "there": HELD, "nowhere": HELD,
    }  # fmt: skip


def test_leaving_ends_everything_at_once(session, crowd, office):
    office.hold("r", 10, 2, "33.11")
    people.expect(session, people.find(session, 2), "answering.to", {"words": "rahasia"})
    inviting.invite(session, crowd[2], Grant(COUNSELOR, "Pak Baru", "", "33"), NOW)
    session.add(Absence(staff_id=2, from_day=DAY, to_day=DAY, entered_by=2, entered_at=NOW))
    session.add(Absence(staff_id=4, stand_in_id=2, from_day=DAY, to_day=DAY, entered_by=4, entered_at=NOW))
    for topic in ("help_request", "staff", "reminder"):
        write.notice(session, 2, Screen("x"), topic=topic, occurrence="1", now=NOW)
    outbox.put(session, Outbox(person_id=2, due_at=NOW, created_at=NOW), {"text": "kata pekerja"})
    catalogue_file = b"a;b\n1;2\n"
    assert reading.read(catalogue_file)
    catalogue_keep(session, crowd[2], catalogue_file)
    session.flush()

    freed = leaving.leave(session, 2, NOW)

    assert freed == ("r",)
    assert staff.active(session, 2) is None
    person = people.find(session, 2)
    assert (person.step, person.draft) == (None, None)
    assert [one.state for one in session.exec(select(Invite))] == [ENDED]
    assert [(one.staff_id, one.stand_in_id) for one in session.exec(select(Absence))] == [(4, None)]
    rows = session.exec(select(Outbox).execution_options(populate_existing=True)).all()
    assert {one.topic: one.state for one in rows} == {
        "help_request": DROPPED, "staff": DROPPED, "reply": DROPPED, "reminder": READY,
    }  # fmt: skip
    assert all(one.content is None for one in rows if one.state == DROPPED)
    assert leaving.leave(session, 2, NOW) == ()
    assert leaving.leave(session, 99, NOW) is None


def catalogue_keep(session, member, content):
    from bot.store import uploads

    uploads.keep(session, member.id, "a.csv", content, NOW)
    assert catalogue.may(member)


def test_leaving_is_recorded_once(session, crowd):
    team.dismiss(session, crowd[1], 4, NOW)
    leaving.leave(session, 4, NOW)
    session.flush()

    notes = [(one.staff_id, one.what, one.colleague_id) for one in session.exec(select(access_log.AccessLog))]

    assert notes == [(1, "staff:off", 4)]


@pytest.mark.parametrize(
    ("by", "text", "expected"),
    [
        (1, "Sukoharjo", Said(("33.11",))), (1, "Jawa Tengah", Said(("33",))), (1, "33.11", Said(("33.11",))),
        (1, "Bandung", Said(("32.04", "32.73"))), (1, "semua", Said(everywhere=True)), (2, "semua", Said(outside=True)),
        (2, "Bandung", Said(outside=True)), (2, "Sukoharjo", Said(("33.11",))), (1, "qwxz", Said()),
        (1, "Taiwan", Said()), (1, "", Said()),
    ],
)  # fmt: skip
def test_areas_are_read_as_they_are_typed(crowd, by, text, expected):
    assert team.area_said(crowd[by], text) == expected


def test_names_are_found_with_slips_within_the_area(session, crowd):
    found = [[one.name for one in team.roster(session, crowd[by], NOW, "budy")][:1] for by in (1, 2, 3)]

    assert found == [["Pak Budi"], ["Pak Budi"], []]


def test_every_deed_is_recorded_and_read_within_the_area(session, crowd):
    team.rename(session, crowd[1], 4, "Pak Budi Baru", NOW)
    team.set_trial(session, crowd[1], 5, NOW, on=True)
    staff.note(session, 4, 10, "help_taken", NOW)
    staff.note(session, 5, 11, "help_taken", NOW)
    session.flush()

    def seen(by, **more):
        return {(one.who, one.what, one.about) for one in auditing.entries(session, crowd[by], NOW, **more)}

    here = seen(2)
    assert here == {
        ("Bu Pusat", "staff:name", "Pak Budi Baru"), ("Pak Budi Baru", "help_taken", ""),
        ("Bu Jateng", "staff:audit", ""),
    }  # fmt: skip
    assert seen(4) == set()
    assert {what for _who, what, _about in seen(1, only=5)} >= {"staff:trial_on", "help_taken"}
    assert "Bu Ani" not in str(here)


def test_a_person_has_the_same_mark_everywhere_and_no_name(session, crowd):
    staff.note(session, 4, 10, "help_taken", NOW)
    staff.note(session, 5, 10, "help_opened", NOW)
    session.flush()

    marks = {one.person for one in auditing.entries(session, crowd[1], NOW) if one.person}

    assert len(marks) == 1
    assert "10" not in marks


def test_the_record_opens_again_as_a_table_and_runs_no_formula(session, crowd):
    team.rename(session, crowd[1], 4, "=HYPERLINK(1)", NOW)
    session.flush()

    rows = reading.read(auditing.as_csv(auditing.entries(session, crowd[1], NOW)))

    assert [row.cells["rekan"] for row in rows if row.cells["perbuatan"] == "staff:name"] == ["=HYPERLINK(1)"]
    assert {row.cells["petugas"] for row in rows} == {"Bu Pusat"}
