"""The address of an invitation: the bot's own name is asked of Telegram, once, when a link is printed."""

import asyncio

from telegram import Bot
from telegram.error import TelegramError

from bot.settings import Settings


def address(settings: Settings, payload: str) -> str:
    """Give the link; when Telegram cannot be asked, the words to type to the bot instead."""
    name = asyncio.run(_name(settings))
    return f"https://t.me/{name}?start={payload}" if name else f"/start {payload}"


async def _name(settings: Settings) -> str:
    if settings.telegram_token is None:
        return ""
    try:
        async with Bot(settings.telegram_token.get_secret_value(), base_url=settings.telegram_api_url) as bot:
            return bot.username
    except TelegramError:
        return ""
