"""Conditions in the words of an advertisement."""

import pytest

from matching.stated import Stated, stated


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Pendidikan minimal SMA/SMK", Stated(education=3)),
        ("min. lulusan S1 Akuntansi, usia maksimal 30 tahun", Stated(education=7, age_max=30)),
        ("umur 20 - 35 tahun", Stated(age_max=35)),
        ("pengalaman di bidang yang sama minimal 2 tahun", Stated(experience=2)),
        ("gaji Rp 4.500.000 per bulan", Stated(wage=4_500_000)),
        ("gaji 4,5jt", Stated(wage=4_500_000)),
        ("bersedia kerja shift", Stated(has_shifts=True)),
        ("lowongan gudang di Karawang", Stated()),
    ],
)
def test_conditions_are_read_from_the_text(text, meant):
    assert stated(text) == meant
