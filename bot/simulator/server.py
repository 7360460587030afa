"""The simulator as a running server on this machine: starts on a free or given port, stops within a second."""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.simulator import page
from bot.simulator.bell import Bell
from bot.simulator.connections import CuttableProtocol
from bot.simulator.control import Control
from bot.simulator.doors import Doors
from bot.simulator.fetching import Pusher
from bot.simulator.shapes import User
from bot.simulator.telegram import FakeTelegram

LOOPBACK = ("127.0.0.1", "localhost")
START_SECONDS = 10.0


class OwnPageOnly:
    """Refuses acts that another website's script asks a visitor's browser to do."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on everything but a foreign page's request."""
        request = Request(scope) if scope["type"] == "http" else None
        origin = request.headers.get("origin") if request else None
        foreign = request is not None and origin is not None and urlsplit(origin).netloc != request.headers.get("host")
        answer: Response | ASGIApp = JSONResponse({"error": "another site's page"}, 403) if foreign else self.app
        await answer(scope, receive, send)


def build(telegram: FakeTelegram, bell: Bell, *, on_clock: Callable[[int], None] | None = None) -> Starlette:
    """The ASGI application: Bot API, control and page."""

    @contextlib.asynccontextmanager
    async def running(_app: Starlette) -> AsyncIterator[None]:
        bell.hang()
        unwatch = telegram.watch(lambda _event: bell.ring())
        pusher = asyncio.create_task(Pusher(telegram, bell).run())
        yield
        unwatch()
        pusher.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await pusher

    routes = [*Doors(telegram, bell).routes(), *Control(telegram, bell, on_clock).routes(), *page.routes()]
    guards = [Middleware(TrustedHostMiddleware, allowed_hosts=list(LOOPBACK)), Middleware(OwnPageOnly)]
    return Starlette(routes=routes, middleware=guards, lifespan=running)


@dataclass(slots=True)
class SimulatorServer:
    """A server in a thread of its own; a context manager.

    Raises:
        ValueError: for a host other than this machine's loopback.
    """

    telegram: FakeTelegram
    port: int = 0  # 0 = any free one
    host: str = "127.0.0.1"
    on_clock: Callable[[int], None] | None = None
    bell: Bell = field(default_factory=Bell)
    _server: uvicorn.Server | None = None
    _thread: threading.Thread | None = None

    def __post_init__(self) -> None:
        if self.host not in LOOPBACK:
            raise ValueError("the simulator serves this machine only")

    @property
    def url(self) -> str:
        """The chat page's address, without a slash at the end."""
        return f"http://{self.host}:{self.port}"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot's `base_url` takes."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot's `base_file_url` takes."""
        return f"{self.url}/file/bot"

    def start(self) -> Self:
        """Serve; returns when the first request can be answered. OSError when the port is taken."""
        listening = _listening(self.host, self.port)
        self.port = listening.getsockname()[1]
        app = build(self.telegram, self.bell, on_clock=self.on_clock)
        config = uvicorn.Config(
            app,
            http=CuttableProtocol,
            ws="none",
            log_config=None,
            log_level="critical",
            access_log=False,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, args=(listening,), name="simulator", daemon=True)
        self._thread.start()
        self._await_start()
        return self

    def stop(self) -> None:
        """Wake every long poll, let go of every connection, end the thread."""
        if self._server is None or self._thread is None:
            return
        self.bell.stop()
        self._server.should_exit = True
        self._thread.join(START_SECONDS)
        self._server = self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def _run(self, listening: socket.socket) -> None:
        if self._server:
            self._server.run(sockets=[listening])

    def _await_start(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while self._server and not self._server.started:
            if time.monotonic() > deadline or not (self._thread and self._thread.is_alive()):
                raise RuntimeError("the simulator did not start")
            time.sleep(0.005)


def _listening(host: str, port: int) -> socket.socket:
    # The protocol is named because asyncio turns Nagle's delay (40 ms an answer here) off only where it is.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(512)
    except OSError:
        listening.close()
        raise
    return listening


def serve(
    telegram: FakeTelegram,
    *,
    port: int = 0,
    roles: Sequence[User] = (),
    on_clock: Callable[[int], None] | None = None,
) -> SimulatorServer:
    """Start the chat page for these roles on this machine and give the running server; prints nothing.

    `on_clock(days)` is called by the page's clock buttons; `telegram.now()` is the date it shows.

    Raises:
        OSError: when the port is taken.
    """
    for role in roles:
        telegram.add_user(role)
    return SimulatorServer(telegram, port, on_clock=on_clock).start()
