"""The parameters of one call, however they arrive: JSON, form, multipart or in the address."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

from bot.simulator import refusals

_NAME = re.compile(rb'\bname="([^"]*)"', re.IGNORECASE)
_FILENAME = re.compile(rb'filename="([^"]*)"', re.IGNORECASE)
_TYPE = re.compile(rb"content-type:\s*([^\r\n;]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file inside a multipart call."""

    name: str
    mime: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Parameters:
    """Read by type; what is missing is empty, what is wrong is refused in Telegram's words."""

    values: Mapping[str, Any] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        value = self.text(name)
        return int(value) if re.fullmatch(r"-?\d+", value) else default

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "1", "yes"}

    def tree(self, name: str) -> Any:
        """A parameter that is itself JSON: a keyboard, a list of commands."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise refusals.bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def listing(self, name: str) -> list[Any]:
        value = self.tree(name)
        return value if isinstance(value, list) else []

    def plain(self) -> dict[str, Any]:
        """The call as one readable object: JSON parameters parsed, files as name and size."""
        out: dict[str, Any] = {name: _readable(value) for name, value in self.values.items()}
        out.update({name: {"name": file.name, "size": len(file.content)} for name, file in self.uploads.items()})
        return out


def read(body: bytes, content_type: str, query: str) -> Parameters:
    """Parameters from a request; the address counts least.

    Raises:
        RefusalError: 400 for a body that is not what its header says.
    """
    values: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True))
    if content_type.startswith("multipart/form-data"):
        fields, uploads = _multipart(body, content_type)
        return Parameters({**values, **fields}, uploads)
    if content_type.startswith("application/json"):
        return Parameters({**values, **_json(body)})
    values.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return Parameters(values)


def _json(body: bytes) -> dict[str, Any]:
    try:
        tree = json.loads(body or b"{}")
    except ValueError:
        raise refusals.bad_request("can't parse JSON object") from None
    if not isinstance(tree, dict):
        raise refusals.bad_request("expected an Object")
    return tree


def _multipart(body: bytes, content_type: str) -> tuple[dict[str, str], dict[str, Upload]]:
    found = re.search(r'boundary="?([^";]+)"?', content_type)
    if not found:
        raise refusals.bad_request("boundary not found in multipart/form-data")
    fields: dict[str, str] = {}
    uploads: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + found[1].encode())[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        name = _first(_NAME, head)
        filename = _first(_FILENAME, head)
        if filename or b"filename" in head:
            uploads[name] = Upload(filename, _first(_TYPE, head) or "application/octet-stream", content)
        else:
            fields[name] = content.decode("utf-8", "replace")
    return fields, uploads


def _first(pattern: re.Pattern[bytes], head: bytes) -> str:
    found = pattern.search(head)
    return unquote(found[1].decode("utf-8", "replace")).strip() if found else ""


def _readable(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
