"""Made-up people and offers for the matching tests; none of them exists."""

from dataclasses import replace
from datetime import date

import pytest

from matching.matcher import Matcher
from matching.profile import Kind, Opportunity, Profile

DAY = date(2026, 1, 31)

OFFERS = (
    ("V01", "Operator Jahit", "Kab. Sukabumi, Jawa Barat", {"education_min": "SMP", "wage_min": 3_300_000}),
    ("V02", "Operator Jahit Garmen", "Kab. Boyolali, Jawa Tengah", {}),
    ("V03", "Staf Gudang", "Karawang", {"education_min": "SMA", "age_max": 30}),
    ("V04", "Admin Gudang", "Tangerang", {"wage_min": 4_500_000, "wage_max": 5_000_000}),
    ("V05", "IT Security", "Jakarta Timur", {"category": "Teknologi Informasi"}),
    ("V06", "Security Engineer", "Jakarta", {}),
    ("V07", "Satpam", "Jakarta Timur", {"education_min": "SMA"}),
    ("V08", "Anggota Security Pabrik", "Cikarang, Bekasi", {"age_max": 35}),
    ("V09", "Perawat", "Kota Semarang, Jawa Tengah", {"education_min": "D3"}),
    ("V10", "Perawat", "KOTA SEMARANG, JAWA TENGAH", {"education_min": "D3", "contract_type": "Magang"}),
    ("V11", "Kasir Toko", "Kota Bandung", {"wage_max": 1_500_000}),
    ("V12", "Sopir Truk", "", {}),
    ("V13", "Staff Accounting", "Jakarta Barat", {"education_min": "S1", "experience_years_min": 5.0}),
    ("V14", "Web Developer", "Remote", {"skills": ("php", "mysql")}),
    ("V15", "Juru Las", "Taiwan", {}),
    ("V16", "Helper Jahit", "Kab. Sukabumi", {"closes": date(2026, 1, 1)}),
)


def an_offer(number: str, title: str, location: str, **facts: object) -> Opportunity:
    return replace(Opportunity(id=number, kind=Kind.VACANCY, title=title, location=location), **facts)


@pytest.fixture(scope="session")
def offers():
    return tuple(an_offer(number, title, place, **facts) for number, title, place, facts in OFFERS)


@pytest.fixture(scope="session")
def matcher(offers):
    return Matcher.fit(offers, DAY)


@pytest.fixture(scope="session")
def guard():
    return Profile(
        id="contoh-satpam",
        last_occupation="satpam",
        education="SMA",
        experience_years=9,
        region="Jakarta Timur",
        willing_regions=("Jakarta", "Bekasi"),
        age=40,
        free_text="security pabrik, punya gada pratama",
    )


@pytest.fixture(scope="session")
def seamstress():
    return Profile(
        id="contoh-penjahit",
        last_occupation="operator jahit",
        education="SMP",
        experience_years=8,
        region="Kab. Sukabumi, Jawa Barat",
        willing_regions=("Jawa Barat",),
        wage_expectation_min=3_200_000,
        age=34,
    )


@pytest.fixture(scope="session")
def nurse():
    return Profile(
        id="contoh-perawat",
        last_occupation="perawat",
        education="D3",
        experience_years=4,
        region="Kota Semarang",
        willing_regions=("Jawa Tengah",),
        age=27,
    )
