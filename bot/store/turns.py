"""Whose turn it is to send in bulk: of many replicas one, held by a lock that dies with its process."""

from contextlib import suppress

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

BULK_LOCK = 7_316_002  # any number, the same in every process of this product


class Turn:
    """A session's advisory lock on PostgreSQL; SQLite has one process, whose turn it always is."""

    def __init__(self, engine: Engine, number: int = BULK_LOCK) -> None:
        self._engine = engine
        self._number = number
        self._connection: Connection | None = None

    def hold(self) -> bool:
        """Whether it is our turn, after trying to take it; asks the database each time, so a lost one is noticed."""
        if self._engine.dialect.name != "postgresql":
            return True
        try:
            if self._connection is None:
                return self._take()
            self._connection.execute(text("SELECT 1"))
        except SQLAlchemyError:
            self.leave()
            return False
        return True

    def _take(self) -> bool:
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        taken = bool(connection.execute(text(f"SELECT pg_try_advisory_lock({self._number})")).scalar())
        if taken:
            self._connection = connection
        else:
            connection.close()
        return taken

    @property
    def is_new(self) -> bool:
        """Whether we do not hold it yet: whoever takes it anew also takes over what the one before held."""
        return self._connection is None

    def leave(self) -> None:
        """Let the next one have it."""
        if self._connection is None:
            return
        with suppress(SQLAlchemyError):
            self._connection.execute(text(f"SELECT pg_advisory_unlock({self._number})"))
        self._connection.invalidate()  # where that failed, the lock ends with the session
        self._connection.close()
        self._connection = None
