"""The night: everybody who told their work is ranked, chunk by chunk; what each is shown in the morning is kept.

A chunk is claimed and read in one transaction, ranked outside any, and kept in another one with its mark: a night that
is cut off goes on where it stood, and a chunk that was not marked is done again, with the same end, once its claim ran
out.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.deps import Ready
from bot.services import offers, profiles, stocking
from bot.store import consents, night_claims, nights
from bot.store.nights import NightChunk, NightRun, Recommendation
from matching.profile import Profile, Ranked
from matching.spread import Exposure

CHUNK = 100  # people
LISTED = 10  # offers kept for each
BEGINS, ENDS = 1, 5  # hours, at the office's place, in which a night may begin
TENTH = 10


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some of the people of one night."""

    day: date
    number: int
    profiles: tuple[Profile, ...]


def due(session: Session, now: datetime, zone: str) -> date | None:
    """Give the day whose night is to be worked on: one that has begun, or the hour to begin; None if neither."""
    local = now.astimezone(ZoneInfo(zone))
    run = nights.run_of(session, local.date())
    if run is not None:
        return None if run.done_at else run.day
    if not BEGINS <= local.hour < ENDS:
        return None
    people = len(nights.looking(session))
    session.add(NightRun(day=local.date(), chunks=max(-(-people // CHUNK), 1), begun_at=now))
    return local.date()


def next_chunk(session: Session, day: date, now: datetime) -> Chunk | None:
    """Claim the next chunk that is neither done nor at work in another process; None when there is none.

    A claim runs out, so that the chunk of a process that died is done by another one. People who took their agreement
    to matching back are left out.
    """
    run = nights.run_of(session, day)
    done = {one.number for one in nights.done_chunks(session, day)}
    number = night_claims.claim(session, day, (one for one in range(run.chunks if run else 0) if one not in done), now)
    if run is None or number is None:
        return None
    people = nights.looking(session, run.chunks, number)
    willing = [one for one in people if not consents.refused(session, one, consents.MATCHING)]
    known = profiles.for_matching(session, willing)
    return Chunk(day, number, tuple(sorted(known, key=lambda one: int(one.id))))


def shown(session: Session, ready: Ready, day: date) -> Exposure:
    """Give what the last nights showed, this one as far as it is done included."""
    return stocking.counted(ready.spread, nights.shown(session, day))


def choose(ready: Ready, chunk: Chunk, ranked: Sequence[Sequence[Ranked]], exposure: Exposure) -> list[list[Ranked]]:
    """Choose what each person of a chunk is shown, in fair turns; `exposure` grows with it."""
    return [
        ready.spread.choose(_enough(ready, chunk, person, found), LISTED, exposure, known=person.excluded_ids)
        for person, found in zip(chunk.profiles, ranked, strict=True)
    ]


def _enough(ready: Ready, chunk: Chunk, person: Profile, found: Sequence[Ranked]) -> list[Ranked]:
    """Give what fits; where one advertisement posted many times fills the ranking, what stands behind its copies."""
    fitting = offers.sure(person, found)
    different = {ready.spread.twins[one.offer_id] for one in fitting}
    if len(different) >= LISTED or len(fitting) < len(found) or len(found) == len(ready.matcher.rows):
        return fitting
    left = replace(person, excluded_ids=ready.spread.same_as((*person.excluded_ids, *different)))
    behind = offers.in_brief(ready.matcher, left, chunk.day)
    return [*fitting, *behind]


def keep(
    session: Session, ready: Ready, chunk: Chunk, chosen: Sequence[Sequence[Ranked]], now: datetime
) -> tuple[int, ...]:
    """Keep the lists of a chunk and mark it as done; gives the people whose list holds something new.

    A chunk that another process kept meanwhile changes nothing.
    """
    if session.get(NightChunk, (chunk.day, chunk.number)) is not None:
        return ()
    lists = {int(person.id): found for person, found in zip(chunk.profiles, chosen, strict=True)}
    before = nights.offers_of(session, list(lists))
    rows = [
        Recommendation(person_id=person_id, place=place, offer_id=one.offer_id, score=one.score, day=chunk.day)
        for person_id, found in lists.items()
        for place, one in enumerate(found, 1)
    ]
    nights.put(session, list(lists), rows)
    nights.count_showings(session, chunk.day, Counter(ready.spread.twins[row.offer_id] for row in rows))
    covered = sum(1 for found in lists.values() if found)
    session.add(NightChunk(day=chunk.day, number=chunk.number, people=len(lists), covered=covered, done_at=now))
    night_claims.drop(session, chunk.day, chunk.number)
    session.flush()
    return tuple(one for one, found in lists.items() if {row.offer_id for row in found} - before.get(one, frozenset()))


def finish(session: Session, ready: Ready, day: date, now: datetime) -> NightRun | None:
    """Close a night whose chunks are all done, with its figures; None while one is missing or when it is closed."""
    run, done = nights.run_of(session, day), nights.done_chunks(session, day)
    if run is None or run.done_at is not None or len(done) < run.chunks:
        return None
    counts = nights.showings(session, day)
    run.people, run.covered = sum(one.people for one in done), sum(one.covered for one in done)
    run.offers_open, run.offers_shown, run.showings = len(set(ready.spread.twins.values())), len(counts), sum(counts)
    run.top_tenth = round(100 * sum(counts[: -(-len(counts) // TENTH)]) / max(sum(counts), 1))
    run.done_at = now
    nights.tidy(session, day)
    night_claims.tidy(session, day)
    return run
