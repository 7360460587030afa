"""NIK, KPJ and phone numbers as people type them: read into one form, shown by their last four at most."""

import pytest

from jkp.membership import identifiers

NIK = "3404014107900001"  # made up: district 34.04.01, born on 1 July 1990, a woman, serial 0001
KPJ = "99000000001"
PHONE = "+6281200000001"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (NIK, NIK),
        ("34.04.01.410790.0001", NIK),
        (NIK[:-4] + "0000", None),
        ("9904014107900001", None),
        ("3404013902900001", None),
        (NIK[:-1], None),
        ("abc", None),
    ],
)
def test_a_nik_must_be_able_to_exist(text, number):
    assert identifiers.nik(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("081200000001", PHONE),
        ("81200000001", PHONE),
        ("+62 812-0000-0001", PHONE),
        ("+852 5123 4567", "+85251234567"),
        ("0812", None),
        ("telepon", None),
    ],
)
def test_phone_numbers_become_international(text, number):
    assert identifiers.phone(text) == number


def test_identifiers_are_shown_by_their_last_four_at_most():
    assert identifiers.kpj("99 0000-00001") == KPJ
    assert identifiers.kpj("99") is None
    assert identifiers.mask(NIK) == "•••0001"
    assert identifiers.mask("1234") == "•••"
    assert identifiers.mask_numbers(f"x {NIK} y 0812-0000-0001 z 2026") == "x •••0001 y •••0001 z 2026"
