"""Buttons below a message and keys below the text field, checked as Telegram checks them."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from bot.simulator import refusals
from bot.simulator.shapes import Button, Json, Key, Markup

MAX_DATA_BYTES = 64
MAX_BUTTONS = 100
MAX_IN_A_ROW = 8  # more are accepted by Telegram, but its apps wrap or squeeze them: a strict fake refuses
MAX_KEYS = 300
MAX_COPY = 256
_OUTSIDE = {"web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat", "pay", "callback_game"}


def read(raw: object, *, private: bool, inline_only: bool = False) -> Markup:
    """The markup of a call.

    Raises:
        RefusalError: 400 with Telegram's words.
    """
    if raw in (None, "", {}):
        return Markup()
    if not isinstance(raw, dict):
        raise refusals.bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        return Markup(rows=_inline(raw["inline_keyboard"]))
    if inline_only:
        raise refusals.bad_request("inline keyboard expected")
    if "keyboard" in raw:
        return _reply(raw, private=private)
    return Markup(remove=bool(raw.get("remove_keyboard")), placeholder=str(raw.get("input_field_placeholder", "")))


def _rows(raw: object, kind: str) -> Iterable[list[object]]:
    if not isinstance(raw, list):
        raise refusals.bad_request(f"can't parse {kind} markup JSON object: Field must be of type Array")
    for row in raw:
        if not isinstance(row, list):
            raise refusals.bad_request(f"can't parse {kind} markup JSON object: expected an Array of Array")
        yield row


def _inline(raw: object) -> tuple[tuple[Button, ...], ...]:
    rows = tuple(tuple(_button(item) for item in row) for row in _rows(raw, "inline keyboard"))
    if sum(map(len, rows)) > MAX_BUTTONS or any(len(row) > MAX_IN_A_ROW for row in rows):
        raise refusals.bad_request("REPLY_MARKUP_TOO_LONG")
    return tuple(row for row in rows if row)


def _button(raw: object) -> Button:
    problem = "can't parse inline keyboard button"
    if not isinstance(raw, dict):
        raise refusals.bad_request(f"{problem}: InlineKeyboardButton must be an Object")
    label = raw.get("text")
    if not isinstance(label, str):
        raise refusals.bad_request(f'{problem}: Can\'t find field "text"')
    if not label.strip():
        raise refusals.bad_request("inline keyboard button text must be non-empty")
    if "callback_data" in raw:
        return Button(label, data=_data(str(raw["callback_data"])))
    if "url" in raw:
        return Button(label, url=_url(str(raw["url"])))
    if "copy_text" in raw:
        return Button(label, copy=_copy(raw["copy_text"]))
    if _OUTSIDE & raw.keys():
        raise refusals.bad_request("BUTTON_TYPE_INVALID")
    raise refusals.bad_request(f"{problem}: Text buttons are unallowed in the inline keyboard")


def _data(data: str) -> str:
    if not 1 <= len(data.encode()) <= MAX_DATA_BYTES:
        raise refusals.bad_request("BUTTON_DATA_INVALID")
    return data


def _url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https", "tg"}:
        raise refusals.bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if not parts.netloc or " " in url or (parts.scheme != "tg" and "." not in parts.netloc):
        raise refusals.bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return url


def _copy(raw: object) -> str:
    text = raw.get("text") if isinstance(raw, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= MAX_COPY:
        raise refusals.bad_request("BUTTON_COPY_TEXT_INVALID")
    return text


def _reply(raw: Json, *, private: bool) -> Markup:
    rows = tuple(tuple(_key(item, private=private) for item in row) for row in _rows(raw["keyboard"], "reply keyboard"))
    if sum(map(len, rows)) > MAX_KEYS:
        raise refusals.bad_request("REPLY_MARKUP_TOO_LONG")
    placeholder = str(raw.get("input_field_placeholder", ""))
    return Markup(keys=rows, one_time=bool(raw.get("one_time_keyboard")), placeholder=placeholder)


def _key(raw: object, *, private: bool) -> Key:
    if isinstance(raw, str):
        raw = {"text": raw}
    if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
        raise refusals.bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not raw["text"].strip():
        raise refusals.bad_request("keyboard button text must be non-empty")
    for field, wants, name in (("request_contact", "contact", "phone number"), ("request_location", "location", "")):
        if raw.get(field):
            if not private:
                raise refusals.bad_request(f"{name or wants} can be requested in private chats only")
            return Key(raw["text"], wants)
    return Key(raw["text"])
