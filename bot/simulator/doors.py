"""The addresses a bot calls: /botTOKEN/METHOD and /file/botTOKEN/PATH."""

import asyncio
import re
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.simulator import fetching, files, methods, parameters, refusals
from bot.simulator.bell import Bell
from bot.simulator.connections import cut
from bot.simulator.shapes import Json
from bot.simulator.telegram import FakeTelegram

MAX_BODY = files.MAX_UPLOAD + files.MEGABYTE  # bytes of a whole request, with its form
_WELL_FORMED = re.compile(r"\d+:[A-Za-z0-9_-]+")


class BrokenConnection(Response):
    """No answer at all: the client sees the connection end."""

    async def __call__(self, scope: Scope, receive: Receive, _send: Send) -> None:
        """Cut, then wait until the server has noticed."""
        cut(scope)
        while (await receive())["type"] != "http.disconnect":
            pass


@dataclass(frozen=True, slots=True)
class Doors:
    """The Bot API of one simulated Telegram."""

    telegram: FakeTelegram
    bell: Bell

    def routes(self) -> list[Route]:
        """Both addresses; Telegram takes GET and POST alike."""
        return [
            Route("/bot{token}/{method}", self.call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self.download, methods=["GET"]),
        ]

    async def call(self, request: Request) -> Response:
        """One Bot API call, with whatever is to go wrong."""
        method = request.path_params["method"]
        faults = self.telegram.faults
        try:
            self._check_token(request)
            given = await _read(request)
            chat_id = given.integer("chat_id")
            await asyncio.sleep(faults.delay(method))
            if faults.drops(method, chat_id, "before"):
                return BrokenConnection()
            answer = await self._answer(method, given)
        except refusals.RefusalError as refusal:
            return JSONResponse(refusal.body(), refusal.code)
        return BrokenConnection() if faults.drops(method, chat_id, "after") else JSONResponse(answer)

    async def download(self, request: Request) -> Response:
        """The bytes of a file that getFile named."""
        try:
            self._check_token(request)
        except refusals.RefusalError as refusal:
            return JSONResponse(refusal.body(), refusal.code)
        file = self.telegram.files.at(request.path_params["path"])
        if file is None:
            return JSONResponse(refusals.not_found().body(), 404)
        return Response(file.content, media_type="application/octet-stream")

    def _check_token(self, request: Request) -> None:
        token = request.path_params["token"]
        if token == self.telegram.token:
            return
        raise refusals.unauthorized() if _WELL_FORMED.fullmatch(token) else refusals.not_found()

    async def _answer(self, method: str, given: parameters.Parameters) -> Json:
        if method.lower() != "getupdates":
            return methods.answer(self.telegram, method, given)
        self.telegram.faults.check(method, 0)
        return {"ok": True, "result": await fetching.fetch(self.telegram, self.bell, given)}


async def _read(request: Request) -> parameters.Parameters:
    if int(request.headers.get("content-length", "0")) > MAX_BODY:
        raise refusals.RefusalError(413, "Request Entity Too Large")
    body = await request.body()
    return parameters.read(body, request.headers.get("content-type", ""), request.url.query)
