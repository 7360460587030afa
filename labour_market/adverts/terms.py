"""Terms of work as advertisements in chats write them: schooling, age, years, contract, hours, how many, until."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from intake.cells import MONTHS
from labour_market.adverts.field import Name, Read
from labour_market.adverts.text import Line
from matching.education import LEVELS, NAMES
from matching.stated import OLDEST, YOUNGEST, stated

MONTHS_A_YEAR = 12
_LEVEL = r"(?:sd|smp|sltp|sma|smk|smu|slta|stm|ma|d[\s-]?[1234]|s[\s-]?[123])"
_SCHOOLS = re.compile(
    rf"(?:(?:min\w*|pend\w*|lulus\w*|ijazah|tamat\w*|sekolah)\.?[\s:]*(?:pend\w*|lulus\w*|ijazah|min\w*|terakhir)?\.?[\s:]*"
    rf"|^|[,:]\s*|[/(]\s*|\bor\s+|atau\s+)({_LEVEL})(?=\b)(?!\s*(?:contoh|negeri|swasta|\d))",
    re.IGNORECASE | re.MULTILINE,
)
_ASKED = re.compile(r"\b(?:min\w*|pend\w*|lulus\w*|ijazah|tamat\w*|sederajat|jurusan)\b", re.IGNORECASE)
_ALIKE = {"SLTP": "SMP", "SLTA": "SMA", "SMU": "SMA", "STM": "SMK"}
_AGE = re.compile(
    r"(?:usia|umur|age)[^\n\d]{0,22}?(?:\d{2}\s*(?:th|thn|tahun)?\s*(?:-|\u2013|s/?\.?d|sampai|hingga|to)\s*)?(\d{2})\b(?!\s*(?:cm|jt|rb))"
    r"|\b(?:max|maks|maksimal|maximal|maksimum|maximum)\.?\s*(\d{2})\s*(?:th|thn|tahun|y\.?o\b|years?)\b"
    r"|\b\d{2}\s*(?:-|\u2013|s/?\.?d)\s*(\d{2})\s*(?:th|thn|tahun|years? old)\b(?!\s*(?:pengalaman|exp))"
    r"|(?:wanita|perempuan|pria|laki2?|laki-laki|cewe?k|cowo?k)\s*:?\s*\d{2}\s*(?:-|\u2013)\s*(\d{2})\b"
    r"|(?:wanita|perempuan|pria|laki2?|cewe?k|cowo?k|single)[^\n\d]{0,14}(?:max|maks)\w*\.?\s*(\d{2})\b"
    r"|^(?:max|maks)\w*\.?\s*(\d{2})$",
    re.IGNORECASE | re.MULTILINE,
)
_YEARS = re.compile(
    r"pengalaman(?:[^\n.;,\d]|min\.|minimal){0,30}?(\d{1,2})(?:\s*-\s*\d{1,2})?\s*(tahun|thn|th|bulan|bln)\b(?!\s*lebih\s+di)"
    r"|min\w*\.?\s*(\d{1,2})\s*(tahun|thn|th|bulan|bln|years?)\s*(?:pengalaman|di bidang|exp)"
    r"|(\d{1,2})\s*(yrs?|years?|months?)['s]*\s*(?:of\s+)?exp",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    r"(?:\d|dua|tiga)\s*shift|shift\s+(?:pagi|siang|sore|malam)(?:\s*[-/&,]\s*(?:pagi|siang|sore|malam))*|non\s*-?\s*shift"
    r"|(?:jam\s+kerja\s*:?\s*|kerja\s*:?\s*[a-z\s,-]{0,20}?)?\d{1,2}[.:]\d{2}\s*(?:-|\u2013|s/?d)\s*\d{1,2}[.:]\d{2}"
    r"|sistem\s+shift|\bshift\b",
    re.IGNORECASE,
)
_VISIT = re.compile(r"walk|interview|lamaran|antar|datang|pendaftaran|test|seleksi", re.IGNORECASE)
_CONTRACTS = (  # the first that is there counts
    ("Magang", re.compile(r"\bmagang\b|\binternship\b", re.IGNORECASE)),
    ("Paruh waktu", re.compile(r"\bpart\s?-?time\b|paruh waktu", re.IGNORECASE)),
    ("Harian", re.compile(r"\bharian\b|/\s?hari\b|per\s?hari\b", re.IGNORECASE)),
    ("Borongan", re.compile(r"\bborongan\b", re.IGNORECASE)),
    ("Kontrak", re.compile(r"\bkontrak\b|\bpkwt\b", re.IGNORECASE)),
    ("Tetap", re.compile(r"\b(?:karyawan|pegawai|kerja)\s+tetap\b|\bpkwtt\b|\bpermanen\w*\b", re.IGNORECASE)),
    ("Lepas", re.compile(r"\bfreelance\b|\blepas\b", re.IGNORECASE)),
)
_FULL_TIME = re.compile(r"\bfull\s?-?time\b|penuh waktu", re.IGNORECASE)
_COUNT = re.compile(r"(\d{1,4})\s*(?:orang|org|posisi|pax|persons?)\b", re.IGNORECASE)
_MONTH = r"(jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*"
_UNTIL = (
    r"(?:paling\s+lambat|pling\s+lambat|terakhir|\bs/?\.?d\b|sampai|hingga|ditutup|tutup|closed?|deadline|closing|batas"
    r"|sebelum|sblm|before|until|penutupan|due)[^\n\d]{0,30}?"
)
_DAY_WORDS = re.compile(rf"{_UNTIL}\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}(?:[\s-]+(\d{{4}}))?", re.IGNORECASE)
_DAY_ENGLISH = re.compile(rf"{_UNTIL}\b{_MONTH}\s+(\d{{1,2}})(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
_DAY_NUMBERS = re.compile(rf"{_UNTIL}\b(\d{{1,2}})[/.](\d{{1,2}})(?:[/.](\d{{2,4}}))?\b(?![.:]\d)", re.IGNORECASE)
_WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "sabtu": 5, "minggu": 6}
_DAY_NAME = re.compile(rf"{_UNTIL}(?:hari\s+)?\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_FROM_DAY = re.compile(rf"(?:{'|'.join(_WEEKDAYS)})\W*\w?$", re.IGNORECASE)


def terms(lines: Sequence[Line], day: date) -> list[Read]:
    """Read everything of this file out of an advertisement; `day`: when it was handed in."""
    text = "\n".join(line.text for line in lines)
    found = (education(text), age(text), experience(text), contract(text), shift(lines), closing(text, day))
    return [one for one in found if one is not None]


def education(text: str) -> Read | None:
    """The lowest schooling that is enough."""
    named = [(_level(found.group(1)), found.group().strip(" ,(/\n")) for found in _SCHOOLS.finditer(text)]
    known = [(LEVELS[level], level, words) for level, words in named if level in LEVELS]
    if known:
        rank, level, words = min(known, key=lambda one: one[0])
        same = [one for _rank, one, _words in known if _rank == rank]
        return Read(Name.EDUCATION, "SMA" if "SMA" in same else level, sure=bool(_ASKED.search(text)), where=words)
    rank_told = stated(text).education
    return None if rank_told is None else Read(Name.EDUCATION, NAMES[rank_told], sure=False)


def _level(written: str) -> str:
    bare = re.sub(r"[\s-]", "", written.upper())
    return _ALIKE.get(bare, bare)


def age(text: str) -> Read | None:
    """The employer's age limit in years."""
    for found in _AGE.finditer(text):
        number = int(next(group for group in found.groups() if group))
        if YOUNGEST <= number <= OLDEST:
            return Read(Name.AGE, str(number), where=found.group().strip())
    told = stated(text).age_max
    return None if told is None else Read(Name.AGE, str(told), sure=False)


