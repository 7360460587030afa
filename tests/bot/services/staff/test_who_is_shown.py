"""Lists of a broadcast: only who is shown leaves a trace, a number shown is noted, many are asked about at once."""

from crowds import BUDI, MORNING, broadcast, counselor, worker
from sqlalchemy import event
from sqlmodel import select

from bot.outbox import progress
from bot.services.staff import broadcast_report as reports
from bot.store import broadcasts, phones, waves
from bot.store.access_log import AccessLog
from bot.store.broadcasts import FAILED, RUNNING, SENT, Recipient
from bot.store.outbox import Outbox
from bot.store.staff import Staff
from intake.reading import read


def sent(session, count, **more):
    """A broadcast that these people got; the counselor Budi wrote it."""
    member = counselor(session)
    row = broadcast(session, state=RUNNING, wave=1)
    for number in range(1, count + 1):
        worker(session, number)
    broadcasts.put_people(session, row.id, [(number, None) for number in range(1, count + 1)])
    for one in broadcasts.people_of(session, row.id):
        one.wave, one.state, one.sent_at = 1, more.get("state", SENT), MORNING
        one.reason, one.yes = more.get("reason", ""), more.get("yes")
    session.flush()
    return member, row


def traces(session, what):
    return sorted(one.person_id for one in session.exec(select(AccessLog).where(AccessLog.what == what)))


def test_only_who_stands_on_the_card_leaves_a_trace(session):
    member, row = sent(session, 30, yes=True)

    listed = reports.yes_list(session, member, row, MORNING)

    assert (len(listed.people), listed.total) == (20, 30)
    assert traces(session, "broadcast:answers") == list(range(1, 21))


def test_a_number_that_is_shown_is_noted_as_such(session):
    member, row = sent(session, 2, state=FAILED, reason="blocked")
    phones.give(session, 2, "+6281200000000", MORNING)

    listed = reports.phone_list(session, member, row, MORNING)

    assert [one.phone for one in listed.people] == ["", "+6281200000000"]
    assert traces(session, "case:phone") == [2]


def test_the_file_of_many_costs_a_handful_of_questions(session):
    member, row = sent(session, 60)
    session.expire_all()
    asked = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *args: asked.append(args[2]))

    rows = read(reports.as_csv(session, member, row, MORNING))

    assert len(rows) == 60
    assert len([one for one in asked if one.startswith("SELECT")]) < 12


def test_whoever_moved_out_of_the_area_is_neither_listed_nor_counted(session):
    member, row = sent(session, 3, yes=True)
    worker(session, 9, region="32.15")
    session.add(Recipient(broadcast_id=row.id, person_id=9, rank=9, wave=1, state=SENT, yes=True))
    session.flush()

    listed = reports.yes_list(session, member, row, MORNING)

    assert ([one.person_id for one in listed.people], listed.total) == ([1, 2, 3], 3)


def test_the_progress_card_stops_with_the_role_of_its_author(session):
    _member, row = sent(session, 2)
    session.get(Staff, BUDI).active = False
    session.flush()

    assert progress.refresh(session, row, MORNING) is False
    assert session.exec(select(Outbox)).all() == []


def test_a_card_that_the_person_opened_alone_is_not_made_a_broadcast(session):
    _member, row = sent(session, 1)
    row.kind, row.offer_id = "vacancy", "7"
    sides = {"person_id": 1, "state": "sent", "due_at": MORNING, "created_at": MORNING, "shows": "vacancy:7"}
    session.add(Outbox(topic=broadcasts.TOPIC, occurrence=row.id, message_id=50, **sides))
    session.add(Outbox(message_id=51, **sides))
    session.flush()

    waves.change_cards(session, row, MORNING)

    changed = session.exec(select(Outbox.target).where(Outbox.method == "edit")).all()
    assert changed == [50]
