"""Conditions in the words of an advertisement."""

import csv
from datetime import date
from importlib.resources import files

import pytest

from matching.matcher import Matcher
from matching.minimum_wages import Minimum, minimum_at, minimum_wage, newest_year
from matching.places import find
from matching.profile import Kind, Opportunity, Profile
from matching.stated import Stated, stated, wished_wage


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Pendidikan minimal SMA/SMK", Stated(education=3)),
        ("min. lulusan S1 Akuntansi, usia maksimal 30 tahun", Stated(education=7, age_max=30)),
        ("umur 20 - 35 tahun", Stated(age_max=35)),
        ("pengalaman di bidang yang sama minimal 2 tahun", Stated(experience=2)),
        ("gaji Rp 4.500.000 per bulan", Stated(wage=4_500_000)),
        ("gaji 4,5jt", Stated(wage=4_500_000)),
        ("gaji UMK Karawang, ada mess", Stated(minimum=Minimum.REGENCY)),
        ("salary setara UMR", Stated(minimum=Minimum.REGENCY)),
        ("gapok di atas UMP", Stated(minimum=Minimum.PROVINCE)),
        ("upah sesuai upah minimum provinsi", Stated(minimum=Minimum.PROVINCE)),
        ("gaji UMK, sekitar gaji 5 jt", Stated(wage=5_000_000, minimum=Minimum.REGENCY)),
        ("magang, uang saku di bawah UMK", Stated()),
        ("menguasai perhitungan UMR dan pajak", Stated()),
        ("mendampingi UMKM binaan", Stated()),
        ("bersedia kerja shift", Stated(has_shifts=True)),
        ("lowongan gudang di Karawang", Stated()),
    ],
)
def test_conditions_are_read_from_the_text(text, meant):
    assert stated(text) == meant


@pytest.mark.parametrize(
    ("place", "regency", "province"),
    [
        ("Kabupaten Karawang", 5_886_853, 2_317_601),
        ("Bandung", 3_972_202, 2_317_601),  # the lower of the kabupaten and the kota
        ("Jakarta Timur", 5_729_876, 5_729_876),  # one for all of Jakarta
        ("Jawa Barat", None, 2_317_601),
        ("Kota Medan", None, 3_228_949),  # not in the table: unknown, not the province's
        ("Remote", None, None),
        ("Taiwan", None, None),
        ("", None, None),
    ],
)
def test_the_minimum_wage_is_the_one_of_the_place(place, regency, province):
    assert [minimum_at(find(place), kind) for kind in Minimum] == [regency, province]


def test_the_figures_of_provinces_are_those_that_the_figures_page_shows():
    text = (files("labour_market") / "data" / "ump_by_province.csv").read_text(encoding="utf-8")
    shown = {
        row["province_code"]: int(float(row["ump_idr_month"]))
        for row in csv.DictReader(text.splitlines())
        if int(row["year"]) == newest_year()
    }

    assert {code: minimum_wage(code, Minimum.PROVINCE) for code in shown} == shown
    assert len(shown) == 38


@pytest.mark.parametrize(
    ("text", "home", "amount"),
    [
        ("mau kerja gudang, gaji UMK", "Kabupaten Karawang", 5_886_853),
        ("UMR", "Kota Medan", 3_228_949),  # what is asked for is at least the province's
        ("minta gaji 4,5 jt", "", 4_500_000),
        ("gaji UMK", "", None),
        ("apa saja", "Kabupaten Karawang", None),
    ],
)
def test_a_wish_in_words_is_read_as_a_wage(text, home, amount):
    assert wished_wage(text, find(home)) == amount


def test_the_minimum_wage_meets_and_misses_an_expectation_and_an_unknown_one_does_neither():
    matcher = Matcher.fit(
        [
            Opportunity("A", Kind.VACANCY, "Staf Gudang", "PT Contoh", "Kabupaten Karawang", "gaji UMK"),
            Opportunity("B", Kind.VACANCY, "Staf Gudang", "PT Contoh", "Kabupaten Ciamis", "gaji UMK"),
            Opportunity("C", Kind.VACANCY, "Staf Gudang", "PT Contoh", "Kota Medan", "gaji UMK"),
        ],
        date(2026, 11, 23),
    )
    anywhere = ("seluruh Indonesia",)
    told = Profile("contoh", "staf gudang", willing_regions=anywhere, wage_expectation_min=5_500_000)
    asked = Profile(
        "contoh", "staf gudang", willing_regions=anywhere, region="Kabupaten Karawang", free_text="gaji UMK"
    )

    for person in (told, asked):
        missed = {one.offer_id: [code for code, _ in one.missing] for one in matcher.rank(person)}

        assert missed == {"A": [], "B": ["wage_low"], "C": []}
