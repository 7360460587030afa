"""What a person wants who types without being asked: one intent by rules over plain words, or none."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.services import abroad, phrasebook
from bot.services.plain import plain
from bot.store.people import INDONESIA
from matching import places
from matching.occupations import occupations
from matching.places import PlaceKind, PlaceMatch


class Intent(StrEnum):
    """What is wanted; the first of these whose rule fits is taken."""

    SCAM = "scam"
    DELETE = "delete"
    DATA = "data"
    LANGUAGE = "language"
    HOUR = "hour"
    STOP_REMINDERS = "stop_reminders"
    STOP = "stop"
    REMINDERS = "reminders"
    HUMAN = "human"
    ACCOUNT = "account"
    PASSPORT = "passport"
    MISSION = "mission"
    WAGES = "wages"
    PMI_COST = "pmi_cost"
    PMI_ENDED = "pmi_ended"
    PMI_EVENTS = "pmi_events"
    PMI_RIGHTS = "pmi_rights"
    CONTRACT_END = "contract_end"
    HOME = "home"
    FIGURES = "figures"
    JKP_PAPERS = "jkp_papers"
    JKP_TRAINING = "jkp_training"
    JKP_WHAT = "jkp_what"
    JKP = "jkp"
    JHT = "jht"
    DISPUTE = "dispute"
    MEMBERSHIP = "membership"
    COURSE = "course"
    SEARCH = "search"
    ABROAD = "abroad"
    HELP = "help"
    THANKS = "thanks"
    GREETING = "greeting"


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns over plain words that all have to be found; `unless` is one that must not be."""

    intent: Intent
    every: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None = None

    def fits(self, words: str) -> bool:
        """Whether these plain words mean the intent."""
        if self.unless is not None and self.unless.search(words):
            return False
        return all(pattern.search(words) for pattern in self.every)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule in its order."""
    return tuple(
        Rule(
            Intent(row["intent"]),
            tuple(phrasebook.pattern(row[name]) for name in ("pattern", "and", "and_also") if row[name]),
            phrasebook.maybe(row["unless"]),
        )
        for row in phrasebook.rows("intents.csv")
    )


_WORK = phrasebook.pattern("<job>|kerja|work|working|lamar|melamar|magang|freelance|part ?time|pekerjaan")
_LIVES = phrasebook.pattern(r"(?:saya|i|sedang|sekarang|lagi|posisi|tinggal|am)\b")
_SEEKS = phrasebook.pattern(r"<job>|(?:cari|butuh|mau|ingin|need|looking|want)\b")
_SEARCHED = (PlaceKind.AREA, PlaceKind.CHOICE, PlaceKind.PROVINCE, PlaceKind.SEVERAL)
MOST_WORDS = 8  # a longer text without a word of work is a story, not a search


def intent(text: str) -> Intent | None:
    """Say what a typed text asks for; None when no rule knows."""
    words = plain(text)
    found = next((rule.intent for rule in rules() if rule.fits(words)), None)
    if found is None:
        found = _place_abroad(text, words) or _search(text, words)
    return found


def _search(text: str, words: str) -> Intent | None:
    """See a job search in words of work, or in a bare occupation or place."""
    if _WORK.search(words):
        return Intent.SEARCH
    place = places.find(text)
    named = bool(occupations(text, guess=False)) or _names_region(place)
    return Intent.SEARCH if named and len(words.split()) <= MOST_WORDS else None


def _names_region(place: PlaceMatch) -> bool:
    """Whether a province or a regency is named: many districts are called like everyday words."""
    return place.kind in _SEARCHED and not place.guessed and not place.district


def _place_abroad(text: str, words: str) -> Intent | None:
    """See that somebody tells where abroad they are: "saya di taichung", or just the name of a country."""
    if _SEEKS.search(words):
        return None
    country = country_named(text)
    lives = _LIVES.search(words) or words.startswith("di ") or len(words.split()) <= 2  # noqa: PLR2004 - "hong kong"
    return Intent.ABROAD if country and lives else None


def country_named(text: str) -> str:
    """Give the host country (ISO 3166 alpha-2) that a text names; empty when it names none."""
    found = abroad.mentioned(text)
    return found.country if found is not None and found.country != INDONESIA else ""
