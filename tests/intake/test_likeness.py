"""What is asked about: typos and moved days; what is not: other words, other numbers, other days."""

import pytest

from intake.difference import Keyed
from intake.likeness import Alike, Known, Traits, find

NAME = "las listrik posisi datar"


ALIKE = Alike("maker", "name", "day")


def row(number: int, name: str, maker: str = "blk contoh", day: str = "2027-01-05") -> Keyed:
    return Keyed(number, f"{maker}|{name}|{day}", name, "dinas", {"maker": maker, "name": name, "day": day})


def stands(name: str = NAME, maker: str = "blk contoh", day: str = "2027-01-05") -> Known:
    return Known(f"{maker}|{name}|{day}", name, Traits(maker, name, day))


@pytest.mark.parametrize(
    ("new", "is_asked"),
    [
        (row(2, "las lisrtik posisi datar"), True),
        (row(2, "las listrik posisi datar "), True),
        (row(2, NAME, maker="blk cotnoh"), True),
        (row(2, NAME, day="2027-01-12"), True),
        (row(2, NAME, day="2027-02-12"), False),
        (row(2, "las listrik posisi tegak"), False),
        (row(2, "las listrik posisi datar 2"), False),
        (row(2, "las listrik posisi datar ii"), False),
        (row(2, NAME, maker="lpk lainnya"), False),
        (row(2, "barista"), False),
    ],
)
def test_a_new_row_is_asked_about_only_when_spelling_or_a_moved_day_may_be_all_there_is(new, is_asked):
    assert bool(find([new], [stands()], ALIKE)) is is_asked


def test_a_row_that_the_file_holds_too_has_not_moved_but_may_be_misspelt_beside_itself():
    new = [row(2, NAME, day="2027-01-12"), row(3, "las lisrtik posisi datar")]

    found = find(new, [stands()], ALIKE, present={stands().key})

    assert [(one.row.number, one.other.label) for one in found] == [(3, NAME)]


def test_two_rows_of_a_file_are_asked_about_once_at_the_later_one():
    found = find([row(2, NAME), row(3, "las lisrtik posisi datar")], [], ALIKE)

    assert [(one.row.number, one.other.number) for one in found] == [(3, 2)]
    assert found[0].id == find([row(2, NAME), row(3, "las lisrtik posisi datar")], [], ALIKE)[0].id


def test_thousands_of_rows_of_one_day_are_parted_by_their_maker():
    many = [row(number, f"kursus {number}", maker=f"blk {number % 50}") for number in range(2, 2000)]

    assert find([*many, row(5000, "kursus 7 ", maker="blk 7")], [], ALIKE) != []
