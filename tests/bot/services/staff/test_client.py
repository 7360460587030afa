"""A case: opened for a purpose, in reach, by counselors; promises and talks that change hands."""

from datetime import date, timedelta

import pytest
from clientele import DAY, KARAWANG, KLATEN, NOW, SUKOHARJO, client, member, owes, sit
from sqlmodel import select

from bot.services import erasing, mydata
from bot.services.staff import calling, caseload, promising, replying, transferring
from bot.services.staff import client as cases
from bot.services.staff.client import Purpose
from bot.services.staff.transferring import Reason
from bot.store import consents, help_requests, phones
from bot.store.access_log import AccessLog
from bot.store.help_requests import HELD, HelpRequest
from bot.store.notes import CaseNote
from bot.store.people import Person
from bot.store.staff import ADMIN

NIK = "3311014505900001"


@pytest.fixture
def budi(session):
    return member(session)


@pytest.fixture
def seat(session, budi):
    return sit(session, budi)


def traces(session):
    return [(row.person_id, row.what) for row in session.exec(select(AccessLog))]


def test_every_opening_leaves_its_reason(session, seat):
    client(session, 10)

    for purpose in (Purpose.MONEY, Purpose.MONEY, Purpose.ANSWER):
        assert cases.open_case(session, seat, 10, purpose).purpose is purpose
    session.flush()

    assert traces(session) == [(10, "case:money"), (10, "case:money"), (10, "case:answer")]


@pytest.mark.parametrize("who", ["far", "not agreed", "withdrawn", "colleague", "nobody"])
def test_who_is_no_client_cannot_be_reached_by_any_deed(session, seat, who):
    client(session, 10, region=KARAWANG if who == "far" else SUKOHARJO, agreed=who != "not agreed")
    if who == "withdrawn":
        consents.withdraw(session, 10, consents.COUNSELLING, NOW)
    if who == "colleague":
        member(session, 10, name="Bu Ani")
    number = 99 if who == "nobody" else 10
    phones.give(session, 10, "+6281234567890", NOW)

    answers = [
        caseload.one(session, seat, number),
        cases.open_case(session, seat, number, Purpose.WORK),
        cases.glance(session, seat, number),
        cases.write_note(session, seat, number, "rajin"),
        promising.make(session, seat, number, "saya cek", DAY),
        promising.for_client(session, seat, number),
        calling.call(session, seat, number),
    ]

    assert answers == [None] * 7
    assert traces(session) == []


def test_an_admin_has_no_clients(session):
    rina = sit(session, member(session, 2, area=None, role=ADMIN, name="Bu Rina"))
    client(session, 10)

    assert caseload.everybody(session, rina) == ()
    assert cases.open_case(session, rina, 10, Purpose.MONEY) is None


def test_a_note_is_sealed_masked_and_signed(session, seat):
    client(session, 10)

    cases.write_note(session, seat, 10, f"Orangnya rajin, NIK {NIK}, hp 081234567890")

    case = cases.open_case(session, seat, 10, Purpose.WORK)
    assert [(one.who, one.words) for one in case.notes] == [("Pak Budi", "Orangnya rajin, NIK •••0001, hp •••7890")]
    assert b"rajin" not in session.exec(select(CaseNote)).one().words


@pytest.mark.parametrize(
    ("typed", "day"),
    [("1", date(2026, 11, 24)), ("7", date(2026, 11, 30)), ("25 Nov", date(2026, 11, 25)), ("23/11/2026", DAY),
     ("22 Nov 2026", None), ("1 Jan 2028", None), ("entah", None), ("", None)],
)  # fmt: skip
def test_until_when_is_read(typed, day):
    assert promising.until(typed, DAY) == day


def test_the_same_promise_twice_is_one_and_is_kept_once(session, seat):
    client(session, 10)
    first, again = (promising.make(session, seat, 10, "saya cek", DAY) for _ in range(2))
    other = promising.make(session, seat, 10, "saya cek", DAY + timedelta(days=1))

    kept = [promising.keep(session, seat, first.id)[1] for _ in range(2)]

    assert first == again
    assert kept == [True, False]
    assert [one.id for one in promising.of(session, 10, DAY)] == [other.id]
    assert promising.keep(session, sit(session, member(session, 3, area=KARAWANG)), other.id) is None


