"""What a person says they do not want, in their own words: "apa saja asal jangan sales"."""

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


def _cue(spoken: tuple[str, ...]) -> tuple[int, int]:
    """Where a refusal begins and where what is refused begins; behind the last word when there is none."""
    for at in range(len(spoken)):
        size = next((len(cue) for cue in _CUES if spoken[at : at + len(cue)] == cue), 0)
        if size:
            return at, at + size
    return len(spoken), len(spoken)
