"""Sends what was written: answers by the door, notices by the drain (bulk has its own); each fate is noted."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot import log
from bot.deps import Deps
from bot.outbox import drawing, write
from bot.outbox.pace import Pace
from bot.outbox.post import Gone, Later, Outcome, Post, Refused, Sent
from bot.outbox.write import Letter
from bot.screens.screen import Screen
from bot.services import hours
from bot.store import outbox, people
from bot.store.outbox import Outbox
from bot.store.people import Person

LONGEST_PAUSE = 300.0  # seconds between two tries
SENDERS = 3  # in flight at once: enough for 30 a second at 100 ms, and the most that a crash can double
GIVE_UP = timedelta(hours=24)

_log = log.get(__name__)


async def send(deps: Deps, post: Post, letters: Sequence[Letter]) -> None:
    """Send answers in their order; where one must wait, those to the same person wait behind it for the drain."""
    held_up: dict[int, Letter] = {}
    for letter in letters:
        before = held_up.get(letter.person_id)
        if before is not None:
            await deps.database.do(outbox.queue_behind, letter.id, before.id)
            continue
        outcome = await post.carry(letter)
        await deps.database.do(note, letter, outcome, deps.clock.now())
        if isinstance(outcome, Later):
            held_up[letter.person_id] = letter


async def drain(deps: Deps, post: Post, pace: Pace) -> int:
    """Send the answers and notices that are due at our pace, a few at a time; gives how many were taken."""
    return sum(await asyncio.gather(*(_drain_alone(deps, post, pace) for _ in range(SENDERS))))


async def _drain_alone(deps: Deps, post: Post, pace: Pace, most: int = 200) -> int:
    taken = 0
    while taken < most and not pace.held:
        letter = await deps.database.do(take, deps.clock.now(), outbox.AT_ONCE)
        if letter is None:
            break
        taken += 1
        await pace.wait(letter.person_id)
        outcome = await post.carry(letter)
        if isinstance(outcome, Later):
            pace.hold(outcome.seconds)
        await deps.database.do(note, letter, outcome, deps.clock.now())
    return taken


def take(session: Session, now: datetime, lanes: range = outbox.EVERY_LANE) -> Letter | None:
    """Take the next message that may go out now; those whose reader sleeps or has stopped are put aside."""
    while rows := outbox.claim_due(session, now, 1, lanes):
        letter = letter_of(session, rows[0], now)
        if letter is not None:
            return letter
    return None


def letter_of(session: Session, row: Outbox, now: datetime) -> Letter | None:
    """Give a taken message as it goes out; None when it may not go out now."""
    if not _may_go(session, row, now):
        return None
    content = outbox.read(session, row)
    if row.topic in drawing.DRAWN and not content:
        screen = _drawn(session, row, now)
        if screen is None:
            return None
        content = write.pack(screen, row.person_id, session.info["sealer"])
        content["only_edit"] = row.method == "edit" and row.lane == outbox.BULK  # a correction never rings
    return Letter(row.id, row.person_id, row.method, row.target, content, row.topic)


def _drawn(session: Session, row: Outbox, now: datetime) -> Screen | None:
    try:
        screen = drawing.DRAWN[row.topic](session, row, now)
    except Exception:  # noqa: BLE001 - one message that cannot be drawn must not stand in the way of all others
        _log.exception("a message could not be drawn", topic=row.topic)
        outbox.note_failed(session, row.id, "could not be drawn")
        screen = None
    session.flush()
    return screen


def _unwanted(person: Person, row: Outbox) -> bool:
    return person.blocked_at is not None or (person.stopped_at is not None and row.lane > outbox.REPLY)


def _may_go(session: Session, row: Outbox, now: datetime) -> bool:
    person = people.find(session, row.person_id)
    if person is None or _unwanted(person, row) or outbox.overwritten(session, row):
        row.state, row.content = outbox.DROPPED, None
        row.problem = "stopped"
    elif row.lane > outbox.REPLY and row.method != "edit" and hours.is_quiet(now, person.zone):  # an edit never rings
        row.due_at, row.leased_until = hours.waking(now, person.zone), None
    else:
        return True
    session.flush()
    return False


def note(session: Session, letter: Letter, outcome: Outcome, now: datetime) -> None:
    """Write down what became of a message."""
    match outcome:
        case Sent(message_id):
            outbox.note_sent(session, letter.id, now, message_id)
        case Refused(problem):
            _log.warning("message refused", method=letter.method, error=problem)
            outbox.note_failed(session, letter.id, problem)
        case Gone(problem):
            outbox.note_failed(session, letter.id, problem)
            _note_gone(session, letter.person_id, now)
        case Later():
            _note_later(session, letter, outcome, now)
    noted = drawing.NOTED.get(letter.topic)
    if noted is not None:
        noted(session, letter, outcome, now)


def _note_gone(session: Session, person_id: int, now: datetime) -> None:
    person = people.find(session, person_id)
    if person is not None and person.blocked_at is None:
        person.blocked_at = now
    outbox.drop_waiting(session, person_id)


def _note_later(session: Session, letter: Letter, later: Later, now: datetime) -> None:
    row = session.get(Outbox, letter.id)
    if row is None:
        return
    tried_in_doubt = later.in_doubt and row.problem == later.problem
    if tried_in_doubt or now - row.created_at > GIVE_UP:  # twice perhaps taken: once more would only pile up copies
        outbox.note_failed(session, letter.id, later.problem)
        return
    pause = min(max(later.seconds, 2.0 ** min(row.attempts, 8)), max(later.seconds, LONGEST_PAUSE))
    outbox.note_failed(session, letter.id, later.problem, again_at=now + timedelta(seconds=pause))
