"""What people type when they look for work."""

import pytest

from matching.places import PlaceKind
from matching.query import parse


@pytest.mark.parametrize(
    ("text", "group", "place"),
    [
        ("loker gudang karawang", "4321", "32.15"),
        ("any warehouse vacancies near Bekasi?", "4321", "32.75"),
        ("tukang batu malang", "7112", "35.73"),
        ("welder batam dong", "7212", "21.71"),
        ("operator jahit di sukabumi", "8153", "32.02"),
        ("loker karwang gudang", "4321", "32.15"),
    ],
)
def test_a_search_names_an_occupation_and_a_place(text, group, place):
    query = parse(text)

    assert query.occupations[0].code == group
    assert place in query.place.codes
    assert query.remainder == ()


def test_schooling_is_read_from_a_search():
    query = parse("cariin kerjaan lulusan smp deket tangerang")

    assert query.education == "SMP"
    assert query.place.kind is PlaceKind.CHOICE
    assert query.occupations == ()


def test_a_search_abroad_becomes_a_profile_for_that_country():
    profile = parse("kerja caregiver taiwan").as_profile()

    assert profile.willing_regions == ("Taiwan",)
    assert "caregiver" in profile.last_occupation


def test_an_empty_search_is_empty():
    query = parse("loker")

    assert (query.words, query.occupations, query.place.kind) == ((), (), PlaceKind.NONE)