@pytest.mark.parametrize(
    ("owner", "phone", "kept"),
    [(10, "6281234567890", "+6281234567890"), (10, "+6281234567890", "+6281234567890"), (11, "6281234567890", ""),
     (None, "6281234567890", ""), (10, "12", "")],
)  # fmt: skip
def test_only_the_own_number_is_kept_for_calls(session, owner, phone, kept):
    client(session, 10)

    calling.give(session, session.get(Person, 10), phone, owner, NOW)

    assert phones.of(session, 10) == kept


@pytest.fixture
def talk(session, budi):
    """A talk of Budi with a worker of his area."""
    client(session, 10)
    row = HelpRequest(id="r" * 16, person_id=10, state=HELD, counselor_id=1, opened_at=NOW, answer_by=NOW, taken_at=NOW)
    session.add(row)
    session.flush()
    return row


def test_a_talk_goes_to_those_on_duty_who_reach_the_worker_the_nearest_first(session, seat, talk):
    for number, name, area in ((2, "Bu Ani", None), (3, "Pak Cahyo", "33.11"), (4, "Bu Dian", KARAWANG),
                               (5, "Pak Eko", "33.11"), (6, "Bu Fitri", "33")):  # fmt: skip
        member(session, number, area=area, name=name)
    session.get(Person, 5).blocked_at = NOW
    session.flush()

    found = transferring.choices(session, seat, talk.id)

    assert [one.name for one in found.colleagues] == ["Pak Cahyo", "Bu Fitri", "Bu Ani"]


def test_a_talk_that_was_passed_on_is_the_colleagues_and_told_once(session, seat, talk):
    ani = member(session, 2, name="Bu Ani")

    first, again = (transferring.pass_on(session, seat, talk.id, 2, Reason.MEDIATOR) for _ in range(2))

    assert (first.to.name, first.again, again.again) == ("Bu Ani", False, True)
    assert (talk.counselor_id, talk.topic) == (2, "mediator")
    assert [one.id for one in help_requests.held_by(session, ani.id)] == [talk.id]
    assert (10, "case:passed_mediator") in traces(session)


@pytest.mark.parametrize(("to", "area"), [(2, KARAWANG), (1, SUKOHARJO), (10, SUKOHARJO), (99, SUKOHARJO)])
def test_a_talk_does_not_go_to_somebody_who_does_not_reach_the_worker(session, seat, talk, to, area):
    member(session, 2, area=area, name="Bu Ani")

    assert transferring.pass_on(session, seat, talk.id, to, Reason.AREA) is None
    assert talk.counselor_id == 1


def test_nobody_passes_on_what_a_colleague_holds(session, talk):
    ani = sit(session, member(session, 2, area=KLATEN, name="Bu Ani"))
    member(session, 3, name="Pak Cahyo")

    assert transferring.choices(session, ani, talk.id) is None
    assert transferring.pass_on(session, ani, talk.id, 3, Reason.AREA) is None


def test_an_office_writes_its_own_quick_replies(session, seat):
    ani = member(session, 2, name="Bu Ani")
    other = member(session, 3, name="Pak Cahyo")
    other.office = "Disnaker Lain"

    done = [replying.write(session, seat, number, "Kantor buka  Senin, NIK 3311014505900001") for number in (2, 4)]

    assert done == [True, False]
    assert replying.of(session, ani) == ("", "Kantor buka Senin, NIK •••0001", "")
    assert replying.of(session, other) == ("", "", "")
    replying.write(session, seat, 2, "")
    assert replying.of(session, ani) == ("", "", "")


def test_the_client_gets_notes_and_promises_in_the_file_and_erasing_takes_them(session, seat):
    client(session, 10, **owes())
    cases.write_note(session, seat, 10, "orangnya rajin")
    promising.make(session, seat, 10, "saya cek", DAY)
    phones.give(session, 10, "+6281234567890", NOW)

    file = mydata.export(session, 10, NOW).decode()
    erasing.erase(session, 10, 1, NOW)

    assert "orangnya rajin" in file
    assert "saya cek" in file
    assert "Pak Budi" in file
    assert "81234567890" not in file
    assert caseload.everybody(session, seat) == ()
    assert mydata.export(session, 10, NOW).decode().count("rajin") == 0
