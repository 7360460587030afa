"""Composing a broadcast: the draft and its changes, submitting it, and the second person's word on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session, delete

from bot.services import responsible
from bot.services.staff import audience
from bot.services.staff.audience import Asker, Audience, Example, Filter
from bot.store import broadcasts, staff
from bot.store.broadcasts import DRAFT, REJECTED, SCHEDULED, VACANCY, WAITING, Broadcast
from bot.store.staff import Staff
from labour_market import search as vacancies
from labour_market.suspicions import suspicions
from matching.profile import Kind, Opportunity, Profile

APPROVE_ABOVE = 200  # people; more than so many are written to only with a second person's word
UNDO = timedelta(minutes=5)  # in which a broadcast that needs nobody's word can be taken back unsent
MOST_QUESTIONS = 3
LONGEST_QUESTION, LONGEST_TEXT = 80, 1500
NEEDS = (1, 3, 5, 10, 0)  # people wanted; 0 = no number, everybody at once
LEAST_WAVE, PER_NEED = 40, 10  # people of a wave, in all and for each one wanted


class Outcome(StrEnum):
    """What became of submitting or deciding."""

    NOBODY = "nobody"
    NO_APPROVER = "no_approver"
    WAITING = "waiting"
    SCHEDULED = "scheduled"
    APPROVED = "approved"
    REJECTED = "rejected"
    ALREADY = "already"
    NOT_YOURS = "not_yours"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft with the people it would go to."""

    row: Broadcast
    wanted: Filter
    audience: Audience
    examples: tuple[Example, ...]
    suspicions: tuple[str, ...]
    needs_word: bool
    questions: tuple[str, ...]
    offer: Opportunity | None
    words: str


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of it, and who is asked."""

    outcome: Outcome
    row: Broadcast | None = None
    asked: tuple[Staff, ...] = ()
    by: str = ""  # who decided already
    reason: str = ""


@dataclass(frozen=True, slots=True)
class What:
    """What a broadcast is about: an offer by its id, or words."""

    kind: str
    offer_id: str = ""
    words: str = ""


def newest(session: Session, asker: Asker, kind: Kind, most: int) -> tuple[Opportunity, ...]:
    """Give the newest open offers."""
    index = audience.index_of(session, asker, kind)
    if index is None:
        return ()
    ordered = sorted(index.table.offers, key=lambda one: (str(one.posted or ""), one.id.zfill(12)), reverse=True)
    return tuple(ordered[:most])


def search(session: Session, asker: Asker, kind: Kind, words: str, most: int) -> tuple[Opportunity, ...]:
    """Find open offers by words, those in the member's area first."""
    index = audience.index_of(session, asker, kind)
    if index is None:
        return ()
    found = index.rank(Profile(id="", last_occupation=words, region=asker.member.area), most, day=asker.day)
    return tuple(index.table.offers[index.rows[one.offer_id]] for one in found)


def begin(session: Session, member: Staff, what: What, now: datetime) -> Broadcast:
    """Begin a draft; an older one of the same member is dropped."""
    mine = (Broadcast.author_id == member.id, Broadcast.state == DRAFT)
    session.execute(delete(Broadcast).where(*mine))  # type: ignore[arg-type] # comparisons of columns
    openings = _openings(session, what, now)
    row = Broadcast(
        kind=what.kind, offer_id=what.offer_id or None, author_id=member.id, need=openings, audience=Filter().kept(),
        created_at=now, changed_at=now,
    )  # fmt: skip
    broadcasts.say(session, row, text=what.words[:LONGEST_TEXT], questions=[])
    session.add(row)
    session.flush()
    return row


def _openings(session: Session, what: What, now: datetime) -> int:
    if what.kind != VACANCY:
        return 0
    details = vacancies.by_id(session, what.offer_id, now.date())
    return (details.openings if details is not None else None) or 1


def draft(session: Session, member: Staff, broadcast_id: str) -> Broadcast | None:
    """Give the member's own draft; None when it was sent, dropped, or somebody else's."""
    row = broadcasts.find(session, broadcast_id)
    return row if row is not None and row.author_id == member.id and row.state == DRAFT else None


def drop(session: Session, row: Broadcast) -> None:
    """Throw the draft away."""
    session.delete(row)
    session.flush()


def change(row: Broadcast, **parts: object) -> None:
    """Change the filter of a draft."""
    row.audience = replace(Filter.of(row.audience), **parts).kept()  # type: ignore[arg-type] # fields of Filter


def toggle(session: Session, row: Broadcast, question: str) -> None:
    """Ask a quick question, or ask it no more; at most three."""
    asked = list(broadcasts.says(session, row).get("questions", []))
    words = " ".join(question.split())[:LONGEST_QUESTION]
    if words in asked:
        asked.remove(words)
    elif words and len(asked) < MOST_QUESTIONS:
        asked.append(words)
    broadcasts.say(session, row, questions=asked)


def preview(session: Session, asker: Asker, row: Broadcast, *, named: bool = True) -> Preview:
    """Show a draft as it would leave now; `named`: with three real people."""
    return _shown(session, asker, row, audience.find(session, asker, row), named=named)


