"""The quick replies of an office, to be read and changed."""

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.staff.replying import NUMBERS, Replies
from bot.texts.catalogue import Raw, Texts, lines


def listed(t: Texts, office: str, replies: Replies) -> Screen:
    """What stands behind each number."""
    shown = (t.say("reply.line", n=number, words=_words(t, number, replies)) for number in NUMBERS)
    rows = (choice(t, "reply.change", "reply.edit", number, n=number) for number in NUMBERS)
    return card(t, lines(t.say("reply.title", office=office), *shown), *rows, choice(t, "desk.held", "held"))


def _words(t: Texts, number: int, replies: Replies) -> str | Raw:
    return dict(enumerate(replies, 1)).get(number, "") or t.say(f"answering.reply.{number}")


def ask(t: Texts, number: int) -> Screen:
    """Wait for the words."""
    return card(t, t.say("reply.ask", n=number), choice(t, "reply.ours", "reply.ours", number), _back(t))


def _back(t: Texts) -> Button:
    return choice(t, "reply.back", "reply")
