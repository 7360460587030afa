"""The staff menu: the day first, the rest on a second page."""

from bot.screens.frame import card, choice
from bot.screens.screen import Screen
from bot.texts.catalogue import Texts, lines


def desk(t: Texts, name: str, waiting: int, held: int) -> Screen:
    """What a member of staff does most."""
    text = lines(t.say("desk.hello", name=name), t.say("desk.numbers", waiting=waiting, held=held))
    return card(
        t,
        text,
        choice(t, "desk.today", "day"),
        choice(t, "desk.queue", "queue"),
        choice(t, "desk.clients", "load"),
        choice(t, "posting.open", "post.how"),
        choice(t, "bc.menu", "bc.home"),
        choice(t, "desk.more", "desk.more"),
    )


def more(t: Texts, *, admin: bool = False) -> Screen:
    """The rest of it."""
    return card(
        t,
        t.say("desk.others"),
        choice(t, "desk.held", "held"),
        choice(t, "desk.chain", "chain"),
        *((choice(t, "catalogue.open", "cat.how"),) if admin else ()),
        choice(t, "desk.team" if admin else "team.mine_away", "team"),
        choice(t, "desk.worker", "workerview"),
        choice(t, "desk.back", "menu"),
    )
