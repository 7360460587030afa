"""The whole bot in one table: which conversation answers which command, button and awaited text."""

from collections.abc import Mapping
from functools import partial
from types import ModuleType
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.chat import (
    abroad,
    alike,
    applying,
    beliefs,
    broadcasts,
    calendar,
    calling,
    claim,
    contract,
    courses,
    declare,
    figures,
    found,
    guarding,
    human,
    letters,
    link,
    matters,
    members,
    mydata,
    papers,
    profile,
    receipt,
    registering,
    reminders,
    rights,
    settings,
    start,
    status,
    stopping,
    today,
    vacancies,
    words,
)
from bot.chat.door import Context, Door
from bot.chat.staff import (
    absence,
    answering,
    auditing,
    broadcast,
    broadcast_people,
    broadcast_run,
    caseload,
    catalogue,
    chain,
    class_register,
    client,
    course_edit,
    day,
    desk,
    inviting,
    joining,
    posted,
    posting,
    promising,
    replying,
    roster,
    team,
    transferring,
    unlocking,
)
from bot.chat.turn import Conversation, Turn
from bot.deps import Deps
from bot.outbox import buttons
from bot.outbox.post import Post
from bot.services.staff.catalogue import may

CONVERSATIONS: tuple[ModuleType, ...] = (
    start,
    status,
    receipt,
    papers,
    letters,
    declare,
    link,
    found,
    human,
    settings,
    mydata,
    stopping,
    reminders,
    abroad,
    rights,
    contract,
    words,
    beliefs,
    calendar,
    answering,
    posting,
    posted,
    desk,
    vacancies,
    alike,
    matters,
    today,
    applying,
    profile,
    courses,
    figures,
    catalogue,
    course_edit,
    registering,
    roster,
    class_register,
    claim,
    day,
    caseload,
    client,
    promising,
    transferring,
    replying,
    chain,
    calling,
    team,
    inviting,
    joining,
    absence,
    auditing,
    broadcast,
    broadcast_people,
    broadcast_run,
    broadcasts,
    unlocking,
)


def _merged(table: str) -> Mapping[str, Conversation]:
    """Join one table of every conversation.

    Raises:
        ValueError: two conversations claim the same name.
    """
    joined: dict[str, Conversation] = {}
    for module in CONVERSATIONS:
        for name, conversation in getattr(module, table).items():
            if joined.setdefault(name, conversation) is not conversation:
                raise ValueError(f"{module.__name__} claims {name!r} in {table}, which another conversation has")
    return joined


COMMANDS = _merged("COMMANDS")
BUTTONS = _merged("BUTTONS")
STEPS = _merged("STEPS")

# the commands in Telegram's own list, in this order; the rest are other names for the same
LISTED = (
    "start", "menu", "jkp", "kerja", "hariini", "penting", "kursus", "lamaran", "simpanan", "profil", "angka", "aturan",
    "pengingat", "kalender", "orang", "luarnegeri", "hak", "iuran", "kontrak", "data", "pengaturan", "berhenti",
    "lanjut", "bahasa", "help",
)  # fmt: skip


def command(turn: Turn) -> Conversation:
    """Choose by the command at the start of the text; an unknown one is answered like unknown text."""
    guarding.guard(turn)
    name = turn.said.text[1:].split(maxsplit=1)[0].partition("@")[0].lower() if len(turn.said.text) > 1 else ""
    return COMMANDS.get(name, partial(start.not_understood, "text"))


def button(turn: Turn) -> Conversation:
    """Choose by the pressed button, if it was made for this very person."""
    read = buttons.read(turn.session.info["sealer"], turn.person.id, turn.said.data)
    if read is None or read[0] not in BUTTONS:
        return partial(start.not_understood, "button")
    turn.argument = read[1]
    return BUTTONS[read[0]]


def text(turn: Turn) -> Conversation:
    """Choose by what was typed: words of danger first, then what we are waiting for, then what is wanted."""
    guarding.guard(turn)
    return words.choose(turn, words.Table(BUTTONS, STEPS))


def document(turn: Turn) -> Conversation:
    """Choose by who sends a file: an awaited class register, from admins a catalogue; others we do not open."""
    guarding.guard(turn)
    if class_register.awaited(turn):
        return class_register.received
    return catalogue.received if may(turn.staff) else partial(start.not_understood, "file")


def media(turn: Turn) -> Conversation:
    """Choose by who sends a picture: from staff it is a poster whose caption is read, from anybody else not used."""
    guarding.guard(turn)
    return posting.poster if turn.staff is not None else partial(start.not_understood, "media")


def fixed(conversation: Conversation) -> Any:
    """Always this conversation."""
    return lambda _turn: conversation


def handlers(deps: Deps, post: Post) -> list[BaseHandler[Update, Context, None]]:
    """Give the library its handlers; the first that fits takes the update, the last takes what is left."""
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE

    def talk(choose: Any) -> Any:
        return Door(deps, post, choose).talk

    passing = Door(deps, post, fixed(start.menu)).pass_by
    return [
        CommandHandler(list(COMMANDS), talk(command), filters=private),
        CallbackQueryHandler(talk(button)),
        MessageHandler(private & filters.TEXT, talk(text)),
        MessageHandler(private & filters.CONTACT, talk(fixed(link.contact))),
        MessageHandler(private & filters.LOCATION, talk(fixed(vacancies.located))),
        MessageHandler(private & filters.Document.ALL, talk(document)),
        MessageHandler(private, talk(media)),
        MessageHandler(
            filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE,
            talk(guarding.guarded(partial(start.not_understood, "edited"))),
        ),
        ChatMemberHandler(members.Members(deps).changed, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.ChatType.GROUPS & filters.COMMAND, members.Members(deps).group),
        TypeHandler(Update, passing),
    ]