def experience(text: str) -> Read | None:
    """Years of experience asked for; what is only liked is not asked for."""
    for found in _YEARS.finditer(text):
        number, unit = (group for group in found.groups() if group)
        years = int(number) / MONTHS_A_YEAR if unit[0].lower() in "bm" else float(number)
        if 0 < years <= MONTHS_A_YEAR:
            return Read(Name.EXPERIENCE, f"{round(years, 2):g}", where=found.group().strip())
    return None


def contract(text: str) -> Read | None:
    """The kind of contract."""
    for name, pattern in _CONTRACTS:
        found = pattern.search(text)
        if found and not (name == "Paruh waktu" and _FULL_TIME.search(text)):
            return Read(Name.CONTRACT, name, where=found.group().strip())
    found = _FULL_TIME.search(text)
    is_alone = found is not None and not _CONTRACTS[1][1].search(text)
    return Read(Name.CONTRACT, "Penuh waktu", where=found.group()) if found is not None and is_alone else None


def shift(lines: Sequence[Line]) -> Read | None:
    """Shifts or hours of work; the hours of an office where papers are handed in are not meant."""
    said = [
        found.group().strip() for line in lines if not _VISIT.search(line.text) for found in _SHIFT.finditer(line.text)
    ]
    best = next((one for one in said if "shift" in one.casefold()), said[0] if said else "")
    return Read(Name.SHIFT, best, where=best) if best else None


def openings(lines: Sequence[Line]) -> Read | None:
    """How many people are wanted, where one number says it."""
    found = [one for line in lines for one in _COUNT.finditer(line.text)]
    if len({one.group(1) for one in found}) != 1 or int(found[0].group(1)) == 0:
        return None
    return Read(Name.OPENINGS, str(int(found[0].group(1))), where=found[0].group())


def closing(text: str, day: date) -> Read | None:
    """The last day to apply; a date without a year is the next one, a weekday the next such day (not sure)."""
    for pattern, order in ((_DAY_WORDS, (0, 1, 2)), (_DAY_ENGLISH, (1, 0, 2)), (_DAY_NUMBERS, (0, 1, 2))):
        for found in pattern.finditer(text):
            groups = found.groups()
            number, month, year = (groups[at] for at in order)
            last = _date(number, month, year, day)
            if last is not None:
                return Read(Name.CLOSES, last.isoformat(), sure=last >= day, where=found.group().strip())
    named = _DAY_NAME.search(text)
    if named is None or _FROM_DAY.search(text[: named.start() + 1]):
        return None
    ahead = (_WEEKDAYS[named.group(1).casefold()] - day.weekday()) % 7 or 7
    return Read(Name.CLOSES, (day + timedelta(days=ahead)).isoformat(), sure=False, where=named.group().strip())


def _date(number: str, month: str, year: str | None, day: date) -> date | None:
    try:
        at = int(month) if month.isdigit() else MONTHS[month[:3].casefold()]
        if year:
            return date(int(year) if len(year) > 2 else 2000 + int(year), at, int(number))  # noqa: PLR2004 - "26"
        this_year = date(day.year, at, int(number))
    except ValueError:
        return None
    return this_year if this_year >= day else this_year.replace(year=day.year + 1)
