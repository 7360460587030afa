"""Button data that cannot be forged: action, argument and a signature bound to the person it was made for."""

import base64
import hmac

from jkp.membership.sealed import Sealer

MOST_BYTES = 64  # Telegram's limit
SIGNATURE_BYTES = 8


def _message(person_id: int, action: str, argument: str) -> str:
    return f"button|{person_id}|{action}|{argument}"


def _text(signature: bytes) -> str:
    return base64.urlsafe_b64encode(signature[:SIGNATURE_BYTES]).decode().rstrip("=")


def sign(sealer: Sealer, person_id: int, action: str, argument: str) -> str:
    """Make the data of a button for one person.

    Raises:
        ValueError: it does not fit Telegram's 64 bytes; the action or its argument must become shorter.
    """
    data = f"{action}:{argument}:{_text(sealer.sign(_message(person_id, action, argument)))}"
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"the button {action!r} takes {len(data.encode())} bytes, more than {MOST_BYTES}")
    return data


def read(sealer: Sealer, person_id: int, data: str) -> tuple[str, str] | None:
    """Give action and argument if this very person was given this button, else None."""
    action, _, rest = data.partition(":")
    argument, _, given = rest.rpartition(":")
    expected = (_text(signature) for signature in sealer.signatures(_message(person_id, action, argument)))
    return (action, argument) if any(hmac.compare_digest(given.encode(), one.encode()) for one in expected) else None
