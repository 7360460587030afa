"""The frame of every screen: the text, at most six choices one below another, and the fixed bottom row."""

from bot.screens.screen import Button, Screen
from bot.texts.catalogue import Texts

MOST_CHOICES = 6


def choice(t: Texts, key: str, action: str, argument: object = "", **values: object) -> Button:
    """Make a button from a text key."""
    return Button(t.label(key, **values), action=action, argument=str(argument))


def bottom(t: Texts) -> tuple[Button, ...]:
    """Give the row that stands under everything: a human, the menu."""
    return (choice(t, "fixed.human", "human"), choice(t, "fixed.menu", "menu"))


def card(t: Texts, text: str, *choices: Button, protect: bool = False, shows: str = "") -> Screen:
    """Make a screen: the first choice is the best next step; `shows` names the one offer on it (store.cards.name).

    Raises:
        ValueError: more than six choices; a tired reader is not to be asked more.
    """
    if len(choices) > MOST_CHOICES:
        raise ValueError(f"{len(choices)} choices on one screen, more than {MOST_CHOICES}")
    return Screen(text, (*((button,) for button in choices), bottom(t)), protect=protect, shows=shows)
