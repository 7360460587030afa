"""Where the work is: from a label, a pin or "in ...", as the code of a regency; a shared name comes back unsure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from labour_market.adverts.field import Name, Read
from labour_market.adverts.text import PLACE_MARK, Line
from matching.gazetteer import well_known_words
from matching.places import PlaceKind, PlaceMatch, area, country, find

BETWEEN = "+"
REGION = 3  # areas named by one word: "Solo Raya"
LISTED_WORDS = 6  # of a label's line that is a list of places and nothing else
LAST_WORDS = 2  # of a street's line: its town
_LABEL = re.compile(
    r"\b(?:penempatan|lokasi(?:\s+kerja)?|wilayah|wil|area|daerah|kantor|pabrik\s+di|alamat|negara|ditempatkan\s+di|location"
    r"|info\s+loker|loker|utk\s+wil\w*)\b\s*[:\-]?\s*(.{3,80})",
    re.IGNORECASE,
)
_AFTER_DI = re.compile(r"\b(?:di|in)\s+(.{3,60})", re.IGNORECASE)
_HOME = re.compile(r"\bdomisili\s*:?\s*(.{3,60})", re.IGNORECASE)
_STREET = re.compile(r"\b(?:jl|jln|jalan)\b\.?\s*([^,\n]*)", re.IGNORECASE)
_BREAKS = re.compile(r"[,(|)]|\s[-\u2013\u2014]\s|\bbutuh\b|\bcab(?:ang)?\b\.?|\bmembutuhkan\b|\bmencari\b")
_IDLE = re.compile(
    r"\brute\b.*|\bbkk\b.*|\baula\b.*|(?:seluruh|di\s?mana|semua|mana)\s+\w+|\b(?:dan|atau)\s+sekitarnya\b|mm\d{3,4}"
    r"|(?:makan|nasi|masakan|sate|soto|bakso|rumah makan)\s+(?:padang|tegal|madura|malang|lamongan|solo)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:pria|wanita|usia|umur|gaji|upah|kirim|email|jam|ijazah)\b", re.IGNORECASE)
_AFAR = re.compile(r"\b(?:wfh|remote)\b", re.IGNORECASE)
EXACT = {PlaceKind.AREA, PlaceKind.ABROAD, PlaceKind.REMOTE}
GOOD = EXACT | {PlaceKind.CHOICE, PlaceKind.SEVERAL, PlaceKind.PROVINCE}


@dataclass(frozen=True, slots=True)
class _Found:
    match: PlaceMatch
    sure: bool
    words: str

    @property
    def grade(self) -> int:
        """How precise it is: one regency, abroad or home before several, and these before a province."""
        return 0 if self.match.kind in EXACT else 2 if self.match.kind is PlaceKind.PROVINCE else 1


def place(lines: Sequence[Line]) -> Read | None:
    """Read the place; sure where a label, a pin or "in" names one regency."""
    named = list(_named(lines))
    found = [*named, *_anywhere(lines)] or list(_among_others(lines))
    first = next((one for one in named if one.grade <= 1 and one.sure), None)
    best = first or min(found, key=lambda one: one.grade, default=None)
    if best is None:
        return None
    if best.match.kind is PlaceKind.CHOICE or len(best.match.areas) >= REGION:  # elsewhere it may say which of them
        best = next((one for one in found if one.match.codes < best.match.codes), best)
    sure = best.sure and best.match.kind in {PlaceKind.AREA, PlaceKind.REMOTE}
    return Read(Name.PLACE, _value(best.match), sure=sure, where=best.words)


def _named(lines: Sequence[Line]) -> Iterator[_Found]:
    for line in lines:
        if PLACE_MARK in line.text:
            yield from _understood(line.text.rpartition(PLACE_MARK)[2], sure=True)
    for pattern, sure in ((_LABEL, True), (_AFTER_DI, True), (_HOME, False)):
        for line in lines:
            for told in pattern.finditer(line.text):
                yield from _understood(told.group(1), sure=sure)


def _anywhere(lines: Sequence[Line]) -> Iterator[_Found]:
    """Any line that names a regency: an address, the head of the advertisement, the name of the employer."""
    for line in lines:
        if not _PEOPLE.search(line.text) or _AFAR.search(line.text):
            yield from _understood(line.text, sure=False)


def _among_others(lines: Sequence[Line]) -> Iterator[_Found]:
    """A line that says much else as well: only a part of it that names a regency counts."""
    for line in lines:
        for part in _BREAKS.split(line.text):
            if well_known_words(part) and not _PEOPLE.search(part):
                yield from _understood(part, sure=False)


def _understood(text: str, *, sure: bool) -> Iterator[_Found]:
    """Read a text part by part, as a whole where it is one; of a street only the last words may be its town."""
    plain = _IDLE.sub(" ", text.replace(PLACE_MARK, " "))
    towns = [" ".join(street.group(1).split()[-LAST_WORDS:]) for street in _STREET.finditer(plain)]
    bare = _STREET.sub(" ", plain)
    parts = [bare, *reversed(_BREAKS.split(bare)), *towns]
    good = [match for match in map(_match, parts) if match is not None]
    exact = next((match for match in good if match.kind in EXACT), None)
    listed = (
        good[:1] if sure and good and good[0].kind is PlaceKind.SEVERAL and len(bare.split()) <= LISTED_WORDS else []
    )
    if exact or good:
        match = listed[0] if listed else exact or good[0]
        yield _Found(match, sure and not match.guessed, text.strip())


def _match(part: str) -> PlaceMatch | None:
    if not part.strip():
        return None
    match = find(part)
    is_short = len(part.split()) <= 4  # noqa: PLR2004 - a district's name among many words is mostly another word
    known = bool(well_known_words(" ".join(match.words))) or (bool(match.district) and is_short)
    is_named = match.kind is PlaceKind.REMOTE or (known and not match.guessed) or (match.guessed and is_short)
    return match if match.kind in GOOD and is_named else None


def _value(match: PlaceMatch) -> str:
    if match.kind is PlaceKind.REMOTE:
        return "remote"
    if match.country is not None and not match.areas:
        return match.country.iso2
    return BETWEEN.join(one.code for one in match.areas)


def place_as_written(value: str) -> str:
    """Write a place as a row holds it: one regency as its code, several by their names, a country by its name."""
    codes = value.split(BETWEEN)
    if len(codes) == 1:
        abroad = country(value) if len(value) == 2 and value.isalpha() else None  # noqa: PLR2004 - ISO 3166-1 alpha-2
        return abroad.name if abroad is not None else value
    return ", ".join(place.name for place in map(area, codes) if place is not None)
