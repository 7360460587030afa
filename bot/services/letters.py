"""Letters from a worker's case: which fit, what is still blank, and the words that only the worker can give."""

import re
from datetime import date, datetime

from sqlmodel import Session

from bot.services import declaring, mydata, papers, register, status
from bot.services.responsible import region_of
from bot.store import dossiers, people
from bot.store.people import Person
from jkp.declared import Declared
from jkp.letters import Blank, Details, Fault, Footing, Kind, Letter, compose, fitting, needs, voice
from matching.places import PlaceKind, find

LONGEST = 80  # characters of a name, an employer or a town
_FAULTS = (
    (Fault.NEVER_REGISTERED, ("daftar", "register")),
    (Fault.ARREARS, ("iuran", "tunggak", "nunggak", "arrear", "contribution", "paid")),
)
_NUMBER = re.compile(r"\d")
_IDENTIFIER = re.compile(r"\d{6,}|•")  # long numbers, and those that were masked already, do not belong in a letter


class NotUnderstood(ValueError):
    """A typed answer that fits no reading."""


def kinds(session: Session, person: Person, today: date) -> tuple[Kind, ...]:
    """Name the letters that help this worker, the most useful first; before anything was told, those on the report."""
    standing = status.check(session, person, today)
    found = papers.checklist(session, person, today)
    if standing is None:
        return (Kind.EMPLOYER, Kind.DINAS, Kind.INSPECTOR)
    view = standing.outlook
    footing = Footing(standing.position.stage, found.situation, view.failed, view.payer, found.have)
    return fitting(standing.declared, footing)


def prepared(session: Session, person: Person, kind: Kind, today: date) -> Letter:
    """Prepare a letter; what the register knows and the worker did not unlock never stands in it."""
    standing = status.check(session, person, today)
    joined = standing.declared if standing is not None else Declared()
    unlocked = standing is not None and standing.level >= register.LEVEL_AMOUNTS
    declared = voice(status.said(session, person.id), joined, unlocked=unlocked)
    return compose(kind, declared, details(session, person.id), today)


def details(session: Session, person_id: int) -> Details:
    """Give what the worker said for letters."""
    said = dossiers.details_of(session, person_id)
    fault = said.get(Blank.FAULT)
    return Details(
        name=said.get(Blank.NAME, ""),
        employer=said.get(Blank.EMPLOYER, ""),
        city=said.get(Blank.CITY, ""),
        fault=None if fault is None else Fault(fault),
    )


def following(letter: Letter, blank: Blank | None, *, every: bool) -> Blank | None:
    """Say what to ask next after a blank (None: from the start): what is missing, or `every` one for a correction."""
    order = needs(letter.kind)
    rest = order if blank is None else order[order.index(blank) + 1 :]
    return next((one for one in rest if every or one in letter.blanks), None)


def suggestion(session: Session, person: Person, blank: Blank) -> str:
    """Offer what is known, for the worker to take or leave; of the register only what was unlocked."""
    linked = register.linked_record(session, person.id)
    record = linked[0] if linked is not None and linked[1] >= register.LEVEL_AMOUNTS else None
    known = {
        Blank.NAME: (record.name if record else "") or people.name_of(session, person),
        Blank.EMPLOYER: (record.employer if record else "") or "",
        Blank.CITY: mydata.place_name(region_of(session, person.id)),
    }
    return _plain(known.get(blank, ""))[:LONGEST]


def keep(session: Session, person: Person, blank: Blank, text: str, today: date, now: datetime) -> None:  # noqa: PLR0913, PLR0917 - who, what, when
    """Keep one typed or pressed answer; the last day of work is a fact of the case.

    Raises:
        NotUnderstood: it cannot be this, or holds a number that identifies somebody.
    """
    if blank is Blank.LAST_DAY:
        try:
            declaring.by_text(session, person.id, "last_day", text, today, now)
        except declaring.NotUnderstood as problem:
            raise NotUnderstood(problem.expected) from problem
        return
    said = dossiers.details_of(session, person.id)
    dossiers.keep_details(session, person.id, said | {blank.value: _read(blank, _plain(text))})


def _plain(text: str) -> str:
    return " ".join(text.split())


def _read(blank: Blank, words: str) -> str:
    if blank is Blank.FAULT:
        return _fault(words).value
    digits = _NUMBER if blank is Blank.NAME else _IDENTIFIER
    if not any(letter.isalpha() for letter in words) or len(words) > LONGEST or digits.search(words) or "•" in words:
        raise NotUnderstood(blank)
    return _town(words) if blank is Blank.CITY else words


def _town(words: str) -> str:
    """Write a known town by its full name; one that is shared or unknown stays as typed."""
    found = find(words)
    return found.areas[0].name if found.kind is PlaceKind.AREA and not found.guessed and not found.district else words


def _fault(words: str) -> Fault:
    meant = words.casefold()
    for fault, signs in _FAULTS:
        if meant == fault or any(sign in meant for sign in signs):
            return fault
    raise NotUnderstood(Blank.FAULT)
