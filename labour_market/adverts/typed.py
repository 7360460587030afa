"""One field of an advertisement as a person types it when it was read wrongly or not at all."""

from collections.abc import Callable, Mapping
from datetime import date

from intake import cells
from intake.schooling import SPELLINGS
from labour_market.adverts.field import Name, Read
from labour_market.adverts.places import BETWEEN
from labour_market.adverts.terms import closing, education
from labour_market.adverts.text import Line
from labour_market.adverts.wages import wage
from labour_market.suspicions import links
from matching.places import PlaceKind, find
from matching.skills import skills

NOTHING = {"-", "kosong", "tidak ada", "hapus", "none", "empty"}
LONGEST = 200
MOST_AGE, LEAST_AGE, MOST_YEARS = 99, 15, 40
LABELS: Mapping[str, Name] = {
    **dict.fromkeys(("jabatan", "posisi", "judul", "title", "job"), Name.TITLE),
    **dict.fromkeys(("perusahaan", "pt", "employer", "company"), Name.EMPLOYER),
    **dict.fromkeys(("tempat", "lokasi", "penempatan", "kota", "place", "location"), Name.PLACE),
    **dict.fromkeys(("gaji", "upah", "wage", "pay", "salary"), Name.WAGE_MIN),
    **dict.fromkeys(("pendidikan", "ijazah", "schooling", "education"), Name.EDUCATION),
    **dict.fromkeys(("pengalaman", "experience"), Name.EXPERIENCE),
    **dict.fromkeys(("usia", "umur", "batas usia", "age"), Name.AGE),
    **dict.fromkeys(("kontrak", "jenis kerja", "contract"), Name.CONTRACT),
    **dict.fromkeys(("shift", "jam kerja", "jam", "hours"), Name.SHIFT),
    **dict.fromkeys(("keahlian", "skills"), Name.SKILLS),
    **dict.fromkeys(("cara lamar", "cara melamar", "lamar", "kontak", "wa", "apply"), Name.APPLY),
    **dict.fromkeys(("tautan", "link"), Name.LINK),
    **dict.fromkeys(("tutup", "batas", "terakhir", "deadline", "closes"), Name.CLOSES),
    **dict.fromkeys(("jumlah", "dibutuhkan", "orang", "openings"), Name.OPENINGS),
}


def labelled(text: str) -> tuple[Name, str] | None:
    """Read "gaji: 3,5 jt" as a field and its value; None when it begins with no label of ours."""
    label, colon, value = text.partition(":")
    name = LABELS.get(cells.fold(label))
    return (name, value.strip()) if colon and name is not None and value.strip() else None


def typed(name: Name, text: str, day: date, place: str = "") -> list[Read] | None:
    """Read what was typed for a field: what it now holds (empty: nothing), or None when it cannot be read.

    A wage fills both its ends; `place` is needed for "UMK". A place that two regencies share comes back unsure.
    """
    plain = " ".join(text.split())[:LONGEST]
    if plain.casefold() in NOTHING:
        return []
    if name in {Name.WAGE_MIN, Name.WAGE_MAX}:
        return _wage(plain, place)
    reader = READERS.get(name)
    value = reader(plain, day) if reader else plain
    if value is None:
        return None
    return [Read(name, value, sure=BETWEEN not in value or name is not Name.PLACE, where=plain)]


def _wage(text: str, place: str) -> list[Read] | None:
    found = wage([Line(f"gaji {text}", is_item=False, number=0)], place)
    amount = cells.integer(text)
    if not found and amount is not None:
        found = [Read(Name.WAGE_MIN, str(amount))]
    return [Read(one.name, one.value, where=text) for one in found] or None


def _place(text: str, _day: date) -> str | None:
    match = find(text)
    if match.kind is PlaceKind.REMOTE:
        return "remote"
    if match.kind is PlaceKind.ABROAD and match.country is not None:
        return match.country.iso2
    return BETWEEN.join(one.code for one in match.areas) or None


def _number(least: float, most: float) -> Callable[[str, date], str | None]:
    def read(text: str, _day: date) -> str | None:
        digits = "".join(letter if letter.isdigit() or letter in ",." else " " for letter in text).split()
        number = cells.decimal(digits[0]) if digits else None
        return f"{number:g}" if number is not None and least <= number <= most else None

    return read


def _education(text: str, _day: date) -> str | None:
    code = cells.choice(text, SPELLINGS)
    found = education(f"min {text}") if code is None else None
    return code or (found.value if found is not None else None)


def _day(text: str, day: date) -> str | None:
    exact = cells.day(text)
    if exact is not None:
        return exact.isoformat()
    found = closing(f"sampai {text}", day)
    return found.value if found is not None else None


def _link(text: str, _day: date) -> str | None:
    found = links(text)
    web = next((one for one in found if one.startswith(("https://", "http://"))), None)
    return web or (f"https://{found[0]}" if found else None)


def _skills(text: str, _day: date) -> str | None:
    return "|".join(sorted(skills(text))) or "|".join(cells.items(text.replace(",", ";"))) or None


READERS: Mapping[Name, Callable[[str, date], str | None]] = {
    Name.PLACE: _place,
    Name.EDUCATION: _education,
    Name.EXPERIENCE: _number(0, MOST_YEARS),
    Name.AGE: _number(LEAST_AGE, MOST_AGE),
    Name.OPENINGS: _number(1, 100_000),
    Name.CLOSES: _day,
    Name.LINK: _link,
    Name.SKILLS: _skills,
}
