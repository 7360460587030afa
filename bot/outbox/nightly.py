"""The night at work: chunk after chunk is read, ranked on other cores, kept, and told of in the morning."""

import asyncio
from datetime import date, datetime

from sqlmodel import Session

from bot import log
from bot.deps import Deps, Ready
from bot.outbox import digest
from bot.services import night
from bot.services.night import Chunk
from bot.services.parallel import Rank, ranker
from matching.profile import Kind, Ranked
from matching.spread import Exposure

PORTIONS = 20  # chunks in one tick, so that a stop never waits long

_log = log.get(__name__)


async def work(deps: Deps) -> None:
    """Do some chunks of the night that is due; the rest waits for the next tick."""
    stock = deps.shelf.stock(Kind.VACANCY)
    if stock is None or stock.ready is None:
        return
    day = await deps.database.do(night.due, deps.clock.now(), deps.settings.timezone)
    if day is not None:
        await _some(deps, stock.ready, day)


async def _some(deps: Deps, ready: Ready, day: date) -> None:
    exposure = await deps.database.do(night.shown, ready, day)
    with ranker(ready.matcher, deps.settings.night_cores, deps.settings.night_scheduler) as rank:
        for _portion in range(PORTIONS):
            chunk = await deps.database.do(night.next_chunk, day, deps.clock.now())
            if chunk is None:
                break
            chosen = await asyncio.to_thread(_chosen, ready, rank, chunk, exposure)
            await deps.database.do(_keep, ready, chunk, chosen, deps.clock.now())
    done = await deps.database.do(night.finish, ready, day, deps.clock.now())
    if done is not None:
        _log.info("the night is done", count=done.people)


def _chosen(ready: Ready, rank: Rank, chunk: Chunk, exposure: Exposure) -> list[list[Ranked]]:
    return night.choose(ready, chunk, rank(chunk.profiles, chunk.day), exposure)


def _keep(session: Session, ready: Ready, chunk: Chunk, chosen: list[list[Ranked]], now: datetime) -> int:
    """Keep the lists and write the words of the morning in one transaction."""
    return digest.write_due(session, night.keep(session, ready, chunk, chosen, now), now)
