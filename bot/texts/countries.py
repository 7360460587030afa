"""Countries as people call them: the name in their language, the flag, and every spelling we can recognise."""

from functools import cache

from babel import Locale
from babel.core import get_global

_FLAG_A = 0x1F1E6  # the regional indicator of the letter A
_OFFICIAL = (" SAR China", " DAK Tiongkok")  # what people do not say
_EVERYDAY = {
    "arab": "SA", "saudi": "SA", "ksa": "SA", "mekkah": "SA", "makkah": "SA", "madinah": "SA", "korea": "KR",
    "korsel": "KR", "jepun": "JP", "england": "GB", "dubai": "AE", "uae": "AE", "emirat": "AE", "kampuchea": "KH",
    "burma": "MM", "phnom penh": "KH", "sihanoukville": "KH", "poipet": "KH", "yangon": "MM", "myawaddy": "MM",
    "usa": "US",
    "sabah": "MY", "sarawak": "MY", "penang": "MY", "selangor": "MY", "hk": "HK", "bangkok": "TH", "china": "CN",
}  # fmt: skip


def name(iso2: str, language: str) -> str:
    """Name a country (ISO 3166 alpha-2) in a language; an unknown one stays as it is."""
    found = str(Locale(language).territories.get(iso2, iso2))
    for ending in _OFFICIAL:
        found = found.removesuffix(ending)
    return found


def flag(iso2: str) -> str:
    """Give the flag of a country, never shown without its name."""
    return "".join(chr(_FLAG_A + ord(letter) - ord("A")) for letter in iso2.upper())


@cache
def spellings() -> dict[str, str]:
    """Map every name in both languages, and what people say for short, to the country's two letters."""
    found: dict[str, str] = {}
    for language in ("id", "en"):
        known = (str(code) for code in Locale(language).territories if str(code) in zones())
        found |= {name(iso2, language).casefold(): iso2 for iso2 in known}
    return found | _EVERYDAY


@cache
def zones() -> dict[str, tuple[str, ...]]:
    """Map each country to its time zones (IANA names)."""
    found: dict[str, list[str]] = {}
    for zone, iso2 in sorted(get_global("zone_territories").items()):
        found.setdefault(str(iso2), []).append(str(zone))
    return {iso2: tuple(names) for iso2, names in found.items()}
