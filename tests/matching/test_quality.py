"""How fast the ranking is on real advertisements, and what it loads; how good it is stands in tests/quality."""

import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from matching.matcher import Matcher
from matching.ranking_rows import offer_from, profile_from


@pytest.fixture(scope="module")
def shared():
    folder = Path(os.environ.get("KERJALAGI_JUDGED_DATA", "nowhere"))
    if not (folder / "eval").is_dir():
        pytest.skip("KERJALAGI_JUDGED_DATA names no folder with judged data; it is not ours to ship")
    return folder


@pytest.fixture(scope="module")
def vacancies(shared):
    with gzip.open(shared / "vacancies-real.jsonl.gz", "rt", encoding="utf-8") as lines:
        return lines.readlines()


@pytest.mark.bench
def test_ranking_ten_thousand_vacancies_is_quick(shared, vacancies):
    matcher = Matcher.fit([offer_from(json.loads(line), "") for line in vacancies], date(2026, 1, 31))
    people = [
        profile_from(json.loads(line), "") for line in (shared / "eval" / "profiles.jsonl").read_text().splitlines()
    ]
    matcher.rank(people[0])

    spent = []
    for one in people:
        start = time.process_time()
        matcher.rank(one)
        spent.append(time.process_time() - start)

    print(f"rank over {len(vacancies)}: p50 {1000 * statistics.median(spent):.1f} ms")
    assert statistics.median(spent) < 0.15


def test_reading_places_loads_no_heavy_library():
    code = (
        "import sys, matching.profile, matching.places, matching.query;"
        "sys.exit(bool({'sklearn', 'numpy', 'scipy', 'Sastrawi'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False)

    assert done.returncode == 0
