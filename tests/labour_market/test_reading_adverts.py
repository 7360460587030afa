"""Single things an advertisement says, and how a typed correction is read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_market.adverts import reading
from labour_market.adverts.demands import demands, without
from labour_market.adverts.field import Name
from labour_market.adverts.typed import labelled, typed

DAY = date(2026, 11, 22)  # a Sunday


def value(text: str, name: Name) -> str:
    return reading.read(text, DAY).value(name)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("Gaji 4,5jt", "4500000", ""),
        ("Gaji Rp 3.000.000 s/d Rp 3.500.000", "3000000", "3500000"),
        ("upah 2 - 2,5 juta/bln", "2000000", "2500000"),
        ("gaji 130rb/hari", "3250000", ""),
        ("gaji 700 ribu per minggu", "2800000", ""),
        ("gaji 12rb/jam", "", ""),
        ("gaji 1,5 + bonus", "", ""),
        ("biaya pendaftaran Rp 500.000", "", ""),
        ("Gaji nego", "", ""),
    ],
)
def test_a_wage_is_read_by_the_month(words, low, high):
    text = f"Dibutuhkan kasir di Kota Bekasi\n{words}\nWA 081200009999"

    assert (value(text, Name.WAGE_MIN), value(text, Name.WAGE_MAX)) == (low, high)


@pytest.mark.parametrize(
    ("words", "day", "sure"),
    [
        ("s/d 30 Nov", "2026-11-30", True),
        ("paling lambat Jumat", "2026-11-27", False),
        ("ditutup 5/1", "2027-01-05", True),
        ("deadline Dec 8, 2026", "2026-12-08", True),
        ("sampai tgl 20 November 2026", "2026-11-20", False),
        ("usia 18 s/d 30 tahun", "", False),
    ],
)
def test_a_closing_day_is_the_next_one_and_a_passed_one_is_doubted(words, day, sure):
    found = reading.read(f"Dibutuhkan kasir\n{words}", DAY).fields.get(Name.CLOSES)

    assert (found.value if found else "") == day
    assert found is None or found.sure is sure


def test_a_place_that_two_regencies_share_is_never_sure():
    found = reading.read("Dibutuhkan kasir\nPenempatan: Bandung\nWA 081200009999", DAY).fields[Name.PLACE]

    assert found.value == "32.04+32.73"
    assert not found.sure


def test_demands_that_say_nothing_about_the_work_stay_out_of_what_is_kept():
    text = "Dibutuhkan kasir\nWanita muslimah, belum menikah, berpenampilan menarik\nmin SMA"

    assert demands(text) == ("gender", "looks", "religion", "marital")
    assert "muslim" not in without(text).casefold()
    assert "wanita" not in reading.read(text, DAY).description.casefold()
    assert demands("Pria/Wanita, gaji menarik") == ()


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        (Name.PLACE, "kab sukoharjo", "33.11"),
        (Name.WAGE_MIN, "3,5 jt", "3500000"),
        (Name.WAGE_MIN, "2750000", "2750000"),
        (Name.EDUCATION, "sma/smk", "SMA"),
        (Name.AGE, "35 tahun", "35"),
        (Name.EXPERIENCE, "1,5 tahun", "1.5"),
        (Name.CLOSES, "30 nov", "2026-11-30"),
        (Name.LINK, "karir.example/daftar", "https://karir.example/daftar"),
        (Name.OPENINGS, "5 orang", "5"),
    ],
)
def test_a_typed_correction_is_read_as_people_write_it(name, written, read):
    assert next(one.value for one in typed(name, written, DAY)) == read


@pytest.mark.parametrize(
    ("name", "written"),
    [(Name.PLACE, "entah di mana itu"), (Name.WAGE_MIN, "lumayan"), (Name.AGE, "tua"), (Name.CLOSES, "nanti")],
)
def test_a_correction_that_cannot_be_read_is_asked_again(name, written):
    assert typed(name, written, DAY) is None


def test_a_dash_empties_a_field_and_a_label_says_which_field_is_meant():
    assert typed(Name.CLOSES, "-", DAY) == []
    assert labelled("Gaji: 3,5 jt") == (Name.WAGE_MIN, "3,5 jt")
    assert labelled("Halo: apa kabar") is None


@given(st.text(max_size=600))
def test_any_text_can_be_read(text):
    found = reading.read(text, DAY)

    assert all(one.value for one in found.fields.values())
