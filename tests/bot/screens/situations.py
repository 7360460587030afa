"""Workers in every stage of their claim, made by the rules themselves, so that a card never contradicts itself."""

from dataclasses import replace
from datetime import date, timedelta

from drawing import DAY

from bot.services.status import Standing
from jkp.claims import Actor, Stage, position, weighed
from jkp.declared import Days, Declared, Difference, Fact, Months, Refusal, Source
from jkp.outlook import outlook
from jkp.rules.case import Case, Cause
from jkp.waiting import Basis, Usual

_UNCHECKED = Case()


def told(value, source=Source.WORKER):
    """One fact as somebody told it."""
    return Fact(value, source, date(2026, 11, 21))


def on(day):
    """A day that is known."""
    return told(Days(day, day))


DISMISSED = Declared(
    last_day=on(date(2026, 10, 5)),
    cause=told(Cause.EFFICIENCY),
    paid_months=told(Months(12, None)),
    wage=told(4_300_000),
    proof=told(value=True),
    reported=told(value=True),
)
CLAIMED = replace(DISMISSED, claim_date=told(date(2026, 10, 12)))
PAID = replace(CLAIMED, paid_through_month=told(1))
SEARCHES = (*((DAY - timedelta(days=days), "application") for days in (1, 2, 3)), (DAY, "call"))


def standing(declared: Declared, searches=(), checked=_UNCHECKED, **more) -> Standing:
    """Decide and place like the product does."""
    view = outlook(declared, DAY, checked)
    return Standing(
        today=DAY,
        declared=declared,
        outlook=view,
        position=position(declared, view, searches, DAY),
        **more,
    )


def _differences() -> tuple[Difference, ...]:
    theirs = Fact(Days(date(2026, 10, 1), date(2026, 10, 1)), Source.BPJS_TK, date(2026, 11, 20))
    return (Difference("last_day", theirs, on(date(2026, 10, 5))),)


def _causes() -> tuple[Standing, ...]:
    return tuple(standing(replace(DISMISSED, cause=told(cause))) for cause in Cause)


def _refusals() -> tuple[Standing, ...]:
    second = replace(PAID, refused=told(Refusal.OTHER), refused_month=told(2))
    return (*(standing(replace(CLAIMED, refused=told(refusal))) for refusal in Refusal), standing(second))


def _waits() -> tuple[Standing, ...]:
    """The employer and BPJS TK, on time and late, by the rule and by our own counts."""
    silent = replace(DISMISSED, reported=told(value=False))
    fresh = replace(silent, last_day=on(DAY - timedelta(days=3)))
    own = {(stage, actor): Usual(5, 12, Basis.OWN, 40) for stage in Stage for actor in Actor}
    found = (standing(silent), standing(fresh), standing(replace(CLAIMED, claim_date=told(DAY - timedelta(days=1)))))
    return (*found, *(replace(one, position=weighed(one.position, own)) for one in found))


def _months() -> tuple[Standing, ...]:
    paid = tuple(standing(replace(PAID, paid_through_month=told(month)), SEARCHES) for month in range(1, 7))
    filed = replace(PAID, filed_month=told(2))
    return (
        *paid,
        standing(filed),
        standing(replace(filed, filed_month=Fact(2, Source.WORKER, date(2026, 11, 12)))),
        standing(replace(PAID, trained_month=told(2), attended=told(value=True))),
        standing(replace(PAID, trained_month=told(2), attended=told(value=False)), SEARCHES),
        standing(replace(PAID, claim_date=None)),
        standing(PAID, SEARCHES * 2),
        standing(PAID),
        standing(replace(PAID, claim_date=told(date(2026, 8, 1)))),
    )


def _by_the_register() -> tuple[Standing, ...]:
    day = date(2026, 11, 20)
    filed = Fact(date(2026, 10, 12), Source.BPJS_TK, day)
    news = Difference("claim_date", told(date(2026, 11, 21)), filed)
    last = replace(PAID, claim_date=told(date(2026, 6, 6)), paid_through_month=told(5))
    late = replace(PAID, claim_date=told(date(2026, 10, 20)))
    call = ((DAY, "call"),)
    return (
        standing(DISMISSED, checked=Case(registered_in_jkp=False), level=2, as_of=day),
        standing(
            replace(
                PAID,
                paid_through_month=Fact(1, Source.BPJS_TK, day),
                paid_on=Fact(date(2026, 11, 18), Source.BPJS_TK, day),
            ),
            level=2,
            as_of=day,
        ),
        standing(DISMISSED, checked=Case(arrears_months_consecutive=8), level=2, as_of=day),
        standing(DISMISSED, checked=Case(enterprise_size="small", programmes=("JKK", "JKM")), level=2, as_of=day),
        standing(CLAIMED, level=2, as_of=day, differences=(news,)),
        standing(replace(CLAIMED, claim_date=filed), level=1, as_of=day),
        standing(last, call),
        standing(replace(last, status_form_done=told(value=True)), call),
        standing(late, call, reminders_wanted=True),
    )


EVERY = (
    standing(
        DISMISSED, level=2, as_of=date(2026, 11, 20), differences=_differences(), reminded=3, reminders_wanted=True
    ),
    standing(DISMISSED),
    standing(replace(DISMISSED, wage=None), level=1, as_of=date(2026, 11, 20)),
    standing(Declared(last_day=on(date(2026, 11, 1)))),
    standing(Declared(cause=told(Cause.EFFICIENCY))),
    standing(replace(DISMISSED, proof=told(value=False), reported=told(value=False))),
    standing(replace(DISMISSED, paid_months=told(Months(0, 11)))),
    standing(replace(DISMISSED, last_day=told(Days(date(2026, 5, 1), date(2026, 5, 31))))),
    standing(replace(DISMISSED, last_day=on(date(2025, 9, 1)))),
    standing(replace(DISMISSED, last_day=on(DAY - timedelta(days=183)))),
    standing(replace(DISMISSED, last_day=on(date(2025, 1, 6)), claim_date=told(date(2025, 1, 20)))),
    standing(CLAIMED),
    standing(replace(CLAIMED, employed_again_on=told(date(2026, 11, 2)))),
    *_causes(),
    *_refusals(),
    *_waits(),
    *_months(),
    *_by_the_register(),
)
