"""The methods by which a bot learns of itself and its chats, and sets what people see of it."""

import re
from urllib.parse import urlsplit

from bot.simulator import refusals, wire
from bot.simulator import settings as rules
from bot.simulator.parameters import Parameters
from bot.simulator.sending import chat_id_of
from bot.simulator.shapes import Event, Json
from bot.simulator.telegram import FakeTelegram
from bot.simulator.updates import Webhook


def get_me(telegram: FakeTelegram, _parameters: Parameters) -> Json:
    """The bot itself."""
    can = {"can_join_groups": True, "can_read_all_group_messages": not telegram.privacy}
    cannot = ("supports_inline_queries", "can_connect_to_business", "has_main_web_app", "has_topics_enabled")
    return wire.bot_json(telegram) | can | dict.fromkeys(cannot, False)


def get_chat(telegram: FakeTelegram, parameters: Parameters) -> Json:
    """One chat, in full."""
    chat = telegram.known_chat(chat_id_of(parameters))
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    extra = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts, False)}
    return wire.chat_json(telegram, chat) | extra


def leave_chat(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """Go out of a group."""
    chat = telegram.open_chat(chat_id_of(parameters))
    if not chat.is_group:
        raise refusals.bad_request("chat member status can't be changed in private chats")
    chat.blocked = True
    telegram.tell(Event("chat", chat.id))
    return True


def get_file(telegram: FakeTelegram, parameters: Parameters) -> Json:
    """Where a file can be fetched, up to 20 MB."""
    file = telegram.files.find(parameters.text("file_id"))
    return wire.file_json(file) | {"file_path": file.path}


def set_my_commands(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """The command menu of one scope and language."""
    commands = rules.checked_commands(parameters.tree("commands"))
    telegram.settings.commands[_place(parameters)] = commands
    telegram.tell(Event("commands"))
    return True


def delete_my_commands(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """Fall back to the wider scope's menu."""
    telegram.settings.commands.pop(_place(parameters), None)
    telegram.tell(Event("commands"))
    return True


def get_my_commands(telegram: FakeTelegram, parameters: Parameters) -> list[Json]:
    """The menu set for exactly this scope and language."""
    return telegram.settings.commands.get(_place(parameters), [])


def set_my_description(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """What an empty chat shows."""
    text = rules.limited(parameters.text("description"), rules.MAX_ABOUT, "description")
    telegram.settings.descriptions[_language(parameters)] = text
    telegram.tell(Event("commands"))
    return True


def get_my_description(telegram: FakeTelegram, parameters: Parameters) -> Json:
    """The description of one language."""
    return {"description": telegram.settings.descriptions.get(_language(parameters), "")}


def set_my_short_description(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """What the bot's profile shows."""
    text = rules.limited(parameters.text("short_description"), rules.MAX_SHORT, "short description")
    telegram.settings.short_descriptions[_language(parameters)] = text
    return True


def get_my_short_description(telegram: FakeTelegram, parameters: Parameters) -> Json:
    """The short description of one language."""
    return {"short_description": telegram.settings.short_descriptions.get(_language(parameters), "")}


def set_chat_menu_button(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """What the button beside the text field opens."""
    button = parameters.tree("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in {"commands", "default", "web_app"}:
        raise refusals.bad_request("can't parse menu button: Unsupported type specified")
    telegram.settings.menu_buttons[parameters.integer("chat_id")] = button
    return True


def set_webhook(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """Push updates from now on. Plain http is taken for loopback only: the one softness of this Telegram."""
    url = parameters.text("url")
    secret = parameters.text("secret_token")
    parts = urlsplit(url)
    if url and parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost"}:
        raise refusals.bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise refusals.bad_request("secret token contains unallowed characters")
    with telegram.changed:
        telegram.updates.set_webhook(Webhook(url, secret, parameters.integer("max_connections", 40)))
        _renew(telegram, parameters)
    telegram.tell(Event("update"))
    return True


def delete_webhook(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """Back to fetching."""
    with telegram.changed:
        telegram.updates.set_webhook(Webhook())
        _renew(telegram, parameters)
    return True


def get_webhook_info(telegram: FakeTelegram, _parameters: Parameters) -> Json:
    """Where updates go and what went wrong last."""
    updates = telegram.updates
    hook = updates.webhook
    info: Json = {"url": hook.url, "has_custom_certificate": False, "pending_update_count": len(updates.waiting)}
    if hook.last_error:
        info |= {"last_error_date": hook.last_error_at, "last_error_message": hook.last_error}
    if hook.url:
        info["max_connections"] = hook.max_connections
    if updates.allowed is not None:
        info["allowed_updates"] = sorted(updates.allowed)
    return info


def done(_telegram: FakeTelegram, _parameters: Parameters) -> bool:
    """LogOut and close: there is nothing to log out of here."""
    return True


def _place(parameters: Parameters) -> tuple[str, str]:
    return rules.scope_key(parameters.tree("scope")), _language(parameters)


def _language(parameters: Parameters) -> str:
    return rules.language_code(parameters.text("language_code"))


def _renew(telegram: FakeTelegram, parameters: Parameters) -> None:
    if "allowed_updates" in parameters.values:
        telegram.updates.allow(parameters.listing("allowed_updates"))
    if parameters.flag("drop_pending_updates"):
        telegram.updates.waiting.clear()
