"""The papers of a claim: which are needed, which the worker has, and what a tick says about the case."""

from datetime import date, datetime

from sqlmodel import Session

from bot.services import declaring, status
from bot.store import dossiers
from bot.store.people import Person
from jkp.declared import Declared, value
from jkp.papers import Checklist, Paper, Situation, situation
from jkp.rules.case import Cause

YES = "yes"
CHOSEN = (Situation.ACCEPTED, Situation.AGREED, Situation.COURT, Situation.GONE, Situation.FORCED)


def checklist(session: Session, person: Person, today: date) -> Checklist:
    """Give the worker's papers; where nothing was told, those of an accepted termination."""
    standing = status.check(session, person, today)
    known = standing.declared if standing is not None else Declared()
    proved = value(known.proof) is True and not (standing is not None and standing.locked(known.proof))
    return Checklist(situation(known, _chosen(session, person.id)), _have(session, person.id), proved)


def deadline(session: Session, person: Person, today: date) -> date | None:
    """Give the safe last day of the claim, if it is still ahead."""
    standing = status.check(session, person, today)
    if standing is None or standing.outlook.missed is not False:
        return None
    return standing.outlook.deadline


def _chosen(session: Session, person_id: int) -> Situation | None:
    code = dossiers.situation_of(session, person_id)
    return None if code is None else Situation(code)


def _have(session: Session, person_id: int) -> frozenset[Paper]:
    return frozenset(Paper(code) for code in dossiers.ticked(session, person_id))


def choose(session: Session, person: Person, chosen: Situation, today: date, now: datetime) -> None:
    """Keep how the work ended. Being made to resign is a fact of the case and is kept as its cause."""
    if chosen is Situation.FORCED:
        declaring.by_button(session, person.id, "cause", Cause.FORCED_RESIGN, today, now)
        dossiers.of(session, person.id).situation = None
    else:
        dossiers.of(session, person.id).situation = chosen.value


def tick(session: Session, person: Person, paper: Paper, today: date, now: datetime) -> None:
    """Keep that a paper is at hand. The receipt says that the report was made; a complete set is the proof."""
    dossiers.tick(session, person.id, paper, today)
    if paper is Paper.REPORT_RECEIPT:
        _say(session, person, "reported", today, now)
    if checklist(session, person, today).is_proof_ticked:
        _say(session, person, "proof", today, now)


def _say(session: Session, person: Person, fact: str, today: date, now: datetime) -> None:
    if value(getattr(status.said(session, person.id), fact)) is not True:
        declaring.by_button(session, person.id, fact, YES, today, now)
        dossiers.imply(session, person.id, fact)


def untick(session: Session, person: Person, paper: Paper, today: date, now: datetime) -> None:
    """Keep that a paper is not at hand after all; what only ticks had said is taken back with it."""
    dossiers.untick(session, person.id, paper)
    gone = {"reported"} if paper is Paper.REPORT_RECEIPT else set()
    gone |= set() if checklist(session, person, today).is_proof_ticked else {"proof"}
    for fact in sorted(gone & dossiers.implied(session, person.id)):
        declaring.forget(session, person.id, fact, today, now)
        dossiers.imply_no_more(session, person.id, fact)
