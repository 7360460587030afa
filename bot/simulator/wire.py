"""Telegram's objects as JSON, the way the Bot API writes them."""

from datetime import datetime
from typing import Protocol

from bot.simulator.shapes import Button, Chat, Entity, Json, Message, StoredFile, User

PHOTO_SIZE = 800  # pixels; every photo here is called square


class World(Protocol):
    """What has to be known of a Telegram to write its objects down."""

    people: dict[int, User]
    chats: dict[int, Chat]
    bot_name: str
    bot_username: str

    @property
    def bot_id(self) -> int:
        """The bot's own id."""


def seconds(moment: datetime) -> int:
    """A moment as Telegram writes it: whole Unix seconds."""
    return int(moment.timestamp())


def user_json(user: User) -> Json:
    """A person, without the phone number: Telegram never tells it by itself."""
    answer: Json = {"id": user.id, "is_bot": False, "first_name": user.first_name, "language_code": user.language_code}
    if user.username:
        answer["username"] = user.username
    return answer


def bot_json(telegram: World) -> Json:
    """The bot as a user."""
    return {"id": telegram.bot_id, "is_bot": True, "first_name": telegram.bot_name, "username": telegram.bot_username}


def chat_json(telegram: World, chat: Chat) -> Json:
    """A chat inside a message."""
    if chat.is_group:
        return {"id": chat.id, "type": "supergroup", "title": chat.title}
    user = telegram.people[chat.id]
    answer: Json = {"id": chat.id, "type": "private", "first_name": user.first_name}
    if user.username:
        answer["username"] = user.username
    return answer


def sender_json(telegram: World, sender_id: int) -> Json:
    """Who wrote a message: the bot or a person."""
    return bot_json(telegram) if sender_id == telegram.bot_id else user_json(telegram.people[sender_id])


def entity_json(entity: Entity) -> Json:
    """One entity."""
    answer: Json = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.url:
        answer["url"] = entity.url
    if entity.language:
        answer["language"] = entity.language
    return answer


def button_json(button: Button) -> Json:
    """One inline button."""
    if button.url:
        return {"text": button.label, "url": button.url}
    if button.copy:
        return {"text": button.label, "copy_text": {"text": button.copy}}
    return {"text": button.label, "callback_data": button.data}


def file_json(file: StoredFile) -> Json:
    """A file's identity and size in bytes."""
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": len(file.content)}


def message_json(telegram: World, message: Message) -> Json:
    """A message as updates and answers carry it."""
    chat = telegram.chats[message.chat_id]
    answer: Json = {
        "message_id": message.message_id,
        "from": sender_json(telegram, message.sender_id),
        "chat": chat_json(telegram, chat),
        "date": seconds(message.sent_at),
    }
    if message.edited_at:
        answer["edit_date"] = seconds(message.edited_at)
    if message.protected:
        answer["has_protected_content"] = True
    if message.rows:
        answer["reply_markup"] = {"inline_keyboard": [[button_json(button) for button in row] for row in message.rows]}
    if message.forwarded_from:
        answer["forward_origin"] = _origin(telegram, message)
    replied = chat.messages.get(message.reply_to)
    if replied and not replied.deleted:
        answer["reply_to_message"] = message_json(telegram, replied)
    return answer | _content(message)


def _origin(telegram: World, message: Message) -> Json:
    sender = sender_json(telegram, message.forwarded_from)
    return {"type": "user", "date": seconds(message.sent_at), "sender_user": sender}


def _content(message: Message) -> Json:
    entities = [entity_json(entity) for entity in message.entities]
    caption: Json = {"caption": message.text, "caption_entities": entities} if message.text else {}
    if message.file:
        return caption | _file(message.kind, message.file)
    if message.contact:
        contact: Json = {"phone_number": message.contact.phone, "first_name": message.contact.first_name}
        return {"contact": contact | ({"user_id": message.contact.user_id} if message.contact.user_id else {})}
    if message.place:
        return {"location": {"latitude": message.place.latitude, "longitude": message.place.longitude}}
    return {"text": message.text} | ({"entities": entities} if entities else {})


def _file(kind: str, file: StoredFile) -> Json:
    size = {"width": PHOTO_SIZE, "height": PHOTO_SIZE}
    if kind == "photo":
        small = file_json(file) | {"width": 90, "height": 90}
        return {"photo": [small, file_json(file) | size]}
    if kind == "voice":
        return {"voice": file_json(file) | {"duration": 3, "mime_type": file.mime}}
    if kind == "sticker":
        extra = {"type": "regular", "is_animated": False, "is_video": False, "emoji": "\N{THUMBS UP SIGN}"}
        return {"sticker": file_json(file) | size | extra}
    return {"document": file_json(file) | {"file_name": file.name, "mime_type": file.mime}}
