"""The wage on a card: the fields first, then what the advertisement's own words promise, never more than they do."""

import pytest

from bot.screens.vacancy_lines import wage
from bot.texts.catalogue import Texts
from matching.profile import Kind, Opportunity


@pytest.mark.parametrize(
    ("location", "description", "fields", "said"),
    [
        ("Karawang", "gaji UMK", {"wage_min": 5_000_000}, "Rp5.000.000"),
        ("Karawang", "gaji UMK", {}, "setara UMK, Rp5.886.853 (2026)"),
        ("Kota Medan", "gaji UMK", {}, "setara UMK"),
        ("Kota Medan", "gapok UMP", {}, "setara UMP, Rp3.228.949 (2026)"),
        ("Remote", "gapok UMP", {}, "setara UMP"),
        ("Karawang", "gaji 4,5 jt", {}, "Rp4.500.000"),
        ("Karawang", "", {}, "gaji tidak disebut"),
    ],
)
def test_a_wage_is_said_as_the_advertisement_says_it(location, description, fields, said):
    offer = Opportunity("A", Kind.VACANCY, "Staf Gudang", "PT Contoh", location, description, **fields)

    assert wage(Texts("id"), offer) == said
