"""Which rows of a catalogue changed lately: what a reader has to look at again to be up to date."""

from sqlmodel import Session, col, select

from intake.tables import ImportChange, ImportVersion
from intake.version_log import newest


def standing(session: Session, catalogue: str, upto: int | None = None) -> int:
    """Give the number of the newest version that was not rolled back, of those up to a number; 0 if there is none.

    Together with `newest` it tells of every import and every roll-back. Asked from the newest on: a version carries a
    long list of what it saw, and looking through all of them every few seconds would be slow.
    """
    query = select(ImportVersion.number).where(
        ImportVersion.catalogue == catalogue, col(ImportVersion.rolled_back).is_(False)
    )
    if upto is not None:
        query = query.where(ImportVersion.number <= upto)
    return session.exec(query.order_by(col(ImportVersion.number).desc()).limit(1)).first() or 0


def touched_since(session: Session, catalogue: str, number: int, *, most: int) -> list[int] | None:
    """Give the ids of all rows that may differ from how they stood when `number` was the newest version.

    A row counts when a later version touched it, or when a version that stood then was rolled back since. None when
    there are more than `most`: reading everything is cheaper then.
    """
    # only the newest standing version can be rolled back: what is at or below the newest that stands is as it was
    floor = standing(session, catalogue, number)
    if floor == newest(session, catalogue):
        return []
    rows = (
        select(ImportChange.row_id)
        .join(ImportVersion, col(ImportVersion.id) == col(ImportChange.version_id))
        .where(ImportVersion.catalogue == catalogue, ImportVersion.number > floor)
        .distinct()
        .limit(most + 1)
    )
    found = list(session.exec(rows))
    return sorted(found) if len(found) <= most else None
