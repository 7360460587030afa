"""What Telegram sent, freed from Telegram's classes."""

from telegram import CallbackQuery, Message, Update

from bot.chat.turn import Contact, Incoming, Place


def incoming(update: Update) -> Incoming | None:
    """Read an update of a private talk; None when there is no person in it (channels, anonymous admins)."""
    user = update.effective_user
    if user is None or user.is_bot:
        return None
    said = Incoming(
        update_id=update.update_id,
        person_id=user.id,
        first_name=user.first_name,
        app_language=(user.language_code or "").partition("-")[0] or None,  # "en-GB" is English
    )
    if update.callback_query is not None:
        return _pressed(said, update.callback_query)
    message = update.effective_message
    return _typed(said, message) if message is not None else said


def _pressed(said: Incoming, query: CallbackQuery) -> Incoming:
    message_id = query.message.message_id if query.message is not None else None
    return Incoming(
        update_id=said.update_id,
        person_id=said.person_id,
        first_name=said.first_name,
        app_language=said.app_language,
        message_id=message_id,
        pressed=message_id,
        data=query.data or "",
    )


def _typed(said: Incoming, message: Message) -> Incoming:
    text = message.text or message.caption or ""
    contact = message.contact
    place = message.location
    return Incoming(
        update_id=said.update_id,
        person_id=said.person_id,
        first_name=said.first_name,
        app_language=said.app_language,
        message_id=message.message_id,
        text=text,
        contact=Contact(contact.phone_number, contact.user_id) if contact is not None else None,
        place=Place(place.latitude, place.longitude) if place is not None else None,
    )
