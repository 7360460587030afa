"""Invitations: signed, sealed, for one person, for two days, and only for what the admin may give."""

import random
import string
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.services.staff import inviting, team
from bot.services.staff.inviting import MOST_MADE, MOST_OPENED, PREFIX, Outcome
from bot.store import invites, staff
from bot.store.access_log import AccessLog
from bot.store.help_requests import HELD, WAITING, HelpRequest
from bot.store.invites import Grant, Invite
from bot.store.staff import ADMIN, COUNSELOR, OPERATOR, Staff
from jkp.membership.sealed import Sealer, Tampered, new_key

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BUDI = Grant(COUNSELOR, "Pak Budi", "Disnaker Contoh", "33.11")


@pytest.fixture
def rina(office):
    return office.employ(60, role=ADMIN)


def make(session, by, grant=BUDI, now=NOW):
    return inviting.invite(session, by, grant, now).payload


def test_a_payload_is_letters_only_and_fits_telegram(session, rina):
    payload = make(session, rina)

    assert len(payload) <= 64
    assert set(payload) <= set(string.ascii_lowercase + "-")


def test_the_link_stands_nowhere_and_what_it_grants_is_sealed(session, rina):
    payload = make(session, rina)

    row = session.exec(select(Invite)).one()

    assert row.token not in payload
    assert b"33.11" not in row.details
    other = Invite(token="x", details=row.details, made_by=60, made_at=NOW, expires_at=NOW)
    with pytest.raises(Tampered):
        invites.grant_of(session, other)


def test_no_changed_payload_opens_anything(session, rina, office):
    payload, chance = make(session, rina), random.Random(1)  # noqa: S311 - a game that can be played again
    found = set()

    for number in range(300):
        at = chance.randrange(len(PREFIX), len(payload))
        letter = chance.choice(string.ascii_lowercase + string.digits + "-_A")
        changed = payload[:at] + letter + payload[at + 1 :]
        if changed != payload:
            found.add(inviting.open_link(session, office.person(1000 + number), changed, NOW).outcome)
    for broken in ("staf-", payload[:-1], payload + "a", payload.upper(), PREFIX + "é" * 20):
        found.add(inviting.open_link(session, office.person(2000), broken, NOW).outcome)

    assert found == {Outcome.WRONG}
    assert session.exec(select(Invite)).one().state == invites.OPEN


def test_a_payload_of_before_a_rotation_still_opens(session, rina, office):
    payload = make(session, rina)
    old = session.info["sealer"]
    new = Sealer([new_key(), "dGVzdC1rZXktb25seS1mb3ItdGVzdHMtMzItYnl0ZXM="])

    session.info["sealer"] = new
    opened = inviting.open_link(session, office.person(61), payload, NOW)
    session.info["sealer"] = old

    assert opened.outcome is Outcome.ASK


def test_the_first_who_opens_it_is_the_only_one(session, rina, office):
    payload = make(session, rina)

    outcomes = [inviting.open_link(session, office.person(who), payload, NOW).outcome for who in (61, 62, 61)]
    stranger = inviting.confirm(session, office.person(62), "Pak Budi", NOW).outcome
    joined = inviting.confirm(session, office.person(61), "Budi", NOW).outcome
    again = inviting.confirm(session, office.person(61), "Budi", NOW).outcome

    assert outcomes == [Outcome.ASK, Outcome.TAKEN, Outcome.ASK]
    assert (stranger, joined, again) == (Outcome.LATE, Outcome.JOINED, Outcome.LATE)
    assert inviting.open_link(session, office.person(63), payload, NOW).outcome is Outcome.USED


@pytest.mark.parametrize(("hours", "expected"), [(47, Outcome.ASK), (48, Outcome.LATE), (49, Outcome.LATE)])
def test_a_link_runs_out_after_two_days_also_between_opening_and_the_name(session, rina, office, hours, expected):
    payload, later = make(session, rina), NOW + timedelta(hours=hours)

    opened = inviting.open_link(session, office.person(61), payload, later).outcome
    other = make(session, rina)
    inviting.open_link(session, office.person(62), other, NOW)
    named = inviting.confirm(session, office.person(62), "Budi", later).outcome

    assert opened is expected
    assert named is (Outcome.JOINED if expected is Outcome.ASK else Outcome.LATE)


