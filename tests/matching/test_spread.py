"""Near-duplicates, fair turns, and nobody left without."""

from dataclasses import replace
from datetime import date

import pytest

from matching.evaluation import exposure_gap
from matching.matcher import Matcher
from matching.profile import Kind, Opportunity, Profile
from matching.spread import LOSS, Exposure, Spread, collapse, twins_of

DAY = date(2026, 1, 31)
DAYS = 14


def a_job(number: str, title: str, provider: str, location: str = "Kota Bandung") -> Opportunity:
    return Opportunity(id=number, kind=Kind.VACANCY, title=title, provider=provider, location=location)


@pytest.mark.parametrize(
    ("other", "is_twin"),
    [
        (a_job("B", "KASIR TOKO", "Toko Contoh", "Bandung Kota"), True),
        (a_job("B", "Kasir Tokoo", "Toko Contoh"), True),
        (a_job("B", "Kasir Toko", "Toko Lain"), False),
        (a_job("B", "Kasir Toko", "Toko Contoh", "Kota Semarang"), False),
        (a_job("B", "Staf Gudang", "Toko Contoh"), False),
    ],
)
def test_the_same_advertisement_twice_is_one(other, is_twin):
    twins = twins_of([a_job("A", "Kasir Toko", "Toko Contoh"), other])

    assert (twins["A"] == twins["B"]) is is_twin


def test_twins_do_not_depend_on_the_order_they_come_in():
    jobs = [a_job("C", "Kasir", "X"), a_job("A", "Kasir", "X"), a_job("B", "Kasir!", "X")]

    assert twins_of(jobs) == twins_of(jobs[::-1]) == dict.fromkeys("ABC", "A")


def test_the_twin_of_what_was_refused_does_not_come_back():
    jobs = [a_job("A", "Kasir", "X"), a_job("B", "KASIR", "X"), a_job("C", "Kasir", "Y")]
    ranked = Matcher.fit(jobs, DAY).rank(Profile(id="contoh", last_occupation="kasir"), 0)

    assert [one.offer_id for one in collapse(ranked, twins_of(jobs), known=["B"])] == ["C"]


@pytest.fixture(scope="module")
def town():
    """One big employer with many offers and many small ones, and people of three kinds of work."""
    works = ("kasir", "staf gudang", "cook")
    big = [a_job(f"B{number:02}", f"{works[number % 3]} cabang {number}", "Besar") for number in range(30)]
    small = [a_job(f"S{number:02}", works[number % 3], f"Kecil {number}") for number in range(15)]
    people = [Profile(id=f"contoh-{n}", last_occupation=works[n % 3], region="Kota Bandung") for n in range(30)]
    return (*big, *small), tuple(people)


def test_within_fourteen_days_everybody_is_shown_something_and_every_employer_to_somebody(town):
    offers, people = town
    matcher, spread, exposure = Matcher.fit(offers, DAY), Spread(offers), Exposure()
    seen = {one.id: [] for one in people}

    for _ in range(DAYS):
        for person in people:
            found = spread.choose(matcher.rank(person, 0), 1, exposure, known=seen[person.id])
            seen[person.id] += [one.offer_id for one in found]

    shown = [one for mine in seen.values() for one in mine]
    assert all(seen.values())
    assert set(spread.owners.values()) == {spread.owners[one] for one in shown}
    assert all(len(mine) == len(set(mine)) for mine in seen.values())


def test_turns_are_fairer_than_the_plain_ranking(town):
    offers, people = town
    matcher, spread, exposure = Matcher.fit(offers, DAY), Spread(offers), Exposure()
    plain = [[one.offer_id for one in matcher.rank(person, 3)] for person in people]
    turns = [[one.offer_id for one in spread.choose(matcher.rank(person, 0), 3, exposure)] for person in people]

    assert exposure_gap(turns, spread.owners) < exposure_gap(plain, spread.owners)


def test_one_employer_does_not_fill_a_list_while_others_have_something(town):
    offers, people = town
    matcher, spread = Matcher.fit(offers, DAY), Spread(offers)

    chosen = spread.choose(matcher.rank(people[0], 0), 5, Exposure())

    assert [spread.owners[one.offer_id] for one in chosen].count("besar") <= 2


def test_what_does_not_fit_is_never_shown(town):
    offers, _ = town
    nurse = Profile(id="contoh", last_occupation="perawat", region="Kota Bandung")

    assert Spread(offers).choose(Matcher.fit(offers, DAY).rank(nurse, 0), 5, Exposure()) == []


def test_nothing_is_chosen_that_costs_a_person_more_than_the_stated_loss():
    far = replace(a_job("B", "kasir", "Lain"), wage_max=2_500_000)
    offers = (a_job("A", "kasir", "Besar"), far)
    person = Profile(id="contoh", last_occupation="kasir", region="Kota Bandung", wage_expectation_min=3_500_000)
    exposure = Exposure(offers={"A": 100}, owners={"besar": 100})

    chosen = Spread(offers).choose(Matcher.fit(offers, DAY).rank(person, 0), 1, exposure)

    best = Matcher.fit(offers, DAY).rank(person, 1)[0]
    assert chosen[0].score >= best.score - LOSS
