"""What people type in a chat made comparable: clauses of plain words, with chat spellings written out."""

import re
import unicodedata
from functools import cache

from bot.services import phrasebook
from matching.wording import words

_LONG_DRAWN = re.compile(r"([a-z])\1{2,}")
_APOSTROPHES = re.compile(r"['\u2018\u2019`]")
_SPLIT_VERB = re.compile(
    r"\bdi (?=pukul|gebuk|hajar|tampar|siksa|aniaya|sekap|kurung|kunci|perkosa|leceh|tahan|sita|ancam|culik|jual|paksa"
    r"|bunuh|bacok|bakar|banting|bekap|bentur|buang|cekik|dera|gampar|injak|jambak|lempar|rampas|tendang|tonjok)"
)
_CLAUSE = re.compile(r"[.,;!?\n]+| (?:dan|tapi|tetapi|malah|terus|lalu|and|but|then|terus) ")


def plain(text: str) -> str:
    """Write a text out in plain words, one space between them."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    drawn = _LONG_DRAWN.sub(r"\1", _APOSTROPHES.sub("", ascii_text.replace("_", " ")))
    spoken = " ".join(_spellings().get(word, word) for word in words(drawn))
    return _SPLIT_VERB.sub("di", spoken)


def clauses(text: str) -> tuple[str, ...]:
    """Split a text at its stops and joining words, so that a "not" is not carried into the next clause."""
    padded = unicodedata.normalize("NFKC", text).casefold()
    return tuple(found for part in _CLAUSE.split(padded) if (found := plain(part)))


@cache
def _spellings() -> dict[str, str]:
    return {row["written"]: row["meaning"] for row in phrasebook.rows("spellings.csv")}
