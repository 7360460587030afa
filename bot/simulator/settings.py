"""What a bot sets about itself: commands by scope and language, descriptions, the menu button."""

import json
import re
from dataclasses import dataclass, field

from bot.simulator import refusals
from bot.simulator.shapes import Json

MAX_COMMANDS = 100
MAX_NAME = 32
MAX_DESCRIPTION = 256
MAX_ABOUT = 512
MAX_SHORT = 120
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators")


@dataclass(slots=True)
class BotSettings:
    """Keys are (scope, language); an empty language is the one for everybody else."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)

    def commands_for(self, chat_id: int, language: str) -> list[Json]:
        """What the menu of one chat shows: the narrowest scope wins, then the language."""
        wide = "all_group_chats" if chat_id < 0 else "all_private_chats"
        for scope in (scope_key({"type": "chat", "chat_id": chat_id}), wide, "default"):
            for code in (language, ""):
                found = self.commands.get((scope, code))
                if found:
                    return found
        return []

    def description_for(self, language: str) -> str:
        """What an empty chat shows above its START button."""
        return self.descriptions.get(language) or self.descriptions.get("", "")


def scope_key(scope: object) -> str:
    """A scope as a key.

    Raises:
        RefusalError: 400 for a kind Telegram does not have.
    """
    if scope in (None, "", {}):
        return "default"
    if not isinstance(scope, dict):
        raise refusals.bad_request("expected an Object as BotCommandScope")
    if scope.get("type") not in {*_SCOPES, "chat_member"}:
        raise refusals.bad_request("can't parse BotCommandScope: Unsupported type specified")
    named = {key: value for key, value in scope.items() if key != "type"}
    return f"{scope['type']}{json.dumps(named, sort_keys=True)}" if named else str(scope["type"])


def language_code(code: str) -> str:
    """A two-letter language or nothing.

    Raises:
        RefusalError: 400 otherwise.
    """
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise refusals.bad_request("invalid language code specified")
    return code


def checked_commands(raw: object) -> list[Json]:
    """A list of commands.

    Raises:
        RefusalError: 400 for what Telegram's rules on names and descriptions forbid.
    """
    if not isinstance(raw, list):
        raise refusals.bad_request("expected an Array of BotCommand")
    if len(raw) > MAX_COMMANDS:
        raise refusals.bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(item) for item in raw]


def _command(raw: object) -> Json:
    if not isinstance(raw, dict):
        raise refusals.bad_request("can't parse BotCommand: expected an Object")
    name = str(raw.get("command", "")).strip().removeprefix("/")
    description = str(raw.get("description", "")).strip()
    if not name:
        raise refusals.bad_request("command must be non-empty")
    if len(name) > MAX_NAME:
        raise refusals.bad_request(f"command length must not exceed {MAX_NAME}")
    if not description:
        raise refusals.bad_request("command description must be non-empty")
    if len(description) > MAX_DESCRIPTION:
        raise refusals.bad_request(f"command description length must not exceed {MAX_DESCRIPTION}")
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise refusals.bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


def limited(text: str, limit: int, name: str) -> str:
    """A text of at most so many characters.

    Raises:
        RefusalError: 400 for a longer one.
    """
    if len(text) > limit:
        raise refusals.bad_request(f"{name} is too long")
    return text
