"""Closing one vacancy, as a version of its catalogue like any other change: it can be seen and taken back."""

from datetime import datetime

from sqlmodel import Session

from intake.difference import Difference, Gone
from intake.errors import NotNewest
from intake.preview import Preview
from intake.tables import Status
from intake.version_log import newest
from labour_market.importing import VACANCIES
from labour_market.tables import Vacancy


def close(session: Session, vacancy_id: str, now: datetime) -> int | None:
    """Close a vacancy; gives the version, None when it is not open (closed already, or unknown)."""
    vacancy = session.get(Vacancy, int(vacancy_id)) if vacancy_id.isdecimal() else None
    if vacancy is None or vacancy.status != Status.OPEN.value:
        return None
    name = VACANCIES.catalogue.name
    gone = Difference(closing=(Gone(vacancy.key, vacancy.title),))
    return VACANCIES.apply(session, Preview(name, gone, standing=newest(session, name)), now=now, complete=True).version


def take_back(session: Session, version: int) -> bool:
    """Undo a version; False when a later one stands on it."""
    try:
        VACANCIES.roll_back(session, version)
    except NotNewest:
        return False
    return True
