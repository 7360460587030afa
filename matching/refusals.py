"""What a person says they want and do not want, in their own words: "apa saja asal jangan sales"."""

import re
from dataclasses import dataclass

from matching.wording import words

_CLAUSE = re.compile(r"[.,;:!?\n/()]+")
_CUES = (
    ("tidak", "mau"),
    ("tidak", "ingin"),
    ("tidak", "bisa"),
    ("tidak", "suka"),
    ("tidak", "minat"),
    ("ga", "mau"),
    ("ga", "bisa"),
    ("tak", "mau"),
    ("jangan",),
    ("bukan",),
    ("selain",),
    ("kecuali",),
    ("anti",),
    ("kapok",),
    ("malas",),
    ("males",),
    ("ogah",),
    ("not",),
    ("no",),
    ("except",),
)
_WISHES = frozenset({"cari", "mau", "ingin", "minat", "maunya", "berharap", "want", "looking", "seeking"})
_PIECE = re.compile(r"[/,&+]| dan | atau | or | and ", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?\n]+")
_ENDS = frozenset({"tapi", "mau", "cari", "ingin", "maunya", "penting", "kalau", "lebih", "but", "want", "karena"})


@dataclass(frozen=True, slots=True)
class Said:
    """A text taken apart."""

    wanted: str  # everything that is not refused
    refused: str  # the refused clauses, joined


def apart(text: str) -> Said:
    """Take what is refused out of a text; a refusal lasts to the end of its clause or to the next wish."""
    kept: list[str] = []
    refused: list[str] = []
    for clause in _CLAUSE.split(text):
        spoken = words(clause)
        begin, after = _cue(spoken)
        end = next((at for at in range(after, len(spoken)) if spoken[at] in _ENDS), len(spoken))
        kept.append(" ".join((*spoken[:begin], *spoken[end:])))
        refused.append(" ".join(spoken[after:end]))
    return Said(" . ".join(filter(None, kept)), " . ".join(filter(None, refused)))


def wishes(text: str) -> tuple[str, ...]:
    """Return what is wished for, piece by piece: "cari sales/kurir" wishes for two; a refusal is no wish."""
    found: list[str] = []
    for sentence in _SENTENCE.split(text):
        pieces = [words(piece) for piece in _PIECE.split(sentence)]
        begins = next((place for place, spoken in enumerate(pieces) if _WISHES & set(spoken)), len(pieces))
        found += [_behind_wish(spoken) for spoken in pieces[begins:]]
    return tuple(filter(None, found))


def _behind_wish(spoken: tuple[str, ...]) -> str:
    at = next((place for place, word in enumerate(spoken) if word in _WISHES), -1)
    return apart(" ".join(spoken[at + 1 :])).wanted


def _cue(spoken: tuple[str, ...]) -> tuple[int, int]:
    """Where a refusal begins and where what is refused begins; behind the last word when there is none."""
    for at in range(len(spoken)):
        size = next((len(cue) for cue in _CUES if spoken[at : at + len(cue)] == cue), 0)
        if size:
            return at, at + size
    return len(spoken), len(spoken)
