"""What stands only in the words of an advertisement: schooling, age limit, experience, shifts, wage ("UMK")."""

import re
from dataclasses import dataclass
from functools import lru_cache

from matching.education import LEVELS
from matching.minimum_wages import Minimum, wished_minimum
from matching.places import PlaceMatch

READ = 3_000  # characters of a text that are read
OLDEST, YOUNGEST = 60, 17  # years; other numbers are no age limit
MOST_YEARS = 20  # of experience
LEAST_WAGE, MOST_WAGE = 500_000, 100_000_000  # rupiah a month
MILLION, THOUSAND = 1_000_000, 1_000

_SCHOOL = r"(sd|smp|sltp|sma|smk|slta|stm|ma|d[\s-]?1|d[\s-]?2|d[\s-]?3|d[\s-]?4|s[\s-]?1|s[\s-]?2)"
_SCHOOLING = re.compile(
    rf"(?:pendidikan|lulusan|ijazah|min(?:imal|imum)?\.?)(?:\s+(?:pendidikan|lulusan|ijazah|terakhir|min(?:imal|imum)?\.?))*"
    rf"\s*:?\s*{_SCHOOL}\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?:usia|umur|age)\s*(?:max\.?|maks\.?|maksimal|maksimum|maximal|maximum|under|di\s*bawah)\s*:?\s*(\d{2})\b"
    r"|(?:max\.?|maks\.?|maksimal|maksimum|maximal|maximum)\s*(?:usia|umur|age)\s*:?\s*(\d{2})\b"
    r"|(?:usia|umur)\s*:?\s*\d{2}\s*(?:-|\u2013|sd|s/d|sampai)\s*(\d{2})\b",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"pengalaman[^.;\n]{0,40}?(?:min(?:imal|imum)?\.?|selama)\s*:?\s*(\d{1,2})\s*(?:-\s*\d{1,2}\s*)?(?:tahun|thn|th)\b"
    r"|min(?:imal|imum)?\.?\s*(?:pengalaman)?\s*(\d{1,2})\s*(?:tahun|thn|th)\s*(?:pengalaman|di\s*bidang)"
    r"|(?:at\s*least|minimum)\s*(\d{1,2})\s*years?",
    re.IGNORECASE,
)
_WAGE = re.compile(
    r"(?:gaji|upah|salary|gapok)[^.;\n\d]{0,30}(?:rp\.?\s*)?(\d{1,3}(?:[.,]\d{3}){2}|\d{1,2}(?:[.,]\d{1,2})?\s*(?:jt|juta))",
    re.IGNORECASE,
)
_MINIMUM = re.compile(
    r"(\S+\s+)?\b(um[krp]|upah\s+minimum(?:\s+(?:kota|kabupaten|regional|provinsi|prov))?)\b", re.IGNORECASE
)
_OTHERWISE = (
    "bawah",
    "kurang",
    "belum",
    "bukan",
    "tidak",
    "hitung",
    "atur",
    "regulasi",
)  # "di bawah UMK", "hitung UMK"
_SHIFT = re.compile(r"\bshift|\bmalam\b|24 jam|\blembur|\bnight\b", re.IGNORECASE)
_ALIKE = {"SLTP": "SMP", "SLTA": "SMA", "STM": "SMK"}


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states; None where it says nothing."""

    education: int | None = None  # as education.level ranks it; the lowest schooling named counts
    age_max: int | None = None
    experience: float | None = None  # years
    wage: int | None = None  # rupiah a month
    minimum: Minimum | None = None  # "gaji UMK": no less than the minimum wage where the work is
    has_shifts: bool = False


@lru_cache(maxsize=20_000)
def stated(text: str) -> Stated:
    """Read the conditions out of an advertisement's own words."""
    read = text[:READ]
    low = read.lower()
    schools = _SCHOOLING.findall(read) if _any(low, "pendidikan", "lulusan", "ijazah", "min") else []
    return Stated(
        education=min((LEVELS[_school(found)] for found in schools), default=None),
        age_max=_whole(_AGE, read, YOUNGEST, OLDEST) if _any(low, "usia", "umur", "age") else None,
        experience=_whole(_EXPERIENCE, read, 1, MOST_YEARS) if _any(low, "pengalaman", "min", "least") else None,
        wage=_wage(read) if _any(low, "gaji", "upah", "salary", "gapok") else None,
        minimum=_minimum(read) if _any(low, "umk", "umr", "ump", "upah minimum") else None,
        has_shifts=_any(low, "shift", "malam", "24 jam", "lembur", "night") and _SHIFT.search(read) is not None,
    )


def wished_wage(text: str, home: PlaceMatch) -> int | None:
    """Read the wage that a person asks for, rupiah a month: "gaji 4 jt", or "gaji UMK" as it is at home."""
    said = stated(text)
    return said.wage or (wished_minimum(home, said.minimum) if said.minimum else None)


def _minimum(text: str) -> Minimum | None:
    """Which minimum wage is promised; "UMR" and a bare "upah minimum" mean the one of the town."""
    for found in _MINIMUM.finditer(text):
        before, named = (found.group(1) or "").lower(), found.group(2).lower()
        if not _any(before, *_OTHERWISE):
            return Minimum.PROVINCE if named == "ump" or named.endswith(("provinsi", "prov")) else Minimum.REGENCY
    return None


def _any(text: str, *words: str) -> bool:
    """Whether a text can hold what is looked for at all: many times cheaper than asking the patterns."""
    return any(word in text for word in words)


def _school(written: str) -> str:
    plain = re.sub(r"[\s-]", "", written.upper())
    return _ALIKE.get(plain, plain)


def _whole(pattern: re.Pattern[str], text: str, least: int, most: int) -> int | None:
    found = pattern.search(text)
    if found is None:
        return None
    number = int(next(group for group in found.groups() if group))
    return number if least <= number <= most else None


def _wage(text: str) -> int | None:
    found = _WAGE.search(text)
    if found is None:
        return None
    written = found.group(1).lower().replace(" ", "")
    if written.endswith(("jt", "juta")):
        amount = float(written.removesuffix("juta").removesuffix("jt").replace(",", ".")) * MILLION
    else:
        amount = float(re.sub(r"[.,]", "", written))
    return int(amount) if LEAST_WAGE <= amount <= MOST_WAGE else None
