"""Private numbers are masked wherever they are typed; money and dates stay readable."""

import pytest

from bot.services import masking


@pytest.mark.parametrize(
    ("words", "shown", "identity"),
    [
        ("nik 3311014505900001", "nik •••0001", True),
        ("NIK3311 0145 0590 0001 ya", "NIK•••0001 ya", True),
        ("33.11.01.450590.0001", "•••0001", True),
        ("kpj 19000000001", "kpj •••0001", True),
        ("17 angka 33110145059000011", "17 angka •••0011", True),
        ("hp 081234567890", "hp •••7890", False),
        ("wa +62 812-3456-7890", "wa •••7890", False),
        ("6281234567890", "•••7890", False),
        ("kantor 0271 123456", "kantor •••3456", False),
        ("+852 6773 0466", "•••0466", False),
    ],
)
def test_what_identifies_or_calls_somebody_is_masked(words, shown, identity):
    assert masking.mask(words) == masking.Masked(shown, identity)


@pytest.mark.parametrize(
    "words",
    [
        "gaji 4.300.000 sebulan", "Rp4.300.000,00", "12,500,000 dan 3.000.000", "4300000", "25000000",
        "30/10/2026", "30-10-2026 sampai 30-11-2026", "30/10/2026-30/11/2026", "kontrak 30.10.2026", "2026-10-30",
        "2026-10-05/2026-10-31", "jam 08.30-16.00", "1500-630", "175", "12 bulan, 2025 sampai 2026",
    ],
)  # fmt: skip
def test_money_dates_and_hours_stay_readable(words):
    assert masking.mask(words) == masking.Masked(words, identity=False)


def test_a_number_to_call_that_staff_write_stays():
    assert masking.mask("telepon 0271 123456, bukan 19000000001", phones=False).words == (
        "telepon 0271 123456, bukan •••0001"
    )
