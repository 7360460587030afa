"""The trail of staff: what each read or did, about which person or colleague (each person can see their own trail).

`what` is a code: `help_taken`, `help_opened` (a person's request), `case:view` and other words of a person's case,
`staff:...` (deeds on the staff, about `colleague_id`), `import:...`, `rollback:...` (catalogues).
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import BigInteger
from sqlmodel import Field, Session, SQLModel, col, select

OPERATOR = 0  # the staff_id of whoever typed a command on the machine


class AccessLog(SQLModel, table=True):
    """One reading (or changing) of one person's data, or one deed of office, by one member of staff."""

    __tablename__ = "access_log"

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    staff_id: int = Field(sa_type=BigInteger, index=True)
    person_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    what: str
    at: datetime
    colleague_id: int | None = Field(default=None, sa_type=BigInteger, index=True)  # the member it was done to


def note(  # noqa: PLR0913 - who did what to whom, and when
    session: Session,
    staff_id: int,
    person_id: int | None,
    what: str,
    now: datetime,
    *,
    colleague_id: int | None = None,
) -> None:
    """Leave a trace of a reading or a deed, about a person or about a colleague."""
    session.add(AccessLog(staff_id=staff_id, person_id=person_id, what=what, at=now, colleague_id=colleague_id))


def trail(session: Session, person_id: int, most: int = 20) -> list[AccessLog]:
    """Give who looked at this person's data, newest first."""
    return list(
        session.exec(
            select(AccessLog).where(AccessLog.person_id == person_id).order_by(col(AccessLog.at).desc()).limit(most)
        )
    )


def recent(session: Session, staff_ids: Sequence[int], most: int) -> list[AccessLog]:
    """Give the deeds of these members, or done to them, newest first."""
    query = select(AccessLog).where(col(AccessLog.staff_id).in_(staff_ids) | col(AccessLog.colleague_id).in_(staff_ids))
    return list(session.exec(query.order_by(col(AccessLog.at).desc(), col(AccessLog.id)).limit(most)))
