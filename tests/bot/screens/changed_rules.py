"""Every changed rule as people meet it: believed or asked for, with a case of either text, late, locked or unknown."""

from dataclasses import replace
from datetime import date

import situations
from drawing import DAY

from bot.services.beliefs import Answer, own
from jkp.beliefs import Applies, Belief, Change, table
from jkp.declared import Declared

CHANGES = table(DAY)
LATE = replace(situations.DISMISSED, last_day=situations.on(date(2024, 10, 1)))
CASES = (
    situations.DISMISSED,
    situations.CLAIMED,
    LATE,
    replace(LATE, claim_date=situations.told(date(2024, 10, 20))),
    replace(LATE, claim_date=situations.told(date(2023, 10, 20)), last_day=situations.on(date(2023, 10, 1))),
    replace(situations.DISMISSED, last_day=situations.on(DAY)),
    Declared(last_day=situations.told(situations.Days(date(2026, 9, 1), date(2026, 9, 30)))),
    Declared(last_day=situations.told(situations.Days(date(2024, 11, 1), date(2026, 6, 30)))),
)


def answer(change: Change, declared: Declared, *, stale: bool = True, **more) -> Answer:
    """What a person with this case is told."""
    return own(change, situations.standing(declared, **more), stale=stale)


def of(belief: Belief) -> Change:
    """One change by its name."""
    return next(change for change in CHANGES if change.belief is belief)


ANSWERS = (
    *(answer(change, declared) for change in CHANGES for declared in CASES),
    *(Answer(change, stale, Applies.UNKNOWN) for change in CHANGES for stale in (True, False)),
)
