"""Staff look after what they published: /lowongansaya, filled, closed, taken back."""

from bot.chat.staff.gate import for_staff
from bot.chat.turn import Conversation, Turn
from bot.screens.staff import posted as screens
from bot.services.staff import posted as services
from bot.store.offer_changes import What
from bot.store.staff import Staff

FIND = "post.find"


def mine(turn: Turn, member: Staff) -> None:
    """My vacancies."""
    turn.expect(None)
    turn.show(screens.mine(turn.texts, services.mine(turn.session, member, turn.today)))


def ask(turn: Turn, _member: Staff) -> None:
    """Wait for the words of another vacancy."""
    turn.expect(FIND)
    turn.show(screens.ask(turn.texts))


def find(turn: Turn, member: Staff) -> None:
    """Vacancies of the own area by words; more words search again."""
    turn.expect(FIND)
    found = services.look_for(turn.session, member, turn.said.text, shelf=turn.deps.shelf, day=turn.today)
    turn.show(screens.found(turn.texts, found))


def one(turn: Turn, member: Staff) -> None:
    """One vacancy."""
    found = services.one(turn.session, member, turn.argument, turn.today)
    turn.show(screens.said(turn.texts, "gone") if found is None else screens.one(turn.texts, found))


def end(turn: Turn, member: Staff) -> None:
    """Filled, or closed: out of every search at once, and every card that shows it will say so."""
    vacancy_id, _, what = turn.argument.partition(".")
    found = services.close(turn.session, member, vacancy_id, What(what), day=turn.today, now=turn.now)
    turn.show(screens.said(turn.texts, "not_yours") if found is None else screens.one(turn.texts, found))


def take_back(turn: Turn, member: Staff) -> None:
    """As if it had never been published."""
    taken = services.take_back(turn.session, member, turn.argument, turn.now)
    turn.show(screens.said(turn.texts, "taken_back" if taken else "gone"))


COMMANDS: dict[str, Conversation] = {"lowongansaya": for_staff(mine), "myvacancies": for_staff(mine)}
BUTTONS: dict[str, Conversation] = {
    "post.mine": for_staff(mine), "post.one": for_staff(one), "post.end": for_staff(end),
    "post.back": for_staff(take_back), "post.find": for_staff(ask),
}  # fmt: skip
STEPS: dict[str, Conversation] = {FIND: for_staff(find)}
