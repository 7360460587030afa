"""Staff as an operator adds and takes them away."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.deps import Clock
from bot.settings import Settings
from bot.store.database import Database
from bot.store.help_requests import HELD, WAITING, HelpRequest
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.profiles import WorkProfile
from jkp.membership.sealed import Sealer

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BUDI, RINA, SARI = 50, 51, 7


def test_staff_who_are_taken_away_leave_nobody_held(command, addresses):
    address = addresses("sqlite")
    settings = {"KERJALAGI_DATABASE_URL": address}
    command("migrate", **settings)
    database = Database(address, Sealer(Settings(_env_file=None).secret_keys))

    def fill(session):
        session.add_all(Person(id=one, created_at=NOW, seen_at=NOW) for one in (BUDI, RINA, SARI))
        request = HelpRequest(person_id=SARI, opened_at=NOW, answer_by=NOW, taken_at=NOW)
        request.state, request.counselor_id = HELD, BUDI
        session.add(request)

    database.run(fill)
    for number, name in ((BUDI, "Pak Budi"), (RINA, "Bu Rina")):
        command("staff", "add", str(number), "--role", "counselor", "--name", name)

    code, out, _err = command("staff", "off", str(BUDI))

    request = database.run(lambda session: session.exec(select(HelpRequest)).one())
    told = database.run(lambda session: {row.person_id for row in session.exec(select(Outbox))})
    database.close()
    assert (code, out) == (0, "done\n")
    assert (request.state, request.counselor_id) == (WAITING, None)
    assert told == {RINA, SARI}


def test_a_name_that_would_not_fit_before_a_message_is_refused(command, addresses):
    command("migrate", KERJALAGI_DATABASE_URL=addresses("sqlite"))

    code, _out, err = command("staff", "add", "1", "--role", "admin", "--name", "x" * 65)

    assert code == 2
    assert "longer than 64" in err


@pytest.fixture
def house(command, addresses):
    """An office with two counselors of one province and a talk held by the first."""
    address = addresses("sqlite")
    command("migrate", KERJALAGI_DATABASE_URL=address)
    database = Database(address, Sealer(Settings(_env_file=None).secret_keys))

    def fill(session):
        session.add_all(Person(id=one, created_at=NOW, seen_at=NOW) for one in (BUDI, RINA, SARI))
        request = HelpRequest(person_id=SARI, opened_at=NOW, answer_by=NOW, taken_at=NOW)
        request.state, request.counselor_id = HELD, BUDI
        session.add(request)
        session.add(WorkProfile(person_id=SARI, region="33.11"))

    database.run(fill)
    for number, name, area in ((BUDI, "Pak Budi", "33.11"), (RINA, "Bu Rina", "33.12")):
        command("staff", "add", str(number), "--role", "counselor", "--name", name, "--area", area)
    yield database
    database.close()


def holder(house):
    return house.run(lambda session: session.exec(select(HelpRequest)).one().counselor_id)


def test_an_operator_enters_days_away_and_ends_them(command, house):
    today = Clock().now().date()
    days = ("--from", str(today), "--to", str(today + timedelta(days=3)))

    wrong = command("staff", "absent", str(BUDI), "--from", "besok", "--to", "lusa")
    entered = command("staff", "absent", str(BUDI), *days, "--stand-in", str(RINA))
    during = holder(house)
    listed = command("staff", "list")[1]
    back = command("staff", "absent", str(BUDI), "--back")

    assert (wrong[0], "2026-12-01" in wrong[2]) == (2, True)
    assert (entered[0], during, back[0], holder(house)) == (0, RINA, 0, BUDI)
    assert f"away {today}.." in listed
    assert "Bu Rina" in listed.splitlines()[1]


def test_an_operator_moves_ends_a_lost_telephone_and_reads_the_record(command, house, tmp_path):
    moved = command("staff", "move", str(BUDI), "--area", "33.72", "--name", "Pak Budi Baru", "--trial")
    unknown = command("staff", "move", "99", "--office", "Disnaker Contoh")
    bad = command("staff", "move", str(BUDI), "--area", "99.99")
    lost = command("staff", "lost", str(BUDI))
    link = command("staff", "invite", "--role", "counselor", "--name", "Bu Ani", "--area", "33.11")
    record = command("staff", "audit", "--member", str(BUDI))
    file = command("staff", "audit", "--output", str(tmp_path / "catatan.csv"))

    assert [one[0] for one in (moved, unknown, bad, lost, link, record, file)] == [0, 1, 2, 0, 0, 0, 0]
    assert lost[1].startswith("/start staf-")  # no token here, so no name of the bot for a link
    assert "for Pak Budi Baru" in lost[1]
    assert {line.split("\t")[2] for line in record[1].splitlines()} == {
        "staff:audit", "staff:invite:counselor", "staff:lost", "staff:trial_on", "staff:name", "staff:area:33.72",
        "staff:added:counselor",
    }  # fmt: skip
    assert b"staff:lost" in (tmp_path / "catatan.csv").read_bytes()
    assert "Pak Budi" not in command("staff", "list")[1]
