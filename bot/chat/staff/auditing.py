"""An admin reads what the staff of the own area did; the reading is recorded, too."""

from bot.chat.staff.gate import for_staff
from bot.chat.turn import Conversation, Turn
from bot.screens.staff import auditing as screens
from bot.screens.staff import team as team_screens
from bot.services.staff import auditing, team
from bot.store.staff import Staff


def pressed(turn: Turn, member: Staff) -> None:
    """A button: the newest deeds, or all of them as a file."""
    turn.expect(None)
    if not team.may(member):
        turn.show(team_screens.only_admin(turn.texts))
    elif turn.argument == "csv":
        found = auditing.entries(turn.session, member, turn.now, most=auditing.MOST)
        turn.add(screens.file(turn.texts, auditing.as_csv(found), turn.today))
    else:
        turn.show(screens.shown(turn.texts, auditing.entries(turn.session, member, turn.now), turn.person.zone))


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {"audit": for_staff(pressed)}
STEPS: dict[str, Conversation] = {}
