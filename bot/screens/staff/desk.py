"""The staff menu."""

from bot.screens.frame import card, choice
from bot.screens.screen import Screen
from bot.texts.catalogue import Texts, lines


def desk(t: Texts, name: str, waiting: int, held: int, *, admin: bool = False) -> Screen:
    """What a member of staff can do."""
    text = lines(t.say("desk.hello", name=name), t.say("desk.numbers", waiting=waiting, held=held))
    return card(
        t,
        text,
        choice(t, "desk.queue", "queue"),
        choice(t, "desk.held", "held"),
        *((choice(t, "catalogue.open", "cat.how"),) if admin else ()),
        choice(t, "desk.worker", "workerview"),
    )
