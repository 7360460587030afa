"""How good and how fast the ranking is on judged data that never enters the repository."""

import gzip
import json
import re
import statistics
import subprocess
import sys
import time
from datetime import date

import pytest

from matching.evaluation import ndcg
from matching.matcher import Matcher
from matching.ranking_file import RankingOptions, rank_files
from matching.ranking_rows import offer_from, profile_from

pytestmark = pytest.mark.bench


def judged(path):
    grades = {}
    for line in path.read_text().splitlines()[1:]:
        profile, item, grade = re.split(r"[\t, ]+", line.strip())
        grades.setdefault(profile, {})[item] = int(grade)
    return grades


def mean_ndcg(shared, offers, judgements, **options):
    profiles = (shared / "eval" / "profiles.jsonl").read_text().splitlines()
    grades = {key: one for key, one in judged(shared / "eval" / judgements).items() if any(one.values())}
    ranked = {key: [] for key in grades}
    for line in rank_files(profiles, offers, RankingOptions(top=0, **options)):
        profile, item, _ = line.split("\t")
        if item in grades.get(profile, {}):
            ranked[profile].append(item)
    return statistics.mean(ndcg(ranked[key], one) for key, one in grades.items())


@pytest.fixture(scope="module")
def vacancies(shared):
    with gzip.open(shared / "vacancies-real.jsonl.gz", "rt", encoding="utf-8") as lines:
        return lines.readlines()


@pytest.mark.parametrize(("with_rules", "least"), [(True, 0.70), (False, 0.50)])
def test_judged_vacancies_are_ranked_well(shared, vacancies, with_rules, least):
    found = mean_ndcg(shared, vacancies, "qrels-vacancies.tsv", with_rules=with_rules)

    print(f"vacancies, with_rules={with_rules}: nDCG@10 {found:.3f}")
    assert found >= least


def test_judged_courses_are_ranked_well(shared):
    courses = (shared / "eval" / "courses.jsonl").read_text().splitlines()

    found = mean_ndcg(shared, courses, "qrels-courses.tsv")

    print(f"courses: nDCG@10 {found:.3f}")
    assert found >= 0.45


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
