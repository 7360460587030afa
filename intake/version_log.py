"""The numbered log of what was imported: which version is the newest, which one may be rolled back."""

from datetime import datetime

from sqlmodel import Session, col, func, select

from intake.errors import NotNewest, Overtaken
from intake.preview import Preview
from intake.tables import ImportVersion


def newest(session: Session, catalogue: str) -> int:
    """Give the number of the catalogue's last version, rolled back or not; 0 before the first."""
    statement = select(func.max(ImportVersion.number)).where(ImportVersion.catalogue == catalogue)
    return session.exec(statement).one() or 0


def newest_standing(session: Session, catalogue: str, number: int) -> ImportVersion:
    """Give the version with this number, which must be the last one that was not rolled back.

    Raises:
        NotNewest: a later version stands on it, or there is no such version.
    """
    last = last_standing(session, catalogue)
    if last is None or last.number != number:
        raise NotNewest(f"{catalogue} {number}")
    return last


def last_standing(session: Session, catalogue: str) -> ImportVersion | None:
    """Give the last version that was not rolled back: the only one that can be."""
    mine = (ImportVersion.catalogue == catalogue, col(ImportVersion.rolled_back).is_(False))
    return session.exec(select(ImportVersion).where(*mine).order_by(col(ImportVersion.number).desc()).limit(1)).first()


def check_standing(session: Session, preview: Preview) -> None:
    """Make sure that nothing was imported since a preview was made.

    Raises:
        Overtaken: the catalogue has another version than the one that the preview was made from.
    """
    if newest(session, preview.kind) != preview.standing:
        raise Overtaken(preview.kind)


def record(
    session: Session, preview: Preview, now: datetime, seen: dict[str, list[int]], title: str = ""
) -> ImportVersion:
    """Write the next version of a catalogue into the log. `seen` maps old `last_seen` moments to unchanged rows."""
    version = ImportVersion(catalogue=preview.kind, number=preview.standing + 1, applied_at=now, seen=seen, title=title)
    session.add(version)
    session.flush()
    return version
