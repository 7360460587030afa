"""Several processes at one night: every chunk is ranked by one of them, and nothing that they count is lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

from sqlmodel import select

from bot.store import night_claims, nights
from bot.store.night_claims import LEASE, NightClaim

NIGHT = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
DAY = date(2026, 11, 23)
CHUNKS, PROCESSES = 20, 4


def all_of_one_process(database, now):
    """Claim until there is nothing left, counting a showing for each, as a replica does."""
    mine = []
    while (number := database.run(night_claims.claim, DAY, range(CHUNKS), now)) is not None:
        database.run(nights.count_showings, DAY, {"A": 1, "B": 2})
        mine.append(number)
    return mine


def at_once(database, now):
    with ThreadPoolExecutor(PROCESSES) as pool:
        shares = list(pool.map(all_of_one_process, [database] * PROCESSES, [now] * PROCESSES))
    return [number for share in shares for number in share]


def test_processes_share_the_chunks_and_each_is_given_out_once(database):
    given = at_once(database, NIGHT)

    assert sorted(given) == list(range(CHUNKS))
    assert database.run(nights.shown, DAY) == {"A": CHUNKS, "B": 2 * CHUNKS}


def test_claims_that_ran_out_are_taken_over_by_one_process_each(database):
    at_once(database, NIGHT)

    too_early = at_once(database, NIGHT + LEASE / 2)
    given = at_once(database, NIGHT + LEASE)

    assert too_early == []
    assert sorted(given) == list(range(CHUNKS))


def test_what_is_done_and_what_is_old_is_let_go(session):
    for number in range(2):
        night_claims.claim(session, DAY, [number], NIGHT)
    night_claims.drop(session, DAY, 0)
    left = [one.number for one in session.exec(select(NightClaim))]
    night_claims.tidy(session, date(2026, 11, 24))

    assert left == [1]
    assert session.exec(select(NightClaim)).all() == []
