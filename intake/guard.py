"""Decides whether handed-in bytes may be opened at all: size, type by content, compression bombs."""

import zlib
from dataclasses import dataclass
from enum import StrEnum

from intake.archive import repack
from intake.errors import Refused

MAX_FILE = 20 * 1024 * 1024  # bytes; what Telegram lets a bot fetch
MAX_UNPACKED = 50 * 1024 * 1024  # bytes
MAX_RATIO = 100
SMALL = 1024 * 1024  # bytes; whatever unpacks to less than this is harmless at any ratio

GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
FOREIGN = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"{\\rtf",
    b"7z\xbc\xaf",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
)


class Kind(StrEnum):
    """What the content turned out to be."""

    TEXT = "text"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class Admitted:
    """Content that may be opened; a workbook is packed anew by us, so that its directory tells the truth."""

    kind: Kind
    content: bytes


def admit(content: bytes) -> Admitted:
    """Look at the bytes, never at a file name, and let text and workbooks through; `.gz` is unwrapped once.

    Raises:
        Refused: empty, too_large, bomb, nested, encrypted, old_excel, not_a_table, damaged, too_many_entries.
    """
    if not content:
        raise Refused("empty")
    if len(content) > MAX_FILE:
        raise Refused("too_large", f"{len(content)} > {MAX_FILE} bytes")
    if content.startswith(GZIP):
        content = _gunzip(content)
        if content.startswith(GZIP):
            raise Refused("nested", "gzip in gzip")
    return _by_type(content)


def _by_type(content: bytes) -> Admitted:
    if content.startswith(ZIP):
        return Admitted(Kind.WORKBOOK, repack(content, unpacked=MAX_UNPACKED, ratio=MAX_RATIO, small=SMALL))
    if content.startswith(OLD_OFFICE):
        raise Refused("encrypted" if ENCRYPTED_OFFICE in content else "old_excel")
    if content.startswith(FOREIGN) or content.startswith(b"PK"):
        raise Refused("not_a_table")
    return Admitted(Kind.TEXT, content)


def _gunzip(content: bytes) -> bytes:
    """Unpack at most what the limits allow: a bomb costs no more than one over-long piece."""
    limit = min(MAX_UNPACKED, max(SMALL, MAX_RATIO * len(content)))
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(content, limit + 1)
    except zlib.error as error:
        raise Refused("damaged", "gzip") from error
    if len(plain) > limit:
        raise Refused("bomb", f"more than {limit} bytes out of {len(content)}")
    if not unpacker.eof or unpacker.unused_data:
        raise Refused("damaged", "gzip")
    if not plain:
        raise Refused("empty")
    return plain