def unaddressed(session: Session, asker: Asker, row: Broadcast) -> Preview:
    """Show what a draft says and asks, without working out to whom it would go: that takes long in a large area."""
    return _shown(session, asker, row, Audience((), 0, (), 0, None), named=False)


def _shown(session: Session, asker: Asker, row: Broadcast, found: Audience, *, named: bool) -> Preview:
    said = broadcasts.says(session, row)
    offer = audience.offer_of(session, row, asker.day)
    questions = tuple(said.get("questions", ()))
    doubts = _doubts(said.get("text", ""), *questions, *((offer.description, offer.title) if offer else ()))
    return Preview(
        row, Filter.of(row.audience), found, audience.examples(session, asker, row, found) if named else (), doubts,
        _needs_word(asker.member, found, doubts), questions, offer, said.get("text", ""),
    )  # fmt: skip


def _doubts(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.kind for text in texts for one in suspicions(text)))


def is_doubtful(words: str) -> bool:
    """Whether words speak of a fee, an unknown link or a promise nobody keeps."""
    return bool(suspicions(words))


def _needs_word(member: Staff, found: Audience, doubts: Sequence[str]) -> bool:
    return member.trial or bool(doubts) or len(found.people) > APPROVE_ABOVE


def submit(session: Session, asker: Asker, broadcast_id: str) -> Submitted:
    """Hand a draft in: its people are written down; it waits for a second person, or for five minutes to undo it."""
    row = broadcasts.lock(session, broadcast_id)
    if row is None or row.author_id != asker.member.id:
        return Submitted(Outcome.GONE)
    if row.state != DRAFT:
        return Submitted(Outcome.ALREADY, row)
    seen = preview(session, asker, row, named=False)
    if not seen.audience.people:
        return Submitted(Outcome.NOBODY, row)
    row.region = seen.wanted.area or asker.member.area
    asked = tuple(responsible.approvers(session, asker.member, row.region, asker.day)) if seen.needs_word else ()
    if seen.needs_word and not asked:
        return Submitted(Outcome.NO_APPROVER, row)
    row.suspicions = list(seen.suspicions)
    row.wave_size = max(LEAST_WAVE, row.need * PER_NEED) if row.need else 0
    broadcasts.put_people(session, row.id, seen.audience.people)
    row.state, row.changed_at = (WAITING if seen.needs_word else SCHEDULED), asker.now
    if not seen.needs_word:
        row.release_at = max(row.release_at or asker.now, asker.now + UNDO)
    staff.note(session, asker.member.id, None, f"broadcast:submit:{row.id}", asker.now)
    return Submitted(Outcome.WAITING if seen.needs_word else Outcome.SCHEDULED, row, asked)


def decide(session: Session, asker: Asker, broadcast_id: str, *, approve: bool, reason: str = "") -> Submitted:
    """Give the second person's word; of two who decide at once the first wins, and the other is told who it was."""
    row = broadcasts.lock(session, broadcast_id)
    if row is None:
        return Submitted(Outcome.GONE)
    author = session.get(Staff, row.author_id)
    if row.state != WAITING:
        by = session.get(Staff, row.decided_by) if row.decided_by else None
        return Submitted(Outcome.ALREADY, row, by=by.name if by is not None else "")
    if author is None or not author.active:  # nothing goes out in the name of somebody who is staff no more
        return Submitted(Outcome.GONE)
    if not may_decide(session, asker, row):
        return Submitted(Outcome.NOT_YOURS, row)
    row.decided_by, row.decided_at, row.changed_at = asker.member.id, asker.now, asker.now
    row.state = SCHEDULED if approve else REJECTED
    if approve:
        row.release_at = max(row.release_at or asker.now, asker.now)
    elif reason:
        broadcasts.say(session, row, reason=reason)
    staff.note(session, asker.member.id, None, f"broadcast:{'approve' if approve else 'reject'}:{row.id}", asker.now)
    return Submitted(Outcome.APPROVED if approve else Outcome.REJECTED, row, reason=reason)


def may_decide(session: Session, asker: Asker, row: Broadcast) -> bool:
    """Whether the member may give the second word: never the sender, never in trial, and of that area or above."""
    author = session.get(Staff, row.author_id)
    if author is None or asker.member.trial or asker.member.id == author.id:
        return False
    return responsible.may_approve(session, asker.member, author, row.region, asker.day)


def as_submitted(session: Session, asker: Asker, row: Broadcast) -> Preview:
    """Show what was handed in: the people who were written down then, with three of them by name."""
    people = tuple(broadcasts.ranked(session, row.id))
    return _shown(session, asker, row, Audience(people, len(people), (), 0, None), named=True)


def testable(session: Session, asker: Asker, broadcast_id: str) -> Broadcast | None:
    """Give a broadcast whose card this member may try: its author's, or one that waits for the member's word."""
    row = broadcasts.find(session, broadcast_id)
    if row is None or row.author_id == asker.member.id:
        return row
    return row if row.state == WAITING and may_decide(session, asker, row) else None
