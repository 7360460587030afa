"""Structured logs that cannot leak: only named fields pass, and anything shaped like a secret is struck out."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED = frozenset(
    {
        "event", "level", "logger", "timestamp", "update_id", "action", "step", "kind", "job", "count", "seconds",
        "error", "error_type", "where", "method", "status", "retry_after", "version", "database", "mode", "port",
        "lane", "attempts", "code", "topic", "path", "frames",
    }
)  # fmt: skip
INNER = frozenset({"_record", "_from_structlog"})  # the formatter's own, never printed
STRUCK = "[removed]"
SECRET_SHAPES = re.compile(
    r"\d{6,12}:[A-Za-z0-9_-]{20,}"  # a bot token
    r"|(?<![0-9A-Za-z])\d{16}(?!\d)"  # a NIK
    r"|(?<![0-9A-Za-z])\d{11}(?!\d)"  # a KPJ
    r"|(?<![0-9A-Za-z])(?:\+?62|0)8\d{7,11}"  # an Indonesian mobile number
)

Event = MutableMapping[str, Any]


def strike(text: str) -> str:
    """Strike out tokens, NIK, KPJ and phone numbers wherever they stand."""
    return SECRET_SHAPES.sub(STRUCK, text)


def _only_allowed(_logger: Any, _name: str, event: Event) -> Event:
    return {key: value for key, value in event.items() if key in ALLOWED | INNER}


def _first_line(_logger: Any, _name: str, event: Event) -> Event:
    """Cut what a library says to its first line: what follows may be an error's own words or a statement's values."""
    return {**event, "event": str(event.get("event", "")).partition("\n")[0]}


def _struck(_logger: Any, _name: str, event: Event) -> Event:
    return {key: strike(value) if isinstance(value, str) else value for key, value in event.items()}


def _error_without_values(_logger: Any, _name: str, event: Event) -> Event:
    """Keep the type and the place of an error; its message may quote what a person wrote."""
    problem = event.pop("exc_info", None)
    if problem is True:
        problem = sys.exc_info()
    error = problem[1] if isinstance(problem, tuple) else problem
    if isinstance(error, BaseException):
        event["error_type"] = type(error).__name__
        event["frames"] = _frames(error)
    return event


def _frames(error: BaseException, most: int = 6) -> list[str]:
    found = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return found[-most:]


def set_up(level: int = logging.INFO) -> None:
    """Send every log of the process, also the libraries', through the same strict path to standard error."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _error_without_values,
        _only_allowed,
        _struck,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_first_line, *shared],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for noisy in ("httpx", "httpcore", "telegram", "uvicorn", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)  # httpx prints the token inside addresses
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a tick that is still busy is passed over on purpose


def get(name: str) -> Any:
    """Give a logger; fields outside ALLOWED are dropped, so a new field is added there on purpose."""
    return structlog.stdlib.get_logger(name)
