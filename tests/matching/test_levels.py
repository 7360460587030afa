"""The level of a job in its wording."""

import pytest

from matching.levels import WORKER, level_of


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ("HR Manager Intern", "Helper Gudang"),
        ("Helper Gudang", "Staf Gudang"),
        ("Staf Gudang", "Supervisor Gudang"),
        ("Asisten Kepala Gudang", "Kepala Gudang"),
        ("Account Manager", "Sales Manager"),
        ("Sales Manager", "Direktur Penjualan"),
    ],
)
def test_levels_stand_in_their_order(lower, higher):
    assert level_of(lower) < level_of(higher)


def test_plain_work_has_the_level_of_a_worker():
    assert level_of("asisten rumah tangga") == level_of("Perawat") == WORKER
