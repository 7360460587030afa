"""The door of the staff rooms: the role is asked at every step; for everybody else the button does not exist."""

from collections.abc import Callable

from bot.chat.turn import Conversation, Turn
from bot.screens import everywhere
from bot.services.staff import seat
from bot.services.staff.seat import Seat
from bot.store import people
from bot.store.staff import Staff

Deed = Callable[[Turn, Staff], None]
SeatedDeed = Callable[[Turn, Seat], None]


def for_staff(deed: Deed) -> Conversation:
    """Let staff in; for everybody else the command or button does not exist."""

    def conversation(turn: Turn) -> None:
        member = turn.staff
        if member is None:
            abroad = turn.person.country != people.INDONESIA
            turn.show(everywhere.not_understood(turn.texts, "button", abroad=abroad))
        else:
            deed(turn, member)

    return conversation


def seated(deed: SeatedDeed) -> Conversation:
    """Let staff in with their seat of the day: the own people, and those of colleagues who are away."""
    return for_staff(lambda turn, member: deed(turn, seat.take(turn.session, member, turn.now)))


def number(text: str) -> int:
    """Read the number of a person in a button; 0, which is nobody, for anything else."""
    return int(text) if text.isdecimal() else 0
