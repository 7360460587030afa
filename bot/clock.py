"""Everything that happens by itself, in one table; what is due is rows, APScheduler is only the clock."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import log, metrics
from bot.deps import Deps, today
from bot.outbox import deliver, freshness, living, moving, nightly, progress, reminding, seats, standing_in, uploading
from bot.outbox import mornings as morning_cards
from bot.outbox.bulk import Bulk
from bot.outbox.pace import Pace
from bot.outbox.post import Post
from bot.services import changes, stocking, usual
from bot.services.casework import BATCH
from bot.services.staff import day
from bot.store import attempts, inbox, invites, unlock_codes, uploads
from matching.profile import Kind

Replay = Callable[[], Awaitable[None]]

PORTIONS = 40  # of claims in one tick: a whole register's export is looked at within two hours

_log = log.get(__name__)


@dataclass(frozen=True, slots=True)
class Ticking:
    """What the jobs lean on."""

    deps: Deps
    post: Post
    pace: Pace
    replay: Replay
    bulk: Bulk


async def remind(house: Ticking) -> None:
    """Write the reminders whose hour has come."""
    await house.deps.database.do(reminding.send_due, house.deps.clock.now())


async def cases(house: Ticking) -> None:
    """Look at the claims that may have moved by themselves, portion by portion; the rest waits for the next tick."""
    for _portion in range(PORTIONS):
        if await house.deps.database.do(moving.tell_moved, house.deps.clock.now()) < BATCH:
            return


async def waits(house: Ticking) -> None:
    """Reckon from counts how long each stage usually takes."""
    day = today(house.deps.clock.now(), house.deps.settings.timezone)
    await house.deps.database.do(usual.reckon, day)


async def mornings(house: Ticking) -> None:
    """Tell counselors at 07.30 what the day holds."""
    now = house.deps.clock.now()
    for seat in await house.deps.database.do(day.due, now):
        await house.deps.database.do(morning_cards.send, seat, now)


async def absences(house: Ticking) -> None:
    """Hand held talks over when an absence begins, and back when it has ended."""
    await house.deps.database.do(standing_in.settle, house.deps.clock.now())


async def drain(house: Ticking) -> None:
    """Send the answers and notices that are due."""
    await deliver.drain(house.deps, house.post, house.pace)


async def bulk(house: Ticking) -> None:
    """Send what goes to many, if it is this process's turn."""
    await house.bulk.drain()


async def waves(house: Ticking) -> None:
    """Release broadcasts, open their next waves, and keep their cards true."""
    await house.deps.database.do(progress.advance, house.deps.clock.now())


async def cards(house: Ticking) -> None:
    """Notice what changed about offers on sent cards, and have the cards say so."""
    deps = house.deps
    now = deps.clock.now()
    await deps.database.do(changes.look, now, deps.settings.timezone)
    await deps.database.do(living.settle, now)
    for _portion in range(PORTIONS):
        if await deps.database.do(living.plan, deps.shelf, now) < living.PORTION:
            return


async def sweep(house: Ticking) -> None:
    """Take up updates that an interrupted process left."""
    await house.replay()


async def forget(house: Ticking) -> None:
    """Drop marks and counts that are no longer needed."""
    now = house.deps.clock.now()
    await house.deps.database.do(inbox.forget_marks, now)
    await house.deps.database.do(uploads.drop_old, now)
    await house.deps.database.do(attempts.forget_before, today(now, "UTC") - timedelta(days=7))
    await house.deps.database.do(invites.forget_before, now - timedelta(days=30))
    await house.deps.database.do(unlock_codes.forget_before, now)


async def shelf(house: Ticking) -> None:
    """Keep the open vacancies and courses ready; read in a transaction, indexed outside it.

    Every few seconds, because an advertisement that was just put in is to be found at once; nothing new costs a look.
    """
    deps = house.deps
    day = today(deps.clock.now(), deps.settings.timezone)
    for kind in Kind:
        reading = await deps.database.do(stocking.changed, deps.shelf, kind, day)
        if reading is not None:
            await asyncio.to_thread(stocking.fill, deps.shelf, reading)


async def night(house: Ticking) -> None:
    """Rank for everybody while they sleep."""
    await nightly.work(house.deps)


async def files(house: Ticking) -> None:
    """Read, compare and apply the files that staff handed in."""
    while await uploading.work(house.deps):
        pass


async def courses(house: Ticking) -> None:
    """Ask whether courses still run before they are hidden."""
    await house.deps.database.do(freshness.ask, house.deps.clock.now(), house.deps.settings.timezone)


async def freed(house: Ticking) -> None:
    """Pass on seats that nobody took in time, and ask a month after a course whether it led to work."""
    await house.deps.database.do(seats.settle, house.deps.clock.now())


Job = Callable[[Ticking], Coroutine[None, None, None]]
JOBS: tuple[tuple[str, float, Job], ...] = (
    # name, every so many seconds, what
    ("cases", 60, cases),
    ("remind", 30, remind),
    ("courses", 1800, courses),
    ("seats", 60, freed),
    ("files", 0.5, files),
    ("mornings", 60, mornings),
    ("cards", 5, cards),
    ("waves", 2, waves),
    ("absences", 300, absences),
    ("drain", 0.5, drain),
    ("bulk", 0.5, bulk),
    ("sweep", 60, sweep),
    ("shelf", 5, shelf),
    ("night", 20, night),
    ("forget", 3600, forget),
    ("waits", 6 * 3600, waits),
)


class Ticker:
    """The running clock: a late tick is never skipped, two of one kind never overlap, and none is cut short."""

    def __init__(self, house: Ticking) -> None:
        self._house = house
        self._busy: set[asyncio.Task[None]] = set()
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        """Begin to tick."""
        for name, seconds, job in JOBS:
            self._scheduler.add_job(
                self._guarded, "interval", seconds=seconds, args=(name, job), id=name,
                misfire_grace_time=None, coalesce=True, max_instances=1,
            )  # fmt: skip
        self._scheduler.start()

    async def warm(self) -> None:
        """Fill the shelf before the first question comes."""
        await shelf(self._house)

    async def stop(self) -> None:
        """Begin nothing new, let what runs end, then stop."""
        self._scheduler.pause()
        self._house.bulk.stopping = True
        await asyncio.gather(*self._busy, return_exceptions=True)
        await asyncio.sleep(0)  # so that those who waited for them see that they are done
        self._house.bulk.turn.leave()
        self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Run every job once, now, in the order of the table (demo and tests, after the clock was moved)."""
        for _name, _seconds, job in JOBS:
            await job(self._house)

    async def _guarded(self, name: str, job: Job) -> None:
        task = asyncio.ensure_future(job(self._house))
        self._busy.add(task)
        try:
            await asyncio.shield(task)
        except Exception:  # noqa: BLE001 - one failed tick must not stop the clock; the next one tries again
            metrics.JOBS_FAILED.labels(name).inc()
            _log.exception("a tick failed", job=name)
        finally:
            self._busy.discard(task)
