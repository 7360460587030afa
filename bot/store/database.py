"""One transaction per use case: opens a session, commits when the function returns, rolls back when it raises."""

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session

from jkp.membership.sealed import Sealer

P = ParamSpec("P")
T = TypeVar("T")

THREADS = 8
TRIES = 4
BUSY_SECONDS = 20
_SQLITE = {"timeout": BUSY_SECONDS, "check_same_thread": False}


def engine_for(url: str) -> Engine:
    """Open SQLite (WAL, every commit on disk) or PostgreSQL (through psycopg), by the address.

    What a failed statement was about stays out of its error, and so out of every log.
    """
    if url.startswith("sqlite"):
        engine = create_engine(url, connect_args=_SQLITE, hide_parameters=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    address = url.replace("postgresql://", "postgresql+psycopg://", 1)
    return create_engine(address, pool_size=THREADS, max_overflow=4, pool_pre_ping=True, hide_parameters=True)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, so that a writer waits instead of failing half-way
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """Open an engine for a while."""
    engine = engine_for(url)
    try:
        yield engine
    finally:
        engine.dispose()


class Database:
    """The one door to the rows. Sessions carry the sealer, so that stores can seal and open what they keep."""

    def __init__(self, url: str, sealer: Sealer) -> None:
        self.engine = engine_for(url)
        self.sealer = sealer
        threads = THREADS if self.is_postgres else 1  # SQLite has one writer: a fair line beats eight that try again
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="database")

    @property
    def is_postgres(self) -> bool:
        """Whether several processes may share it."""
        return self.engine.dialect.name == "postgresql"

    def run(self, function: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a use case in one transaction; a lost connection, a deadlock or a lost race is tried again."""
        for attempt in range(1, TRIES + 1):
            try:
                with Session(self.engine, expire_on_commit=False) as session, session.begin():
                    session.info["sealer"] = self.sealer
                    return function(session, *args, **kwargs)
            except (OperationalError, IntegrityError):  # the second: two replicas met the same person first
                if attempt == TRIES:
                    raise
                time.sleep(0.05 * 2**attempt * (1 + random.random()))  # noqa: S311 - spreading retries is no secret
        raise AssertionError("unreachable: the last try returns or raises")

    async def do(self, function: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a use case on a thread, so that the doors stay open meanwhile."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: self.run(function, *args, **kwargs))

    def close(self) -> None:
        """Wait for the running use cases and let go of the connections."""
        self._threads.shutdown(wait=True)
        self.engine.dispose()
