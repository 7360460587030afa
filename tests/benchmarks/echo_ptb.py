"""A plain python-telegram-bot echo, with the library's defaults."""

import os

from telegram.ext import Application, MessageHandler, filters


async def echo(update, _context):
    await update.message.reply_text(update.message.text)


def main():
    builder = Application.builder().token(os.environ["KERJALAGI_TELEGRAM_TOKEN"])
    application = builder.base_url(os.environ["KERJALAGI_TELEGRAM_API_URL"]).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(bootstrap_retries=0)


if __name__ == "__main__":
    main()
