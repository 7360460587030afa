"""Words for the printed page: without the chat's markup and icons, in letters that every PDF reader has by itself."""

import re
from html import unescape
from unicodedata import category, normalize

ENCODING = "latin-1"
UNKNOWN = "?"
_TAG = re.compile(r"</?[a-z][^<>]*>")
_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_ALIKE = str.maketrans(
    {
        "\N{BULLET}": "\N{MIDDLE DOT}", "\N{HORIZONTAL ELLIPSIS}": "...", "\N{RIGHTWARDS ARROW}": ">",
        "\N{EN DASH}": "-", "\N{EM DASH}": "-", "\N{MINUS SIGN}": "-",
        "\N{LEFT SINGLE QUOTATION MARK}": "'", "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"', "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{GREATER-THAN OR EQUAL TO}": ">=", "\N{LESS-THAN OR EQUAL TO}": "<=", "\N{EURO SIGN}": "EUR",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "œ": "oe", "Œ": "OE",
    }
)  # fmt: skip
_DROPPED = frozenset({"So", "Sk", "Sm", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Mc"})


def plain(words: str) -> str:
    """Give what the chat says without its tags and escapes; pictures fall away, the words beside them stay."""
    return latin(unescape(_TAG.sub("", words)))


def latin(words: str) -> str:
    """Write words in Latin-1: accents it lacks are left off, other scripts become question marks; never an error."""
    composed = normalize("NFC", words).translate(_ALIKE)
    kept = "".join(_letter(each) for each in composed)
    return "\n".join(_SPACES.sub(" ", line).strip() for line in kept.split("\n")).strip("\n")


def _letter(letter: str) -> str:
    if letter == "\n" or (letter.isprintable() and _fits(letter)):
        return letter
    if category(letter).startswith(("Z", "Cc")):
        return " "
    if category(letter) in _DROPPED:
        return ""
    simpler = "".join(each for each in normalize("NFKD", letter) if each.isprintable() and _fits(each))
    return simpler or UNKNOWN


def _fits(letter: str) -> bool:
    try:
        letter.encode(ENCODING)
    except UnicodeEncodeError:
        return False
    return True
