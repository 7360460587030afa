"""Ranking: what has to hold for everyone."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.changes import applied
from matching.matcher import Matcher
from matching.profile import Kind, Opportunity, Profile

DAY = date(2026, 1, 31)
FACTS = {
    "education_min": None,
    "experience_years_min": None,
    "age_max": None,
    "wage_min": None,
    "wage_max": None,
    "contract_type": "",
    "posted": None,
    "closes": None,
}


def test_the_nearest_right_job_comes_first(matcher, seamstress):
    best = matcher.rank(seamstress, 3)[0]

    assert best.offer_id == "V01"
    assert ("occupation", "") in best.reasons
    assert ("wage_ok", "3300000") in best.reasons


def test_a_satpam_is_never_sent_to_it_security(matcher, guard):
    order = [one.offer_id for one in matcher.rank(guard, 0)]

    assert order[0] == "V07"
    by_occupation = {one.offer_id: one.parts[1].value for one in matcher.rank(guard, 0)}
    assert by_occupation["V05"] < 0.2
    assert by_occupation["V06"] < 0.2


def test_only_offers_of_the_right_kind_are_worth_showing(matcher, guard):
    assert [one.offer_id for one in matcher.rank(guard, 0) if one.fits] == ["V07"]


def test_every_ruled_out_offer_comes_after_all_others(matcher, guard, seamstress, nurse):
    for person in (guard, seamstress, nurse):
        ranked = matcher.rank(person, 0)
        fates = [one.ruled_out for one in ranked]
        assert fates == sorted(fates)
        assert len(ranked) == 16


@pytest.mark.parametrize(
    ("offer", "person", "missing"),
    [
        ("V02", "seamstress", ("place", "Kabupaten Boyolali")),
        ("V03", "seamstress", ("education", "SMA")),
        ("V08", "guard", ("age_max", "35")),
        ("V10", "nurse", ("contract", "Magang")),
        ("V11", "seamstress", ("wage_low", "1500000")),
        ("V15", "guard", ("place", "Taiwan")),
        ("V16", "seamstress", ("closed", "2026-01-01")),
    ],
)
def test_a_ruled_out_offer_says_which_stated_condition_is_missed(matcher, request, offer, person, missing):
    ranked = matcher.why(request.getfixturevalue(person), offer)

    assert ranked.ruled_out
    assert missing in ranked.missing


def test_without_rules_nothing_is_ruled_out(matcher, guard):
    ranked = matcher.rank(guard, 0, with_rules=False)

    assert not any(one.ruled_out for one in ranked)
    assert {part.name for one in ranked for part in one.parts} == {
        "text",
        "occupation",
        "skills",
        "level",
        "experience",
        "freshness",
    }


def test_the_parts_add_up_to_the_score(matcher, guard, seamstress, nurse):
    for person in (guard, seamstress, nurse, Profile(id="kosong")):
        for one in matcher.rank(person, 0):
            assert sum(part.value * part.weight for part in one.parts) == pytest.approx(one.score, abs=1e-8)
            assert all(0.0 <= part.value <= 1.0 for part in one.parts)


@pytest.mark.parametrize("fact", sorted(FACTS))
def test_an_unknown_fact_never_lowers_an_offer(offers, seamstress, guard, nurse, fact):
    known = Matcher.fit(offers, DAY)
    unknown = Matcher.fit([replace(one, **{fact: FACTS[fact]}) for one in offers], DAY)

    for person in (seamstress, guard, nurse):
        for one in offers:
            assert unknown.why(person, one.id).score >= known.why(person, one.id).score


def test_an_unnamed_place_stands_behind_home_and_before_what_is_far(offers, seamstress):
    unnamed = Matcher.fit([replace(one, location="") for one in offers], DAY).why(seamstress, "V01")
    at_home, far = (Matcher.fit(offers, DAY).why(seamstress, one) for one in ("V01", "V02"))

    assert far.score < 0 < unnamed.score < at_home.score


def test_a_person_we_know_nothing_about_is_ruled_out_of_nothing_but_what_is_closed(matcher):
    ranked = matcher.rank(Profile(id="kosong"), 0)

    assert [one.offer_id for one in ranked if one.ruled_out] == ["V16"]


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_offers_makes_no_difference(offers, seamstress, matcher, random):
    shuffled = list(offers)
    random.shuffle(shuffled)

    assert Matcher.fit(shuffled, DAY).rank(seamstress, 0) == matcher.rank(seamstress, 0)


def test_ranking_many_equals_ranking_each(matcher, guard, seamstress, nurse):
    people = [guard, seamstress, nurse]

    assert matcher.rank_many(people, 5) == [matcher.rank(one, 5) for one in people]


def test_scores_agree_with_the_explained_ranking(matcher, nurse):
    assert matcher.scores(nurse, 0) == [(one.offer_id, one.score) for one in matcher.rank(nurse, 0)]


def test_excluded_offers_are_never_returned(matcher, seamstress):
    person = replace(seamstress, excluded_ids=frozenset({"V01", "unknown"}))

    assert "V01" not in [one.offer_id for one in matcher.rank(person, 0)]


def test_who_refused_far_jobs_sees_place_weigh_more(matcher, seamstress):
    plain = {part.name: part.weight for part in matcher.why(seamstress, "V01").parts}
    shifted = {part.name: part.weight for part in matcher.why(replace(seamstress, disliked=("too_far",)), "V01").parts}

    assert shifted["place"] > 1.5 * plain["place"]
    assert sum(shifted.values()) == pytest.approx(1.0)


def test_the_single_change_that_helps_is_named(matcher, seamstress, guard):
    assert matcher.why(seamstress, "V02").would_help == ("place", "Kabupaten Boyolali")
    assert matcher.why(guard, "V08").would_help is None


def test_a_fresh_graduate_may_take_an_internship(matcher, nurse):
    fresh = replace(nurse, experience_years=0)

    assert not matcher.why(fresh, "V10").ruled_out


def test_remote_work_is_near_everyone(matcher):
    person = Profile(id="contoh-web", last_occupation="web developer", region="Kota Yogyakarta", skills=("php",))
    best = matcher.rank(person, 1)[0]

    assert best.offer_id == "V14"
    assert ("remote", "") in best.reasons
    assert ("skill", "php") in best.reasons


def test_a_course_is_not_ruled_out_by_its_place(seamstress):
    course = Opportunity(id="K1", kind=Kind.COURSE, title="Pelatihan Menjahit", location="Kota Ambon")

    assert not Matcher.fit([course], DAY).why(seamstress, "K1").ruled_out


def test_fresher_wins_only_between_equals():
    old = Opportunity(id="A", kind=Kind.VACANCY, title="Kasir", posted=date(2025, 1, 1))
    new = Opportunity(id="B", kind=Kind.VACANCY, title="Kasir", posted=date(2026, 1, 30))

    ranked = Matcher.fit([old, new], DAY).rank(Profile(id="contoh", last_occupation="kasir"), 0)

    assert [one.offer_id for one in ranked] == ["B", "A"]
    assert ranked[0].score - ranked[1].score < 0.01


def test_the_named_change_lifts_the_offer_as_much_as_it_says(matcher, seamstress, guard, nurse):
    for person in (seamstress, guard, nurse, replace(seamstress, skills=("jahit",), wage_expectation_min=4_000_000)):
        for one in matcher.rank(person, 0):
            told = matcher.why(person, one.offer_id)
            if told.would_help:
                again = matcher.why(applied(person, told.would_help), one.offer_id)
                assert again.score - told.score == pytest.approx(told.lift, abs=1e-6)
                assert told.lift > 0


def test_no_change_is_named_where_two_things_are_missed(matcher, seamstress):
    assert matcher.why(replace(seamstress, age=60, region="Kota Medan", willing_regions=()), "V03").would_help is None


@pytest.mark.parametrize(("priority", "part"), [("near", "place"), ("pay", "wage"), ("hours", "hours")])
def test_what_matters_most_to_a_person_weighs_more(matcher, seamstress, priority, part):
    plain = {one.name: one.weight for one in matcher.why(seamstress, "V01").parts}
    moved = {one.name: one.weight for one in matcher.why(replace(seamstress, priorities=(priority,)), "V01").parts}

    assert moved[part] > 2 * plain[part]
    assert sum(moved.values()) == pytest.approx(1.0)


def test_who_refused_for_the_hours_sees_shift_work_later():
    offers = [
        Opportunity(id="A", kind=Kind.VACANCY, title="Kasir", shift="malam"),
        Opportunity(id="B", kind=Kind.VACANCY, title="Kasir"),
    ]
    person = Profile(id="contoh", last_occupation="kasir")

    def order(one: Profile) -> list[str]:
        return [ranked.offer_id for ranked in Matcher.fit(offers, DAY).rank(one, 0)]

    assert order(person) == ["A", "B"]
    assert order(replace(person, disliked=("wrong_hours",))) == ["B", "A"]


def test_an_internship_is_no_offer_for_an_experienced_person(matcher):
    offer = Opportunity(id="A", kind=Kind.VACANCY, title="Kasir Intern")
    ready = Matcher.fit([offer], DAY)

    assert ready.why(Profile(id="contoh", last_occupation="kasir", experience_years=4), "A").ruled_out
    assert not ready.why(Profile(id="contoh", last_occupation="kasir", experience_years=0), "A").ruled_out


def test_a_manager_s_post_stands_behind_the_work_a_person_did():
    offers = [
        Opportunity(id="A", kind=Kind.VACANCY, title="Manager Gudang"),
        Opportunity(id="B", kind=Kind.VACANCY, title="Staf Gudang"),
    ]
    clerk, manager = (Profile(id="contoh", last_occupation=work) for work in ("staf gudang", "manager gudang"))
    ready = Matcher.fit(offers, DAY)

    assert [one.offer_id for one in ready.rank(clerk, 0)] == ["B", "A"]
    assert [one.offer_id for one in ready.rank(manager, 0)] == ["A", "B"]


def test_a_course_that_opens_a_usual_path_comes_before_one_that_does_not():
    courses = [
        Opportunity(id="A", kind=Kind.COURSE, title="Bakery"),
        Opportunity(id="B", kind=Kind.COURSE, title="Plate Welder SMAW"),
    ]
    person = Profile(id="contoh", last_occupation="operator mesin cnc")

    assert [one.offer_id for one in Matcher.fit(courses, DAY).rank(person, 0)] == ["B", "A"]
