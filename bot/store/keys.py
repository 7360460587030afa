"""A sealed known word, so that a lost or wrong key is noticed before it does harm."""

from sqlalchemy import LargeBinary
from sqlmodel import Field, Session, SQLModel

from jkp.membership.sealed import SealError

WORD = "kerjalagi"


class KeyCheck(SQLModel, table=True):
    """One row: the known word, sealed with the key this database was written with."""

    __tablename__ = "key_check"

    id: int = Field(default=1, primary_key=True)
    word: bytes = Field(sa_type=LargeBinary)
    key_id: str


def fits(session: Session) -> bool | None:
    """Whether our keys open this database; None when nothing was sealed yet."""
    row = session.get(KeyCheck, 1)
    if row is None:
        return None
    try:
        return bool(session.info["sealer"].open(row.word, "key_check.word:1") == WORD)
    except SealError:
        return False


def remember(session: Session) -> None:
    """Seal the known word with the current key."""
    sealer = session.info["sealer"]
    session.merge(KeyCheck(id=1, word=sealer.seal(WORD, "key_check.word:1"), key_id=sealer.key_id))
