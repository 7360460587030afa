"""Other natural keys under which a row is known: it was renamed or moved here, or two spellings were said to be one."""

from collections.abc import Iterable, Mapping

from sqlalchemy import UniqueConstraint, delete
from sqlmodel import Field, Session, SQLModel, col, select

from intake.catalogue import chunks


class ImportAlias(SQLModel, table=True):
    """One natural key that means the row with another key; gone when its version is rolled back."""

    __tablename__ = "import_alias"
    __table_args__ = (UniqueConstraint("catalogue", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    catalogue: str
    key: str
    row_key: str
    version: int


def known(session: Session, catalogue: str, keys: Iterable[str]) -> dict[str, str]:
    """Give, of these keys, those that mean another row, with that row's key."""
    found: dict[str, str] = {}
    for chunk in chunks(keys):
        query = select(ImportAlias).where(ImportAlias.catalogue == catalogue, col(ImportAlias.key).in_(chunk))
        found.update((alias.key, alias.row_key) for alias in session.exec(query))
    return found


def remember(session: Session, catalogue: str, pairs: Mapping[str, str], version: int) -> None:
    """Keep that each key means the row with the other key."""
    standing = known(session, catalogue, pairs)
    rows = (
        ImportAlias(catalogue=catalogue, key=key, row_key=row_key, version=version)
        for key, row_key in pairs.items()
        if key not in standing and key != row_key
    )
    session.add_all(rows)
    session.flush()


def forget(session: Session, catalogue: str, version: int) -> None:
    """Forget what was remembered with a version."""
    session.execute(
        delete(ImportAlias).where(col(ImportAlias.catalogue) == catalogue, col(ImportAlias.version) == version)
    )
