"""A counselor's one-time code: for a person in care whose number is shared, soon, once, and seen in the trail."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.services import linking
from bot.services.register import LEVEL_AMOUNTS, LEVEL_STAGE
from bot.services.staff import unlocking
from bot.services.staff.unlocking import MOST_A_DAY, Outcome
from bot.store import cases, staff
from bot.store.cases import Link
from bot.store.unlock_codes import UnlockCode

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SARI = 10


@pytest.fixture
def budi(session, office):
    """A counselor who holds Sari, whose number is shared."""
    member = office.employ(1, "33.11")
    office.hold("r", SARI, 1, "33.11")
    session.add(Link(person_id=SARI, member_id="m1", level=LEVEL_STAGE, linked_at=NOW))
    session.flush()
    return member


def use(session, office, code, who=SARI, now=NOW):
    outcome = linking.by_code(session, office.person(who), code, now)
    link = cases.link_of(session, who)
    return outcome, link.level if link is not None else 0


def test_the_right_code_unlocks_level_two_once(session, office, budi):
    given = unlocking.give(session, budi, SARI, NOW)

    first = use(session, office, given.code)
    session.get(Link, SARI).level = LEVEL_STAGE
    second = use(session, office, given.code)

    assert given.outcome is Outcome.GIVEN
    assert first == (linking.Outcome.DONE, LEVEL_AMOUNTS)
    assert second == (linking.Outcome.CODE_WRONG, LEVEL_STAGE)
    assert [(row.staff_id, row.what) for row in staff.trail(session, SARI)] == [(1, "code:given")]


@pytest.mark.parametrize(("minutes", "level"), [(29, LEVEL_AMOUNTS), (30, LEVEL_STAGE), (600, LEVEL_STAGE)])
def test_a_code_is_good_for_half_an_hour(session, office, budi, minutes, level):
    code = unlocking.give(session, budi, SARI, NOW).code

    assert use(session, office, code, now=NOW + timedelta(minutes=minutes))[1] == level


def test_a_code_is_worth_nothing_for_anybody_else(session, office, budi):
    code = unlocking.give(session, budi, SARI, NOW).code
    office.person(11)
    session.add(Link(person_id=11, member_id="m1", level=LEVEL_STAGE, linked_at=NOW))
    session.flush()

    assert use(session, office, code, who=11) == (linking.Outcome.CODE_WRONG, LEVEL_STAGE)


def test_codes_cannot_be_guessed(session, office, budi):
    code = unlocking.give(session, budi, SARI, NOW).code
    wrong = [f"{(int(code) + step) % 10**6:06}" for step in range(1, linking.TRIES_PERSON + 1)]

    found = [use(session, office, one)[0] for one in (*wrong, code)]

    assert found == [linking.Outcome.CODE_WRONG] * linking.TRIES_PERSON + [linking.Outcome.TOO_MANY]
    assert cases.link_of(session, SARI).level == LEVEL_STAGE


def test_only_the_record_whose_papers_were_seen_is_unlocked(session, office, budi):
    code = unlocking.give(session, budi, SARI, NOW).code
    session.get(Link, SARI).member_id = "m2"
    session.flush()

    assert use(session, office, code) == (linking.Outcome.CODE_WRONG, LEVEL_STAGE)


def test_a_new_code_takes_the_place_of_the_old_and_none_is_readable(session, office, budi):
    old = unlocking.give(session, budi, SARI, NOW).code
    new = unlocking.give(session, budi, SARI, NOW).code

    assert new not in session.get(UnlockCode, SARI).code
    assert use(session, office, old)[0] is (linking.Outcome.DONE if old == new else linking.Outcome.CODE_WRONG)
    assert use(session, office, f" {new[:3]} {new[3:]} ")[0] is linking.Outcome.DONE


@pytest.mark.parametrize("why", ["area", "self", "trial", "number", "many"])
def test_a_code_is_refused_where_nobody_may_vouch(session, office, budi, why):
    expected = {"area": Outcome.NOT_YOURS, "self": Outcome.NOT_YOURS, "trial": Outcome.TRIAL,
                "number": Outcome.NO_NUMBER, "many": Outcome.TOO_MANY}[why]  # fmt: skip
    if why == "area":
        budi.area = "32"
    budi.trial = why == "trial"
    if why == "number":
        session.delete(session.get(Link, SARI))
    if why == "many":
        for _ in range(MOST_A_DAY):
            unlocking.give(session, budi, SARI, NOW)
    session.flush()

    given = unlocking.give(session, budi, budi.id if why == "self" else SARI, NOW)

    assert (given.outcome, given.code) == (expected, "")
