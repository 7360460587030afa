"""How to apply, as an advertisement says it: WhatsApp, e-mail, a link, or where to come."""

import re
from collections.abc import Sequence

from labour_market.adverts.field import Name, Read
from labour_market.adverts.text import Line
from labour_market.suspicions import links

MOST = 4
LONGEST_WAY = 160
_PHONE = re.compile(r"(?<![\d/])(?:\+?62|0)[ .-]?8\d{1,2}(?:[ .-]?\d){6,9}(?!\d)")
_LANDLINE = re.compile(r"(?<![\d/])\(?0[2-7]\d{1,2}\)?[ .-]\d{3,4}[ .-]?\d{3,4}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_COME = re.compile(
    r"datang|\bantar\s+(?:lamaran|langsung|berkas|ke\b)|diantar|\bbawa\s+(?:langsung|berkas|lamaran|cv)|come\s+(?:directly|to)|langsung\s+ke\b|walk\s?-?in|interview\s+(?:langsung|hari)"
    r"|lamaran\s+(?:bawa|dibawa|diserahkan|dikirim\s+ke\s+alamat)|(?:kirim|antar)\w*\s+(?:lamaran|berkas|cv)\s+ke\s*:?\s*$"
    r"|interview\s+di",
    re.IGNORECASE,
)
_SEND_TO = re.compile(r"ke\s*:?\s*$", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:jl|jln|jalan|kawasan|ruko|gedung|komplek|pt|cv|up)\b", re.IGNORECASE)


def contacts(lines: Sequence[Line]) -> list[Read]:
    """Read every way to apply into one line, and the first link into its own field."""
    text = "\n".join(line.text for line in lines)
    webs = [one for one in links(text) if not one.casefold().startswith("www.instagram")]
    bare = text
    for one in webs:
        bare = bare.replace(one, " ")
    mails = [found.rstrip(".") for found in _MAIL.findall(bare)]
    ways = [
        *(f"WhatsApp {_spaced(found.group())}" for found in _PHONE.finditer(bare)),
        *(f"telepon {found.group()}" for found in _LANDLINE.finditer(bare)),
        *(f"e-mail {mail}" for mail in mails),
        *(one for one in webs if not one.casefold().startswith(("http://", "https://"))),
        *_visits(lines),
    ]
    pages = [one for one in webs if one.casefold().startswith(("http://", "https://"))]
    found = [Read(Name.LINK, pages[0], where=pages[0])] if pages else []
    said = list(dict.fromkeys(ways))[:MOST]
    return [*found, Read(Name.APPLY, "; ".join(said), where=said[0])] if said else found


def _spaced(phone: str) -> str:
    digits = re.sub(r"[^\d+]", "", phone)
    return digits if digits.startswith("+") else f"{digits[:4]}-{digits[4:8]}-{digits[8:]}"


def _visits(lines: Sequence[Line]) -> list[str]:
    """Give the first line that says where to come, with the address under it where it ends with "to:"."""
    for at, line in enumerate(lines):
        if not _COME.search(line.text):
            continue
        below = [one.text for one in lines[at + 1 : at + 4]] if _SEND_TO.search(line.text) else []
        if below and not any(_ADDRESS.search(one) for one in below):
            continue
        return [f"Datang: {' '.join([line.text, *below])}"[:LONGEST_WAY]]
    return []
