"""Who can be called, from where the person is: missions and hotlines, each with the date of its source."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.store.people import INDONESIA
from jkp.rules import posts
from jkp.rules.regulation import Mark

FRESH = timedelta(days=2 * 365)  # a telephone number with an older source is to be checked first


@dataclass(frozen=True, slots=True)
class Contact:
    """One mission or service. `phone` is empty where no source gives one; `old` says to check it first."""

    name: str
    phone: str
    source: str
    on: date | None
    old: bool


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom to call: the missions of the host country first, then services that answer from there."""

    country: str
    missions: tuple[Contact, ...]
    services: tuple[Contact, ...]

    @property
    def phones(self) -> tuple[Contact, ...]:
        """Everything that has a number, in the order to call."""
        return tuple(one for one in (*self.missions, *self.services) if one.phone)


def contacts(country: str, day: date) -> Contacts:
    """Give the contacts for a country (ISO 3166 alpha-2) as they stand on a day.

    Numbers that no source gives are left out: a wrong number in danger is worse than none.
    """
    abroad = country != INDONESIA
    missions = tuple(_contact(post.mission, post, day) for post in posts.posts_in(country)) if abroad else ()
    lines = (line for line in posts.hotlines(abroad=abroad) if line.mark is not Mark.UNVERIFIED)
    here = (line for line in lines if abroad or not line.phone.startswith("+"))
    return Contacts(country, missions, tuple(_contact(line.service, line, day, abroad=abroad) for line in here))


def _contact(name: str, known: posts.Post | posts.Hotline, day: date, *, abroad: bool = False) -> Contact:
    mobile = known.phone.startswith("08") and not known.phone.startswith("0800")
    phone = f"+62 {known.phone[1:]}" if abroad and mobile else known.phone
    old = known.on is None or day - known.on > FRESH
    return Contact(name, phone, known.source, known.on, old)
