"""What people type in a chat made comparable: clauses of plain words, with chat spellings written out."""

import re
import unicodedata

from matching.wording import words

# chat spellings in Indonesian, Malay, Javanese and Sundanese that the job wording does not need
_CHAT = {
    "ga": "tidak", "gk": "tidak", "g": "tidak", "kagak": "tidak", "enggak": "tidak", "engga": "tidak",
    "ndak": "tidak", "tak": "tidak", "nda": "tidak", "ora": "tidak", "ra": "tidak", "teu": "tidak", "gada": "tidak ada",
    "moal": "tidak", "kd": "tidak", "not": "tidak", "gabisa": "tidak bisa", "gbs": "tidak bisa", "cant": "tidak bisa",
    "gmn": "bagaimana", "gimana": "bagaimana", "piye": "bagaimana", "kumaha": "bagaimana", "carane": "cara",
    "brp": "berapa", "brapa": "berapa", "piro": "berapa", "sabaraha": "berapa", "kmn": "ke mana", "kemana": "ke mana",
    "dmn": "di mana", "dimana": "di mana", "nang": "di", "kat": "di", "enek": "ada", "ono": "ada", "dpt": "dapat",
    "dapet": "dapat", "kenging": "dapat", "oleh2": "oleh", "msh": "masih", "tlg": "tolong", "tlong": "tolong",
    "tulung": "tolong", "tulungi": "tolong", "mjkn": "majikan", "majika": "majikan", "boss": "bos", "bos2": "bos",
    "pasport": "paspor", "passport": "paspor", "pasporku": "paspor saya", "kowe": "anda", "kulo": "saya",
    "aq": "saya", "ak": "saya", "gua": "saya", "abdi": "saya", "saye": "saya", "i": "saya", "me": "saya",
    "my": "saya", "bpk": "bapak", "pls": "tolong", "plis": "tolong", "help": "tolong", "duit": "uang",
    "duite": "uang", "dit": "uang", "durung": "belum", "sampun": "sudah", "wis": "sudah", "wes": "sudah",
    "mlebu": "masuk", "kuwi": "itu", "opo": "apa", "naon": "apa", "iso": "bisa", "tiasa": "bisa", "cape": "capek",
    "mo": "mau", "pen": "ingin", "kepengin": "ingin", "nak": "mau", "hayang": "ingin", "makasi": "makasih",
    "mksh": "makasih", "trims": "makasih", "thx": "makasih", "thanks": "makasih", "thank": "makasih",
    "ngajuin": "ajukan", "ngajukan": "ajukan", "mengajukan": "ajukan", "pengajuan": "ajukan", "lgi": "lagi",
    "kls": "kelas", "tki": "pmi", "tkw": "pmi", "tkww": "pmi", "jamsostek": "bpjs", "diphk": "phk",
    "layoff": "phk", "dipecat": "phk", "pecat": "phk", "bljk": "blk", "sm": "sama", "kpd": "kepada",
}  # fmt: skip
_LONG_DRAWN = re.compile(r"([a-z])\1{2,}")
_APOSTROPHES = re.compile(r"['\u2018\u2019`]")
_SPLIT_VERB = re.compile(
    r"\bdi (?=pukul|gebuk|hajar|tampar|siksa|aniaya|sekap|kurung|kunci|perkosa|leceh|tahan|sita|ancam|culik|jual|paksa|phk)"
)
_CLAUSE = re.compile(r"[.,;!?\n]+| (?:dan|tapi|tetapi|malah|terus|lalu|and|but|then|terus) ")


def plain(text: str) -> str:
    """Write a text out in plain words, one space between them."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    drawn = _LONG_DRAWN.sub(r"\1", _APOSTROPHES.sub("", ascii_text.replace("_", " ")))
    spoken = " ".join(_CHAT.get(word, word) for word in words(drawn))
    return _SPLIT_VERB.sub("di", spoken)


def clauses(text: str) -> tuple[str, ...]:
    """Split a text at its stops and joining words, so that a "not" is not carried into the next clause."""
    padded = unicodedata.normalize("NFKC", text).casefold()
    return tuple(found for part in _CLAUSE.split(padded) if (found := plain(part)))
