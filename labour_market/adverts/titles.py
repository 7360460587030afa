"""The positions of an advertisement: labelled, listed, or named in a sentence; one text may hold several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from labour_market.adverts.field import Name, Read
from labour_market.adverts.text import Line
from matching.levels import WORKER, level_of
from matching.occupations import occupations
from matching.wording import words

MOST = 8
MOST_WORDS = 6
SURE = 0.75  # of an occupation
LIKELY = 0.5
LABELLED, LISTED, SAID, ALONE = 4, 3, 2, 1

_LABEL = re.compile(
    r"(?:^|,\s*)(?:untuk\s+)?(?:posisi|position|jabatan|bagian|formasi|sektor|job|loker\s+posisi|lowongan\s+posisi|sebagai)\b"
    r"(?:\s+(?:yang|yg)\s+\w+)?(?:\s+kerja)?\s*[:=\-]\s*(.*)$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:lowongan|loker|posisi|formasi|membutuhkan|dibutuhkan|mencari|dicari|hiring|looking\s+for|lowongan\s+kerja|sbb|berikut)"
    r"[^:\n]{0,24}:\s*$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:(?:di)?butuh(?:kan)?|membutuhkan|memerlukan|diperlukan|di\s?cari(?:kan)?|cari|nyari|mencari"
    r"|lowongan(?:\s+kerja)?|loker|hiring|looking\s+for|rekrut(?:men)?|recruitment|posisi|vacancy|open)\b[:\s|!\u2013\u2014\-\[\]]*"
    r"(?:(?:segera|cepat|urgent|beberapa|kerja|utk|untuk|posisi|loker|lowongan|open|recruitment|\w+ orang)\b"
    r"[:\s!|]*)*([^\n]+)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s(?:utk|untuk|u/|di|wil|wilayah|area|daerah|dengan|dgn|yg|yang|berpengalaman|event|proyek|cab\.?|cabang|menginap|segera|min|max|usia"
    r"|lulusan|penempatan|perumahan|pada|at|for|to|is|ini|kami|dari|\u2014|\u2013|-|@@)\s.*$|[(@\u2014|!:;\u2026].*$|\s-\s.*$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\s*(?:,|/|&|\+|\bdan\b|\band\b|\bn\b|\bserta\b)\s*(?:an?\s)?", re.IGNORECASE)
_COUNT = re.compile(
    r"\s*[-(]?\s*\b\d{1,4}\s*(?:orang|org|posisi|pax|persons?|th|thn|tahun)\b\s*\)?|^\d{1,3}\s+", re.IGNORECASE
)
_SPOKEN_OUT = re.compile(r"^[A-Z]{2,5}\s*\(([A-Za-z ]{8,40})\)")
_ALSO_CALLED = re.compile(r"^([A-Za-z ]{8,40})\s*\(([A-Z]{2,5})\)")
_LOUD = re.compile(r"^\W*(?:urgent|penting|info|hot|breaking|loker|lowongan)\b\s*!+\s*", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"^\s*(?:ibu\s+rumah\s+tangga|mahasiswa|pelajar|siapa)\b.*?\b(?:utk|untuk|sebagai|jadi)\s+(.+)$", re.IGNORECASE
)
_HOUSE = re.compile(r"\W*(?:PT|CV|UD|Yayasan)\b", re.IGNORECASE)
_FIRM = re.compile(r",\s*(?:PT|CV|UD|Yayasan|Toko|Bengkel|Rumah|Hotel|Bank|Klinik)\b.*$", re.IGNORECASE)
_TIME = re.compile(r"\b(?:part|full)\s?-?time\b|\bberpengalaman\b|\bborongan\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:wanita|perempuan|pria|laki\s?-?laki|laki2|cewe?k|cwek|cowo?k|cwok|aja|saja|female|male)\b", re.IGNORECASE
)
_IDLE = re.compile(
    r"^(?:segera|cepat|urgent|info|lowongan|loker|kerja|bekerja|kerja\s+di\s+rumah|staf|petugas|besar"
    r"|terbuka|terbaru|hari ini"
    r"|open|posisi|karyawan|krywn|pekerja|migran|kerjaan|job|di|utk|untuk|dan|tenaga|recruitment|rekrutmen|hiring|sebagai|dibutuhkan"
    r"|dicari|butuh|mencari|ibu|rumah|tangga|mahasiswa|mahasiswi|bekas)$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"\b(?:usia|umur|max|maks|min|pengalaman|gaji|upah|lamaran|syarat|kualifikasi|jujur|rajin|bisa|wa|sim|ijazah|tinggi|sehat"
    r"|bersedia|punya|memiliki|pendidikan|pend|lulusan|domisili|penempatan|lokasi|jam|kontrak|benefit|fasilitas|mess|kirim|email"
    r"|good|send|able|communicate|positive|experience|attitude|hub|hubungi|pak|bu|telp|kantor|area|wilayah|daerah|portofolio|deadline|test|daftar|menguasai|mengerti|fast|memahami|paham|butuh|cukup|tanpa|ipk|sma|smk|smp|salary)\b",
    re.IGNORECASE,
)
_KEPT_LARGE = {"IT", "HP", "SPG", "SPB", "AC", "TK", "PAUD", "SD", "SMP", "SMA", "QC", "QA", "HRD", "CS", "CNC", "PPIC",
               "K3", "SMK", "HR", "GA", "PA", "UI", "UX", "ART", "OB"}  # fmt: skip
_LOWER = {"dan", "di", "untuk"}


@dataclass(frozen=True, slots=True)
class _Candidate:
    title: str
    rank: int
    sureness: float
    words: str


def titles(lines: Sequence[Line]) -> list[Read]:
    """Read the positions in the order of the text; the surest way of naming them counts for all."""
    found = [*_labelled(lines), *_listed(lines), *_said(lines), *_alone(lines)]
    sure = {one.words for one in found if one.sureness >= SURE}
    known = [one for one in found if one.words in sure]  # also what stands beside a sure one: "tukang las & helper"
    likely = [one for one in found if one.sureness >= LIKELY]
    pool = known or likely or [one for one in found if one.rank >= SAID]
    if not pool:
        return []
    best = max(one.rank for one in pool)
    chosen: dict[str, _Candidate] = {}
    for one in (one for one in (found if best >= LISTED else pool) if one.rank == best):
        chosen.setdefault(one.title.casefold(), one)
    return [
        Read(
            Name.TITLE, one.title, sure=one.sureness >= SURE and best > ALONE and _is_whole(one.title), where=one.words
        )
        for one in list(chosen.values())[:MOST]
    ]


def _labelled(lines: Sequence[Line]) -> list[_Candidate]:
    found: list[_Candidate] = []
    for at, line in enumerate(lines):
        label = _LABEL.search(line.text)
        if label is None:
            continue
        if label.group(1).strip():
            found += _parts(label.group(1), LABELLED)
        else:
            found += _items(lines[at + 1 :], LABELLED)
    return found


def _listed(lines: Sequence[Line]) -> list[_Candidate]:
    for at, line in enumerate(lines):
        if _HEAD.search(line.text):
            found = _items(lines[at + 1 :], LISTED)
            if any(one.sureness >= SURE for one in found):
                return found
    return []


def _items(below: Sequence[Line], rank: int) -> list[_Candidate]:
    """The lines of a list, up to the first that names no position."""
    found: list[_Candidate] = []
    for line in below[:MOST]:
        is_short = len(line.text.split("(")[0].split()) <= MOST_WORDS
        if (_NO_TITLE.search(line.text.split("(")[0]) and _sureness(_clean(line.text)) < SURE) or not is_short:
            break
        made = _parts(line.text, rank)
        if not made:
            break
        found += made
    return found


def _said(lines: Sequence[Line]) -> list[_Candidate]:
    """Named in a sentence; what follows a colon is a list, of which everything counts."""
    found: list[_Candidate] = []
    for line in lines:
        for said in _SAID.finditer(line.text):
            is_list = ":" in line.text[said.start() : said.start(1)]
            found += _parts(_cut(said.group(1)), LISTED if is_list else SAID)
    return found


def _alone(lines: Sequence[Line]) -> list[_Candidate]:
    """The first short line near the top that is nothing but the name of an occupation, with the list it begins."""
    found: list[_Candidate] = []
    last = -1
    for at, line in enumerate(lines[:10]):
        if found and not (line.is_item and at == last + 1):
            break
        if not _NO_TITLE.search(line.text) and not _HOUSE.match(line.text):
            made = [one for one in _parts(line.text, ALONE) if one.sureness >= LIKELY]
            found += made
            last = at if made else last
    return found


def _cut(text: str) -> str:
    text = _LOUD.sub("", text)
    behind = _SOMEBODY.match(text)
    if behind is not None:
        return _cut(behind.group(1))
    spelt = _SPOKEN_OUT.match(text) or _ALSO_CALLED.match(text)
    if spelt:
        return spelt.group(1)
    return _STOP.sub("", f" {_FIRM.sub('', text)} ".replace(" & ", " dan ")).strip()


def _parts(text: str, rank: int) -> list[_Candidate]:
    """One position, or several joined by commas and words; a joined name of one occupation stays whole."""
    cut = _cut(text)
    pieces = _with_head([piece for piece in map(_clean, _ALSO.split(cut)) if piece and not _IDLE.match(piece)])
    known = [piece for piece in pieces if _sureness(piece) >= LIKELY]
    if "/" in cut and _means_one(known):
        pieces = known[:1]
    elif rank not in {LABELLED, LISTED} and len(known) > 1:
        pieces = known
    is_one = "/" in cut and len(pieces) == 1 and len(known) > 1
    are_several = len(pieces) > 1 and (rank in {LABELLED, LISTED} or "+" in cut or len(known) == len(pieces))
    kept = pieces if are_several or is_one else [_clean(cut)]
    return [
        _Candidate(_written(one), rank, _sureness(one), text.strip())
        for one in kept
        if one and not _IDLE.match(one) and len(one.split()) <= MOST_WORDS and any(map(str.isalpha, one))
    ]


def _means_one(pieces: list[str]) -> bool:
    """Whether several names are names of one occupation: "satpam / security"."""
    codes = [{one.code for one in occupations(piece, guess=False)} for piece in pieces]
    return len(codes) > 1 and bool(set.intersection(*codes))


def _with_head(pieces: list[str]) -> list[str]:
    """Give "guru TK dan PAUD" its first word twice."""
    head = pieces[0].split()[0] if pieces else ""
    return [f"{head} {one}" if len(one.split()) == 1 and one.isupper() and head != one else one for one in pieces]


def _clean(text: str) -> str:
    bare = re.sub(r"\([^)]*\)?", " ", _PEOPLE.sub(" ", _TIME.sub(" ", _COUNT.sub(" ", text)))).strip(
        " .,:;!|/-\u2013\u2014\"'[]"
    )
    words = bare.split()
    while (
        words
        and _IDLE.match(words[0])
        and len(words) > 1
        and words[0].casefold() not in {"staf", "petugas", "karyawan", "tenaga"}
    ):
        words = words[1:]
    while words and re.fullmatch(r"(?:besar|segera|cepat|kerja|@@|baru)", words[-1], re.IGNORECASE):
        words = words[:-1]
    return " ".join(words)


def _is_whole(title: str) -> bool:
    """Whether every word of a title belongs to an occupation: more words may be no part of it."""
    named = {word for one in occupations(title, guess=False) for word in one.words}
    return named >= set(words(title)) - {"dan", "staf", "petugas", "tenaga"}


@lru_cache(maxsize=2_000)
def _sureness(title: str) -> float:
    known = occupations(title, guess=False)
    return known[0].sureness if known else (0.5 if level_of(title) != WORKER else 0.0)


def _written(title: str) -> str:
    """Write a title as titles are written, whatever the advertisement shouts."""
    return " ".join(_word(word, first=at == 0) for at, word in enumerate(title.split()))


def _word(word: str, *, first: bool) -> str:
    if word.upper() in _KEPT_LARGE and (word.isupper() or word.upper() in {"HP", "AC", "IT"}):
        return word.upper()
    if word.casefold() in _LOWER and not first:
        return word.casefold()
    return word[:1].upper() + (word[1:].lower() if word.isupper() else word[1:])
