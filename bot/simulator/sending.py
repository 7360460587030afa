"""The methods that put something into a chat."""

from dataclasses import dataclass
from html import escape

from bot.simulator import entities, files, keyboards, refusals, wire
from bot.simulator.parameters import Parameters
from bot.simulator.shapes import Chat, Event, Formatted, Json, Markup, Message, StoredFile
from bot.simulator.telegram import FakeTelegram

MAX_TEXT = 4096  # UTF-16 units after parsing
MAX_CAPTION = 1024
_ACTIONS = frozenset(
    [
        *("typing", "choose_sticker", "find_location", "upload_photo", "upload_document"),
        *("record_video", "upload_video", "record_voice", "upload_voice", "record_video_note", "upload_video_note"),
    ]
)


@dataclass(frozen=True, slots=True)
class Written:
    """A text of a call: as it came and as it reads."""

    html: str
    formatted: Formatted


def send_message(telegram: FakeTelegram, parameters: Parameters) -> Json:
    """A text, with buttons or a keyboard."""
    written = text_of(parameters)
    return _post(telegram, parameters, written=written)


def send_document(telegram: FakeTelegram, parameters: Parameters) -> Json:
    """A file of any kind, up to 50 MB."""
    return _send_file(telegram, parameters, "document", files.MAX_UPLOAD)


def send_photo(telegram: FakeTelegram, parameters: Parameters) -> Json:
    """A picture, up to 10 MB."""
    return _send_file(telegram, parameters, "photo", files.MAX_PHOTO)


def send_chat_action(telegram: FakeTelegram, parameters: Parameters) -> bool:
    """Typing... for five seconds."""
    action = parameters.text("action")
    if not action:
        raise refusals.bad_request("there is no action in the request")
    if action not in _ACTIONS:
        raise refusals.bad_request("wrong parameter action in request")
    chat = telegram.open_chat(chat_id_of(parameters))
    telegram.tell(Event("action", chat.id, detail={"action": action}))
    return True


def text_of(parameters: Parameters) -> Written:
    """The text of a message.

    Raises:
        RefusalError: 400 when it is empty, too long, or not Telegram's HTML.
    """
    raw = parameters.text("text")
    if not raw:
        raise refusals.bad_request(refusals.TEXT_EMPTY)
    written = _written(raw, parameters)
    if not written.formatted.text:
        raise refusals.bad_request(refusals.TEXT_BLANK)
    if entities.utf16(written.formatted.text) > MAX_TEXT:
        raise refusals.bad_request(refusals.TEXT_TOO_LONG)
    return written


def chat_id_of(parameters: Parameters) -> int:
    """The chat a call is about; a name instead of a number is of nobody here."""
    if not parameters.text("chat_id"):
        raise refusals.bad_request("chat_id is empty")
    return parameters.integer("chat_id")


def _written(raw: str, parameters: Parameters) -> Written:
    mode = parameters.text("parse_mode")
    parsed = entities.parse(raw, mode)
    kept = Formatted(parsed.text, parsed.entities[: entities.MAX_ENTITIES])
    return Written(raw if mode else escape(raw, quote=False), kept)


def _send_file(telegram: FakeTelegram, parameters: Parameters, kind: str, limit: int) -> Json:
    caption = _written(parameters.text("caption"), parameters)
    if entities.utf16(caption.formatted.text) > MAX_CAPTION:
        raise refusals.bad_request(refusals.CAPTION_TOO_LONG)
    file = _file_of(telegram, parameters, kind, limit)
    return _post(telegram, parameters, written=caption, file=file, kind=kind)


def _file_of(telegram: FakeTelegram, parameters: Parameters, kind: str, limit: int) -> StoredFile:
    named = parameters.text(kind)
    upload = parameters.uploads.get(named.removeprefix("attach://") or kind)
    if upload is None:
        if not named:
            raise refusals.bad_request(f"there is no {kind} in the request")
        if named not in telegram.files.by_id:
            raise refusals.bad_request("wrong remote file identifier specified: Wrong string length")
        return telegram.files.by_id[named]
    if not upload.content:
        raise refusals.bad_request(refusals.FILE_EMPTY)
    if len(upload.content) > limit:
        raise refusals.bad_request(f"file of size {len(upload.content)} bytes is too big for a {kind}")
    return telegram.files.keep(upload.content, upload.name or kind, mime=upload.mime, kind=kind)


def _post(
    telegram: FakeTelegram,
    parameters: Parameters,
    *,
    written: Written,
    file: StoredFile | None = None,
    kind: str = "text",
) -> Json:
    chat_id = chat_id_of(parameters)
    markup = keyboards.read(parameters.tree("reply_markup"), private=chat_id > 0)
    chat = telegram.open_chat(chat_id)
    reply_to = _reply_to(chat, parameters)
    telegram.flood.check(chat_id)
    message = telegram.put(
        Message(
            chat_id,
            0,
            telegram.bot_id,
            telegram.now(),
            kind=kind,
            text=written.formatted.text,
            html=written.html,
            entities=written.formatted.entities,
            rows=markup.rows,
            file=file,
            reply_to=reply_to,
            protected=parameters.flag("protect_content"),
        )
    )
    _set_keyboard(telegram, chat, markup)
    return wire.message_json(telegram, message)


def _reply_to(chat: Chat, parameters: Parameters) -> int:
    raw = parameters.tree("reply_parameters")
    wanted = int(raw.get("message_id", 0)) if isinstance(raw, dict) else parameters.integer("reply_to_message_id")
    if not wanted:
        return 0
    found = chat.messages.get(wanted)
    if found and not found.deleted:
        return wanted
    if isinstance(raw, dict) and raw.get("allow_sending_without_reply"):
        return 0
    raise refusals.bad_request("message to be replied not found")


def _set_keyboard(telegram: FakeTelegram, chat: Chat, markup: Markup) -> None:
    if not markup.keys and not markup.remove:
        return
    chat.keyboard = markup if markup.keys else None
    telegram.tell(Event("keyboard", chat.id))
