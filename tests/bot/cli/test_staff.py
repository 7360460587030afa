"""Staff as an operator adds and takes them away."""

from datetime import UTC, datetime

from sqlmodel import select

from bot.settings import Settings
from bot.store.database import Database
from bot.store.help_requests import HELD, WAITING, HelpRequest
from bot.store.outbox import Outbox
from bot.store.people import Person
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
