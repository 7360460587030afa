"""A thousand claims from the end of the work to the end of the claim: on every day the case makes sense."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

import pytest
import simulated

from jkp.claims import Position, weighed
from jkp.declared import Refusal, value
from jkp.monthly import SearchKind
from jkp.outlook import Outlook, outlook
from jkp.reminders import DAYS_BEFORE, Due, Topic, due
from jkp.rules.cures import Cure, Office
from jkp.stage_events import StageEvent, next_event, next_look, standing
from jkp.stages import OVER, Actor, Stage, Step
from jkp.waiting import ENOUGH, Basis, Usual

QUICK, ALL = 400, 1_000
SAMPLE = 150  # of so many days one is decided anew, whatever happened on it
NOTHING_TO_DO = {Step.WAIT, Step.NOTHING, Step.TELL_NEW_JOB, Step.ASK_OFFICE}
DEAD_ENDS = {
    Stage.REJECTED_FIXABLE, Stage.NO_RIGHT, Stage.BLOCKED, Stage.NEVER_REGISTERED, Stage.DISPUTED, Stage.MONTH_MISSED,
    Stage.STOPPED_DEADLINE, Stage.STOPPED_EMPLOYED, Stage.PHK_NOT_REPORTED,
}  # fmt: skip
OWN = {(stage, actor): Usual(2, 11, Basis.OWN, ENOUGH) for stage in Stage for actor in Actor}
TOO_FEW = {key: Usual(2, 11, Basis.OWN, ENOUGH - 1) for key in OWN}


@dataclass
class Watched:
    """What was seen of one claim so far."""

    seed: int
    sent: dict[str, Due] = field(default_factory=dict)
    events: list[StageEvent] = field(default_factory=list)
    yesterday: tuple | None = None  # place, declared, searches, day


def test_on_every_day_of_four_hundred_claims_everything_holds():
    stages, refusals = _lived(range(QUICK))

    assert stages == set(Stage)
    assert refusals >= set(Refusal)


@pytest.mark.long
def test_on_every_day_of_a_thousand_claims_everything_holds():
    assert len(_lived(range(QUICK, ALL))[0]) == len(Stage)


def _lived(seeds) -> tuple[set[Stage], set[Refusal | None]]:
    """Live claims and look at every day; gives the stages and refusals that were met."""
    stages, refusals = set(), set()
    for seed in seeds:
        watched = Watched(seed)
        for life, view, place in simulated.days(seed):
            stages.add(place.stage)
            refusals.add(value(life.declared.refused))
            where = (seed, life.day, place.stage)
            _one_actor(place, where)
            _a_cure_or_an_office(place, where)
            _days_that_are_still_to_come(life, view, place, where)
            _escalated_exactly_when_long(place, where)
            _reminders(watched, life, view, place, where)
            _events(watched, life, place, where)
            if (seed + life.day.toordinal()) % SAMPLE == 0:
                asked_anew = outlook(life.declared, life.day, life.checked)
                assert _deciding(view) == _deciding(asked_anew), where
        _no_reminder_twice(watched)

    return stages, refusals


def _deciding(view: Outlook) -> tuple:
    return view.likely, view.failed, view.unknown, view.deadline, view.missed, view.mediator, view.fixable, view.payer


def _one_actor(place: Position, where) -> None:
    assert isinstance(place.actor, Actor), where
    if place.actor is Actor.NOBODY:
        assert place.next_step in NOTHING_TO_DO, where
        assert place.stage in OVER or (place.stage is Stage.PAID and place.needs.step is Step.FILE_MONTH), where
    else:
        assert place.next_step is not Step.NOTHING, where
    if place.actor is Actor.WORKER:
        assert place.next_step is not Step.WAIT, where


def _a_cure_or_an_office(place: Position, where) -> None:
    if place.stage in DEAD_ENDS:
        assert place.remedy is not None, where
        assert isinstance(place.remedy.cure, Cure), where
        assert isinstance(place.remedy.office, Office), where


def _days_that_are_still_to_come(life, view: Outlook, place: Position, where) -> None:
    """No passed day is told as one to come, no window as open that is not."""
    if place.stage is Stage.MONTH_OPEN:
        assert place.window.opens <= life.day <= place.window.closes, where
    if place.stage is Stage.MONTH_MISSED:
        assert place.window.closes < life.day, where
    if place.stage is Stage.PAID and place.window is not None:
        assert life.day < place.window.opens, where
    if place.stage in {Stage.UNKNOWN, Stage.PHK_NOT_REPORTED, Stage.PHK_REPORTED} and view.missed is False:
        assert view.deadline >= life.day, where
    if place.since is not None and place.waited_working_days:
        assert place.since < life.day, where


def _escalated_exactly_when_long(place: Position, where) -> None:
    for known, limit in ((TOO_FEW, place.norm.working_days if place.norm else None), (OWN, 11)):
        found = weighed(place, known)
        waited = place.waited_working_days
        is_long = waited is not None and limit is not None and waited > limit
        assert found.overdue == is_long, where
        if place.actor not in {Actor.WORKER, Actor.NOBODY}:
            assert (found.escalation is not None) == is_long, where
        else:
            assert found.escalation is None, where
        assert found.actor is place.actor, where


def _reminders(watched: Watched, life, view: Outlook, place: Position, where) -> None:
    """Send what is due as the product does: an occurrence once."""
    found = due(view, place, life.day)
    assert len({one.topic for one in found}) == len(found), where
    for one in found:
        assert life.day <= one.deadline, where
        assert _is_owed(one, life, place), (where, one)
        known = watched.sent.setdefault(one.occurrence, one)
        assert known == one, (where, "one occurrence means two things")


def _no_reminder_twice(watched: Watched) -> None:
    """Of one thing one reminder at each point at most."""
    points = Counter((one.topic, one.deadline) for one in watched.sent.values())
    assert max(points.values(), default=0) <= len(DAYS_BEFORE), watched.seed
    assert len({(one.topic, one.deadline, one.days_before) for one in watched.sent.values()}) == len(watched.sent)


def _is_owed(one: Due, life, place: Position) -> bool:
    """Whether the reminded thing is still to be done, reckoned from the facts alone."""
    said = life.declared
    paid = value(said.paid_through_month) or 0
    if (value(said.employed_again_on) or date.max) <= life.day or paid >= 6:
        return False
    if one.topic is Topic.CLAIM_DEADLINE:
        return not paid and (said.claim_date is None or said.refused is not None)
    if said.refused is None and (value(said.filed_month) or 0) > paid:
        return False
    if one.topic is Topic.STATUS_FORM:
        return paid == 5 and not value(said.status_form_done)
    if one.topic is Topic.SEARCH_SHORT:
        return not _searched(life, place)
    return life.day >= place.window.opens


def _searched(life, place: Position) -> bool:
    first, last = place.needs.period.first, place.needs.period.last
    kinds = [kind for day, kind in life.searches if first <= day <= last]
    return kinds.count(SearchKind.APPLICATION) >= 5 or SearchKind.CALL in kinds


def _events(watched: Watched, life, place: Position, where) -> None:
    """Every move is noted once; between two looks nothing moves by itself."""
    event = next_event(watched.events, place, life.declared, life.day)
    if event is not None:
        if watched.yesterday is not None and watched.yesterday[1:3] == (life.declared, life.searches):
            before, declared, _searches, day = watched.yesterday
            assert next_look(before, declared, day) == life.day, (where, "nobody would have looked")
        watched.events.append(event)
        assert next_event(watched.events, place, life.declared, life.day) is None, where
        assert event.number == len(watched.events), where
    assert standing(watched.events)[-1].place == (place.stage, place.actor, place.month), where
    watched.yesterday = (place, life.declared, life.searches, life.day)
