"""What the worker tells us: sources, corrections, ranges, storage."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jkp.declared import Ago, Days, Declared, Difference, Fact, Months, Refusal, Source, merge, range_said, say, value
from jkp.declared_json import from_json, to_json
from jkp.rules.case import Cause

DAY = date(2026, 11, 22)


def told(said, source=Source.WORKER, on=DAY):
    return Fact(said, source, on)


FULL = Declared(
    last_day=told(Days(date(2026, 8, 1), date(2026, 10, 31))),
    cause=told(Cause.EFFICIENCY),
    paid_months=told(Months(12, None)),
    wage=told(4_200_000),
    proof=told(said=True),
    contract_end=told(date(2027, 1, 1)),
    reported=told(said=True),
    reported_on=told(date(2026, 11, 1)),
    claim_date=told(date(2026, 11, 10)),
    refused=told(Refusal.STILL_ACTIVE),
    paid_through_month=told(0),
    employed_again_on=told(date(2026, 12, 1)),
    portal_date=told(date(2026, 12, 12)),
    status_form_done=told(said=False),
)


def test_every_fact_survives_storage():
    assert from_json(to_json(FULL)) == FULL
    assert from_json(to_json(Declared())) == Declared()


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("wage", {"value": "much", "source": "worker", "on": "2026-11-22"}),
        ("proof", {"value": 1, "source": "worker", "on": "2026-11-22"}),
        ("cause", {"value": "fired", "source": "worker", "on": "2026-11-22"}),
        ("last_day", {"value": ["2026-11-22"], "source": "worker", "on": "2026-11-22"}),
        ("wage", {"value": 3, "source": "a friend", "on": "2026-11-22"}),
        ("wage", 3),
    ],
)
def test_a_damaged_fact_is_named(field, written):
    with pytest.raises(ValueError, match=field):
        from_json({field: written})


def test_facts_of_a_later_version_are_passed_over():
    assert from_json({"mood": {}}) == Declared()


def test_a_fact_may_be_said_again_and_taken_back():
    once = say(Declared(), "wage", told(3_000_000))
    again = say(once, "wage", told(3_500_000))

    assert value(again.wage) == 3_500_000
    assert say(again, "wage", None) == Declared()


def test_a_fact_must_have_a_known_name():
    with pytest.raises(ValueError, match="mood"):
        say(Declared(), "mood", told(1))


def test_the_register_overrules_the_worker_and_the_difference_is_named():
    mine, theirs = told(5_000_000), told(3_100_000, Source.BPJS_TK, date(2026, 11, 1))

    joined, differences = merge(Declared(wage=mine, proof=told(said=True)), Declared(wage=theirs))

    assert joined == Declared(wage=theirs, proof=told(said=True))
    assert differences == (Difference("wage", kept=theirs, dropped=mine),)


def test_the_order_of_the_two_sides_does_not_matter_between_unequal_sources():
    mine, theirs = Declared(wage=told(5_000_000)), Declared(wage=told(3_100_000, Source.BPJS_TK))

    assert merge(mine, theirs) == merge(theirs, mine)


def test_an_exact_day_within_the_range_said_is_no_difference():
    ranged = Declared(last_day=told(Days(date(2026, 8, 1), date(2026, 10, 31))), paid_months=told(Months(12, None)))
    exact = Declared(
        last_day=told(Days(date(2026, 9, 5), date(2026, 9, 5)), Source.BPJS_TK),
        paid_months=told(Months(18, 18), Source.BPJS_TK),
    )

    joined, differences = merge(ranged, exact)

    assert (joined, differences) == (exact, ())


def test_fewer_months_than_the_worker_said_are_a_difference():
    said = Declared(paid_months=told(Months(12, None)), last_day=told(Days(DAY, DAY)))
    register = Declared(paid_months=told(Months(0, 11), Source.BPJS_TK), last_day=told(Days(DAY, DAY), Source.BPJS_TK))

    assert [each.field for each in merge(said, register)[1]] == ["paid_months"]


def test_a_bounded_range_does_not_hold_an_open_one():
    assert Months(12, None) not in Months(12, 24)
    assert Months(12, 14) in Months(12, 24)
    assert "a year" not in Months(12, 24)


def test_of_one_source_the_later_word_counts():
    first, later = told(3_000_000, on=date(2026, 11, 1)), told(4_000_000, on=DAY)

    joined, differences = merge(Declared(wage=later), Declared(wage=first))

    assert (value(joined.wage), differences) == (4_000_000, ())


REGISTER_DAY = DAY - timedelta(days=2)


def _joined(field, mine, theirs, *, said_on):
    own = Declared(**{field: told(mine, on=said_on)})
    register = Declared(**{field: told(theirs, Source.BPJS_TK, REGISTER_DAY)})
    joined, differences = merge(own, register)
    assert merge(register, own) == (joined, differences)
    return getattr(joined, field), differences


@pytest.mark.parametrize(
    ("field", "mine", "theirs"),
    [
        ("claim_date", date(2026, 11, 21), date(2026, 11, 10)),
        ("paid_through_month", 3, 2),
        ("reported", True, False),
        ("reported_on", date(2026, 11, 21), date(2026, 11, 10)),
        ("refused", Refusal.OTHER, Refusal.CONTRIBUTIONS),
        ("employed_again_on", date(2026, 11, 22), date(2026, 12, 1)),
    ],
)
def test_the_workers_news_goes_before_an_older_export_and_is_named(field, mine, theirs):
    kept, differences = _joined(field, mine, theirs, said_on=DAY)

    assert (kept.value, kept.source) == (mine, Source.WORKER)
    assert [(each.field, each.kept.source) for each in differences] == [(field, Source.WORKER)]


@pytest.mark.parametrize(
    ("field", "mine", "theirs", "days"),
    [
        ("claim_date", date(2026, 11, 9), date(2026, 11, 10), -1),  # said before the export
        ("claim_date", date(2026, 11, 9), date(2026, 11, 10), 0),  # the same day, and no step forward
        ("paid_through_month", 1, 2, 2),  # a smaller number is no news
        ("refused", Refusal.OTHER, Refusal.CONTRIBUTIONS, 0),  # reasons have no order
        ("wage", 5_000_000, 4_000_000, 2),  # does not move forward
    ],
)
def test_what_is_no_news_leaves_the_register_its_word(field, mine, theirs, days):
    kept, _ = _joined(field, mine, theirs, said_on=REGISTER_DAY + timedelta(days=days))

    assert (kept.value, kept.source) == (theirs, Source.BPJS_TK)


def test_on_the_same_day_the_step_forward_counts():
    kept, _ = _joined("paid_through_month", 3, 2, said_on=REGISTER_DAY)

    assert kept.value == 3


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_the_four_ranges_follow_each_other_without_a_gap(day):
    ranges = [range_said(each, day) for each in (Ago.LONGER, Ago.MONTHS_4_6, Ago.MONTHS_1_3, Ago.THIS_MONTH)]

    assert ranges[-1].last == day
    for earlier, later in pairwise(ranges):
        assert earlier.last + timedelta(days=1) == later.first


def test_one_to_three_months_ago_means_whole_months():
    assert range_said(Ago.MONTHS_1_3, DAY) == Days(date(2026, 8, 1), date(2026, 10, 31))
