"""What place a text means: one area, several to ask back about, a province, a country, anywhere, remote, or nothing."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from matching.areas import (
    PROVINCE,
    Area,
    City,
    Country,
    area,
    countries,
    country,
    distance_km,
    nearest,
    provinces,
    regencies,
    zone,
)
from matching.gazetteer import ANYWHERE, REMOTE, Mention, Name, district_name, guess, mentions

__all__ = [
    "Area",
    "City",
    "Country",
    "PlaceKind",
    "PlaceMatch",
    "area",
    "countries",
    "country",
    "distance_km",
    "find",
    "nearest",
    "provinces",
    "regencies",
    "zone",
]

REGENCY_CODE = len("33.11")
ABROAD_LEVEL = 9  # a village in Java that is called like a country is what the advertisement means


class PlaceKind(StrEnum):
    """How sure a text is about its place."""

    AREA = "area"  # one regency
    CHOICE = "choice"  # a name that several regencies share: ask back
    PROVINCE = "province"
    SEVERAL = "several"  # all of them are meant: Jabodetabek, "Solo dan Boyolali"
    ABROAD = "abroad"
    ANYWHERE = "anywhere"  # the whole of Indonesia
    REMOTE = "remote"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """What place a text means."""

    kind: PlaceKind
    areas: tuple[Area, ...] = ()  # the one, the candidates to choose from, or all that are meant
    district: str = ""  # the kecamatan, when one was named
    country: Country | None = None
    city: str = ""  # abroad
    words: tuple[str, ...] = ()  # the words of the text that named it
    remote: bool = False  # working from home is named too, beside the areas
    guessed: bool = False  # read through a typo: worth a confirming question

    @property
    def area(self) -> Area | None:
        """The one area meant (a regency or a province), or None."""
        return self.areas[0] if len(self.areas) == 1 else None

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all areas."""
        return frozenset(one.code for one in self.areas)


NOWHERE = PlaceMatch(PlaceKind.NONE)


@lru_cache(maxsize=20_000)
def find(text: str) -> PlaceMatch:
    """Say which place a free text means, as people and advertisements write it, or a code such as "33.11".

    A name that a kabupaten and a kota share ("Bandung") comes back as a CHOICE, for the chat to ask and for matching to
    take both. "Depok, Sleman" is read together and never means the kota of Depok.
    """
    if coded := area(text) if text[:1].isdigit() else None:
        return PlaceMatch(_kind((coded,), together=False), (coded,))
    found = mentions(text)
    misspelt = None if found else guess(text)
    if misspelt:
        found = [misspelt]
    return _understood(found, guessed=misspelt is not None) if found else NOWHERE


def _understood(found: list[Mention], *, guessed: bool) -> PlaceMatch:
    words = tuple(word for mention in found for word in mention.words)
    remote = any(REMOTE in mention.name.codes for mention in found)
    named = [mention for mention in found if not {ANYWHERE, REMOTE} & set(mention.name.codes)]
    if not named:
        return PlaceMatch(PlaceKind.REMOTE if remote else PlaceKind.ANYWHERE, words=words, remote=remote)
    groups = _groups(named)
    inland = [group for group in groups if any(map(_is_inland, group.codes))]
    if not inland:
        return _abroad(groups[0].codes[0], words)
    areas, district = _where(inland)
    kind = _kind(areas, together=len(inland) > 1 or inland[0].together)
    return PlaceMatch(kind, areas, district, words=words, remote=remote, guessed=guessed)


def _where(groups: list[Name]) -> tuple[tuple[Area, ...], str]:
    named = [code for group in groups for code in group.codes if _is_inland(code)]
    codes = dict.fromkeys(code[:REGENCY_CODE] for code in named)
    areas = tuple(one for one in map(area, codes) if one)
    return areas, district_name(named[0]) if len(areas) == 1 else ""


def _kind(areas: tuple[Area, ...], *, together: bool) -> PlaceKind:
    if len(areas) > 1:
        return PlaceKind.SEVERAL if together else PlaceKind.CHOICE
    return PlaceKind.PROVINCE if areas[0].kind == PROVINCE else PlaceKind.AREA


def _abroad(code: str, words: tuple[str, ...]) -> PlaceMatch:
    iso2, _, city = code.partition(".")
    return PlaceMatch(PlaceKind.ABROAD, country=country(iso2), city=city, words=words)


def _is_inland(code: str) -> bool:
    return code[0].isdigit()


def _groups(found: list[Mention]) -> list[Name]:
    """Read mentions from the right: a larger place narrows what stands before it, anything else is one more place."""
    groups: list[Name] = []
    current = _candidates(found[-1])
    for mention in reversed(found[:-1]):
        wider = _candidates(mention)
        narrowed = _narrowed(wider, current)
        if not narrowed.codes:
            groups.append(_settled(current))
        current = narrowed if narrowed.codes else wider
    groups.append(_settled(current))
    return groups[::-1]


def _candidates(mention: Mention) -> Name:
    codes = mention.name.codes
    fitting = tuple(code for code in codes if _is_of_kind(code, mention.wanted))
    return Name(fitting or codes, mention.name.together)


def _is_of_kind(code: str, wanted: str) -> bool:
    if wanted == "kecamatan":
        return len(code) > REGENCY_CODE
    place = area(code) if len(code) == REGENCY_CODE else None
    return not wanted or (place is not None and place.kind == wanted)


def _narrowed(these: Name, those: Name) -> Name:
    if these.together or those.together:
        return Name(())
    pairs = ((one, other) for one in these.codes for other in those.codes)
    return Name(tuple(dict.fromkeys(max(pair, key=len) for pair in pairs if _holds(*pair))))


def _holds(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _settled(name: Name) -> Name:
    """Keep the largest kind of place: "Depok" alone is the kota, not a district of the same name elsewhere."""
    if name.together:
        return name
    largest = min(map(_level, name.codes))
    return Name(tuple(code for code in name.codes if _level(code) == largest))


def _level(code: str) -> int:
    return code.count(".") if _is_inland(code) else ABROAD_LEVEL
