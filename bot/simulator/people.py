"""What a person can do in Telegram, done by a program: write, press, share, send, edit, forward, block."""

import time
import uuid
from dataclasses import dataclass, replace

from bot.simulator import entities, wire
from bot.simulator.shapes import Button, Chat, Contact, Event, Formatted, Key, Message, Place, StoredFile, User
from bot.simulator.telegram import FakeTelegram, Query


class PersonCannotError(Exception):
    """Telegram's app would not let a person do this; the message says why."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person at their telephone. `chat_id` is the private chat with the bot unless a group is named.

    Every sending method answers with the new message's id.
    """

    telegram: FakeTelegram
    id: int

    @property
    def user(self) -> User:
        """The person as Telegram knows them now."""
        return self.telegram.people[self.id]

    @property
    def chat(self) -> tuple[Message, ...]:
        """What the person sees in the private chat, oldest first."""
        return self.telegram.messages(self.id)

    def start(self, payload: str = "") -> int:
        """Press START, or open a deep link with its payload."""
        return self.say(f"/start {payload}".strip())

    def say(self, text: str, *, chat_id: int = 0, reply_to: int = 0) -> int:
        """Write a text."""
        formatted = entities.detect(text)
        if not formatted.text:
            raise PersonCannotError("an empty message cannot be sent")
        return self._send(Message(chat_id or self.id, 0, self.id, self.telegram.now(), reply_to=reply_to), formatted)

    def share_contact(self, phone: str = "", *, user_id: int | None = None, first_name: str = "") -> int:
        """Share one's own number, or with `phone` and `user_id` (0 = not on Telegram) somebody else's."""
        owner = self.id if user_id is None else user_id
        contact = Contact(phone or self.user.phone, first_name or self.user.first_name, owner)
        return self._send(replace(self._blank("contact"), contact=contact))

    def share_place(self, latitude: float, longitude: float) -> int:
        """Share a location in degrees."""
        return self._send(replace(self._blank("location"), place=Place(latitude, longitude)))

    def send_document(self, content: bytes, name: str, *, mime: str = "application/octet-stream") -> int:
        """Send a file."""
        return self.send_file("document", content, name, mime=mime)

    def send_photo(self, content: bytes, name: str = "photo.jpg", *, caption: str = "") -> int:
        """Send a picture, with words under it or none."""
        file: StoredFile = self.telegram.files.keep(content, name, mime="image/jpeg", kind="photo")
        return self._send(replace(self._blank("photo"), file=file), entities.detect(caption) if caption else None)

    def send_voice(self, content: bytes, name: str = "voice.ogg") -> int:
        """Send a spoken message."""
        return self.send_file("voice", content, name, mime="audio/ogg")

    def send_sticker(self, content: bytes, name: str = "sticker.webp") -> int:
        """Send a sticker."""
        return self.send_file("sticker", content, name, mime="image/webp")

    def send_file(self, kind: str, content: bytes, name: str, *, mime: str) -> int:
        """Send a file as document, photo, voice or sticker."""
        file: StoredFile = self.telegram.files.keep(content, name, mime=mime, kind=kind)
        return self._send(replace(self._blank(kind), file=file))

    def forward(self, message: Message, *, chat_id: int = 0) -> int:
        """Forward a message to the bot or into a group; protected ones cannot be."""
        if message.protected:
            raise PersonCannotError("this message is protected and cannot be forwarded")
        copy = replace(message, chat_id=chat_id or self.id, sender_id=self.id, forwarded_from=message.sender_id)
        copy = replace(copy, sent_at=self.telegram.now(), rows=(), reply_to=0, edited_at=None)
        return self._send(copy, Formatted(message.text, message.entities))

    def edit(self, message_id: int, text: str, *, chat_id: int = 0) -> None:
        """Change an own message."""
        before = self.telegram.message(chat_id or self.id, message_id)
        if before.sender_id != self.id or before.deleted:
            raise PersonCannotError("only an own message can be edited")
        formatted = entities.detect(text)
        after = replace(before, text=formatted.text, entities=formatted.entities, edited_at=self.telegram.now())
        self.telegram.change(after)
        self.telegram.update("edited_message", wire.message_json(self.telegram, after))

    def press(self, button: str | int, *, message_id: int = 0, chat_id: int = 0) -> str:
        """Press an inline button (label, callback data, or its number on the newest message with buttons) or a key.

        Returns:
            The callback query's id (see `FakeTelegram.queries`), the url or copied text, or "" for a key.
        """
        chat = self.telegram.chats[chat_id or self.id]
        for message in _with_buttons(chat, message_id):
            found = _find(message, button)
            if found:
                return self._press(message, found)
        for row in chat.keyboard.keys if chat.keyboard and not message_id else ():
            for key in row:
                if key.label == button:
                    self._press_key(chat, key)
                    return ""
        offered = [list(message.labels) for message in _with_buttons(chat, message_id)]
        raise PersonCannotError(f"no button {button!r}; the chat offers {offered}")

    def block(self) -> None:
        """Block the bot; it learns of it."""
        self._set_blocked(blocked=True)

    def unblock(self) -> None:
        """Let the bot write again; it learns of it."""
        self._set_blocked(blocked=False)

    def set_language(self, language_code: str) -> None:
        """Switch the language of one's Telegram app."""
        self.telegram.add_user(replace(self.user, language_code=language_code))

    def _press(self, message: Message, button: Button) -> str:
        if not button.data:
            return button.url or button.copy
        if self.telegram.chats[message.chat_id].blocked:
            raise PersonCannotError("the bot is blocked")
        query = Query(uuid.uuid4().hex[:18], self.id, message.chat_id, message.message_id, time.monotonic())
        self.telegram.queries[query.id] = query
        content = {
            "id": query.id,
            "from": wire.user_json(self.user),
            "message": wire.message_json(self.telegram, message),
            "chat_instance": str(message.chat_id * 7919),
            "data": button.data,
        }
        self.telegram.update("callback_query", content)
        return query.id

    def _press_key(self, chat: Chat, key: Key) -> None:
        if key.wants == "contact":
            self.share_contact()
        elif key.wants == "location":
            raise PersonCannotError("a place is shared with share_place")
        else:
            self.say(key.label, chat_id=chat.id)
        if chat.keyboard and chat.keyboard.one_time:
            chat.keyboard = None
            self.telegram.tell(Event("keyboard", chat.id))

    def _blank(self, kind: str) -> Message:
        return Message(self.id, 0, self.id, self.telegram.now(), kind=kind)

    def _send(self, message: Message, formatted: Formatted | None = None) -> int:
        chat = self.telegram.chats[message.chat_id]
        if chat.blocked and not chat.is_group:
            raise PersonCannotError("the bot is blocked: unblock it first")
        if self.id not in chat.members:
            raise PersonCannotError("not a member of this group")
        if formatted:
            message = replace(message, text=formatted.text, entities=formatted.entities)
        with self.telegram.changed:  # the message and its update keep the same order
            chat.started = True
            stored = self.telegram.put(message)
            if not chat.blocked and self._reaches_bot(chat, stored):
                self.telegram.update("message", wire.message_json(self.telegram, stored))
        return stored.message_id

    def _reaches_bot(self, chat: Chat, message: Message) -> bool:
        if not chat.is_group or not self.telegram.privacy or chat.bot_is_admin:
            return True
        replied = chat.messages.get(message.reply_to)
        asked = any(entity.type == "bot_command" for entity in message.entities)
        named = f"@{self.telegram.bot_username}" in message.text
        return asked or named or bool(replied and replied.sender_id == self.telegram.bot_id)

    def _set_blocked(self, *, blocked: bool) -> None:
        chat = self.telegram.chats[self.id]
        if chat.blocked == blocked or not chat.started:
            return
        chat.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        self.telegram.membership(self.id, self.id, old=old, new=new)
        self.telegram.tell(Event("chat", self.id))


def person(telegram: FakeTelegram, user: User) -> Person:
    """Make a person known to Telegram and take their telephone."""
    telegram.add_user(user)
    return Person(telegram, user.id)


def _with_buttons(chat: Chat, message_id: int) -> list[Message]:
    shown = [message for message in reversed(tuple(chat.messages.values())) if message.rows and not message.deleted]
    return [message for message in shown if message_id in {0, message.message_id}]


def _find(message: Message, button: str | int) -> Button | None:
    if isinstance(button, int):
        return message.buttons[button] if button < len(message.buttons) else None
    return next((each for each in message.buttons if button in {each.label, each.data} - {""}), None)
