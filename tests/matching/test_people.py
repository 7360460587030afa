"""One offer held against many people gives exactly what ranking for each of them gives."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.matcher import Matcher
from matching.profile import Kind, Opportunity, Profile

DAY = date(2026, 1, 31)
OFFERS = st.lists(
    st.builds(
        Opportunity,
        id=st.just(""),
        kind=st.sampled_from((Kind.VACANCY, Kind.VACANCY, Kind.COURSE)),
        title=st.sampled_from(("Operator Jahit", "Satpam", "Staf Gudang", "Tukang Xyzzy", "Admin Magang")),
        location=st.sampled_from(("Kota Bandung", "Jakarta Timur", "", "Remote", "Taiwan", "Bandung", "Jawa Barat")),
        description=st.sampled_from(("", "jahit kemeja", "jaga malam shift", "satpam pabrik")),
        skills=st.sampled_from(((), ("excel",), ("jahit", "obras"))),
        education_min=st.sampled_from((None, "SMA", "S1")),
        age_max=st.sampled_from((None, 25)),
        wage_max=st.sampled_from((None, 2_000_000)),
        contract_type=st.sampled_from(("", "", "Magang")),
        closes=st.sampled_from((None, None, DAY - timedelta(1))),
    ),
    min_size=1,
    max_size=12,
).map(lambda some: [replace(one, id=f"O{number:02d}") for number, one in enumerate(some)])
PEOPLE = st.lists(
    st.builds(
        Profile,
        id=st.just(""),
        last_occupation=st.sampled_from(("operator jahit", "satpam", "kepala gudang", "xyzzy", "")),
        experience_years=st.sampled_from((None, 0.0, 7.0)),
        education=st.sampled_from((None, "SMP", "S1")),
        skills=st.sampled_from(((), ("jahit",), ("excel", "obras"))),
        region=st.sampled_from((None, "Kota Bandung", "Jakarta Timur")),
        willing_regions=st.sampled_from(((), ("Jawa Barat",), ("seluruh Indonesia",), ("Taiwan",))),
        wage_expectation_min=st.sampled_from((None, 3_000_000)),
        age=st.sampled_from((None, 30)),
        free_text=st.sampled_from(("", "jangan satpam", "mau jahit", "satpam pabrik jaga malam")),
        excluded_ids=st.sampled_from((frozenset(), frozenset({"O00"}))),
        priorities=st.sampled_from(((), ("near",))),
    ),
    max_size=12,
).map(lambda some: [replace(one, id=f"P{number:02d}") for number, one in enumerate(some)])


@settings(max_examples=80, deadline=None)
@given(OFFERS, PEOPLE, st.sampled_from((1, 3, 60)))
def test_many_people_get_the_score_that_ranking_gives_each(offers, people, top):
    ready = Matcher.fit(offers, DAY)
    ranked = [(one.id, score) for one in people for offer, score in ready.scores(one, 0) if offer == "O00"]
    ranked.sort(key=lambda one: (-one[1], one[0]))

    assert ready.people_for("O00", people, 0) == ranked
    assert ready.people_for("O00", people, top) == ranked[:top]
    assert ready.fitting_people("O00", people) == [one for one in ranked if one[1] >= 0]
