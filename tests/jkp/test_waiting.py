"""What is usual: our own counts from twenty finished waits on, else the published time, else nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jkp.rules.regulation import Mark
from jkp.stages import Actor, Stage
from jkp.waiting import ENOUGH, Basis, Norm, Usual, reckon, usual

NORM = Norm(7, "Permenaker 2/2025 Art 9(1)", "M9", Mark.TEXT)
SILENT = (Stage.PHK_NOT_REPORTED, Actor.EMPLOYER)


def test_the_median_and_the_ninth_of_ten_waits_are_reckoned():
    found = reckon((days, 2) for days in range(1, 11))

    assert (found.working_days, found.long_after, found.cases, found.basis) == (5, 9, 20, Basis.OWN)


@pytest.mark.parametrize(("cases", "is_known"), [(ENOUGH - 1, False), (ENOUGH, True)])
def test_below_twenty_finished_waits_nothing_is_said(cases, is_known):
    assert (reckon([(4, cases)]) is not None) is is_known


def test_too_few_cases_fall_back_to_the_published_time():
    few = {SILENT: Usual(2, 3, Basis.OWN, ENOUGH - 1)}

    found = usual(*SILENT, NORM, few)

    assert (found.working_days, found.long_after, found.basis, found.norm) == (7, 7, Basis.NORM, NORM)


def test_enough_cases_go_before_the_published_time():
    own = {SILENT: Usual(4, 12, Basis.OWN, ENOUGH)}

    assert usual(*SILENT, NORM, own) == own[SILENT]
    assert usual(Stage.REJECTED_FIXABLE, Actor.EMPLOYER, None, own) is None


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 9)), max_size=30))
def test_at_least_half_are_done_by_the_median_and_nine_of_ten_by_the_point_of_escalation(counts):
    found, cases = reckon(counts), sum(many for _days, many in counts)

    assert (found is None) == (cases < ENOUGH)
    if found is not None:
        assert sum(many for days, many in counts if days <= found.working_days) * 2 >= cases
        assert sum(many for days, many in counts if days <= found.long_after) * 10 >= cases * 9
        assert found.working_days <= found.long_after
