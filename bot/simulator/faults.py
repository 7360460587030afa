"""Switches that make Telegram fail on purpose: errors, slowness, broken connections."""

from dataclasses import dataclass, field
from threading import Lock
from typing import Literal

from bot.simulator import refusals

When = Literal["before", "after"]
ANY = "*"


@dataclass(slots=True)
class _Fault:
    method: str
    left: int
    code: int = 0  # 0 = the connection breaks
    retry_after: int | None = None
    when: When = "before"
    chat_id: int | None = None

    def meets(self, method: str, chat_id: int) -> bool:
        named = self.method in {ANY, method.lower()}
        return self.left > 0 and named and self.chat_id in {None, chat_id}


@dataclass(slots=True)
class Faults:
    """What is to go wrong next. `method` is a Bot API method, in any case, or "*" for all but getUpdates."""

    latency: float = 0.0  # seconds added to every answer
    latencies: dict[str, float] = field(default_factory=dict)  # seconds by method, lower case
    happened: int = 0
    _due: list[_Fault] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def fail_next(
        self, method: str, code: int, *, retry_after: int | None = None, times: int = 1, chat_id: int | None = None
    ) -> None:
        """The next `times` calls are answered with an error and have no effect; retry_after in seconds."""
        self._add(_Fault(method.lower(), times, code=code, retry_after=retry_after, chat_id=chat_id))

    def drop_next(self, method: str, *, when: When = "before", times: int = 1, chat_id: int | None = None) -> None:
        """The next `times` connections break without an answer, before or after the call had its effect."""
        self._add(_Fault(method.lower(), times, when=when, chat_id=chat_id))

    def slow(self, seconds: float, method: str = ANY) -> None:
        """Every answer (or one method's) takes so many seconds longer; 0 ends it."""
        if method == ANY:
            self.latency = seconds
        else:
            self.latencies[method.lower()] = seconds

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        with self._lock:
            self._due.clear()
        self.latency = 0.0
        self.latencies.clear()

    def delay(self, method: str) -> float:
        """Seconds to wait before this method is answered."""
        return self.latencies.get(method.lower(), self.latency)

    def drops(self, method: str, chat_id: int, when: When) -> bool:
        """Whether this connection is to break now; counts the switch down."""
        return self._take(method, chat_id, code=False, when=when) is not None

    def check(self, method: str, chat_id: int) -> None:
        """Raise the error that is due for this call, if any."""
        fault = self._take(method, chat_id, code=True, when="before")
        if fault:
            raise refusals.injected(fault.code, fault.retry_after)

    def _add(self, fault: _Fault) -> None:
        with self._lock:
            self._due.append(fault)

    def _take(self, method: str, chat_id: int, *, code: bool, when: When) -> _Fault | None:
        with self._lock:
            for fault in self._due:
                if fault.method == ANY and method.lower() == "getupdates":
                    continue
                if bool(fault.code) == code and fault.when == when and fault.meets(method, chat_id):
                    fault.left -= 1
                    self.happened += 1
                    return fault
        return None
