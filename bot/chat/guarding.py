"""Private numbers that nobody asked for: out of the chat and out of the words, before any conversation reads them."""

from collections.abc import Callable
from dataclasses import replace

from bot.chat import link
from bot.chat.turn import Conversation, Turn
from bot.screens import words as screens
from bot.services import masking

AWAITED = {link.NIK, link.BIRTH, link.KPJ}  # here they are asked for, and deleted by the conversation itself


def guard(turn: Turn) -> None:
    """Mask NIK, KPJ, account and phone numbers in what was typed; a message that identifies is deleted from the chat.

    A number to call that staff write stays readable: workers need it.
    """
    if not turn.said.text or turn.person.step in AWAITED:
        return
    found = masking.mask(turn.said.text, phones=turn.staff is None)
    if found.words == turn.said.text:
        return
    turn.said = replace(turn.said, text=found.words)
    if found.identity:
        turn.delete_said()
        turn.add(screens.deleted(turn.texts))


def guarded(conversation: Conversation) -> Callable[[Turn], Conversation]:
    """Always this conversation, after a look at the words (a caption, an edited message)."""

    def choose(turn: Turn) -> Conversation:
        guard(turn)
        return conversation

    return choose
