"""What a person did with offers: applied, was called, saved, refused. Undone things stay, marked."""

from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import BigInteger
from sqlmodel import Field, Session, SQLModel, col, select

APPLICATION, CALL = "application", "call"
SAVED, REFUSED = "saved", "refused"


class Application(SQLModel, table=True):
    """One application or one call for a test or interview; it counts for the month it falls in."""

    __tablename__ = "application"

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    person_id: int = Field(sa_type=BigInteger, index=True)
    kind: str = APPLICATION
    vacancy_id: str | None = None
    title: str = ""
    employer: str = ""
    on: date
    logged_at: datetime
    undone_at: datetime | None = None


class Feedback(SQLModel, table=True):
    """What the person said about an offer: saved it, or refused it with a reason."""

    __tablename__ = "feedback"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    offer_id: str = Field(primary_key=True)
    verdict: str
    reason: str = ""
    at: datetime
    undone_at: datetime | None = None


def find(session: Session, person_id: int, vacancy_id: str, kind: str = APPLICATION) -> Application | None:
    """Give the logged application for this vacancy, undone or not."""
    return session.exec(
        select(Application).where(
            Application.person_id == person_id, Application.vacancy_id == vacancy_id, Application.kind == kind
        )
    ).first()


def standing(session: Session, person_id: int) -> list[Application]:
    """Give everything logged and not undone, newest first."""
    return list(
        session.exec(
            select(Application)
            .where(Application.person_id == person_id, col(Application.undone_at).is_(None))
            .order_by(col(Application.on).desc(), col(Application.logged_at).desc())
        )
    )


def feedback(session: Session, person_id: int, verdict: str) -> list[Feedback]:
    """Give what the person saved or refused and did not take back, newest first."""
    return list(
        session.exec(
            select(Feedback)
            .where(Feedback.person_id == person_id, Feedback.verdict == verdict, col(Feedback.undone_at).is_(None))
            .order_by(col(Feedback.at).desc())
        )
    )
