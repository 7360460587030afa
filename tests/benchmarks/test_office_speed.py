"""A counselor's lists of 400 and 5,000 clients, and the chain of a month with 100,000 people who got a broadcast."""

import sys
import time
from datetime import date
from pathlib import Path
from statistics import median

import pytest
from sqlalchemy import insert, text

from bot.store import consents
from bot.store.applications import Application
from bot.store.broadcasts import DONE, SENT, VACANCY, Broadcast, Recipient
from bot.store.clients import ClientState
from bot.store.consents import Consent
from bot.store.outcomes import MonthMet, Placement
from bot.store.people import Person
from bot.store.profiles import WorkProfile
from bot.store.staff import Staff

sys.path.insert(0, str(Path(__file__).parents[1] / "bot/services/staff"))

from clientele import DAY, NOW, SUKOHARJO, member, owes, sit

from bot.services.staff import caseload, chain, day
from bot.services.staff.caseload import Need
from bot.services.staff.chain import Figure

pytestmark = pytest.mark.bench
MONTH = date(2026, 11, 1)
FIRST = 1000
MOST_SECONDS = 2.0


def timed(database, question, *, times=5):
    def ask(session):
        return question(session, sit(session, session.get(Staff, 1)))

    found = []
    for _ in range(times):
        begun = time.perf_counter()
        database.run(ask)
        found.append(time.perf_counter() - begun)
    return median(found)


QUESTIONS = {
    "morning card": day.morning,
    "caseload, counted": lambda session, seat: caseload.counts(caseload.everybody(session, seat)),
    "one page of it": lambda session, seat: caseload.page(session, seat, None, 7),
    "the next in danger": lambda session, seat: caseload.after(session, seat, Need.RISK, FIRST),
    "a name with a slip": lambda session, seat: caseload.search(session, seat, "nama1234"),
    "one case in reach": lambda session, seat: caseload.one(session, seat, FIRST),
}


PERSON = {
    "language": "id", "language_chosen": False, "zone": "Asia/Jakarta", "zone_chosen": False, "country": "ID",
    "discreet": False, "remind_hour": 8, "created_at": NOW, "seen_at": NOW,
}  # fmt: skip
WISH = {"region": SUKOHARJO, "occupation": "", "anywhere": False, "skills": [], "willing": [], "matters": ""}


def move_in(session, people):
    """Write many clients at once."""
    member(session)
    seal = session.info["sealer"].seal
    names = {one: seal(f"Nama{one} Contoh", f"person.name:{one}") for one in people}
    session.execute(insert(Person), [{"id": one, "name": names[one]} | PERSON for one in people])
    session.execute(insert(WorkProfile), [{"person_id": one} | WISH for one in people])
    said = {"purpose": consents.COUNSELLING, "version": consents.VERSION, "given_at": NOW}
    session.execute(insert(Consent), [{"id": f"{one:032}", "person_id": one} | said for one in people])
    state = {"step": "do_applications", "paid_through": 2, "noted_at": NOW}
    session.execute(
        insert(ClientState), [{"person_id": one} | state | owes(days=one % 30) for one in people]
    )  # fmt: skip


def settled(database):
    """Let PostgreSQL count its rows, as it does by itself within a minute."""
    if database.is_postgres:
        database.run(lambda session: session.execute(text("ANALYZE")))


@pytest.mark.parametrize("count", [400, 5000])
def test_the_lists_of_an_office(database, count):
    database.run(move_in, range(FIRST, FIRST + count))
    settled(database)

    for name, question in QUESTIONS.items():
        seconds = timed(database, question)
        print(f"{count} clients, {name}: {seconds * 1000:.0f} ms")
        assert seconds < MOST_SECONDS


def test_the_chain_of_a_large_month(database):
    people, broadcasts, each = 20_000, 10, 10_000
    everybody = range(FIRST, FIRST + people)

    def fill(session):
        move_in(session, everybody)
        for number in range(broadcasts):
            _send(session, number, range(FIRST + number * 1000, FIRST + number * 1000 + each))
        logged = {"kind": "application", "title": "x", "employer": "", "on": DAY, "logged_at": NOW}
        session.execute(insert(Application), [
            {"id": f"{one:015}{offer}", "person_id": one, "vacancy_id": str(offer)} | logged
            for one in everybody[::4] for offer in (1, 2)
        ])  # fmt: skip
        session.execute(insert(MonthMet), [{"person_id": one, "month": 2, "met_on": DAY} for one in everybody[::8]])
        work = {"source": "worker", "began_on": DAY, "noted_at": NOW}
        session.execute(insert(Placement), [{"person_id": one} | work for one in everybody[::16]])

    database.run(fill)
    settled(database)

    for name, question in (
        ("all figures", lambda session, seat: chain.of_seat(session, seat, MONTH)),
        ("the people behind one", lambda session, seat: chain.behind(session, seat, Figure(MONTH, "applied"))),
    ):
        seconds = timed(database, question, times=3)
        print(f"{broadcasts * each} recipients, {name}: {seconds:.2f} s")
        assert seconds < MOST_SECONDS


def _send(session, number, people):
    row = {"broadcast_id": f"b{number}", "wave": 1, "state": SENT, "reason": "", "sent_at": NOW, "answers": ""}
    made = {"kind": VACANCY, "offer_id": str(number), "author_id": 1, "state": DONE}
    session.add(Broadcast(id=f"b{number}", created_at=NOW, changed_at=NOW, **made))
    session.flush()
    answers = [row | {"person_id": one, "rank": one, "yes": (one % 5 == 0) or None} for one in people]
    session.execute(insert(Recipient), answers)
