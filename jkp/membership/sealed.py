"""The encrypted column: AES-256-GCM bound to its row, with an HMAC blind index for look-ups.

A sealed value starts with a version byte and the four-byte id of its key, so that keys can be rotated row by row. The
place (`table.column:row key`) is authenticated with it: a value copied to another row does not open.

SealError
├── KeyUnknown   sealed with a key that is not among ours (lost or not configured)
└── Tampered     damaged, or moved from another row
"""

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = b"\x01"
KEY_BYTES = 32
ID_BYTES = 4
NONCE_BYTES = 12


class SealError(Exception):
    """A sealed value cannot be opened."""


class KeyUnknown(SealError):
    """The value was sealed with a key that we do not have."""


class Tampered(SealError):
    """The value is damaged or stands in the wrong place."""


def new_key() -> str:
    """Make a fresh secret key, as it stands in KERJALAGI_SECRET_KEY (base64 of 32 random bytes)."""
    return base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=b"kerjalagi:" + purpose).derive(master)


@dataclass(frozen=True, slots=True)
class _Key:
    id: bytes
    seal: AESGCM
    index: bytes
    sign: bytes


def _key(text: str) -> _Key:
    try:
        master = base64.urlsafe_b64decode(text.strip())
    except (binascii.Error, ValueError):
        master = b""
    if len(master) != KEY_BYTES:
        raise ValueError("a secret key is the base64 of 32 bytes; `kerjalagi doctor --new-key` prints one")
    return _Key(
        id=hashlib.sha256(master).digest()[:ID_BYTES],
        seal=AESGCM(_derive(master, b"seal")),
        index=_derive(master, b"index"),
        sign=_derive(master, b"sign"),
    )


class Sealer:
    """Seals and opens values; the first key seals, all keys open. Keys are text as `new_key` makes them."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise ValueError("at least one secret key is needed")
        self._keys = [_key(text) for text in keys]

    @property
    def key_id(self) -> str:
        """Name the current key (hex), without telling anything about it."""
        return self._keys[0].id.hex()

    def seal(self, plain: str, place: str) -> bytes:
        """Encrypt a text for one place (`table.column:row key`)."""
        key = self._keys[0]
        nonce = os.urandom(NONCE_BYTES)
        head = VERSION + key.id
        return head + nonce + key.seal.encrypt(nonce, plain.encode(), head + place.encode())

    def open(self, sealed: bytes, place: str) -> str:
        """Decrypt what was sealed for this very place.

        Raises:
            KeyUnknown: none of our keys sealed it.
            Tampered: it is damaged or was sealed for another place.
        """
        head, rest = sealed[: 1 + ID_BYTES], sealed[1 + ID_BYTES :]
        key = next((key for key in self._keys if VERSION + key.id == head), None)
        if key is None:
            raise KeyUnknown(f"sealed with key {sealed[1 : 1 + ID_BYTES].hex()}, which is not configured")
        try:
            return key.seal.decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], head + place.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise Tampered(f"the value at {place.partition(':')[0]} does not open") from error

    def is_current(self, sealed: bytes) -> bool:
        """Whether the value is sealed with the current key (rotation is done with it)."""
        return sealed[: 1 + ID_BYTES] == VERSION + self._keys[0].id

    def blind(self, value: str, field: str) -> str:
        """Index an identifier without storing it: equal values give equal hex, per field, under the current key."""
        return self._blind(self._keys[0], value, field)

    def blinds(self, value: str, field: str) -> list[str]:
        """Give the index under every key we have, for look-ups while a rotation is on its way."""
        return [self._blind(key, value, field) for key in self._keys]

    def sign(self, message: str) -> bytes:
        """Sign a short message (buttons); 32 bytes."""
        return hmac.digest(self._keys[0].sign, message.encode(), "sha256")

    def signatures(self, message: str) -> list[bytes]:
        """Give the signature under every key, so that buttons sent before a rotation still work."""
        return [hmac.digest(key.sign, message.encode(), "sha256") for key in self._keys]

    @staticmethod
    def _blind(key: _Key, value: str, field: str) -> str:
        return hmac.digest(key.index, f"{field}:{value}".encode(), "sha256").hex()
