"""One pasted or forwarded advertisement -> the fields of a vacancy, each with the words it was read from.

Nothing is taken for granted: what is not there stays unknown, what is only likely is marked unsure, and demands that
say nothing about the work are named apart. Patterns read forms (dates, numbers, labels); occupations, places, schooling
and skills are understood by `matching`, as everywhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from labour_market.adverts.contacts import contacts
from labour_market.adverts.demands import demands, without
from labour_market.adverts.employers import employer
from labour_market.adverts.field import Name, Read
from labour_market.adverts.places import BETWEEN, place
from labour_market.adverts.terms import openings, terms
from labour_market.adverts.text import PLACE_MARK, lines_of, plain
from labour_market.adverts.titles import titles
from labour_market.adverts.wages import wage
from labour_market.suspicions import Suspicion, suspicions
from matching.skills import skills

NEEDED = (Name.TITLE, Name.PLACE, Name.APPLY)  # a link is a way to apply as well
LEAST_LETTERS = 40
LEAST_SIGNS = 2
LONG = 100  # letters; then fewer signs are enough, over several lines still fewer
_SIGNS = (
    re.compile(r"\b(?:loker|lowongan|hiring|vacancy|recruitment|rekrut\w*|walk\s?-?in|join our team)\b", re.IGNORECASE),
    re.compile(r"\b(?:(?:di|mem)?butuh(?:kan)?|dicari|mencari|cari|nyari|di cari)\b", re.IGNORECASE),
    re.compile(
        r"\b(?:syarat|kualifikasi|persyaratan|requirements?|kriteria|lulusan|pengalaman|usia|umur)\b", re.IGNORECASE
    ),
    re.compile(r"\b(?:gaji|upah|salary|umk|umr|honor|penghasilan)\b|\d\s?(?:jt|juta)\b", re.IGNORECASE),
    re.compile(r"\b(?:kirim|lamaran|cv|melamar|apply|wa|whatsapp|hub|hubungi|email|datang|interview)\b", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Advert:
    """What was read: the positions, the fields, demands that are not taken over, and what is suspicious."""

    positions: tuple[Read, ...]
    fields: Mapping[Name, Read]
    demands: tuple[str, ...]
    suspicions: tuple[Suspicion, ...]
    description: str

    def value(self, name: Name) -> str:
        """The value of a field, empty where it was not found."""
        found = self.fields.get(name)
        return found.value if found is not None else ""


def is_advert(text: str) -> bool:
    """Whether a text looks like an advertisement for work at all."""
    bare = plain(text).strip()
    signs = sum(bool(sign.search(bare)) for sign in _SIGNS)
    enough = LEAST_SIGNS + 1 - (len(text) >= LONG) * (1 + ("\n" in bare))
    return len(text) >= LEAST_LETTERS and signs >= enough


def read(text: str, day: date) -> Advert:
    """Read an advertisement that was handed in on `day` (a closing day without a year is the next one)."""
    lines = lines_of(text)
    positions = titles(lines)
    where = place(lines)
    found = [
        *positions[:1],
        *(one for one in (employer(lines), where) if one is not None),
        *wage(lines, where.value if where is not None else ""),
        *terms(lines, day),
        *contacts(lines),
        *_skills(text),
        *([one] if len(positions) <= 1 and (one := openings(lines)) is not None else []),
    ]
    return Advert(
        positions=tuple(positions),
        fields=MappingProxyType({one.name: one for one in found}),
        demands=demands(text),
        suspicions=suspicions(plain(text)),
        description=without(plain(text).replace("\x1f", "").replace(PLACE_MARK, "")),
    )


def places_of(value: str) -> tuple[str, ...]:
    """Give the codes that a place of an advertisement may mean."""
    return tuple(value.split(BETWEEN)) if BETWEEN in value else ()


def _skills(text: str) -> list[Read]:
    found = sorted(skills(text))
    return [Read(Name.SKILLS, "|".join(found), where=", ".join(found))] if found else []
