"""Everyday titles, groups and their closeness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.occupations import closeness, groups, occupations, title


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("opr jahit", "8153"),
        ("Supir Truk", "8332"),
        ("satpam", "5414"),
        ("Security", "5414"),
        ("Anggota Satpam Gedung", "5414"),
        ("ADMIN GUDANG (Penempatan Karawang)", "4321"),
        ("teller bank", "4211"),
        ("operatr jahit", "8153"),
    ],
)
def test_a_title_finds_its_group(text, code):
    assert occupations(text)[0].code == code


@pytest.mark.parametrize(
    "text", ["IT Security", "Security Engineer", "Cyber Security Specialist", "Security Researcher"]
)
def test_security_in_information_technology_is_no_satpam(text):
    assert "5414" not in {one.code for one in occupations(text)}


def test_the_category_of_an_advertisement_casts_doubt_on_a_word_with_two_meanings():
    found = occupations("Security", beside="Teknologi Informasi & Komunikasi")

    assert found[0].sureness < occupations("Security", beside="Jasa Keamanan")[0].sureness


@pytest.mark.parametrize(
    ("text", "first"), [("Admin Servis AC", "4110"), ("Sales Motor", "3322"), ("Staf Admin Gudang", "4321")]
)
def test_the_head_of_a_title_says_what_the_work_is(text, first):
    assert occupations(text)[0].code == first


def test_linked_titles_are_both_meant():
    assert [one.code for one in occupations("Sales & Driver")] == ["3322", "8322"]


def test_a_misspelt_word_inside_a_longer_title_is_read():
    assert occupations("posisi penerjamah mandarin", guess=False)[0].code == "2643"


def test_a_generic_word_among_others_is_less_sure_than_alone():
    assert occupations("Quality Planner")[0].sureness < occupations("Quality")[0].sureness


def test_nonsense_names_no_occupation():
    assert occupations("qwertyuiop asdf") == ()


def test_closeness_is_full_in_a_group_and_falls_with_distance():
    assert closeness("8153", "8153") == 1.0
    assert closeness("8153", "7531") > closeness("8153", "8189") > closeness("8153", "2512")


@given(st.sampled_from(groups()), st.sampled_from(groups()))
def test_closeness_is_the_same_both_ways(one, other):
    assert closeness(one, other) == closeness(other, one)
    assert 0.0 <= closeness(one, other) <= 1.0


def test_every_group_of_the_list_has_a_plain_title():
    assert title("8153") == "operator jahit"
    assert title("0000") == ""
