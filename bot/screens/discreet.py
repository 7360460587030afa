"""What a discreet person sees of a message that we send unasked: neutral words, and a button that opens it."""

from bot.screens.frame import choice
from bot.screens.screen import Screen
from bot.texts.catalogue import Texts


def cover(t: Texts, action: str, argument: str) -> Screen:
    """Hide a screen behind `Open`, whose button says which conversation shows it.

    There is no bottom row: nothing on the cover tells what kind of service this is.
    """
    return Screen(t.say("reminders.discreet"), ((choice(t, "reminders.discreet_open", action, argument),),))
