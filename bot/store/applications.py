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

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)  # short: buttons carry it
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


def who_applied(session: Session, vacancy_id: str) -> set[int]:
    """Give the people who logged an application for this vacancy and did not undo it."""
    applied = select(Application.person_id).where(
        Application.vacancy_id == vacancy_id, Application.kind == APPLICATION, col(Application.undone_at).is_(None)
    )
    return set(session.exec(applied))


def feedback(session: Session, person_id: int, verdict: str) -> list[Feedback]:
    """Give what the person saved or refused and did not take back, newest first."""
    return list(
        session.exec(
            select(Feedback)
            .where(Feedback.person_id == person_id, Feedback.verdict == verdict, col(Feedback.undone_at).is_(None))
            .order_by(col(Feedback.at).desc())
        )
    )


def own(session: Session, person_id: int, application_id: str) -> Application | None:
    """Give one logged thing if it is this person's, undone or not."""
    row = session.get(Application, application_id)
    return row if row is not None and row.person_id == person_id else None


def said_of(session: Session, person_id: int, offer_id: str) -> Feedback | None:
    """Give what the person says about an offer and did not take back."""
    row = session.get(Feedback, (person_id, offer_id))
    return row if row is not None and row.undone_at is None else None


def say(session: Session, said: Feedback) -> None:
    """Keep what the person says about an offer in place of what they said before."""
    session.merge(said)
    session.flush()


def take_back(session: Session, person_id: int, offer_id: str, now: datetime) -> None:
    """Take back what was said about an offer; it stays, marked."""
    row = said_of(session, person_id, offer_id)
    if row is not None:
        row.undone_at = now
