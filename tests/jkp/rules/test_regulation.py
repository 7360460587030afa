"""The dated rows of the law: what was in force when, and how sure it is."""

from datetime import date

import pytest

from jkp.rules.case import Certainty
from jkp.rules.regulation import PARAMETERS, PROGRAMME_START, Mark, Rule, in_force, worst


def test_the_claim_time_changes_on_the_seventh_of_february_2025():
    before, after = in_force(Rule.CLAIM_MONTHS, date(2025, 2, 6)), in_force(Rule.CLAIM_MONTHS, date(2025, 2, 7))

    assert (before.number, after.number) == (3, 6)
    assert (before.article, after.article) == ("PP 37/2021 Art 40", "PP 6/2025 Art 40")


def test_nothing_was_in_force_before_the_programme():
    with pytest.raises(LookupError, match="cash_rates"):
        in_force(Rule.CASH_RATES, date(2021, 2, 1))


@pytest.mark.parametrize("row", PARAMETERS, ids=lambda row: f"{row.rule}-{row.since}")
def test_every_row_names_its_article_its_source_and_its_mark(row):
    assert row.article
    assert row.source
    assert row.mark in Mark
    assert row.since >= PROGRAMME_START


def test_every_rule_has_a_row():
    assert {row.rule for row in PARAMETERS} == set(Rule)


def test_no_two_rows_of_a_rule_begin_on_the_same_day():
    begins = [(row.rule, row.since) for row in PARAMETERS]

    assert len(begins) == len(set(begins))


def test_the_least_sure_rule_decides_how_sure_a_decision_is():
    assert worst(Certainty.LAW, Certainty.OPEN, Certainty.READING) is Certainty.OPEN
    assert worst() is Certainty.LAW


def test_an_unverified_row_is_open():
    assert in_force(Rule.WINDOW_DAYS, date(2025, 3, 1)).certainty is Certainty.OPEN
    assert in_force(Rule.WINDOW_DAYS, date(2024, 3, 1)).certainty is Certainty.LAW


def test_the_training_cap_rose_in_april_2025():
    assert in_force(Rule.TRAINING_CAP, date(2025, 4, 13)).number == 1_000_000
    assert in_force(Rule.TRAINING_CAP, date(2025, 4, 14)).number == 2_400_000
