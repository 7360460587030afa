"""What places mean to a person, all at once."""

import pytest

from matching.areas import area, distance_km, regencies
from matching.distances import gaps, number_of, overlaps
from matching.nearness import NEAR_VALUE, UNNAMED, WILLING_VALUE, nearness, reach
from matching.spots import Spots


def test_the_distance_of_two_regencies_is_that_of_their_centres():
    one, other = area("33.11"), area("31.71")

    assert gaps()[number_of()["33.11"], number_of()["31.71"]] == pytest.approx(distance_km(one, other))


def test_of_a_province_the_nearest_regency_counts():
    near = min(distance_km(area("33.11"), one) for one in regencies("34"))

    assert gaps()[number_of()["33.11"], number_of()["34"]] == pytest.approx(near)
    assert gaps()[number_of()["34"], number_of()["33.11"]] == pytest.approx(near)


def test_a_province_holds_its_regencies_and_no_others():
    assert overlaps()[number_of()["33"], number_of()["33.11"]]
    assert overlaps()[number_of()["33.11"], number_of()["33"]]
    assert not overlaps()[number_of()["33.11"], number_of()["33.12"]]
    assert not overlaps()[number_of()["34"], number_of()["33.11"]]


@pytest.mark.parametrize(
    ("text", "value", "excluded"),
    [
        ("Kota Bandung", 1.0, False),
        ("Jawa Barat", 1.0, False),
        ("Kota Cimahi", NEAR_VALUE, False),
        ("Kota Medan", 0.0, True),
        ("Medan atau Bandung", 1.0, False),
        ("", UNNAMED, False),
        ("Remote", 1.0, False),
        ("Taiwan", WILLING_VALUE, False),
        ("Malaysia", 0.0, True),
    ],
)
def test_a_place_is_worth_what_the_person_said_of_it(text, value, excluded):
    near = nearness(reach("Kota Bandung", ("Taiwan", "Kota Semarang")), Spots.of(["Kota Semarang", text]))[1]

    assert (near.value, near.excluded) == (value, excluded)


def test_of_several_areas_the_one_that_suits_best_is_shown():
    near = nearness(reach("Kota Bandung", ()), Spots.of(["Medan dan Kota Bandung"]))[0]

    assert near.where == area("32.73")
    assert near.km == 0.0


def test_a_person_who_named_no_place_is_near_everything():
    near = nearness(reach(None, ()), Spots.of(["Kota Medan", ""]))

    assert near.value.tolist() == [1.0, 1.0]
    assert near[0].where is None


def test_places_put_behind_others_are_not_told_twice():
    both, numbers = Spots.of(["Medan", "Solo"]).behind(Spots.of(["Solo", "Bandung"]))

    assert both.texts == ("Solo", "Bandung", "Medan")
    assert numbers.tolist() == [2, 0]
