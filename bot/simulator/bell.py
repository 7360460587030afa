"""A bell that any thread can ring and coroutines of the server wait for."""

import asyncio
from dataclasses import dataclass, field


@dataclass(slots=True)
class Bell:
    """Rung on every change, so that long polls, pushes and pages look again. Once stopped nobody waits any more."""

    stopped: bool = False
    _loop: asyncio.AbstractEventLoop | None = None
    _waiting: set[asyncio.Event] = field(default_factory=set)

    def hang(self) -> None:
        """Bind to the running loop."""
        self._loop = asyncio.get_running_loop()

    def ring(self) -> None:
        """Wake everybody; from any thread."""
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)

    def stop(self) -> None:
        """Wake everybody for good; from any thread."""
        self.stopped = True
        self.ring()

    async def wait(self, seconds: float) -> None:
        """Return at the next ring, at once when stopped, or after so many seconds."""
        if self.stopped:
            return
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except TimeoutError:
            return
        finally:
            self._waiting.discard(event)

    def _wake(self) -> None:
        for event in self._waiting:
            event.set()
