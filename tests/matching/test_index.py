"""The index answers as if every offer had been looked at, also after a change and when read back from a folder."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing import get_context
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import loops
from matching.letters import Letters, letters
from matching.matcher import Matcher
from matching.postings import Postings
from matching.profile import Kind, Opportunity, Profile
from matching.stored_index import StoredIndexError, load, save

DAY = date(2026, 1, 31)
TITLES = (
    "Operator Jahit",
    "Satpam",
    "Kasir",
    "Staf Gudang",
    "Manager Gudang",
    "Tukang Xyzzy",
    "Admin Magang",
    "Perawat",
)
PLACES = ("Kota Bandung", "Sukabumi", "Jakarta Timur", "", "Remote", "Taiwan", "Jabodetabek", "Jawa Tengah", "Bandung")
OFFER = st.builds(
    Opportunity,
    id=st.just(""),
    kind=st.sampled_from((Kind.VACANCY, Kind.VACANCY, Kind.VACANCY, Kind.COURSE)),
    title=st.sampled_from(TITLES),
    location=st.sampled_from(PLACES),
    description=st.sampled_from(("", "jahit kemeja", "jaga malam shift", "satpam pabrik", "kasir toko stock opname")),
    skills=st.lists(st.sampled_from(("excel", "jahit", "obras", "stock opname")), max_size=2).map(tuple),
    education_min=st.sampled_from((None, "SMP", "SMA", "S1")),
    experience_years_min=st.sampled_from((None, 1.0, 5.0)),
    age_max=st.sampled_from((None, 25, 45)),
    wage_max=st.sampled_from((None, 2_000_000, 6_000_000)),
    contract_type=st.sampled_from(("", "Magang")),
    posted=st.sampled_from((None, DAY - timedelta(3), DAY - timedelta(90))),
    closes=st.sampled_from((None, None, DAY - timedelta(1), DAY + timedelta(9))),
)
OFFERS = st.lists(OFFER, min_size=1, max_size=40).map(
    lambda some: [replace(one, id=f"O{number:03d}") for number, one in enumerate(some)]
)
PERSON = st.builds(
    Profile,
    id=st.just("contoh"),
    last_occupation=st.sampled_from(("operator jahit", "satpam", "kepala gudang", "apa saja", "xyzzy", "")),
    experience_years=st.sampled_from((None, 0.0, 7.0)),
    education=st.sampled_from((None, "SMP", "S1")),
    skills=st.lists(st.sampled_from(("jahit", "excel", "obras")), max_size=2).map(tuple),
    region=st.sampled_from((None, "Kota Bandung", "Jakarta Timur", "Jawa Barat")),
    willing_regions=st.lists(st.sampled_from(("Jawa Barat", "seluruh Indonesia", "Taiwan")), max_size=2).map(tuple),
    wage_expectation_min=st.sampled_from((None, 3_000_000)),
    age=st.sampled_from((None, 30)),
    free_text=st.sampled_from(("", "jangan sales", "jangan satpam", "mau kasir", "satpam pabrik jaga malam")),
    excluded_ids=st.sampled_from((frozenset(), frozenset({"O000", "O003", "nobody"}))),
    priorities=st.sampled_from(((), ("near",))),
)


@settings(max_examples=150, deadline=None)
@given(OFFERS, PERSON, st.sampled_from((1, 3, 10, 60)), st.booleans())
def test_the_best_are_the_best_of_all_offers(offers, person, top, with_rules):
    ready = Matcher.fit(offers, DAY)

    whole = ready.rank(person, 0, with_rules=with_rules)
    best = ready.rank(person, top, with_rules=with_rules)

    assert best == whole[:top]


@settings(max_examples=60, deadline=None)
@given(OFFERS, OFFERS, st.sets(st.integers(0, 39), max_size=5), PERSON)
def test_a_change_answers_as_a_new_fit_but_for_the_rarity_of_words(offers, others, gone, person):
    changed = [replace(one, id=f"O{3 * number:03d}") for number, one in enumerate(others)]
    leaving = {f"O{number:03d}" for number in gone}
    left = {one.id: one for one in offers if one.id not in leaving} | {one.id: one for one in changed}

    ready = Matcher.fit(offers, DAY).updated(changed, leaving)
    anew = Matcher.fit(list(left.values()), DAY)

    assert ready.rank(person, 5) == ready.rank(person, 0)[:5]
    assert tuple(ready.table.offers) == tuple(anew.table.offers)
    assert _without_text(ready, person) == _without_text(anew, person)


def _without_text(ready, person):
    judged = ready.judge(person)
    return {name: value.tolist() for name, value in judged.values.items() if name != "text"}


def test_a_change_that_changes_nothing_leaves_every_score_as_it_was(offers, matcher, guard, nurse):
    again = matcher.updated(offers[3:9])

    for person in (guard, nurse):
        assert again.rank(person, 0) == matcher.rank(person, 0)


def test_what_is_put_in_is_found_at_once_and_what_is_taken_out_is_not(matcher, guard):
    fresh = Opportunity(id="Z1", kind=Kind.VACANCY, title="Satpam Qwerty", location="Jakarta Timur")

    ready = matcher.updated([fresh], {"V07"})

    assert [one.offer_id for one in ready.rank(guard, 0) if one.fits] == ["Z1"]
    assert "V07" not in ready.rows
    assert matcher.rank(guard, 1)[0].offer_id == "V07"


@pytest.mark.parametrize(
    ("ours", "options"),
    [(str.split, {"analyzer": str.split}), (letters, {"analyzer": "char_wb", "ngram_range": (3, 5)})],
)
def test_likeness_is_the_cosine_of_scikit_learn(ours, options):
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = ["operator jahit jahit garmen", "a satpam", "kasir toko", "jahit", "satpam satpam jaga"]
    theirs = TfidfVectorizer(sublinear_tf=True, **options)
    matrix = theirs.fit_transform(texts)
    said = "jahit satpam satpam unknown"

    index = Postings.of(map(ours, texts))
    found = index.alike(index.asked(ours(said)))

    assert found == pytest.approx((matrix @ theirs.transform([said]).T).toarray().ravel(), abs=1e-9)


def test_letters_of_titles_are_compared_as_scikit_learn_compares_them():
    from sklearn.feature_extraction.text import TfidfVectorizer

    titles = ["operator jahit jahit garmen", "a satpam", "kasir toko", "jahit", "satpam satpam jaga"]
    theirs = TfidfVectorizer(sublinear_tf=True, analyzer="char_wb", ngram_range=(3, 5))
    matrix = theirs.fit_transform(titles)
    said = "jahit satpm satpam unknown"

    index = Letters.of(titles, np.ones(len(titles), dtype=np.int64))
    compared = index.asked(said).compared()
    found = compared.at(np.arange(len(titles)))

    assert found == pytest.approx((matrix @ theirs.transform([said]).T).toarray().ravel(), abs=1e-9)
    assert compared.best(0.1) == found.max()
    assert compared.best(0.99) == 0.99


def test_a_title_that_many_offers_have_counts_as_often():
    titles = ["satpam", "satpam", "kasir toko"]

    once = Letters.of(titles[1:], np.array([2, 1]))
    each = Letters.of(titles, np.array([1, 1, 1]))

    said = "satpam toko"
    assert once.asked(said).compared().at(np.arange(2)).tolist() == pytest.approx(
        each.asked(said).compared().at(np.arange(1, 3)).tolist(), abs=1e-12
    )


def test_an_index_read_back_from_a_folder_answers_the_same(tmp_path, matcher, offers, guard, nurse):
    save(matcher.updated(offers[:2]), tmp_path / "index")
    save(matcher, tmp_path / "index")

    again = load(tmp_path / "index")

    for person in (guard, nurse):
        assert again.rank(person, 5) == matcher.rank(person, 5)
        assert again.brief(person, 5) == matcher.brief(person, 5)
        assert again.why(person, "V02") == matcher.why(person, "V02")
    assert tuple(again.table.offers) == tuple(matcher.table.offers)
    assert again.table.offers[-2:] == matcher.table.offers[-2:]
    assert isinstance(again.text.words.documents.base, np.memmap)
    assert again.updated([replace(offers[0], title="Satpam")]).rank(guard, 3)


def test_two_processes_share_one_index(tmp_path, matcher, guard):
    save(matcher, tmp_path / "index")

    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        answers = list(pool.map(_asked, [tmp_path / "index"] * 2, [guard] * 2))

    assert answers == [matcher.scores(guard, 5)] * 2


def _asked(folder, person):
    return load(folder).scores(person, 5)


def test_a_folder_without_an_index_or_with_an_old_one_is_refused(tmp_path, matcher):
    with pytest.raises(StoredIndexError):
        load(tmp_path)
    save(matcher, tmp_path / "index")
    (tmp_path / "index" / "names.json").write_text('{"version": 0}', encoding="utf-8")

    with pytest.raises(StoredIndexError, match="layout"):
        load(tmp_path / "index")


def test_asking_for_an_offer_beyond_the_last_is_an_error(tmp_path, matcher):
    save(matcher, tmp_path / "index")

    with pytest.raises(IndexError):
        load(tmp_path / "index").table.offers[16]


@settings(max_examples=12, deadline=None)
@given(OFFERS, PERSON, st.sampled_from((1, 3, 10, 60)), st.booleans())
def test_the_compiled_search_gives_the_same_answers(offers, person, top, with_rules):
    pytest.importorskip("numba", reason="an extra: the answers are the same without it")
    ready = Matcher.fit(offers, DAY)
    plain = ready.rank(person, top, with_rules=with_rules)

    with patch.object(loops, "MANY_OFFERS", 0):
        quick = ready.rank(person, top, with_rules=with_rules)
        after = ready.updated(offers[:3], {offers[-1].id})

        assert quick == plain
        assert after.rank(person, top, with_rules=with_rules) == after.rank(person, 0, with_rules=with_rules)[:top]
        alone = ready.why(person, offers[0].id)
    whole = dict(ready.scores(replace(person, excluded_ids=frozenset()), 0))
    assert alone.score == whole[offers[0].id]