def test_the_third_wrong_name_ends_the_link_and_the_admins_hear(session, rina, office):
    payload = make(session, rina)
    inviting.open_link(session, office.person(61), payload, NOW)

    found = [inviting.confirm(session, office.person(61), name, NOW) for name in ("Joko", "Tono", "Wati", "Budi")]

    assert [one.outcome for one in found] == [Outcome.OTHER_NAME] * 3 + [Outcome.LATE]
    assert [one.tries_left for one in found] == [2, 1, 0, 0]
    assert [one.tell for one in found] == [(), (), (60,), ()]
    assert staff.active(session, 61) is None


def test_wrong_names_are_counted_over_openings(session, rina, office):
    payload = make(session, rina)

    for name in ("Joko", "Tono", "Wati"):
        inviting.open_link(session, office.person(61), payload, NOW)
        inviting.confirm(session, office.person(61), name, NOW)

    assert inviting.open_link(session, office.person(61), payload, NOW).outcome is Outcome.LATE


@pytest.mark.parametrize("change", ["revoked", "no_admin", "moved", "taken_back"])
def test_a_link_is_worth_no_more_than_its_maker(session, rina, office, change):
    payload = make(session, rina)
    if change == "revoked":
        team.dismiss(session, office.employ(59, role=ADMIN), 60, NOW)
    elif change == "no_admin":
        rina.role = COUNSELOR
    elif change == "moved":
        rina.area = "32"
    else:
        inviting.take_back(session, rina, session.exec(select(Invite)).one().id, NOW)
    session.flush()

    assert inviting.open_link(session, office.person(61), payload, NOW).outcome is Outcome.LATE


@pytest.mark.parametrize(
    ("area", "grant_area", "made"),
    [(None, None, True), (None, "33", True), ("33", "33.11", True), ("33", "33", True), ("33", "32.15", False),
     ("33.11", "33", False), ("33", None, False)],
)  # fmt: skip
def test_nobody_gives_more_than_the_own_area(session, office, area, grant_area, made):
    admin = office.employ(60, area, ADMIN)

    link = inviting.invite(session, admin, Grant(COUNSELOR, "Pak Budi", "", grant_area), NOW)

    assert (link is not None) is made


def test_counselors_invite_nobody_and_no_third_role_is_given(session, office, rina):
    assert inviting.invite(session, office.employ(61), BUDI, NOW) is None
    assert inviting.invite(session, rina, Grant("owner", "Pak Budi"), NOW) is None


def test_links_are_counted_by_the_day(session, rina, office):
    made = [inviting.invite(session, rina, BUDI, NOW) is not None for _ in range(MOST_MADE + 1)]
    operator = [inviting.invite(session, team.operator(), BUDI, NOW) is not None for _ in range(MOST_MADE + 1)]
    tomorrow = inviting.invite(session, rina, BUDI, NOW + timedelta(days=1))

    assert made == [True] * MOST_MADE + [False]
    assert all(operator)
    assert tomorrow is not None


def test_tries_to_open_are_counted_by_the_day(session, office):
    outcomes = [inviting.open_link(session, office.person(61), "staf-abc", NOW).outcome for _ in range(MOST_OPENED + 1)]

    assert outcomes == [Outcome.WRONG] * MOST_OPENED + [Outcome.TOO_MANY]


def test_staff_do_not_use_a_link_up(session, rina, office):
    payload = make(session, rina)

    opened = inviting.open_link(session, office.employ(61), payload, NOW).outcome
    rightful = inviting.open_link(session, office.person(62), payload, NOW).outcome

    assert (opened, rightful) == (Outcome.STAFF, Outcome.ASK)


def test_the_operators_link_makes_an_admin_without_trial(session, office):
    payload = make(session, team.operator(), Grant(ADMIN, "Bu Rina", "Disnaker Contoh", "33"))
    inviting.open_link(session, office.person(60), payload, NOW)

    inviting.confirm(session, office.person(60), "bu rina", NOW)

    row = session.get(Staff, 60)
    assert (row.role, row.area, row.trial, row.active) == (ADMIN, "33", False, True)
    notes = session.exec(select(AccessLog)).all()
    assert {(one.staff_id, one.what, one.colleague_id) for one in notes} == {
        (OPERATOR, "staff:invite:admin", None), (OPERATOR, "staff:joined:admin", 60),
    }  # fmt: skip


