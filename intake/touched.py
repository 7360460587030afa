"""Which rows of a catalogue changed lately: what a reader has to look at again to be up to date."""

from sqlmodel import Session, col, func, select

from intake.tables import ImportChange, ImportVersion


def touched_since(session: Session, catalogue: str, number: int, *, most: int) -> list[int] | None:
    """Give the ids of all rows that may differ from how they stood when `number` was the newest version.

    A row counts when a later version touched it, or when a version that stood then was rolled back since. None when
    there are more than `most`: reading everything is cheaper then.
    """
    mine = ImportVersion.catalogue == catalogue
    # only the newest standing version can be rolled back: what is at or below the newest that stands is as it was
    standing = select(func.max(ImportVersion.number)).where(
        mine, ImportVersion.number <= number, col(ImportVersion.rolled_back).is_(False)
    )
    floor = session.exec(standing).one() or 0
    rows = (
        select(ImportChange.row_id)
        .join(ImportVersion, col(ImportVersion.id) == col(ImportChange.version_id))
        .where(mine, ImportVersion.number > floor)
        .distinct()
        .limit(most + 1)
    )
    found = list(session.exec(rows))
    return sorted(found) if len(found) <= most else None
