"""What the chat page and other processes see of the simulator, as JSON."""

from dataclasses import asdict
from itertools import count

from bot.simulator import wire
from bot.simulator.journal import Call
from bot.simulator.shapes import Button, Chat, Event, Json, Message, User
from bot.simulator.telegram import FakeTelegram


def message_view(telegram: FakeTelegram, message: Message) -> Json:
    """A message as a reader sees it; buttons are numbered in reading order."""
    sender = telegram.people.get(message.sender_id)
    counter = count()
    return {
        "id": message.message_id,
        "chat": message.chat_id,
        "sender": message.sender_id,
        "name": sender.first_name if sender else telegram.bot_name,
        "bot": message.sender_id == telegram.bot_id,
        "at": message.sent_at.isoformat(),
        "kind": message.kind,
        "text": message.text,
        "entities": [wire.entity_json(entity) for entity in message.entities],
        "rows": [[_button_view(button, next(counter)) for button in row] for row in message.rows],
        "file": _file_view(message),
        "contact": asdict(message.contact) if message.contact else None,
        "place": asdict(message.place) if message.place else None,
        "edited": message.edited_at is not None,
        "protected": message.protected,
        "deleted": message.deleted,
    }


def chat_view(telegram: FakeTelegram, chat: Chat) -> Json:
    """One chat with everything standing in it."""
    with telegram.changed:
        return {
            "id": chat.id,
            "title": chat.title or telegram.bot_name,
            "group": chat.is_group,
            "started": chat.started,
            "blocked": chat.blocked,
            "keyboard": keyboard_view(chat),
            "messages": [message_view(telegram, message) for message in telegram.messages(chat.id)],
        }


def keyboard_view(chat: Chat) -> Json | None:
    """The keys below the text field, if the bot put some there."""
    if chat.keyboard is None:
        return None
    return {"keys": [[asdict(key) for key in row] for row in chat.keyboard.keys], "hint": chat.keyboard.placeholder}


def person_view(telegram: FakeTelegram, user: User) -> Json:
    """A role, with the groups they are in."""
    groups = [
        {"id": chat.id, "title": chat.title}
        for chat in tuple(telegram.chats.values())
        if chat.is_group and user.id in chat.members
    ]
    return {**asdict(user), "groups": groups}


def call_view(call: Call) -> Json:
    """One line of the journal."""
    return {**{name: getattr(call, name) for name in Call.__slots__}, "ok": call.ok}


def event_view(telegram: FakeTelegram, event: Event) -> Json:
    """An event with the message or keyboard it is about."""
    view: Json = {"kind": event.kind, "chat": event.chat_id, **event.detail}
    chat = telegram.chats.get(event.chat_id)
    if chat and event.message_id:
        view["message"] = message_view(telegram, chat.messages[event.message_id])
    if chat and event.kind == "keyboard":
        view["keyboard"] = keyboard_view(chat)
    return view


def _button_view(button: Button, number: int) -> Json:
    return {"number": number, "label": button.label, "url": button.url, "copy": button.copy}


def _file_view(message: Message) -> Json | None:
    file = message.file
    return {"id": file.file_id, "name": file.name, "size": len(file.content), "mime": file.mime} if file else None
