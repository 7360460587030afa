"""One chain: each step counts what it says, within reach, and opens to the people behind it, who can read that."""

from datetime import date, timedelta

import pytest
from clientele import DAY, KARAWANG, NOW, client, member, sit
from sqlmodel import select

from bot.services.staff import chain, chain_sheet
from bot.services.staff.chain import Figure
from bot.store import consents, outcomes
from bot.store.access_log import AccessLog
from bot.store.applications import Application
from bot.store.broadcasts import DONE, SENT, Broadcast, Recipient
from bot.store.staff import ADMIN

MONTH = date(2026, 11, 1)


def broadcast(session, code, *, kind="vacancy", offer="7"):
    session.add(Broadcast(id=code, kind=kind, offer_id=offer, author_id=1, state=DONE, created_at=NOW, changed_at=NOW))
    session.flush()


def got(session, code, number, *, yes=None, at=NOW, state=SENT):
    session.add(Recipient(broadcast_id=code, person_id=number, rank=number, state=state, sent_at=at, yes=yes, wave=1))
    session.flush()


def applied(session, number, *, offer="7", at=NOW, **more):
    row = Application(person_id=number, vacancy_id=offer, title="x", on=DAY, logged_at=at, **more)
    session.add(row)
    session.flush()


def worked(session, number, on, source=outcomes.BY_WORKER):
    outcomes.place(session, number, source, on, NOW)


@pytest.fixture
def budi(session):
    """A counselor whose office sent one broadcast to six people, of whom each came further than the one before."""
    budi = member(session)
    broadcast(session, "b1")
    for number in range(10, 16):
        client(session, number, f"Orang {number}")
    got(session, "b1", 10, state="failed", at=None)
    for number in range(11, 16):
        got(session, "b1", number, yes=True if number > 11 else None)
    for number in (13, 14, 15):
        applied(session, number)
    for number in (14, 15):
        outcomes.meet(session, number, 3, DAY)
    worked(session, 15, DAY + timedelta(days=2))
    return budi


def test_each_step_counts_the_people_who_came_so_far(session, budi):
    found = chain.of_seat(session, sit(session, budi), MONTH)

    assert found.counts == (5, 4, 3, 2, 1)
    assert [(one.id, one.counts) for one in found.sent] == [("b1", (5, 4, 3, 2, 1))]
    assert found.whole == (3, 2, 1, 0)
    assert (found.may_open, found.is_running) == (True, True)


def test_what_came_before_the_broadcast_or_was_taken_back_is_not_its_doing(session, budi):
    applied(session, 11, at=NOW - timedelta(hours=1))
    applied(session, 12, undone_at=NOW)
    outcomes.meet(session, 13, 3, DAY - timedelta(days=1))
    worked(session, 14, DAY - timedelta(days=1))
    outcomes.unplace(session, 15, outcomes.BY_WORKER, NOW)

    found = chain.of_seat(session, sit(session, budi), MONTH)

    assert found.counts == (5, 4, 3, 2, 0)


def test_somebody_in_two_broadcasts_counts_once_in_the_month(session, budi):
    broadcast(session, "b2", offer="8")
    got(session, "b2", 15, yes=True)

    found = chain.of_seat(session, sit(session, budi), MONTH)

    assert found.counts == (5, 4, 3, 2, 1)
    assert {one.id: one.counts for one in found.sent} == {"b1": (5, 4, 3, 2, 1), "b2": (1, 1, 0, 0, 0)}


def test_a_later_file_of_the_register_places_as_well(session, budi):
    worked(session, 14, DAY + timedelta(days=1), outcomes.BY_REGISTER)
    worked(session, 15, DAY + timedelta(days=1), outcomes.BY_REGISTER)

    found = chain.of_seat(session, sit(session, budi), MONTH)

    assert found.counts[-1] == 2
    assert found.whole[-2:] == (2, 2)


def test_the_month_ends_at_midnight_where_the_member_is(session, budi):
    broadcast(session, "b2", offer="8")
    got(session, "b2", 10, at=NOW.replace(month=10, day=31, hour=16, minute=59))
    got(session, "b2", 11, at=NOW.replace(month=10, day=31, hour=17))
    seat = sit(session, budi)

    november, october = (chain.of_seat(session, seat, month) for month in (MONTH, date(2026, 10, 1)))

    assert [one.counts[0] for one in november.sent] == [5, 1]
    assert october.counts[0] == 1
    assert not october.is_running


