"""Connections that can be cut from inside a request, as a failing network would."""

import asyncio
from typing import Any

from starlette.types import Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

_OPEN: dict[tuple[Any, Any], asyncio.Transport] = {}


class CuttableProtocol(H11Protocol):
    """Uvicorn's protocol that remembers which transport serves which pair of addresses."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # uvicorn's own narrowing
        """Remember the transport."""
        super().connection_made(transport)
        _OPEN[self.client, self.server] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        _OPEN.pop((self.client, self.server), None)
        super().connection_lost(exc)


def cut(scope: Scope) -> None:
    """End this request's connection at once, without a byte of answer."""
    transport = _OPEN.get((scope["client"], scope["server"]))
    if transport:
        transport.abort()
