"""The real python-telegram-bot talks to the simulator, by polling and by webhook."""

import asyncio
import contextlib
import socket
import threading
import time

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from telegram import (
    Bot,
    BotCommand,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application, CallbackQueryHandler, ChatMemberHandler, CommandHandler, MessageHandler, filters

from bot.simulator.people import person
from bot.simulator.telegram import SIMULATOR_TOKEN
from tests.bot.simulator.conftest import BUDI, SITI

SECRET = "a-secret_1"


async def greet(update, context):
    rows = [[InlineKeyboardButton("Ulang", callback_data="again")]]
    payload = " ".join(context.args)
    await update.effective_chat.send_message(
        f"<b>Halo</b> {update.effective_user.first_name} {payload}", "HTML", reply_markup=InlineKeyboardMarkup(rows)
    )


async def again(update, _context):
    await update.callback_query.answer("Baik")
    await update.callback_query.edit_message_text("Diulang")


async def echo(update, _context):
    await update.effective_message.reply_text(update.effective_message.text)


async def measure(update, _context):
    file = await update.effective_message.document.get_file()
    content = await file.download_as_bytearray()
    await update.effective_message.reply_document(bytes(content)[::-1], filename="balik.txt", caption=f"{len(content)}")


async def gone(update, context):
    context.bot_data["membership"] = update.my_chat_member.new_chat_member.status


async def swallow(_update, _context):
    """Errors are looked at by their effect."""


def echo_bot(server, **options):
    builder = Application.builder().token(SIMULATOR_TOKEN).base_url(server.base_url).base_file_url(server.base_file_url)
    for name, value in options.items():
        getattr(builder, name)(value)
    app = builder.build()
    app.add_handler(CommandHandler("start", greet))
    app.add_handler(CallbackQueryHandler(again))
    app.add_handler(MessageHandler(filters.Document.ALL, measure))
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.add_handler(ChatMemberHandler(gone))
    app.add_error_handler(swallow)
    return app


@contextlib.contextmanager
def in_a_thread(serving):
    """Run a coroutine function in a loop of its own until the block ends; it gets the event that ends it."""
    ready, box = threading.Event(), {}

    async def main():
        box["end"], box["loop"] = asyncio.Event(), asyncio.get_running_loop()
        await serving(box["end"], ready.set)

    thread = threading.Thread(target=lambda: asyncio.run(main()))
    thread.start()
    assert ready.wait(10)
    try:
        yield
    finally:
        box["loop"].call_soon_threadsafe(box["end"].set)
        thread.join(10)


def polling(app):
    async def serve(end, ready):
        async with app:
            await app.updater.start_polling(timeout=10, allowed_updates=Update.ALL_TYPES)
            await app.start()
            ready()
            await end.wait()
            await app.updater.stop()
            await app.stop()

    return serve


def test_a_polling_bot_answers_edits_and_returns_files(server, telegram):
    siti = person(telegram, SITI)

    with in_a_thread(polling(echo_bot(server))):
        siti.start("vac_1")
        hello = telegram.wait_for(lambda now: now.said(siti.id))[0]
        query = siti.press("Ulang")
        telegram.wait_for(lambda now: now.said(siti.id)[0].text == "Diulang")
        siti.send_document(b"abc", "maju.txt", mime="text/plain")
        document = telegram.wait_for(lambda now: now.said(siti.id)[1:])[0]

    assert hello.text == "Halo Siti Contoh vac_1"
    assert hello.labels == ("Ulang",)
    assert telegram.queries[query].text == "Baik"
    assert (document.file.content, document.file.name, document.text) == (b"cba", "balik.txt", "3")
    assert telegram.updates.waiting == []


def test_a_polling_bot_lives_through_errors_and_broken_connections(server, telegram):
    siti = person(telegram, SITI)

    with in_a_thread(polling(echo_bot(server))):
        siti.start()
        telegram.wait_for(lambda now: now.said(siti.id))
        telegram.faults.fail_next("getUpdates", 502)
        telegram.faults.drop_next("getUpdates")
        telegram.faults.drop_next("sendMessage", when="after")
        siti.say("satu")
        telegram.wait_for(lambda now: len(now.said(siti.id)) == 2, timeout=10)
        siti.say("dua")
        telegram.wait_for(lambda now: len(now.said(siti.id)) == 3, timeout=15)

    assert [message.text for message in telegram.said(siti.id)[1:]] == ["satu", "dua"]


def test_the_bot_learns_of_being_blocked(server, telegram):
    siti = person(telegram, SITI)
    app = echo_bot(server)

    with in_a_thread(polling(app)):
        siti.start()
        telegram.wait_for(lambda now: now.said(siti.id))
        siti.block()
        deadline = time.monotonic() + 5
        while "membership" not in app.bot_data and time.monotonic() < deadline:
            time.sleep(0.02)

    assert app.bot_data["membership"] == "kicked"


def pushed(app, listening, take):
    """Serve a webhook for the application until the block ends."""

    async def serve(end, ready):
        routes = Starlette(routes=[Route("/hook", take, methods=["POST"])])
        web = uvicorn.Server(uvicorn.Config(routes, log_config=None, log_level="critical"))
        task = asyncio.create_task(web.serve(sockets=[listening]))
        async with app:
            await app.start()
            url = f"http://127.0.0.1:{listening.getsockname()[1]}/hook"
            await app.bot.set_webhook(url, secret_token=SECRET, allowed_updates=Update.ALL_TYPES)
            ready()
            await end.wait()
            await app.stop()
        web.should_exit = True
        await task

    return serve


def test_a_bot_behind_a_webhook_gets_every_update_in_order_with_the_secret(server, telegram):
    siti, budi = person(telegram, SITI), person(telegram, BUDI)
    app = echo_bot(server, updater=None)
    secrets, failures = [], [500, 403]

    async def take(request):
        secrets.append(request.headers.get("x-telegram-bot-api-secret-token"))
        if failures:
            return Response(status_code=failures.pop())
        await app.update_queue.put(Update.de_json(await request.json(), app.bot))
        return Response()

    with socket.create_server(("127.0.0.1", 0)) as listening, in_a_thread(pushed(app, listening, take)):
        siti.start()
        budi.start()
        for word in "abc":
            siti.say(word)
        telegram.wait_for(lambda now: len(now.said(siti.id)) == 4 and now.said(budi.id), timeout=10)

    assert [message.text for message in telegram.said(siti.id)[1:]] == ["a", "b", "c"]
    assert secrets == [SECRET] * 7
    assert telegram.updates.webhook.last_error.startswith("Wrong response from the webhook: ")
    assert telegram.updates.waiting == []


def with_bot(server, act):
    """Run one act with the library's bot."""

    async def main():
        app = Application.builder().token(SIMULATOR_TOKEN).base_url(server.base_url).updater(None).build()
        async with app:
            return await act(app.bot)

    return asyncio.run(main())


def test_the_library_understands_every_refusal(server, telegram, siti, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")

    async def act(bot):
        with pytest.raises(BadRequest, match=r"[Cc]hat not found"):
            await bot.send_message(404, "x")
        rows = [[InlineKeyboardButton("x", callback_data="é" * 40)]]
        with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
            await bot.send_message(siti.id, "x", reply_markup=InlineKeyboardMarkup(rows))
        telegram.faults.fail_next("sendMessage", 429, retry_after=3)
        with pytest.raises(RetryAfter) as wait:
            await bot.send_message(siti.id, "x")
        siti.block()
        with pytest.raises(Forbidden, match="blocked"):
            await bot.send_message(siti.id, "x")
        telegram.faults.drop_next("getMe")
        with pytest.raises(NetworkError):
            await bot.get_me()
        await bot.set_webhook("https://bot.example/hook")
        with pytest.raises(Conflict):
            await bot.get_updates()
        return wait.value.retry_after

    assert with_bot(server, act).total_seconds() == 3


def test_the_library_finds_a_wrong_token(server):
    async def main():
        bot = Bot("123:wrong", base_url=server.base_url)
        with pytest.raises(InvalidToken):
            await bot.initialize()
        await bot.shutdown()

    asyncio.run(main())


def test_the_library_reads_every_answer(server, telegram, siti):
    async def act(bot):
        rows = [
            [
                InlineKeyboardButton("Situs", url="https://a.id/x"),
                InlineKeyboardButton("Salin", copy_text=CopyTextButton("1")),
            ]
        ]
        sent = await bot.send_message(siti.id, "x", reply_markup=InlineKeyboardMarkup(rows), protect_content=True)
        assert sent.reply_markup.inline_keyboard[0][1].copy_text.text == "1"
        assert sent.has_protected_content
        keys = ReplyKeyboardMarkup([[KeyboardButton("Nomor", request_contact=True)]], one_time_keyboard=True)
        await bot.send_message(siti.id, "x", reply_markup=keys)
        await bot.send_message(siti.id, "x", reply_markup=ReplyKeyboardRemove())
        await bot.send_photo(siti.id, b"jpeg", caption="x")
        await bot.send_chat_action(siti.id, "typing")
        await bot.edit_message_reply_markup(siti.id, sent.message_id)
        await bot.delete_messages(siti.id, [sent.message_id])
        await bot.set_my_commands([BotCommand("status", "Status")], language_code="id")
        assert (await bot.get_my_commands(language_code="id"))[0].command == "status"
        await bot.set_my_description("x")
        await bot.set_my_short_description("x")
        await bot.set_chat_menu_button(siti.id, MenuButtonCommands())
        assert (await bot.get_webhook_info()).pending_update_count == 1
        return await bot.get_chat(siti.id)

    assert with_bot(server, act).first_name == "Siti Contoh"