def test_another_area_sees_nothing_of_it(session, budi):
    seat = sit(session, member(session, 2, area=KARAWANG, name="Bu Ani"))

    found = chain.of_seat(session, seat, MONTH)
    behind = chain.behind(session, seat, Figure(MONTH, "sent", "b1"))

    assert (found.counts, found.sent, found.whole) == ((0,) * 5, (), (0,) * 4)
    assert (behind.names, behind.hidden) == ((), 0)


def test_a_figure_opens_to_its_people_and_each_can_read_who_looked(session, budi):
    seat = sit(session, budi)
    consents.withdraw(session, 14, consents.COUNSELLING, NOW)

    found = chain.behind(session, seat, Figure(MONTH, "met", "b1"))
    session.flush()

    assert found.names == ((15, "Orang 1."),)
    assert found.hidden == 1
    traces = {(row.person_id, row.what) for row in session.exec(select(AccessLog))}
    assert traces == {(15, "case:chain"), (None, "chain:met")}


@pytest.mark.parametrize("step", ["sent", "yes", "applied", "met", "placed", "applied_all", "met_all", "placed_all"])
def test_every_figure_is_as_many_people_as_stand_behind_it(session, budi, step):
    seat = sit(session, budi)
    shown = chain.of_seat(session, seat, MONTH)
    figures = dict(zip((*chain.STEPS, *chain.WHOLE), (*shown.counts, *shown.whole), strict=True))

    first = chain.behind(session, seat, Figure(MONTH, step))
    pages = [chain.behind(session, seat, Figure(MONTH, step), number) for number in range(first.pages)]

    assert len({one for page in pages for one in page.names}) + first.hidden == figures[step]


def test_an_admin_sees_figures_and_no_people(session, budi):
    seat = sit(session, member(session, 3, area=None, role=ADMIN, name="Bu Rina"))

    assert chain.of_seat(session, seat, MONTH).counts == (5, 4, 3, 2, 1)
    assert chain.behind(session, seat, Figure(MONTH, "sent")) is None


def test_the_report_of_an_area_takes_only_who_looks_there(session, budi):
    client(session, 20, region=None)
    got(session, "b1", 20)

    counts = [chain.of_area(session, area, MONTH, DAY).counts[0] for area in ("33.11", "33", "32", "")]

    assert counts == [5, 5, 0, 6]


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ([[12], [12]], [[12], [12]]),
        ([[3], [3]], [["<5"], ["<5"]]),
        ([[10], [3], [7]], [[10], ["<5"], ["*"]]),
        ([[30], [3], [7], [20]], [[30], ["<5"], ["*"], [20]]),
        ([[12], [3], [4], [5]], [[12], ["<5"], ["<5"], [5]]),
        ([[9], [0], [9]], [[9], [0], [9]]),
        ([[0]], [[0]]),
        ([[8], [4]], [[8], ["<5"]]),
    ],
)
def test_what_leaves_the_office_hides_small_counts(lines, shown):
    assert chain_sheet.hidden(lines) == shown


def test_the_table_opens_with_our_own_reader(session, budi):
    content = chain_sheet.csv(chain.of_seat(session, sit(session, budi), MONTH))

    assert content.decode("utf-8-sig").splitlines() == [
        "bulan;baris;tanggal;judul;sent;yes;applied;met;placed;applied_all;met_all;placed_all;placed_register",
        "2026-11;semua;;;5;<5;<5;<5;<5;<5;<5;<5;0",
        "2026-11;siaran;2026-11-23;vacancy;5;<5;<5;<5;<5;;;;",
    ]


@pytest.mark.parametrize(
    ("text", "month"),
    [("2611", MONTH), ("2026-10", date(2026, 10, 1)), ("", MONTH), ("2613", MONTH), ("2612", MONTH), ("x", MONTH)],
)
def test_a_month_is_read_and_never_lies_ahead(text, month):
    assert chain.month_of(text, DAY) == month
