"""The body of `kerjalagi rank`."""

import json

import pytest

from matching.ranking_file import RankingFileError, RankingOptions, rank_files

PROFILES = [json.dumps({"id": "P1", "last_occupation": "kasir", "region": "Kota Bandung", "education": "SMA"})]
OFFERS = [
    json.dumps({"id": "V1", "title": "Kasir", "employer": "E1", "location": "Kota Bandung", "posted": "2026-01-15"}),
    json.dumps({"id": "V2", "title": "Kasir", "employer": "E2", "location": "Medan", "posted": "2026-01"}),
    json.dumps({"id": "K1", "title": "Barista", "objective": "menyajikan kopi", "provider": "Contoh"}),
]


def test_lines_are_profile_offer_and_score_with_the_ruled_out_last():
    lines = [line.split("\t") for line in rank_files(PROFILES, OFFERS, RankingOptions(top=0))]

    assert [line[:2] for line in lines] == [["P1", "V1"], ["P1", "K1"], ["P1", "V2"]]
    assert float(lines[-1][2]) < 0 < float(lines[1][2])


def test_top_limits_the_lines_of_each_profile():
    assert len(list(rank_files(PROFILES, OFFERS, RankingOptions(top=1)))) == 1


def test_explained_lines_are_json_with_parts_that_add_up():
    rows = [json.loads(line) for line in rank_files(PROFILES, OFFERS, RankingOptions(top=0, explain=True))]

    assert {"profile_id", "offer_id", "score", "parts", "missing", "would_help"} <= set(rows[0])
    for row in rows:
        total = sum(part["value"] * part["weight"] for part in row["parts"].values())
        assert total == pytest.approx(row["score"], abs=1e-4)


def test_without_rules_no_score_is_negative():
    lines = rank_files(PROFILES, OFFERS, RankingOptions(top=0, with_rules=False))

    assert all(float(line.split("\t")[2]) >= 0 for line in lines)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "offers line 2: not JSON"),
        ("[]", "offers line 2: should be a JSON object"),
        ('{"title": "Kasir"}', "offers line 2: id should be"),
        ('{"id": "V9", "age_max": "tiga puluh"}', "offers line 2: age_max should be a number"),
        ('{"id": "V9", "age_max": NaN}', "offers line 2: age_max should be a number"),
        ('{"id": "V9", "posted": "kemarin"}', "offers line 2: posted should be a day"),
        ('{"id": "V9", "skills": "excel"}', "offers line 2: skills should be a list"),
        ('{"id": "V1"}', "stands on more than one line"),
    ],
)
def test_a_bad_line_is_named(line, message):
    with pytest.raises(RankingFileError, match=message):
        rank_files(PROFILES, [OFFERS[0], line], RankingOptions())


def test_the_same_files_give_the_same_lines_in_any_order_of_offers():
    forwards = list(rank_files(PROFILES, OFFERS, RankingOptions(top=0)))

    assert forwards == list(rank_files(PROFILES, OFFERS[::-1], RankingOptions(top=0)))


def test_no_offers_give_no_lines():
    assert list(rank_files(PROFILES, [], RankingOptions())) == []
