"""The shipped ranking beside peers that do the same job, over synthetic offers in one process with one thread."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from unittest.mock import patch

import pytest
from matching_speed.measure import OURS, measured
from matching_speed.offers import DAY, synthetic
from matching_speed.peers import Rapidfuzz, Tfidf
from matching_speed.people import synthetic_people
from matching_speed.picture import picture
from matching_speed.report import report

from matching import loops
from matching.matcher import Matcher

SIZES = os.environ.get("KERJALAGI_BENCH_SIZES", "10000,100000")  # 1000000 takes some 20 minutes and 8 GB
FIGURES = os.environ.get("KERJALAGI_BENCH_FIGURES", "")  # a folder that keeps the figures as JSON and the picture
HERE = Path(__file__).parent


@pytest.mark.bench
def test_the_shipped_ranking_stands_beside_its_peers(tmp_path):
    pytest.importorskip("bm25s", reason="the peers are not installed: make bench does that")
    folder = Path(FIGURES or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    sizes = [size_in_its_own_process(int(size), folder) for size in SIZES.split(",")]

    print(f"\n{report(sizes)}")
    (folder / "matching-speed.svg").write_text(picture(sizes), encoding="utf-8")
    assert all(row["recall"] == 1.0 for one in sizes for row in one["rows"] if row["name"] == OURS)


def size_in_its_own_process(size: int, folder: Path) -> dict:
    """Threads are pinned before numpy is imported, and no size inherits another one's memory."""
    file = folder / f"matching-speed-{size}.json"
    env = os.environ | {"PYTHONPATH": os.pathsep.join((str(HERE.parents[1]), str(HERE)))}
    subprocess.run([sys.executable, "-m", "matching_speed.run", str(size), str(file)], env=env, check=True)
    return json.loads(file.read_text(encoding="utf-8"))


def test_the_yardstick_measures_ours_and_two_peers():
    figures = asdict(measured(150, 3, [Tfidf, Rapidfuzz]))

    assert [row["name"] for row in figures["rows"]] == [OURS, Tfidf.name, Rapidfuzz.name]
    assert figures["rows"][0]["recall"] == 1.0
    assert all(row["answer"]["p50"] > 0 for row in figures["rows"])
    assert Tfidf.name in report([figures])
    assert picture([figures]).startswith("<svg")


def test_the_same_number_of_synthetic_offers_is_always_the_same():
    first, again = list(synthetic(300)), list(synthetic(300))

    assert first == again
    assert len({one.id for one in first}) == 300


def test_the_index_finds_what_looking_at_every_offer_finds():
    ready = Matcher.fit(list(synthetic(1_500)), DAY)

    for person in synthetic_people(25):
        assert ready.scores(person, 20) == ready.scores(person, 0)[:20]


def test_the_compiled_search_finds_and_explains_the_same():
    pytest.importorskip("numba", reason="an extra: the answers are the same without it")
    ready = Matcher.fit(list(synthetic(1_500)), DAY)
    people = synthetic_people(25)

    plain = ready.rank_many(people)
    with patch.object(loops, "MANY_OFFERS", 1_000):
        quick = ready.rank_many(people)

    assert quick == plain
