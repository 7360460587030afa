"""Long lists of an office cost a handful of questions, and who is most pressing is never the one left out."""

from datetime import timedelta

import pytest
from classes import DAY as CLASS_DAY
from classes import NOW as CLASS_NOW
from classes import PROVIDER, ask, bring, person
from clientele import DAY, NOW, client, member, owes, sit
from sqlalchemy import event
from sqlmodel import select

from bot.deps import Shelf
from bot.outbox import course_news
from bot.services.staff import audience, auditing, broadcast, caseload, freshness, promising, roster
from bot.services.staff.audience import Asker
from bot.services.staff.broadcast import What
from bot.services.staff.caseload import Need
from bot.store import clients, nights, outbox, staff
from bot.store.access_log import AccessLog
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.profiles import WorkProfile
from bot.store.staff import ADMIN
from intake.reading import read
from training_catalog import editing
from training_catalog.importing import COURSES


@pytest.fixture
def asked(session):
    """Every question to the rows from now on."""
    found = []

    def note(*args):
        found.append(args[2])

    event.listen(session.get_bind(), "before_cursor_execute", note)
    yield found
    event.remove(session.get_bind(), "before_cursor_execute", note)


def test_the_record_of_many_deeds_is_asked_at_once(session, asked):
    boss = member(session, 1, area=None, role=ADMIN)
    for number in range(2, 12):
        member(session, number)
        staff.note(session, number, None, "staff:name", NOW, colleague_id=number)
    session.flush()
    session.expunge_all()
    asked.clear()

    found = auditing.entries(session, boss, NOW, most=100)

    assert len(found) == 11
    assert len([one for one in asked if one.startswith("SELECT")]) <= 3


def test_courses_that_expire_together_ask_about_their_keepers_once(session, asked):
    member(session, 1, area=None, role=ADMIN)
    session.add(Person(id=7, created_at=NOW, seen_at=NOW))
    lines = [f"BLK A;Kursus {number};2027-03-01;2026-11-28;{7 if number % 2 else ''}" for number in range(20)]
    file = "lembaga;program;mulai;berlaku_sampai;id_telegram\n" + "\n".join(lines)
    COURSES.apply(session, COURSES.preview(session, read(file.encode()), "dinas"), now=NOW)
    session.flush()
    asked.clear()

    found = freshness.expiring(session, DAY)

    assert {one.asked for one in found} == {(7,), (1,)}
    assert len(found) == 20
    assert len([one for one in asked if one.startswith("SELECT")]) <= 3


def test_the_seats_of_all_courses_are_counted_in_one_question(session, asked):
    course = bring(session)
    ask(session, course, 900_000_801)
    asked.clear()

    [kept] = roster.home(session, PROVIDER)

    assert (kept.asked, kept.seats.taken, kept.seats.total) == (1, 0, 2)
    assert len([one for one in asked if "FROM registration" in one]) == 1


def test_where_a_list_is_cut_who_owes_something_is_on_it(session, monkeypatch):
    seat = sit(session, member(session))
    for number in range(10, 16):
        client(session, number)
    client(session, 90, **owes(days=1))
    monkeypatch.setattr(clients, "MOST", 3)

    counts = caseload.counts(caseload.everybody(session, seat))

    assert counts[Need.RISK] == 1


def test_the_client_reads_who_said_that_a_promise_is_kept(session):
    seat = sit(session, member(session))
    client(session, 10)
    made = promising.make(session, seat, 10, "saya cek", DAY)
    colleague = sit(session, member(session, 2))

    for _time in range(2):
        promising.keep(session, colleague, made.id)

    session.flush()
    found = session.exec(select(AccessLog.staff_id).where(AccessLog.person_id == 10)).all()
    assert sorted(found) == [1, 2]


def test_a_discreet_reader_is_not_told_the_course_that_changed(session):
    course = bring(session)
    ask(session, course, 900_000_801)
    person(session, 900_000_801).discreet = True
    moved = (CLASS_DAY + timedelta(days=30)).isoformat()
    cells = {"starts": moved, "ends": (CLASS_DAY + timedelta(days=40)).isoformat()}
    done = editing.change(session, str(course.id), cells, now=CLASS_NOW, seen=course.version)

    assert course_news.tell(session, course_news.before(session, done.version), "1", CLASS_NOW) == 1

    [written] = session.exec(select(Outbox).where(Outbox.topic == course_news.TOPIC))
    assert "Las dasar" not in str(outbox.read(session, written))


def test_ticking_a_question_does_not_look_for_people(session, monkeypatch):
    author = member(session)
    draft = broadcast.begin(session, author, What("text", words="Pesan contoh saja"), NOW)
    broadcast.toggle(session, draft, "Bisa mulai segera?")
    monkeypatch.setattr(audience, "find", None)

    seen = broadcast.unaddressed(session, Asker(author, Shelf(), NOW), draft)

    assert (seen.questions, seen.words) == (("Bisa mulai segera?",), "Pesan contoh saja")


def test_only_who_looks_near_a_course_is_read_for_it(session):
    for number, region, work in ((10, "33.11", "kasir"), (11, "32.15", "kasir"), (12, None, "kasir"), (13, "33", ""),
                                 (14, "", "kasir"), (15, "33.10", "kasir")):  # fmt: skip
        client(session, number, region=region)
        session.get(WorkProfile, number).occupation = work
    session.get(Person, 15).blocked_at = NOW
    session.flush()

    assert nights.looking_near(session, {"33"}) == [10, 12, 14]
    assert nights.looking_near(session, set()) == [10, 11, 12, 14]
