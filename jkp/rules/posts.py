"""Where a migrant worker finds help: missions and hotlines by host country, each with the date of its source."""

from dataclasses import dataclass
from datetime import date

from jkp.rules.regulation import Mark


@dataclass(frozen=True, slots=True)
class Post:
    """One mission. `zone` is an IANA name, never an offset; `phone` is empty where no source gives one."""

    country: str  # ISO 3166 alpha-2
    mission: str
    zone: str
    phone: str = ""
    source: str = ""
    on: date | None = None  # date of the source; old ones are to be checked first
    mark: Mark = Mark.INTERPRETATION


@dataclass(frozen=True, slots=True)
class Hotline:
    """One service that is not tied to a host country."""

    service: str
    phone: str
    source: str
    on: date | None
    mark: Mark
    abroad: bool  # can be reached from abroad


_ATTACHES = ("bisnis.com", date(2021, 6, 14), Mark.SOURCE)  # labour attaches and staff of 2021; state today unverified
_HONG_KONG = ("+852 6773 0466", "jpnn", date(2023, 9, 1), Mark.SOURCE)
_TAIPEI = ("+886 901 132 000", "harianhaluan", date(2020, 2, 1), Mark.SOURCE)

POSTS: tuple[Post, ...] = (
    Post("MY", "KBRI Kuala Lumpur", "Asia/Kuala_Lumpur", "", *_ATTACHES),
    Post("MY", "KJRI Johor Bahru", "Asia/Kuala_Lumpur"),
    Post("MY", "KJRI Penang", "Asia/Kuala_Lumpur"),
    Post("MY", "KJRI Kuching", "Asia/Kuala_Lumpur"),
    Post("MY", "KJRI Kota Kinabalu", "Asia/Kuala_Lumpur"),
    Post("MY", "KRI Tawau", "Asia/Kuala_Lumpur"),
    Post("SG", "KBRI Singapura", "Asia/Singapore", "", *_ATTACHES),
    Post("BN", "KBRI Bandar Seri Begawan", "Asia/Brunei", "", *_ATTACHES),
    Post("HK", "KJRI Hong Kong", "Asia/Hong_Kong", *_HONG_KONG),
    Post("MO", "KJRI Hong Kong", "Asia/Hong_Kong", *_HONG_KONG),
    Post("TW", "KDEI Taipei", "Asia/Taipei", *_TAIPEI),
    Post("JP", "KBRI Tokyo", "Asia/Tokyo"),
    Post("JP", "KJRI Osaka", "Asia/Tokyo"),
    Post("KR", "KBRI Seoul", "Asia/Seoul", "", *_ATTACHES),
    Post("SA", "KBRI Riyadh", "Asia/Riyadh", "", *_ATTACHES),
    Post("SA", "KJRI Jeddah", "Asia/Riyadh", "", *_ATTACHES),
    Post("KW", "KBRI Kuwait City", "Asia/Kuwait", "", *_ATTACHES),
    Post("QA", "KBRI Doha", "Asia/Qatar", "", *_ATTACHES),
    Post("AE", "KBRI Abu Dhabi", "Asia/Dubai", "", *_ATTACHES),
    Post("AE", "KJRI Dubai", "Asia/Dubai"),
    Post("OM", "KBRI Muscat", "Asia/Muscat"),
    Post("JO", "KBRI Amman", "Asia/Amman", "", *_ATTACHES),
    Post("TR", "KBRI Ankara", "Europe/Istanbul"),
    Post("IT", "KBRI Roma", "Europe/Rome"),
    Post("DE", "KBRI Berlin", "Europe/Berlin"),
    Post("PL", "KBRI Warsawa", "Europe/Warsaw"),
    Post("HU", "KBRI Budapest", "Europe/Budapest"),
    Post("SK", "KBRI Bratislava", "Europe/Bratislava"),
    Post("AU", "KBRI Canberra", "Australia/Sydney"),
    Post("NZ", "KBRI Wellington", "Pacific/Auckland"),
)

_CALL_CENTRE = ("mediamasakini.id", date(2025, 4, 10), Mark.SOURCE)

HOTLINES: tuple[Hotline, ...] = (
    Hotline("KP2MI", "0800-1000", *_CALL_CENTRE, abroad=False),
    Hotline("KP2MI", "+62 21 2924 4800", *_CALL_CENTRE, abroad=True),
    Hotline("KP2MI WhatsApp", "0811-8080-141", *_CALL_CENTRE, abroad=True),
    Hotline("Kemnaker", "1500-630", "lintasatlantik.com", date(2025, 12, 1), Mark.SOURCE, abroad=False),
    Hotline("Kemlu PWNI", "+62 812 9007 0027", "tribunnews", date(2020, 2, 3), Mark.SOURCE, abroad=True),
    Hotline("BPJS Ketenagakerjaan", "175", "", None, Mark.UNVERIFIED, abroad=False),
)


def posts_in(country: str) -> tuple[Post, ...]:
    """Give the missions for a host country (ISO 3166 alpha-2), those with a phone first; empty if we know none."""
    found = (post for post in POSTS if post.country == country.upper())
    return tuple(sorted(found, key=lambda post: not post.phone))


def hotlines(*, abroad: bool) -> tuple[Hotline, ...]:
    """Give the services that can be reached from abroad, or all of them from inside Indonesia."""
    return tuple(line for line in HOTLINES if line.abroad or not abroad)
