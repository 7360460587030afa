"""What a person says no to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.matcher import Matcher
from matching.profile import Kind, Opportunity, Profile
from matching.refusals import apart

_DAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("apa saja asal jangan sales", "sales"),
        ("kerja apa aja selain satpam, yang penting dekat", "satpam"),
        ("gak mau jadi kurir tapi mau gudang", "jadi kurir"),
        ("cari admin gudang", ""),
        ("anything but not driver", "sopir"),
    ],
)
def test_a_refusal_is_taken_out_of_the_text(text, refused):
    assert apart(text).refused == refused


def test_what_follows_a_refusal_is_still_wanted():
    assert "gudang" in apart("gak mau jadi kurir tapi mau gudang").wanted


@given(st.sampled_from(["sales", "kurir", "satpam", "kasir", "sopir truk", "operator jahit"]))
def test_refused_work_is_never_worth_showing(work):
    offers = [
        Opportunity(id="A", kind=Kind.VACANCY, title=work),
        Opportunity(id="B", kind=Kind.VACANCY, title="Barista"),
    ]
    person = Profile(id="contoh", last_occupation="barista", free_text=f"mau apa saja, jangan {work}")

    ranked = {one.offer_id: one for one in Matcher.fit(offers, _DAY).rank(person, 0)}

    assert ranked["A"].ruled_out
    assert ranked["B"].fits


def test_refused_shifts_lower_an_offer_that_has_them():
    offers = [
        Opportunity(id="A", kind=Kind.VACANCY, title="Perawat", description="kerja shift malam"),
        Opportunity(id="B", kind=Kind.VACANCY, title="Perawat", description="kerja pagi hari"),
    ]
    person = Profile(id="contoh", last_occupation="perawat", free_text="jangan shift malam")

    assert [one.offer_id for one in Matcher.fit(offers, _DAY).rank(person, 0)] == ["B", "A"]
