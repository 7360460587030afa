"""The staff menu, and the way into the workers' view."""

from bot.chat.staff.gate import for_staff
from bot.chat.turn import Conversation, Turn
from bot.screens import everywhere
from bot.screens.staff import desk as screens
from bot.services.staff import answering
from bot.store import people
from bot.store.staff import ADMIN, Staff


def desk(turn: Turn) -> bool:
    """Show the staff menu to staff; False for everybody else."""
    member = turn.staff
    if member is None:
        return False
    turn.expect(None)
    waiting = answering.queue(turn.session, member, turn.now)
    held = answering.held(turn.session, member)
    turn.show(screens.desk(turn.texts, member.name, len(waiting), len(held)))
    return True


def more(turn: Turn, member: Staff) -> None:
    """The second page."""
    turn.expect(None)
    turn.show(screens.more(turn.texts, admin=member.role == ADMIN))


def worker_view(turn: Turn) -> None:
    """The menu as workers see it."""
    turn.expect(None)
    turn.show(everywhere.menu(turn.texts, abroad=turn.person.country != people.INDONESIA))


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {"workerview": worker_view, "desk.more": for_staff(more)}
STEPS: dict[str, Conversation] = {}
