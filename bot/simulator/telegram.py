"""The simulated Telegram: its people, chats, messages and clock, safe to watch from any thread."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from threading import Condition, RLock
from typing import Any, TypeVar

from bot.simulator import refusals, wire
from bot.simulator.faults import Faults
from bot.simulator.files import Files
from bot.simulator.flood import Flood
from bot.simulator.journal import Call
from bot.simulator.settings import BotSettings
from bot.simulator.shapes import Chat, Event, Json, Message, User
from bot.simulator.updates import Updates

SIMULATOR_TOKEN = "1000000001:SIMULATOR-not-a-real-token-000000"  # noqa: S105 - made up, opens nothing
QUERY_SECONDS = 900.0  # how long a pressed button waits for its answer
_REAL_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{35}")
_Found = TypeVar("_Found")


def wall_clock() -> datetime:
    """The real time: Telegram's own clock unless the demo gives another."""
    return datetime.fromtimestamp(time.time(), UTC)


@dataclass(slots=True)
class Query:
    """A pressed button: who, where, since when (monotonic seconds), and the bot's answer."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    pressed_at: float
    answered: bool = False
    text: str = ""
    alert: bool = False


@dataclass(slots=True)
class FakeTelegram:
    """One bot's whole Telegram. Everything that changes happens under `changed`'s lock.

    Raises:
        ValueError: for a token that looks like a real bot's.
    """

    token: str = SIMULATOR_TOKEN
    now: Callable[[], datetime] = wall_clock
    bot_name: str = "KerjaLagi"
    bot_username: str = "kerjalagi_simulator_bot"
    privacy: bool = True  # in groups a bot reads only commands, mentions and replies, unless BotFather says otherwise
    people: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    updates: Updates = field(default_factory=Updates)
    faults: Faults = field(default_factory=Faults)
    flood: Flood = field(default_factory=Flood)
    files: Files = field(default_factory=Files)
    settings: BotSettings = field(default_factory=BotSettings)
    queries: dict[str, Query] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    changed: Condition = field(default_factory=lambda: Condition(RLock()))
    _watchers: list[Callable[[Event], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.token != SIMULATOR_TOKEN and _REAL_TOKEN.fullmatch(self.token):
            raise ValueError("the simulator refuses a token that looks like a real bot's")

    @property
    def bot_id(self) -> int:
        """The bot's own id: the digits of its token."""
        digits = self.token.partition(":")[0]
        return int(digits) if digits.isdigit() else 1

    @property
    def sent(self) -> tuple[Call, ...]:
        """Every call that had its effect, in order."""
        return tuple(call for call in tuple(self.calls) if call.ok)

    def message(self, chat_id: int, message_id: int) -> Message:
        """The present state of a message; KeyError when there never was one."""
        return self.chats[chat_id].messages[message_id]

    def messages(self, chat_id: int) -> tuple[Message, ...]:
        """What stands in a chat now, oldest first."""
        with self.changed:
            chat = self.chats.get(chat_id)
            return tuple(message for message in chat.messages.values() if not message.deleted) if chat else ()

    def said(self, chat_id: int) -> tuple[Message, ...]:
        """What the bot has standing in a chat now, oldest first."""
        return tuple(message for message in self.messages(chat_id) if message.sender_id == self.bot_id)

    def wait_for(self, predicate: "Callable[[FakeTelegram], _Found]", timeout: float = 5.0) -> _Found:
        """Block until the predicate gives something true, and give that; timeout in seconds.

        Raises:
            TimeoutError: with the last calls, to show what came instead.
        """
        with self.changed:
            found = self.changed.wait_for(lambda: predicate(self), timeout)
            if not found:
                last = [(call.method, call.chat_id, call.code, call.text[:80]) for call in self.calls[-5:]]
                raise TimeoutError(f"not seen within {timeout} s; the bot's last calls: {last}")
            return found

    def watch(self, watcher: Callable[[Event], None]) -> Callable[[], None]:
        """Call the watcher on every event, in the thread that causes it; the answer ends that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def tell(self, event: Event) -> None:
        """Wake everybody who waits or watches."""
        with self.changed:
            self.changed.notify_all()
        for watcher in tuple(self._watchers):
            watcher(event)

    def add_user(self, user: User) -> None:
        """Make a person known to Telegram; the bot has not met them yet."""
        with self.changed:
            self.people[user.id] = user
            self.chats.setdefault(user.id, Chat(user.id, members={user.id}))
        self.tell(Event("people", user.id))

    def add_group(self, chat_id: int, title: str, members: list[int], *, admin: bool = False) -> None:
        """A supergroup (negative id) with the bot in it; the bot learns of its arrival."""
        with self.changed:
            self.chats[chat_id] = Chat(chat_id, title, members=set(members), started=True, bot_is_admin=admin)
            self.membership(chat_id, members[0], old="left", new="administrator" if admin else "member")
        self.tell(Event("people", chat_id))

    def put(self, message: Message) -> Message:
        """Add a message with the chat's next id."""
        with self.changed:
            chat = self.chats[message.chat_id]
            chat.last_id += 1
            stored = replace(message, message_id=chat.last_id)
            chat.messages[stored.message_id] = stored
        self.tell(Event("message", stored.chat_id, stored.message_id))
        return stored

    def change(self, message: Message, kind: str = "edited") -> Message:
        """Replace a message by its new state; `kind` is edited or deleted."""
        with self.changed:
            self.chats[message.chat_id].messages[message.message_id] = message
        self.tell(Event(kind, message.chat_id, message.message_id))
        return message

    def update(self, kind: str, content: Json) -> int:
        """Queue an update for the bot; its update_id, or 0 when the bot does not want this kind."""
        with self.changed:
            number = self.updates.add(kind, content)
        self.tell(Event("update"))
        return number

    def membership(self, chat_id: int, by: int, *, old: str, new: str) -> None:
        """Tell the bot that it was added, blocked, removed or let in again."""
        bot = wire.bot_json(self)
        content = {
            "chat": wire.chat_json(self, self.chats[chat_id]),
            "from": wire.user_json(self.people[by]),
            "date": wire.seconds(self.now()),
            "old_chat_member": _member(bot, old),
            "new_chat_member": _member(bot, new),
        }
        self.update("my_chat_member", content)

    def open_chat(self, chat_id: int) -> Chat:
        """A chat the bot may write to.

        Raises:
            RefusalError: 400 for a chat the bot cannot know, 403 for one that is closed to it.
        """
        chat = self.known_chat(chat_id)
        if chat.blocked:
            raise refusals.forbidden(refusals.KICKED if chat.is_group else refusals.BLOCKED)
        if not chat.started:
            raise refusals.forbidden(refusals.NOT_STARTED)
        return chat

    def known_chat(self, chat_id: int) -> Chat:
        """A chat the bot has met: the person wrote to it once, or shares a group with it.

        Raises:
            RefusalError: 400 chat not found.
        """
        chat = self.chats.get(chat_id)
        if chat is None:
            raise refusals.bad_request(refusals.CHAT_NOT_FOUND)
        if chat.started or any(other.is_group and chat_id in other.members for other in self.chats.values()):
            return chat
        raise refusals.bad_request(refusals.CHAT_NOT_FOUND)

    def record(self, call: Call) -> None:
        """Write one call into the journal."""
        with self.changed:
            self.calls.append(replace(call, sequence=len(self.calls) + 1))
            self.changed.notify_all()

    def expire_queries(self) -> None:
        """Make every pressed button too old to be answered."""
        for query in self.queries.values():
            query.pressed_at -= QUERY_SECONDS + 1


def _member(bot: Json, status: str) -> Json:
    member: dict[str, Any] = {"user": bot, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    if status == "administrator":
        rights = ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats")
        more = ("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users")
        stories = ("can_post_stories", "can_edit_stories", "can_delete_stories")
        member |= dict.fromkeys((*rights, *more, *stories), False) | {"can_delete_messages": True}
    return member
