"""A member of staff leaves: those whom she held wait again."""

from sqlmodel import Session

from bot.services import human
from bot.store import help_requests, people
from bot.store.staff import Staff


def leave(session: Session, staff_id: int) -> tuple[str, ...] | None:
    """Take the role away and put every held request back into the queue; gives their ids, None for nobody of ours."""
    member = session.get(Staff, staff_id)
    if member is None:
        return None
    member.active = False
    freed = help_requests.held_by(session, staff_id)
    for request in freed:
        people.lock(session, request.person_id)  # the worker before the request, as everywhere
        human.free(session, request)
    session.flush()
    return tuple(request.id for request in freed)
