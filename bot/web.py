"""The web door: Telegram's webhook, and what an operator's machines ask (/healthz, /readyz, /metrics)."""

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import text
from sqlmodel import Session
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Bot, Update

from bot import log, metrics
from bot.deps import Deps

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
HOOK_PATH = "/telegram"
MOST_BYTES = 1_000_000
MOST_UPDATE_ID = 2**63  # what a row can hold

Receive = Callable[[Update], Awaitable[None]]

_log = log.get(__name__)


def build(deps: Deps, bot: Bot | None = None, receive: Receive | None = None, secret: str = "") -> Starlette:
    """Make the web application; without a receiver there is no webhook, only the operator's pages."""
    operator = _Operator(deps)
    routes = [
        Route("/healthz", operator.healthz),
        Route("/readyz", operator.readyz),
        Route("/metrics", operator.metrics),
    ]
    if receive is not None and bot is not None:
        routes.append(Route(HOOK_PATH, _Webhook(bot, receive, secret).post, methods=["POST"]))
    return Starlette(routes=routes)


class _Webhook:
    def __init__(self, bot: Bot, receive: Receive, secret: str) -> None:
        self._bot = bot
        self._receive = receive
        self._secret = secret

    async def post(self, request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not self._secret or not hmac.compare_digest(given.encode(), self._secret.encode()):
            return Response(status_code=403)
        update = self._read(await _body(request))
        if update is None:
            return Response(status_code=400)
        await self._receive(update)  # stored before Telegram hears 200
        return Response(status_code=200)

    def _read(self, body: bytes | None) -> Update | None:
        try:
            value: Any = json.loads(body or b"")
            update = Update.de_json(value, self._bot)
            return update if type(update.update_id) is int and 0 <= update.update_id < MOST_UPDATE_ID else None
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            _log.warning("a webhook call that is no update")
            return None


async def _body(request: Request) -> bytes | None:
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > MOST_BYTES:
            return None
    return bytes(parts)


class _Operator:
    def __init__(self, deps: Deps) -> None:
        self._deps = deps

    async def healthz(self, _request: Request) -> Response:
        return PlainTextResponse("alive\n")

    async def readyz(self, _request: Request) -> Response:
        try:
            await self._deps.database.do(_touch)
        except Exception:  # noqa: BLE001 - any failure means: send no traffic here
            return PlainTextResponse("the database does not answer\n", status_code=503)
        return PlainTextResponse("ready\n")

    async def metrics(self, _request: Request) -> Response:
        return Response(await self._deps.database.do(metrics.page), media_type="text/plain; version=0.0.4")


def _touch(session: Session) -> None:
    session.execute(text("SELECT 1"))
