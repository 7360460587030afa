"""An advertisement that was checked becomes vacancies: its fields as the row of a file, through the same import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from intake.preview import Preview
from intake.problems import Problem, RawRow
from intake.tables import Status
from labour_market.adverts.field import Name
from labour_market.adverts.places import place_as_written
from labour_market.importing import VACANCIES
from labour_market.tables import Vacancy

DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Signed:
    """Who hands the advertisement in: the office as its source, the member and the day as its verifier."""

    source: str
    verified_by: str
    day: date


def rows(
    key: str, positions: Sequence[str], fields: Mapping[Name, str], description: str, signed: Signed
) -> list[RawRow]:
    """Write one row of a vacancy file for each position."""
    shared = {name.value: value for name, value in fields.items() if value}
    shared |= {"source": signed.source, DESCRIPTION: description, "posted": signed.day.isoformat(),
               "verified_by": signed.verified_by, "verified_on": signed.day.isoformat()}  # fmt: skip
    if Name.PLACE in fields:
        shared[Name.PLACE.value] = place_as_written(fields[Name.PLACE])
    return [
        RawRow(number, {**shared, "id": f"{key}-{number}", Name.TITLE.value: title})
        for number, title in enumerate(positions, start=1)
    ]


def problems(session: Session, written: Sequence[RawRow], source: str) -> tuple[Problem, ...]:
    """Say what is wrong with the rows, before they are published."""
    return VACANCIES.preview(session, written, source).problems


def publish(session: Session, written: Sequence[RawRow], source: str, now: datetime) -> tuple[int | None, list[int]]:
    """Import the rows as one version; gives the version and the ids of the vacancies, which are open from now on."""
    preview: Preview = VACANCIES.preview(session, written, source)
    applied = VACANCIES.apply(session, preview, now=now)
    keys = [row.key for row in (*preview.difference.new, *preview.difference.unchanged)]
    keys += [change.row.key for change in preview.difference.changed]
    found = session.exec(select(Vacancy.id).where(col(Vacancy.key).in_(keys), Vacancy.status == Status.OPEN.value))
    return applied.version, sorted(one for one in found if one is not None)
