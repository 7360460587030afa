"""Who is asked whether a course still runs, when, how often, and what silence does; who hears that a course changed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.outbox import course_news, freshness
from bot.services.courses import MARK
from bot.services.staff import freshness as services
from bot.store.applications import SAVED, Feedback
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.staff import Staff
from intake.reading import read
from training_catalog import editing, search
from training_catalog.importing import COURSES

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
DAY = date(2026, 11, 23)
PROVIDER, RINA, SARI = 900_000_001, 900_000_002, 900_000_003
FILE = "lembaga;program;mulai;berlaku_sampai;id_telegram\n"


@pytest.fixture
def people(session):
    for person_id in (PROVIDER, RINA, SARI):
        session.add(Person(id=person_id, language="id", zone="Asia/Jakarta", created_at=NOW, seen_at=NOW))
    session.add(Staff(id=RINA, role="admin", name="Bu Uji", added_at=NOW))
    session.flush()
    return session


def bring(session, *rows: str) -> None:
    preview = COURSES.preview(session, read((FILE + "\n".join(rows)).encode()), "dinas")
    COURSES.apply(session, preview, now=NOW)


def asked(session) -> list[tuple[int, str]]:
    query = select(Outbox.person_id, Outbox.occurrence).where(Outbox.topic == freshness.TOPIC)
    return sorted(session.exec(query).all())


def test_the_provider_is_asked_a_week_before_once_and_the_admin_where_there_is_no_provider(people):
    bring(people, f"BLK A;Las;2027-03-01;2026-11-28;{PROVIDER}", "BLK A;Obras;2027-03-01;2026-11-29;",
          "BLK A;Barista;2027-03-01;2026-12-20;", "BLK A;Lewat;2026-11-20;2026-11-28;")  # fmt: skip

    written = [freshness.ask(people, NOW, "Asia/Jakarta") for _time in range(2)]

    assert written == [2, 0]
    assert asked(people) == [(PROVIDER, "1.2026-11-28"), (RINA, "2.2026-11-29")]


def test_nobody_is_asked_more_than_ten_times_a_day(people):
    bring(people, *(f"BLK A;Kursus {number};2027-03-01;2026-11-28;" for number in range(25)))

    assert freshness.ask(people, NOW, "Asia/Jakarta") == 10
    assert freshness.ask(people, NOW + timedelta(hours=1), "Asia/Jakarta") == 0
    assert freshness.ask(people, NOW + timedelta(hours=25), "Asia/Jakarta") == 10


def test_one_tap_offers_it_on_and_silence_hides_it_for_the_admin_to_see(people):
    bring(people, f"BLK A;Las;2027-03-01;2026-11-28;{PROVIDER}", "BLK A;Obras;2027-03-01;2026-11-28;")
    due = services.one(people, "1")
    assert services.may_answer(people, PROVIDER, due)
    assert services.may_answer(people, RINA, due)
    assert not services.may_answer(people, SARI, due)

    services.confirm(people, PROVIDER, due, DAY, NOW)

    later = date(2026, 11, 30)
    assert [offer.title for offer in search.open_courses(people, later)] == ["Las"]
    assert [one.programme for one in services.hidden(people, later)] == ["Obras"]
    assert editing.find(people, "1").verify_by == DAY + services.CONFIRMED_FOR


def test_a_moved_day_is_an_answer_too_and_a_wrong_one_is_asked_again(people):
    bring(people, f"BLK A;Las;2027-03-01;2026-11-28;{PROVIDER}")
    due = services.one(people, "1")

    wrong = services.move(people, PROVIDER, due, "besok", day=DAY, now=NOW)
    services.move(people, PROVIDER, due, "8 Maret 2027", day=DAY, now=NOW)

    assert [problem.expected for problem in wrong.problems] == ["date"]
    course = editing.find(people, "1")
    assert (course.starts, course.verify_by) == (date(2027, 3, 8), DAY + services.CONFIRMED_FOR)


def test_whoever_wants_a_course_hears_of_its_new_day_and_its_end_and_nobody_else_does(people):
    bring(people, "BLK A;Las;2027-03-01;;", "BLK A;Obras;2027-03-01;;")
    people.add(Feedback(person_id=SARI, offer_id=f"{MARK}1", verdict=SAVED, at=NOW))

    def edit(course_id: str, **cells: str) -> int:
        seen = editing.find(people, course_id).version
        done = editing.change(people, course_id, cells, now=NOW, seen=seen)
        return course_news.tell(people, course_news.before(people, done.version), str(done.version), NOW)

    assert edit("1", starts="2027-03-08") == 1
    assert edit("1", seats="7") == 0
    assert edit("2", starts="2027-03-08") == 0
    done = editing.close(people, "1", now=NOW, seen=editing.find(people, "1").version)
    assert course_news.tell(people, course_news.before(people, done.version), str(done.version), NOW) == 1
    assert course_news.tell(people, course_news.before(people, done.version), str(done.version), NOW) == 0
