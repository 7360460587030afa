"""Who offers the work: a firm, a shop, a school; the name of a household is never taken."""

import re
from collections.abc import Sequence

from labour_market.adverts.field import Name, Read
from labour_market.adverts.text import PLACE_MARK, Line

MOST_WORDS = 6
SHORT_NAME = 3  # letters of a name that stays in capitals: "BRI"
_FIRM = re.compile(
    r"\b(?<!kirim )(?<!kirimkan )(?<!your )((?:PT|UD|PD|Firma|Koperasi|KSP|Yayasan)\b\.?\s+[^\n]{3,60}"
    r"|CV\.?\s+(?!ke\b|to\b|dan\b|&|lengkap|terbaru|via|kirim|anda|kamu|beserta|cc\b|,|:|/|\+|\()[^\n]{3,60})",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"\b((?:Toko(?:\s+Roti)?|Warung(?:\s+Makan)?(?:\s+Padang)?|Rumah\s+Makan|RM|Rumah\s+Sakit|RSUD?|RSIA|RS|Klinik|Apotek"
    r"|Bengkel|Hotel|Bank|Salon|Konveksi|Restoran|Resto|Cafe|Kafe|Sekolah|LPK|Minimarket|Garmen|Catering|Pesantren|Villa"
    r"|Gudang|Batik|Percetakan|Kedai|Depot|Dealer|Puskesmas|Universitas|Barbershop)\b\.?\s+[^\n]{3,50}"
    r"|(?<=di )(?:TK|SD|SMP|SMA|SMK|MTs|MA)\s+[A-Z][^\n]{3,50})",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"((?:[A-Z][\w&'.]*\s+){1,4}(?:Store|Clinic|Laundry|Kopi|Coffee|Salon|Spa|Bakery|Resto|Cafe|Group|Studio|Mart|Garment"
    r"|Medika|Farm|Agency|Hotel|Catering|Konveksi|Mandiri|Motor|House|Club|School|Kitchen|Bistro|Gym|Barbershop|Property"
    r"|Travel|Production|Logistik|Textile|Furniture)(?:\s+[A-Z][a-z]+)?)\b"
)
_NICKNAMED = re.compile(r"\b(?:coffee shop|toko|warung|cafe|pabrik\s+\w+)\s*\(\s*([A-Z][^),\n]{3,40})")
_HANDLE = re.compile(r"(?<![\w.])@([a-z][\w.]{4,30})\b(?!\.)", re.IGNORECASE)
_END = re.compile(
    r"\s*(?:[(,;:|!?\u2014@*]|\.\s|\s-\s|\s\u2013\s|\b(?:membutuhkan|membuka|buka|butuh|sedang|mencari|dibutuhkan|di|area|cab|cabang"
    r"|kab|kabupaten|kota|lokasi|jl|jln|jalan|untuk|utk|is|are|adalah|memerlukan|lowongan|setiap|dan|sejak|bersama|kami|lantai"
    r"|yang|yg|makassar|surabaya|jakarta|medan|semarang|bandung|now|we|perlu|cari|penempatan|diantar|dikirim|ditujukan|kepada|setempat)\b).*$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:hp|online|roti|elektronik|sendiri|terdekat|kami|rakyat|bangunan|kelontong|baju)$", re.IGNORECASE
)
_WORKER = re.compile(
    r"^\W*(?:di)?(?:butuh|cari|hiring|loker|lowongan|penjaga|karyawan|crew|sopir|spg|teller)", re.IGNORECASE
)
_PARTS = re.compile(r"\s[-\u2013\u2014|]\s|[\[\](]")
_SHORT = {"PT", "CV", "UD", "PD", "RM", "RS", "RSU", "RSUD", "RSIA", "LPK", "KSP"}


def employer(lines: Sequence[Line]) -> Read | None:
    """Read the employer; sure for a firm's full name, unsure for anything that only looks like one."""
    texts = [re.sub(r"[\"'\u201c\u201d]", "", line.text.replace(PLACE_MARK, " ")).strip() for line in lines]
    return (
        _first(texts, _FIRM, sure=True)
        or _first(texts, _NICKNAMED)
        or _first([text for text in texts if not _WORKER.match(text)], _HOUSE)
        or _first([part for text in texts for part in _PARTS.split(text) if not _WORKER.match(part)], _CALLED)
        or _first(texts, _HOUSE)
        or _first(texts, _HANDLE)
    )


def _first(texts: Sequence[str], pattern: re.Pattern[str], *, sure: bool = False) -> Read | None:
    for text in texts:
        for found in pattern.finditer(text):
            name = found.group(1) if pattern in {_CALLED, _HANDLE, _NICKNAMED} else _name(found.group(1))
            if name and not _NOBODY.search(name):
                return Read(Name.EMPLOYER, _written(name), sure=sure, where=text)
    return None


def _name(written: str) -> str:
    """Cut the name off what follows; a kind of house without a name is nobody."""
    head, _, rest = written.strip().partition(" ")
    words = _END.sub("", rest).split()[: MOST_WORDS - 1]
    return " ".join([head, *words]).strip(" .,-") if words and not words[0].isdecimal() else ""


def _written(name: str) -> str:
    return " ".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    if word.strip(".").upper() in _SHORT:
        return word.upper()
    return word.capitalize() if word.isupper() and len(word) > SHORT_NAME else word[:1].upper() + word[1:]
