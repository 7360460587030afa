"""A wage wished for as "UMK" is the minimum wage where the person lives."""

import pytest

from bot.services import profile
from bot.services.profile import NotUnderstood


def test_umk_is_what_it_is_at_home(session):
    profile.keep(session, 7, "place", "karawang")

    profile.keep(session, 7, "wage", "setara UMK")

    assert profile.for_matching(session, 7).wage_expectation_min == 5_886_853


def test_umk_without_a_home_is_asked_for_again(session):
    with pytest.raises(NotUnderstood):
        profile.keep(session, 7, "wage", "UMK")
