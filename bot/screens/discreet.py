"""What a discreet person sees of a message that we send unasked: neutral words, and a button that opens it."""

from bot.screens.frame import choice
from bot.screens.screen import Screen
from bot.texts.catalogue import Texts

OPEN = "open"


def cover(t: Texts, screen_key: str) -> Screen:
    """Hide a screen behind `Open`; the button carries its key, such as the number of the reminder.

    There is no bottom row: nothing on the cover tells what kind of service this is.
    """
    return Screen(t.say("discreet.cover"), ((choice(t, "discreet.open", OPEN, screen_key),),))
