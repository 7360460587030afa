"""Which text a case follows, and that both sides of every change are rows of the law."""

from datetime import date, timedelta

import pytest

from jkp.beliefs import Applies, Belief, applies, change, table
from jkp.declared import Days, Declared, Fact, Source
from jkp.rules.deadlines import add_months
from jkp.rules.parameters import SWITCH
from jkp.rules.regulation import PARAMETERS, Parameter, Rule, using

DAY = date(2026, 11, 23)
MONTHS = (Belief.CASH, Belief.DIFFERENT, Belief.ASSESSMENT)
DECISION = (Belief.CONSECUTIVE, Belief.HEALTH)


def told(value):
    return Fact(value, Source.WORKER, DAY)


def case(*, ended=None, filed=None, **more):
    last_day = told(Days(ended, ended)) if ended else None
    return Declared(last_day=last_day, claim_date=told(filed) if filed else None, **more)


def text_of(belief, declared):
    return applies(change(belief, DAY), declared)


def test_every_belief_is_a_change_between_two_rows_of_the_law():
    changes = table(DAY)

    assert [each.belief for each in changes] == list(Belief)
    assert all(each.old in PARAMETERS and each.new in PARAMETERS for each in changes)
    assert all(each.old.since < each.new.since <= DAY for each in changes)


def test_before_the_change_no_statement_is_outdated():
    assert table(SWITCH - timedelta(days=1)) == ()
    assert {each.belief for each in table(SWITCH)} == set(Belief) - {Belief.TRAINING_CAP}


def test_an_amendment_to_come_changes_what_holds_now_and_not_what_was_believed():
    later = Parameter(Rule.CLAIM_MONTHS, date(2026, 1, 1), "PP 99/2026", "test", PARAMETERS[0].mark, (9,), checked=DAY)

    with using((*PARAMETERS, later)):
        found = change(Belief.CLAIM_TIME, DAY)

    assert (found.old.number, found.new.number, found.new.article) == (3, 9, "PP 99/2026")


@pytest.mark.parametrize("belief", Belief)
def test_where_nothing_is_known_neither_text_is_claimed(belief):
    assert text_of(belief, Declared()) is Applies.UNKNOWN


@pytest.mark.parametrize(
    ("ended", "filed", "wanted"),
    [
        (date(2024, 11, 6), None, Applies.OLD),  # three months ended on 6 Feb 2025
        (date(2024, 11, 7), None, Applies.NEW),  # still open on the day of the change
        (date(2026, 10, 5), None, Applies.NEW),
        (date(2025, 1, 6), date(2025, 1, 20), Applies.OLD),
        (date(2025, 1, 6), date(2025, 2, 7), Applies.NEW),
        (None, date(2025, 2, 6), Applies.OLD),
        (None, date(2025, 2, 7), Applies.UNKNOWN),
    ],
)
def test_the_time_to_claim_follows_the_last_day_and_the_claim(ended, filed, wanted):
    assert text_of(Belief.CLAIM_TIME, case(ended=ended, filed=filed)) is wanted


def test_a_range_of_last_days_across_the_change_stays_unknown():
    declared = Declared(last_day=told(Days(date(2024, 9, 1), date(2025, 1, 31))))

    assert {text_of(belief, declared) for belief in Belief} == {Applies.UNKNOWN, Applies.OLD}
    assert text_of(Belief.CONTRIBUTION, declared) is Applies.OLD


@pytest.mark.parametrize("belief", MONTHS)
def test_months_before_the_change_follow_the_old_text(belief):
    assert text_of(belief, case(filed=date(2023, 5, 2))) is Applies.OLD
    assert text_of(belief, case(filed=date(2024, 12, 2))) is Applies.CHANGES
    assert text_of(belief, case(filed=SWITCH)) is Applies.NEW


@pytest.mark.parametrize("belief", DECISION)
def test_what_is_tested_at_the_decision_is_old_only_if_it_was_made_before(belief):
    filed = SWITCH - timedelta(days=3)

    assert text_of(belief, case(filed=filed)) is Applies.OLD_IF_DECIDED
    assert text_of(belief, case(filed=filed, paid_on=told(SWITCH - timedelta(days=1)))) is Applies.OLD
    assert text_of(belief, case(filed=SWITCH)) is Applies.NEW


def test_a_right_that_lapsed_unclaimed_is_never_called_new():
    ended = add_months(SWITCH, -3) - timedelta(days=1)
    found = {text_of(belief, case(ended=ended)) for belief in Belief}

    assert Applies.NEW not in found
    assert text_of(Belief.CASH, case(ended=ended)) is Applies.LAPSED


def test_a_claim_whose_day_nobody_told_stays_unknown():
    declared = case(ended=date(2025, 1, 6), paid_through_month=told(2))

    assert text_of(Belief.CASH, declared) is Applies.UNKNOWN


def test_the_cap_on_training_has_its_own_day():
    assert text_of(Belief.TRAINING_CAP, case(filed=date(2025, 3, 1))) is Applies.CHANGES
    assert text_of(Belief.APPROVAL, case(filed=date(2025, 3, 1))) is Applies.NEW


def test_contributions_follow_the_months_of_work():
    assert text_of(Belief.CONTRIBUTION, case(ended=date(2024, 5, 1))) is Applies.OLD
    assert text_of(Belief.CONTRIBUTION, case(ended=date(2026, 5, 1))) is Applies.CHANGES
    assert text_of(Belief.CONTRIBUTION, case(ended=date(2027, 2, 7))) is Applies.NEW
