"""What holds of every score, for any person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.profile import Profile

_WORKS = ("operator jahit", "satpam", "perawat", "kasir", "web developer", "tukang las", "apa saja", "")
_TEXTS = ("", "jangan sales", "cari kasir/pramuniaga", "kerja apa saja selain satpam", "tidak mau shift malam")
_PEOPLE = st.builds(
    Profile,
    id=st.just("contoh"),
    last_occupation=st.sampled_from(_WORKS),
    experience_years=st.none() | st.floats(0, 40),
    education=st.none() | st.sampled_from(("SD", "SMP", "SMA", "D3", "S1")),
    skills=st.lists(st.sampled_from(("jahit", "excel", "php", "obras")), max_size=2).map(tuple),
    region=st.none() | st.sampled_from(("Kota Bandung", "Sukabumi", "Jakarta Timur")),
    willing_regions=st.lists(st.sampled_from(("Jawa Barat", "seluruh Indonesia", "remote")), max_size=2).map(tuple),
    wage_expectation_min=st.none() | st.integers(1_000_000, 20_000_000),
    age=st.none() | st.integers(17, 60),
    free_text=st.sampled_from(_TEXTS),
    disliked=st.lists(st.sampled_from(("too_far", "low_wage", "wrong_hours", "already_applied")), max_size=2).map(
        tuple
    ),
    priorities=st.lists(st.sampled_from(("near", "pay", "hours")), max_size=2).map(tuple),
)


@given(_PEOPLE, st.booleans())
def test_the_parts_add_up_to_the_score(matcher, person, with_rules):
    for one in matcher.rank(person, 0, with_rules=with_rules):
        assert sum(part.value * part.weight for part in one.parts) == pytest.approx(one.score, abs=1e-8)
        assert all(0.0 <= part.value <= 1.0 for part in one.parts)
        assert with_rules or one.score >= 0


@given(_PEOPLE)
def test_what_fits_comes_before_everything_that_is_ruled_out(matcher, person):
    fates = [one.ruled_out for one in matcher.rank(person, 0)]

    assert fates == sorted(fates)


@given(_PEOPLE)
def test_explaining_one_offer_agrees_with_the_ranking(matcher, person):
    best = matcher.rank(person, 1)[0]
    told = matcher.why(person, best.offer_id)

    assert (told.score, told.parts, told.reasons, told.missing) == (best.score, best.parts, best.reasons, best.missing)
    assert (told.lift > 0) == (told.would_help is not None)


@given(_PEOPLE)
def test_one_offer_scored_alone_gets_what_the_ranking_gives(matcher, person):
    ranked = {one.offer_id: one.score for one in matcher.rank(person, 0)}

    for offer_id in ("V01", "V07", "V14"):
        assert matcher.people_for(offer_id, [person]) == [(person.id, ranked[offer_id])]
