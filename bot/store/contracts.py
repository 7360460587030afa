"""The end of a migrant worker's contract, which lives in the reminders planned for it."""

from datetime import date

from sqlmodel import Session, col, select

from bot.store.reminders import CANCELLED, NOT_NEEDED, Reminder, known

TOPICS = ("contract_end", "coverage_lapse")


def ends_on(session: Session, person_id: int) -> date | None:
    """Give the end of the contract that the person told us last; None when there is none."""
    row = session.exec(
        select(Reminder).where(
            Reminder.person_id == person_id, Reminder.topic == TOPICS[0], Reminder.state != CANCELLED
        )
    ).first()
    return row.deadline if row is not None else None


def replace(session: Session, person_id: int, end: date | None) -> None:
    """Take back every reminder about another end of the contract than this one."""
    rows = session.exec(select(Reminder).where(Reminder.person_id == person_id, col(Reminder.topic).in_(TOPICS)))
    for row in rows:
        if row.deadline != end:
            row.state = CANCELLED


def keep_missed(session: Session, reminder: Reminder) -> None:
    """Keep a reminder whose moment has passed, so that the end of the contract stays known; one that was sent stays."""
    row = known(session, reminder.person_id, reminder.topic, reminder.occurrence)
    if row is None:
        reminder.state = NOT_NEEDED
        session.add(reminder)
        session.flush()
    elif row.state == CANCELLED:
        row.state = NOT_NEEDED
