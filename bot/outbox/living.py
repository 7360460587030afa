"""Living cards: when an offer changes, every card already sent that still shows it is edited, once, silently.

An edit makes no sound, so it does not wait for the reader's waking hours; it never becomes a new message. Telegram lets
a bot edit its own messages of a private chat at any age (the limit of 48 hours is for deleting, and for messages of a
business account).
"""

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from bot.deps import Shelf, today
from bot.outbox import write
from bot.screens import courses as course_screens
from bot.screens import living as screens
from bot.screens import vacancies as vacancy_screens
from bot.screens.screen import Screen
from bot.services import changes, courses, vacancies
from bot.services.looking import Looker
from bot.store import applications, broadcasts, cards, offer_changes, outbox, people
from bot.store.cards import Shown
from bot.store.offer_changes import OfferChange, What
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.texts.catalogue import Texts
from labour_market import search as vacancy_catalogue
from matching.profile import Kind, Opportunity
from training_catalog import search as course_catalogue

TOPIC, REPORT = "living", "living_report"
PORTION = 20  # cards in one transaction, so that answers never wait long behind it
ALIVE = {What.CHANGED, What.REOPENED}
REASONS = {  # words of Telegram's refusal -> our reason
    "message to edit not found": "deleted",
    "message can't be edited": "uneditable",
    "there is no text in the message to edit": "uneditable",
    "blocked": "blocked",
    "deactivated": "blocked",
    "chat not found": "blocked",
}


def offer_changed(
    session: Session, shows: str, now: datetime, what: What = What.CHANGED, staff_id: int | None = None
) -> OfferChange:
    """Have every card that shows an offer mended; `staff_id` is told how many were reached.

    What goes through the catalogue's log (import, roll-back, closing) is noticed by itself: this is for whoever wants
    to say more about it than the log does (filled), and must be told the outcome.
    """
    return changes.note(session, shows, what, at=now, staff_id=staff_id)


def plan(session: Session, shelf: Shelf, now: datetime) -> int:
    """Write the next edits, at most a portion; gives how many cards were looked at."""
    looked = 0
    for change in offer_changes.unplanned(session):
        behind = Shown(change.after_person, change.after_message)
        found = cards.showing(session, change.shows, change.at, after=behind, most=PORTION - looked)
        for shown in found:
            _write(session, shelf, change, shown, now)
        looked += len(found)
        if found:
            change.after_person, change.after_message = found[-1].person_id, found[-1].message_id
        if looked >= PORTION:
            break
        change.planned_at = now
        change.after_person, change.after_message = 0, 0  # nobody's number is kept longer than it is needed
        session.add(change)
    session.flush()
    return looked


def _edits(change: OfferChange) -> tuple[ColumnElement[bool], ...]:
    """The edits of one change; by `shows`, which has an index."""
    return (
        col(Outbox.shows) == change.shows,
        col(Outbox.method) == "edit",
        col(Outbox.occurrence).contains(f"{change.id}:"),
    )


