"""After a seat is confirmed: reminders, the calendar, a class that moves, how it ended, whether it led to work."""

from datetime import date, datetime, timedelta

from classes import DAY, NOW, PROVIDER, ask, bring, door, person, seated
from sqlmodel import select

from bot.outbox import course_news, seats
from bot.services import attending, calendar, firing, registering, registrants
from bot.services.staff import roster
from bot.services.staff.roster import Verdict
from bot.store import cases, outbox, reminders
from bot.store.outbox import Outbox
from bot.store.registrations import FINISHED
from bot.store.reminders import Reminder
from bot.store.staff import Staff
from jkp.declared import Days, Declared, Fact, Months, Source
from jkp.declared_json import to_json
from jkp.rules.case import Cause
from training_catalog import editing
from training_catalog.tables import Course

SARI, BUDI = 900_000_801, 900_000_803


def notices(session, person_id):
    rows = session.exec(select(Outbox).where(Outbox.person_id == person_id).order_by(Outbox.created_at))
    return [row.topic for row in rows]


def test_a_confirmed_seat_is_reminded_of_and_stands_in_the_calendar(session):
    course = bring(session, starts="2026-12-14")
    row = ask(session, course, SARI)

    roster.confirm(session, door(session, course), row, NOW)

    planned = reminders.planned(session, SARI)
    assert [one.due_at.date() for one in planned] == [date(2026, 12, 7), date(2026, 12, 13)]
    [entry] = calendar.owed(session, person(session, SARI), NOW).entries
    assert (entry.kind, entry.first, entry.last) == (calendar.Kind.COURSE, date(2026, 12, 14), date(2026, 12, 18))


def test_a_moved_class_tells_its_people_and_moves_their_reminders(session):
    course = bring(session, starts="2026-12-14")
    row = ask(session, course, SARI)
    roster.confirm(session, door(session, course), row, NOW)

    done = editing.change(session, str(course.id), {"starts": "2027-01-11", "ends": "2027-01-20"}, now=NOW,
                          seen=course.version)  # fmt: skip
    told = course_news.tell(session, course_news.before(session, done.version), str(done.version), NOW)

    assert (told, registrants.affected(session, course.id)) == (1, (SARI,))
    assert [one.due_at.date() for one in reminders.planned(session, SARI)] == [date(2027, 1, 4), date(2027, 1, 10)]


def test_a_reminder_of_a_closed_class_or_a_seat_given_back_is_not_sent(session, monkeypatch):
    monkeypatch.setitem(firing.STILL_NEEDED, registering.TOPIC, registering.starts_still)
    course = bring(session, starts="2026-12-14")
    row = ask(session, course, SARI)
    roster.confirm(session, door(session, course), row, NOW)
    due = reminders.planned(session, SARI)[0]

    needed = firing.checked(session, due, due.due_at)
    editing.close(session, str(course.id), now=NOW, seen=course.version)
    session.expire(session.get(Course, course.id))

    assert dict(needed.values)["programme"] == "Las dasar"
    assert firing.checked(session, due, due.due_at) is None
    registering.leave(session, row, NOW)
    assert [one.state for one in session.exec(select(Reminder))] == ["cancelled", "cancelled"]


def test_the_end_is_noted_once_it_began_and_work_is_asked_about_a_month_later_once(session):
    course = bring(session)
    row = seated(session, course, SARI)
    early = roster.end(session, door(session, course), row, finished=True, certificate=True, now=NOW, day=DAY)
    ended = datetime(2026, 12, 18, 9, tzinfo=NOW.tzinfo)

    roster.end(session, door(session, course), row, finished=True, certificate=True, now=ended, day=ended.date())
    for days in (29, 30, 31):
        seats.settle(session, ended + timedelta(days=days))
    registering.say_works(row, "yes")

    assert early.verdict is Verdict.TOO_EARLY
    assert (row.state, row.certificate, row.works) == (FINISHED, True, "yes")
    assert notices(session, SARI).count("course_work") == 1


def test_the_figures_run_from_interest_to_work(session):
    course = bring(session, seats="3")
    rows = [seated(session, course, SARI + one) for one in range(2)]
    ask(session, course, BUDI + 5)
    after = datetime(2026, 12, 18, 9, tzinfo=NOW.tzinfo)
    for row, finished in zip(rows, (True, False), strict=True):
        roster.end(
            session, door(session, course), row, finished=finished, certificate=True, now=after, day=after.date()
        )
    registering.say_works(rows[0], "yes")
    admin = Staff(id=9, role="admin", name="Uji", added_at=NOW)
    person(session, 9)
    session.add(admin)
    session.flush()

    found = roster.figures(session, admin)

    assert (found.asked, found.confirmed, found.finished, found.certified, found.working, found.silent) == (
        3, 2, 1, 1, 1, 1,
    )  # fmt: skip


def test_the_month_around_a_class_day_is_that_of_the_running_claim(session):
    course = bring(session)
    seated(session, course, SARI)
    said = {
        "last_day": Days(date(2026, 8, 31), date(2026, 8, 31)), "cause": Cause.EFFICIENCY,
        "paid_months": Months(12, None), "reported": True, "claim_date": date(2026, 9, 15), "paid_through_month": 2,
    }  # fmt: skip
    declared = Declared(**{name: Fact(value, Source.WORKER, DAY) for name, value in said.items()})
    cases.keep_facts(session, SARI, to_json(declared), NOW)

    month, is_jkp = attending.month_of(session, SARI, date(2026, 12, 8))

    assert (month.first, is_jkp) == (date(2026, 11, 15), True)
    assert month.last >= date(2026, 12, 13)


def test_a_discreet_reader_gets_a_cover_without_a_word_about_the_course(session):
    course = bring(session)
    row = ask(session, course, SARI)
    person(session, SARI).discreet = True

    roster.confirm(session, door(session, course), row, NOW)
    seats.tell(session, row, NOW)

    [written] = session.exec(select(Outbox).where(Outbox.person_id == SARI))
    assert "Las dasar" not in str(outbox.read(session, written))


def test_the_provider_is_asked_once_how_a_course_ended_that_is_over(session):
    course = bring(session)
    seated(session, course, SARI)

    for day in (18, 19, 20):
        seats.settle(session, datetime(2026, 12, day, 3, tzinfo=NOW.tzinfo))

    assert notices(session, PROVIDER) == ["course_end"]
