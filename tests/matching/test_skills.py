"""Skills from free text."""

from matching.skills import all_skills, skills


def test_two_names_of_one_skill_are_one():
    assert skills("stock opname") == skills("stok barang") == {"stok opname"}


def test_being_willing_is_not_a_skill():
    assert skills("bersedia ditempatkan di mana saja") == frozenset()


def test_the_list_is_ordered_and_without_doubles():
    assert list(all_skills()) == sorted(set(all_skills()))