def _write(session: Session, shelf: Shelf, change: OfferChange, shown: Shown, now: datetime) -> None:
    person = people.find(session, shown.person_id)
    if person is None:
        return
    occurrence = f"{change.id}:{shown.message_id}"
    is_broadcast = shown.topic == broadcasts.TOPIC
    if is_broadcast:  # its questions and answers stay: it is drawn as a broadcast when it is taken
        occurrence = f"{shown.occurrence.partition(':')[0]}:{occurrence}"
    row = Outbox(
        person_id=person.id, lane=outbox.BULK, topic=shown.topic if is_broadcast else TOPIC, occurrence=occurrence,
        method="edit", target=shown.message_id, due_at=now, created_at=now, shows=change.shows,
    )  # fmt: skip
    if is_broadcast:
        session.add(row)
        return
    screen = replace(_screen(session, shelf, change, person, now), only_edit=True)
    outbox.put(session, row, write.pack(screen, person.id, session.info["sealer"]))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Whose card is written anew, in which words, on whose day."""

    session: Session
    looker: Looker
    t: Texts

    @classmethod
    def of(cls, session: Session, person: Person, shelf: Shelf, now: datetime) -> "_Reader":
        return cls(session, Looker(person.id, shelf, today(now, person.zone), now), Texts(person.language))

    def card(self, kind: Kind, offer_id: str, note: str) -> Screen | None:
        """The card as it is now; None when the offer is gone again."""
        if kind is Kind.VACANCY:
            vacancy = vacancies.card(self.session, self.looker, offer_id)
            is_open = vacancy is not None and vacancy.details.is_open
            return vacancy_screens.vacancy(self.t, vacancy, note) if vacancy is not None and is_open else None
        course = courses.card(self.session, self.looker, offer_id)
        if course is None or not course.details.is_open:
            return None
        return course_screens.course(self.t, course, courses.training_right(self.looker.day), note)

    def offer(self, kind: Kind, offer_id: str) -> Opportunity | None:
        """What the offer was; None when it was withdrawn."""
        catalogue = vacancy_catalogue if kind is Kind.VACANCY else course_catalogue
        details = catalogue.by_id(self.session, offer_id, self.looker.day)
        return None if details is None else details.offer


def _screen(session: Session, shelf: Shelf, change: OfferChange, person: Person, now: datetime) -> Screen:
    reader = _Reader.of(session, person, shelf, now)
    kind, offer_id = _named(change)
    what = What(change.what)
    if what in ALIVE:
        alive = reader.card(kind, offer_id, screens.note(reader.t, what, tuple(json.loads(change.fields))))
        if alive is not None:
            return alive
        what = What.CLOSED
    applied = kind is Kind.VACANCY and applications.find(session, person.id, offer_id) is not None
    day, offer = today(change.at, person.zone), reader.offer(kind, offer_id)
    return screens.over(reader.t, kind, offer, what=what, day=day, shows=change.shows, applied=applied)


def _named(change: OfferChange) -> tuple[Kind, str]:
    kind, _, offer_id = change.shows.partition(":")
    return Kind(kind), offer_id


def settle(session: Session, now: datetime) -> int:
    """Count what became of the edits of every change that is through, and tell whoever closed the offer."""
    done = 0
    for change in offer_changes.unreported(session):
        rows = session.exec(select(Outbox.person_id, Outbox.state, Outbox.problem).where(*_edits(change))).all()
        if any(state == outbox.READY for _person, state, _problem in rows):
            continue
        fates = Counter(_fate(session, *row) for row in rows)
        change.cards, change.done_at = len(rows), now
        change.edited, change.moved_on = fates.pop("edited", 0), fates.pop("moved_on", 0)
        change.unreached = dict(sorted(fates.items()))
        session.add(change)
        _tell(session, change, now)
        done += 1
    return done


def _fate(session: Session, person_id: int, state: str, problem: str) -> str:
    if state == outbox.SENT:
        return "edited"
    if state == outbox.FAILED:
        return next((reason for words, reason in REASONS.items() if words in problem.lower()), "other")
    person = people.find(session, person_id)
    if person is None or person.blocked_at is not None:
        return "blocked"
    return "stopped" if person.stopped_at is not None else "moved_on"


def _tell(session: Session, change: OfferChange, now: datetime) -> None:
    member = people.find(session, change.staff_id) if change.staff_id is not None else None
    if member is None or not change.cards:
        return
    reader = _Reader.of(session, member, Shelf(), now)
    offer = reader.offer(*_named(change))
    screen = screens.report(
        reader.t,
        offer.title if offer is not None else "",
        change.edited,
        moved_on=change.moved_on,
        unreached=change.unreached,
    )
    write.notice(session, member.id, screen, topic=REPORT, occurrence=change.id, now=now)
