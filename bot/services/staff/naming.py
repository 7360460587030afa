"""Names of staff: tidied as they are typed, and recognised again when whoever was invited types their own."""

import re

from rapidfuzz import fuzz

LONGEST = 64  # a name stands before every message that is carried
SHORTEST = 2
ALIKE = 80  # of 100: one slip in a word of five letters
TITLES = {
    "pak", "bapak", "bpk", "bu", "ibu", "mas", "mbak", "mba", "kak", "bang", "sdr", "sdri", "saudara", "saudari",
    "tuan", "nyonya", "mr", "mrs", "ms", "dr", "ir", "drs", "dra", "h", "hj", "saya", "nama",
}  # fmt: skip


def tidied(text: str) -> str:
    """Give a name or an office on one line with single blanks; empty when it is too short or too long."""
    words = " ".join(text.split())
    return words if SHORTEST <= len(words) <= LONGEST and re.search(r"\w", words) else ""


def is_the_same(expected: str, typed: str) -> bool:
    """Whether somebody typed the expected name: every word of it but titles, in any order, small slips forgiven."""
    wanted, given = _words(expected), _words(typed)
    if not wanted:
        return " ".join(expected.split()).casefold() == " ".join(typed.split()).casefold()
    return all(any(fuzz.ratio(one, other) >= ALIKE for other in given) for one in wanted)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.casefold()) if word not in TITLES]
