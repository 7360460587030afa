"""Who is affected when a course changes: everybody who said that they want it, or asked for a seat in it."""

from collections.abc import Sequence

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from bot.services.courses import MARK
from bot.store.applications import SAVED, Application, Feedback
from bot.store.registrations import ALIVE, Registration
from intake.catalogue import chunks


def affected(session: Session, course_id: int | str) -> tuple[int, ...]:
    """Give the people who want this course or applied for it and did not take it back, each once."""
    return by_course(session, [str(course_id)]).get(str(course_id), ())


def by_course(session: Session, course_ids: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Give the people by course, for the courses that anybody wants."""
    found: dict[str, set[int]] = {}
    for chunk in chunks(MARK + one for one in course_ids):
        wanted = select(Feedback.offer_id, Feedback.person_id).where(
            col(Feedback.offer_id).in_(chunk), Feedback.verdict == SAVED, col(Feedback.undone_at).is_(None)
        )
        applied = select(Application.vacancy_id, Application.person_id).where(
            col(Application.vacancy_id).in_(chunk), col(Application.undone_at).is_(None)
        )
        for marked, person_id in (*session.exec(wanted), *session.exec(applied)):
            found.setdefault(str(marked).removeprefix(MARK), set()).add(person_id)
        for course_id, person_id in session.exec(_registered(chunk)):
            found.setdefault(str(course_id), set()).add(person_id)
    return {course: tuple(sorted(people)) for course, people in found.items()}


def _registered(marked: Sequence[str]) -> Select[int, int]:
    """Ask who has, or waits for, a seat in these courses."""
    numbers = [int(one.removeprefix(MARK)) for one in marked if one.removeprefix(MARK).isdecimal()]
    return select(Registration.course_id, Registration.person_id).where(
        col(Registration.course_id).in_(numbers), col(Registration.state).in_(ALIVE)
    )
