"""What a migrant worker has instead of JKP, and where help is."""

from zoneinfo import ZoneInfo

import pytest

from jkp.rules.case import Certainty
from jkp.rules.cures import remedy
from jkp.rules.migrant import Channel, Event, OtherBenefit, other_benefit, package
from jkp.rules.posts import POSTS, hotlines, posts_in
from jkp.rules.reasons import Reason
from jkp.rules.regulation import Mark


@pytest.mark.parametrize(
    ("channel", "months", "before", "during", "total"),
    [
        (Channel.AGENCY, 24, 37_500, 332_500, 370_000),
        (Channel.AGENCY, 12, 37_500, 189_000, 226_500),
        (Channel.INDIVIDUAL, 6, 0, 108_000, 108_000),
        (Channel.AGENCY, 30, 37_500, 413_500, 451_000),
    ],
)
def test_a_contract_takes_its_package(channel, months, before, during, total):
    found = package(channel, months)

    assert (found.before, found.during_after, found.total) == (before, during, total)
    assert found.certainty is Certainty.LAW


@pytest.mark.parametrize("months", [3, 9, 18])
def test_a_length_between_the_packages_stays_open(months):
    found = package(Channel.AGENCY, months)

    assert (found.total, found.certainty) == (None, Certainty.OPEN)


def test_a_dismissal_abroad_gives_a_one_off_aid():
    aid = other_benefit(Event.PHK_NOT_WORK_ACCIDENT)

    assert (aid.benefit, aid.amount, aid.certainty) == (OtherBenefit.BANTUAN_PHK, 1_500_000, Certainty.LAW)


@pytest.mark.parametrize("event", Event)
def test_an_amount_is_told_only_where_it_is_verified(event):
    aid = other_benefit(event)

    assert (aid.amount is None) == (aid.mark is Mark.UNVERIFIED)


def test_every_event_has_a_benefit_of_its_own():
    assert {other_benefit(event).benefit for event in Event} == set(OtherBenefit)


def test_the_mission_with_a_phone_number_stands_first():
    assert posts_in("hk")[0].phone
    assert posts_in("XX") == ()


@pytest.mark.parametrize("post", POSTS, ids=lambda post: f"{post.country}-{post.mission}")
def test_every_mission_has_a_real_time_zone_and_a_dated_number(post):
    assert ZoneInfo(post.zone)
    assert not post.phone or (post.source and post.on)


def test_from_abroad_only_numbers_are_shown_that_work_there():
    assert "0800-1000" not in {line.phone for line in hotlines(abroad=True)}
    assert "0800-1000" in {line.phone for line in hotlines(abroad=False)}


@pytest.mark.parametrize("reason", [each for each in Reason if not each.startswith(("OK", "FACT"))])
def test_every_refusal_has_a_cure_or_an_office(reason):
    assert remedy(reason).office
    assert remedy(reason).cure
