"""The course of a claim as events: each move once, a word taken back makes void, the mover is named."""

from dataclasses import replace
from datetime import date

from jkp.claims import position
from jkp.declared import Days, Declared, Fact, Months, Refusal, Source
from jkp.outlook import outlook
from jkp.rules.case import Cause
from jkp.stage_events import TIME, next_event, next_look, standing
from jkp.stages import Stage

DAY = date(2026, 11, 23)
ENDED = Declared(
    last_day=Fact(Days(date(2026, 11, 2), date(2026, 11, 2)), Source.WORKER, DAY),
    cause=Fact(Cause.EFFICIENCY, Source.WORKER, DAY),
    paid_months=Fact(Months(12, None), Source.WORKER, DAY),
    reported=Fact(value=False, source=Source.WORKER, on=DAY),
)
FILED = replace(ENDED, claim_date=Fact(date(2026, 11, 20), Source.WORKER, DAY))
REFUSED = replace(FILED, refused=Fact(Refusal.OTHER, Source.WORKER, DAY))


def place(declared, day=DAY):
    return position(declared, outlook(declared, day), (), day)


def course(*declared):
    """Note what was known, one state after the other."""
    events = []
    for one in declared:
        event = next_event(events, place(one), one, DAY)
        if event is not None:
            events.append(event)
    return events


def test_every_move_is_noted_once_with_its_first_day_and_its_mover():
    events = course(ENDED, ENDED, FILED, FILED)

    assert [(one.number, one.stage, one.began_on, one.mover) for one in events] == [
        (1, Stage.PHK_NOT_REPORTED, date(2026, 11, 2), Source.WORKER),
        (2, Stage.VERIFYING, date(2026, 11, 20), Source.WORKER),
    ]


def test_a_word_taken_back_makes_what_followed_it_void():
    events = course(FILED, REFUSED, FILED)

    assert [one.returns_to for one in events] == [None, None, 1]
    assert [one.stage for one in standing(events)] == [Stage.VERIFYING]


def test_a_better_day_of_the_same_step_replaces_it():
    earlier = replace(FILED, claim_date=Fact(date(2026, 11, 18), Source.WORKER, DAY))

    events = course(ENDED, FILED, earlier)

    assert [one.began_on for one in standing(events)] == [date(2026, 11, 2), date(2026, 11, 18)]
    assert events[-1].returns_to == 2


def test_a_day_that_is_no_longer_known_is_no_move():
    assert len(course(ENDED, replace(ENDED, last_day=None, paid_months=None))) == 1


def test_the_register_and_time_are_named_as_movers():
    by_register = replace(ENDED, claim_date=Fact(date(2026, 10, 20), Source.BPJS_TK, DAY))
    paid = replace(by_register, paid_through_month=Fact(1, Source.BPJS_TK, DAY))

    (moved,) = course(by_register)
    (opened,) = course(paid)

    assert moved.mover == Source.BPJS_TK
    assert (opened.stage, opened.mover) == (Stage.MONTH_OPEN, TIME)


def test_the_next_look_is_when_time_can_move_the_claim():
    paid = replace(FILED, paid_through_month=Fact(1, Source.WORKER, DAY))
    rough = replace(ENDED, last_day=Fact(Days(date(2026, 5, 10), date(2026, 5, 30)), Source.WORKER, DAY))

    assert next_look(place(paid), paid, DAY) == date(2026, 12, 20)  # month 2 opens
    assert next_look(place(ENDED), ENDED, DAY) == date(2027, 5, 3)  # the day after the deadline
    assert next_look(place(rough), rough, DAY) == date(2026, 12, 1)  # the late end of the range
    assert next_look(place(Declared()), Declared(), DAY) is None
