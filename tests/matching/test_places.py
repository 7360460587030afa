"""Places as people and advertisements write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.places import PlaceKind, area, countries, distance_km, find, nearest, provinces, regencies, zone


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kab. Sukabumi, Jawa Barat", "32.02"),
        ("KOTA YOGYAKARTA, DAERAH ISTIMEWA YOGYAKARTA", "34.71"),
        ("Solo", "33.72"),
        ("Surakarta / Solo", "33.72"),
        ("Cikarang, Bekasi", "32.16"),
        ("Cibinong", "32.01"),
        ("Karawang Regency", "32.15"),
        ("KOTA ADM. JAKARTA SELATAN", "31.74"),
        ("jaksel", "31.74"),
        ("Bandung Kota", "32.73"),
        ("Bandung Barat", "32.17"),
        ("Badung, Bali", "51.03"),
        ("Medan Satria, Bekasi, Jawa Barat", "32.75"),
        ("Tanjungpinang", "21.72"),
        ("Gunung Kidul", "34.03"),
        ("33.11", "33.11"),
    ],
)
def test_a_place_is_understood_as_it_is_written(text, code):
    found = find(text)

    assert found.kind is PlaceKind.AREA
    assert found.area
    assert found.area.code == code


@pytest.mark.parametrize(("text", "code"), [("Jakarta Raya", "31"), ("DKI", "31"), ("Jogja", "34"), ("Jatim", "35")])
def test_a_province_is_known_by_its_everyday_name(text, code):
    found = find(text)

    assert found.kind is PlaceKind.PROVINCE
    assert found.codes == {code}


@pytest.mark.parametrize("text", ["Bandung", "Bogor", "Cirebon", "Tangerang, Banten", "Malang"])
def test_a_name_that_a_kabupaten_and_a_kota_share_is_asked_back(text):
    found = find(text)

    assert found.kind is PlaceKind.CHOICE
    assert {one.kind for one in found.areas} == {"kabupaten", "kota"}


def test_every_shared_short_name_is_asked_back():
    names = [one.short_name for one in regencies()]
    shared = {name for name in names if names.count(name) > 1 and find(name).kind is not PlaceKind.PROVINCE}

    asked = {name for name in shared if find(name).kind is PlaceKind.CHOICE}

    assert shared
    assert asked == shared


@pytest.mark.parametrize("text", ["Depok Sleman", "Depok, Sleman", "Kapanewon Depok, Sleman, DI Yogyakarta"])
def test_depok_in_sleman_is_not_the_kota_of_depok(text):
    found = find(text)

    assert found.codes == {"34.04"}
    assert found.district == "Depok"


def test_depok_alone_is_the_kota():
    assert find("Depok").codes == {"32.76"}


def test_several_places_in_one_text_are_all_meant():
    found = find("dekat boyolali solo")

    assert found.kind is PlaceKind.SEVERAL
    assert found.codes == {"33.09", "33.72"}


def test_jabodetabek_means_jakarta_and_the_towns_around_it():
    found = find("jabodetabek")

    assert found.kind is PlaceKind.SEVERAL
    assert {"31", "32.76", "36.71", "32.16"} <= found.codes


@pytest.mark.parametrize(("text", "code"), [("karwang", "32.15"), ("purwakerto", "33.02"), ("surabya", "35.78")])
def test_a_typo_is_read_through_and_said_so(text, code):
    found = find(text)

    assert found.guessed
    assert found.codes == {code}


def test_abroad_names_the_country_and_the_city():
    found = find("Kuala Lumpur, Malaysia")

    assert found.kind is PlaceKind.ABROAD
    assert found.country
    assert (found.country.iso2, found.city) == ("MY", "Kuala Lumpur")


def test_the_language_of_a_country_is_not_the_country():
    assert find("guru bahasa jepang").kind is PlaceKind.NONE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("seluruh Indonesia", PlaceKind.ANYWHERE),
        ("dimana saja", PlaceKind.ANYWHERE),
        ("WFH", PlaceKind.REMOTE),
        ("", PlaceKind.NONE),
        ("kota", PlaceKind.NONE),
    ],
)
def test_anywhere_remote_and_nothing_are_told_apart(text, kind):
    assert find(text).kind is kind


def test_remote_beside_a_place_keeps_both():
    found = find("Jakarta (remote)")

    assert found.remote
    assert found.codes == {"31"}


def test_all_areas_are_inside_indonesia_and_have_a_zone():
    places = [*provinces(), *regencies()]

    assert (len(provinces()), len(regencies())) == (38, 514)
    assert all(-11.1 < one.lat < 6.1 and 95 < one.lon < 141.1 and one.zone.startswith("Asia/") for one in places)


def test_zones_are_known_at_home_and_abroad():
    assert zone("33.11") == "Asia/Jakarta"
    assert zone("91") == "Asia/Jayapura"
    assert zone("TW") == "Asia/Taipei"
    assert zone("00.00") is None


def test_the_nearest_regency_and_distances_are_plausible():
    jakarta, bandung = nearest(-6.2, 106.83), area("32.73")

    assert jakarta.code.startswith("31")
    assert bandung
    assert 100 < distance_km(jakarta, bandung) < 150


def test_destination_countries_have_cities():
    assert all(one.cities and one.zone for one in countries())


@given(st.text(max_size=60))
def test_any_text_has_an_answer(text):
    found = find(text)

    assert bool(found.areas) == (
        found.kind in {PlaceKind.AREA, PlaceKind.CHOICE, PlaceKind.PROVINCE, PlaceKind.SEVERAL}
    )
