"""What a person gathers for the claim: the papers at hand, and, sealed, what their letters are to say."""

import json
from datetime import date
from typing import Any

from sqlalchemy import JSON, BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel


class Dossier(SQLModel, table=True):
    """One person's papers (codes with the day they were ticked) and the sealed details of letters."""

    __tablename__ = "dossier"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    situation: str | None = None  # how the work ended, as far as papers go; None = by the cause that was told
    papers: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # paper -> ISO day
    implied: list[str] = Field(default_factory=list, sa_type=JSON)  # facts of the case that a tick has said
    details: bytes | None = Field(default=None, sa_type=LargeBinary)


def of(session: Session, person_id: int) -> Dossier:
    """Give the dossier, a fresh empty one if there is none."""
    dossier = session.get(Dossier, person_id)
    if dossier is None:
        dossier = Dossier(person_id=person_id)
        session.add(dossier)
        session.flush()
    return dossier


def ticked(session: Session, person_id: int) -> dict[str, date]:
    """Give the papers at hand with the day each was ticked; nothing is written."""
    dossier = session.get(Dossier, person_id)
    return {} if dossier is None else {code: date.fromisoformat(on) for code, on in dict(dossier.papers).items()}


def tick(session: Session, person_id: int, paper: str, on: date) -> None:
    """Keep that a paper is at hand; the first day it was said stays."""
    dossier = of(session, person_id)
    dossier.papers = {paper: on.isoformat(), **dossier.papers}


def untick(session: Session, person_id: int, paper: str) -> None:
    """Keep that a paper is not at hand after all."""
    dossier = of(session, person_id)
    dossier.papers = {code: on for code, on in dossier.papers.items() if code != paper}


def implied(session: Session, person_id: int) -> frozenset[str]:
    """Give the facts of the case that were said by ticking, not in words; nothing is written."""
    dossier = session.get(Dossier, person_id)
    return frozenset() if dossier is None else frozenset(dossier.implied)


def imply(session: Session, person_id: int, fact: str) -> None:
    """Remember that a tick has said a fact, so that taking the tick back takes the fact back."""
    dossier = of(session, person_id)
    dossier.implied = sorted({*dossier.implied, fact})


def imply_no_more(session: Session, person_id: int, fact: str) -> None:
    """Forget that a tick has said a fact."""
    dossier = of(session, person_id)
    dossier.implied = sorted({*dossier.implied} - {fact})


def situation_of(session: Session, person_id: int) -> str | None:
    """Give the situation that the person chose; nothing is written."""
    dossier = session.get(Dossier, person_id)
    return None if dossier is None else dossier.situation


def details_of(session: Session, person_id: int) -> dict[str, Any]:
    """Open what letters are to say; empty when nothing was said yet."""
    dossier = session.get(Dossier, person_id)
    if dossier is None or dossier.details is None:
        return {}
    opened: dict[str, Any] = json.loads(session.info["sealer"].open(dossier.details, _place(person_id)))
    return opened


def keep_details(session: Session, person_id: int, details: dict[str, Any]) -> None:
    """Keep what letters are to say in place of what was said before."""
    of(session, person_id).details = session.info["sealer"].seal(json.dumps(details), _place(person_id))


def _place(person_id: int) -> str:
    return f"dossier.details:{person_id}"
