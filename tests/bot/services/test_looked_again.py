"""A look at the catalogue's log costs two short questions while nothing happened, and misses no roll-back."""

from datetime import UTC, datetime

from sqlalchemy import event

from bot.services import changes
from intake.reading import read
from labour_market.importing import VACANCIES

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def bring(session, wage):
    file = f"id;judul;lokasi;gaji\nK1;Kasir;Kota Bekasi;{wage}\n"
    return VACANCIES.apply(session, VACANCIES.preview(session, read(file.encode()), "Bursa"), now=NOW).version


def whole_log(session, asked):
    """How often the log was read as a whole in one look."""
    asked.clear()
    changes.look(session, NOW, "Asia/Jakarta")
    return len([one for one in asked if "import_version.number, import_version.rolled_back" in one])


def test_the_log_is_read_only_after_an_import_or_a_roll_back(session):
    asked = []

    def note(*args):
        asked.append(args[2])

    event.listen(session.get_bind(), "before_cursor_execute", note)
    found = []
    for wage in (3_000_000, 4_000_000):
        version = bring(session, wage)
        found += [whole_log(session, asked) for _time in range(2)]
    VACANCIES.roll_back(session, version)
    found += [whole_log(session, asked) for _time in range(2)]
    bring(session, 5_000_000)
    found += [whole_log(session, asked) for _time in range(2)]
    event.remove(session.get_bind(), "before_cursor_execute", note)

    assert found == [1, 0] * 4