def test_admins_of_the_area_hear_who_came_and_others_do_not(session, rina, office):
    office.employ(57, "33", ADMIN)
    office.employ(58, "32", ADMIN)
    payload = make(session, rina)
    inviting.open_link(session, office.person(61), payload, NOW)

    assert set(inviting.confirm(session, office.person(61), "Budi", NOW).tell) == {57, 60}


def test_open_links_are_seen_and_taken_back_within_the_area_only(session, rina, office):
    make(session, rina)
    here, there = office.employ(57, "33", ADMIN), office.employ(58, "32", ADMIN)
    invite_id = session.exec(select(Invite)).one().id

    seen = [len(inviting.standing(session, one, NOW)) for one in (rina, here, there)]
    foreign = inviting.take_back(session, there, invite_id, NOW)
    own = inviting.take_back(session, here, invite_id, NOW)

    assert (seen, foreign, own) == ([1, 1, 0], False, True)
    assert inviting.standing(session, rina, NOW) == ()


def lose(session, office, rina, **more):
    budi = (
        office.employ(61, "33.11", added_at=NOW - timedelta(days=900), **more) if more else office.employ(61, "33.11")
    )
    office.hold("r1", 1, 61, "33.11")
    office.hold("r2", 2, 61, "33.11")
    link, freed = inviting.lost(session, rina, budi.id, NOW)
    return link.payload, freed


def test_a_lost_telephone_is_dead_at_once_and_the_new_one_takes_back_what_still_waits(session, rina, office):
    payload, freed = lose(session, office, rina)
    dead = staff.active(session, 61)
    other = session.get(HelpRequest, "r2")
    other.state, other.counselor_id = HELD, 60  # a colleague was faster
    session.flush()

    inviting.open_link(session, office.person(63), payload, NOW)
    joined = inviting.confirm(session, office.person(63), "Petugas 61", NOW)

    assert (dead, set(freed)) == (None, {"r1", "r2"})
    assert joined.back == ("r1",)
    held = {one.id: one.counselor_id for one in session.exec(select(HelpRequest))}
    assert held == {"r1": 63, "r2": 60}
    assert staff.accounts(session, session.get(Staff, 63)) == (63, 61)


def test_the_same_account_on_a_new_telephone_follows_nobody(session, rina, office):
    payload, _freed = lose(session, office, rina)

    inviting.open_link(session, office.person(61), payload, NOW)
    inviting.confirm(session, office.person(61), "Petugas 61", NOW)

    row = session.get(Staff, 61)
    assert (row.active, row.formerly, row.trial) == (True, None, False)


def test_the_old_account_does_not_come_back_by_the_new_ones_side(session, rina, office):
    payload, _freed = lose(session, office, rina)
    inviting.open_link(session, office.person(63), payload, NOW)
    inviting.confirm(session, office.person(63), "Petugas 61", NOW)

    assert inviting.open_link(session, office.person(61), payload, NOW).outcome is Outcome.USED
    assert staff.active(session, 61) is None


@pytest.mark.parametrize(("area", "role"), [("32", ADMIN), ("33.11", COUNSELOR)])
def test_only_an_admin_of_the_area_ends_a_telephone(session, office, area, role):
    office.employ(61, "33.11")
    other = office.employ(62, area, role)

    assert inviting.lost(session, other, 61, NOW) is None
    assert inviting.lost(session, other, 62, NOW) is None
    assert staff.active(session, 61) is not None


def test_waiting_people_stay_waiting_until_the_new_telephone_is_there(session, rina, office):
    lose(session, office, rina)

    assert {one.state for one in session.exec(select(HelpRequest))} == {WAITING}


def test_old_invitations_are_forgotten_and_open_ones_stay(session, rina):
    make(session, rina)
    make(session, rina, now=NOW + timedelta(days=3))

    invites.forget_before(session, NOW + timedelta(days=3))

    assert len(session.exec(select(Invite)).all()) == 1
