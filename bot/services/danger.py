"""Words of danger: somebody is beaten, locked up, sold, harmed, robbed of the passport, or tired of living."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.services import phrasebook
from bot.services.plain import clauses, plain


class Danger(StrEnum):
    """What kind of danger the words tell of, the most pressing first."""

    SELF_HARM = "self_harm"
    SEXUAL = "sexual"
    VIOLENCE = "violence"
    CAPTIVE = "captive"
    TRAFFICKING = "trafficking"
    PASSPORT = "passport"


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern over plain words; what makes it harmless is `unless` in its clause, `nowhere` anywhere."""

    danger: Danger
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    nowhere: re.Pattern[str] | None = None


@cache
def signs() -> tuple[Sign, ...]:
    """Every sign we know."""
    return tuple(
        Sign(
            Danger(row["danger"]),
            phrasebook.pattern(row["pattern"]),
            phrasebook.maybe(row["unless"]),
            phrasebook.maybe(row["nowhere"]),
        )
        for row in phrasebook.rows("danger.csv")
    )


# directly before the sign; "tidak mau dipukul lagi" is no denial, "tidak pernah dipukul" is one
_DENIED = re.compile(
    r"\b(?:tidak|bukan|belum|jangan|never|tanpa|bukan (?:mau|ingin)|nothing|isnt|wasnt)"
    r"(?: (?:pernah|sampai|ada|sedang|lagi|ikut|akan|been|ever|is|was))?\s*$"
)


def find(text: str) -> Danger | None:
    """Say what danger a text tells of, the most pressing one; None when there is none, or when it is denied.

    Each clause is read on its own first, then the whole text, because a subject may stand a clause before its verb.
    """
    whole = plain(text)
    told = {sign.danger for sign in signs() if any(_tells(sign, clause, whole) for clause in (*clauses(text), whole))}
    return next((danger for danger in Danger if danger in told), None)


def _tells(sign: Sign, clause: str, whole: str) -> bool:
    if (sign.unless and sign.unless.search(clause)) or (sign.nowhere and sign.nowhere.search(whole)):
        return False
    return any(not _DENIED.search(clause[: found.start()]) for found in sign.pattern.finditer(clause))
