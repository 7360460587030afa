"""Bytes to text, as files are really saved in Indonesia: UTF-8 with or without mark, UTF-16, cp1252."""

import codecs
import re
import unicodedata

from intake.errors import Refused

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
SAMPLE = 4096  # bytes
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(content: bytes) -> str:
    """Decode text whose encoding nobody told us.

    Raises:
        Refused: not_text, when no encoding fits or the result is full of control characters.
    """
    encoding, start = _encoding(content)
    try:
        text = content[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("not_text", encoding) from error
    if BINARY.search(text):
        raise Refused("not_text", "control characters")
    return text


def clean(text: str) -> str:
    """Trim a cell and take out what no database or screen wants: control characters, lone surrogates, odd spaces."""
    if text.isascii() and text.isprintable():
        return text.strip()
    composed = unicodedata.normalize("NFC", UNWANTED.sub("", text))
    return composed.replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n").strip()


def _encoding(content: bytes) -> tuple[str, int]:
    """Name the encoding and how many bytes its mark takes."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding, len(mark)
    return _unmarked(content), 0


def _unmarked(content: bytes) -> str:
    sample = content[:SAMPLE]
    zeros_even, zeros_odd = sample[::2].count(0), sample[1::2].count(0)
    if zeros_odd > len(sample) // 4 and not zeros_even:
        return "utf-16-le"
    if zeros_even > len(sample) // 4 and not zeros_odd:
        return "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
