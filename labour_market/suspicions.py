"""What makes words about work suspicious: money asked of the worker, hidden links, and promises nobody keeps.

Used for pasted advertisements and for broadcasts before they leave. A suspicion is a reason to look twice, never a
judgement; the kinds are worded in bot/texts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

FEE, SHORTENER, LINK, PROMISE, PAPERS = "fee", "shortener", "link", "promise", "papers"
LONGEST = 60  # letters that are quoted
REACH = 34  # letters before a word in which "no" or "free" turns it round

_FEES = re.compile(
    r"biaya\s+(?:admin\w*|pendaftaran|daftar|seragam|pelatihan|training|medical|mcu|proses\w*|penempatan|berkas|potong)"
    r"|(?:uang|dana)\s+(?:jaminan|seragam|muka|pendaftaran|admin\w*|pangkal)"
    r"|\bdeposit\b|\bdepo\s+\d|transfer\s+(?:dulu|terlebih|ke\s+(?:rek|nomor|bank)|biaya|uang|sejumlah|\d)"
    r"|\bdp\s+(?:rp\.?\s*)?\d|potong(?:an)?\s+gaji|gaji\s+(?:\w+\s+)?(?:di)?potong"
    r"|(?:mem)?bayar\s+(?:di\s?muka|dulu|saat|admin|seragam|pendaftaran|rp)|biaya\s+(?:rp\.?\s*)?\d"
    r"|(?:mem)?beli\s+(?:seragam|starter|paket|formulir|map)|(?:di)?pungut(?:an)?\s+biaya|dikenakan\s+biaya"
    r"|registration\s+fee|admin\s+fee|pay\s+first",
    re.IGNORECASE,
)
_PAPERS = re.compile(r"ijazah\s+(?:asli\s+)?(?:di)?(?:tahan|jaminkan|simpan)|(?:tahan|jaminan)\s+ijazah", re.IGNORECASE)
_PROMISES = re.compile(
    r"(?:penghasilan|income|gaji|cuan|hasil)[^\n]{0,20}?(?:\d+\s*(?:jt|juta)|jutaan)[^\n\d]{0,12}?"
    r"(?:per|se|/)\s?(?:hari|minggu)\b"
    r"|modal\s+(?:hp|kuota)|tanpa\s+kerja\b|dijamin\s+(?:diterima|lolos)|pasti\s+(?:diterima|lolos)|like\s+(?:dan|&)\s+subscribe",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\btanpa|\btidak|\btdk|\bgak?|\bnggak|\bbukan|\bno|\bfree|\bgratis|\bbebas|\bwithout|\bjangan|\bhati)",
    re.IGNORECASE,
)
_FREE_BEHIND = re.compile(r"^\W{0,3}(?:gratis|tidak ada|nihil|ditanggung|0\b|rp\.?\s?0\b|free)", re.IGNORECASE)
_LINKS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\"']+|(?<![@\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,12}/[^\s<>()\"']+", re.IGNORECASE
)
SHORTENERS = frozenset({
    "bit.ly", "s.id", "tinyurl.com", "cutt.ly", "t.co", "goo.gl", "is.gd", "ow.ly", "rebrand.ly", "shorturl.at",
    "tiny.cc", "rb.gy", "linktr.ee", "lynk.id", "msha.ke", "gg.gg", "adf.ly", "v.gd", "t.ly", "bitly.com",
})  # fmt: skip
KNOWN = frozenset({
    "wa.me", "forms.gle", "docs.google.com", "forms.office.com", "maps.app.goo.gl", "goo.gl/maps", "linkedin.com",
    "karirhub.kemnaker.go.id", "glints.com", "jobstreet.co.id", "jobstreet.com", "kalibrr.com", "kalibrr.id",
    "instagram.com", "facebook.com", "t.me", "api.whatsapp.com", "youtube.com", "tiktok.com", "kitalulus.com",
    "pintarnya.com", "dealls.com", "indeed.com", "id.indeed.com", "loker.id", "topkarir.com",
})  # fmt: skip
KNOWN_ENDINGS = (".go.id", ".ac.id", ".sch.id")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One reason to look twice, with the words it was found in."""

    kind: str  # fee, shortener, link, promise, papers
    found: str


def suspicions(text: str) -> tuple[Suspicion, ...]:
    """Name everything suspicious in a text, in its order by kind; words that deny a fee are no suspicion."""
    found = [
        *(Suspicion(FEE, words) for words in _asserted(_FEES, text)),
        *(Suspicion(PAPERS, words) for words in _asserted(_PAPERS, text)),
        *(Suspicion(PROMISE, one.group()[:LONGEST]) for one in _PROMISES.finditer(text)),
        *filter(None, map(_of_link, links(text))),
    ]
    return tuple(dict.fromkeys(found))


def links(text: str) -> tuple[str, ...]:
    """Give every web address in a text, as written."""
    return tuple(dict.fromkeys(found.group().rstrip(".,;:!?*_") for found in _LINKS.finditer(text)))


def domain(link: str) -> str:
    """Give the host of a web address, without www."""
    host = urlsplit(link if "://" in link else f"//{link}").hostname or ""
    return host.removeprefix("www.")


def _of_link(link: str) -> Suspicion | None:
    try:
        host = domain(link)
    except ValueError:  # no address at all, whatever it looks like
        return Suspicion(LINK, link[:LONGEST])
    if host in SHORTENERS:
        return Suspicion(SHORTENER, link[:LONGEST])
    return None if host in KNOWN or host.endswith(KNOWN_ENDINGS) else Suspicion(LINK, link[:LONGEST])


def _asserted(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Give the matches that nothing before or behind them in their sentence denies."""
    for found in pattern.finditer(text):
        before = re.split(r"[.\n!]", text[max(0, found.start() - REACH) : found.start()])[-1]
        behind = text[found.end() : found.end() + REACH]
        if not _NOT.search(before) and not _NOT.match(found.group()) and not _FREE_BEHIND.match(behind):
            yield found.group()[:LONGEST]
