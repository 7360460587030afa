"""A plain aiogram echo, with the library's defaults."""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message):
    await message.answer(message.text)


async def main():
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["SIMULATOR_URL"]))
    await dispatcher.start_polling(Bot(os.environ["KERJALAGI_TELEGRAM_TOKEN"], session=session))


if __name__ == "__main__":
    asyncio.run(main())
