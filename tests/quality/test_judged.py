"""How good the ranking is on judged data, beside what a user would pick instead; the data itself does not ship."""

import statistics

import pytest

from matching.blend import WEIGHTS
from tests.quality import peers
from tests.quality.bootstrap import interval, paired
from tests.quality.judged import Figures, Judged, mean, measure, perfect, shipped
from tests.quality.tuning import alone, cases, left_out

pytestmark = pytest.mark.bench

ARMED = ("TF-IDF words + conditions", "TF-IDF letters + conditions", "BM25 + conditions")


@pytest.fixture(scope="module")
def rows(judged_vacancies: Judged) -> dict[str, Figures]:
    scorers = {
        "ours": shipped(judged_vacancies),
        "ours, without rules": shipped(judged_vacancies, with_rules=False),
        "TF-IDF words": peers.tfidf_words(judged_vacancies),
        "TF-IDF letters": peers.tfidf_letters(judged_vacancies),
    }
    if bm25 := peers.bm25(judged_vacancies):
        scorers["BM25"] = bm25
    plain = [(name, scorer) for name, scorer in scorers.items() if not name.startswith("ours")]
    scorers |= {f"{name} + conditions": peers.armed(judged_vacancies, scorer) for name, scorer in plain}
    scorers["perfect order"] = perfect(judged_vacancies)
    found = {name: measure(judged_vacancies, scorer) for name, scorer in scorers.items()}
    for name, figures in found.items():
        print(_line(name, figures))
    return found


def test_ours_beats_the_strongest_ranker_with_the_same_conditions(rows):
    peer = max((name for name in rows if name in ARMED), key=lambda name: mean(rows[name], "ndcg10"))

    difference = paired(rows["ours"]["ndcg10"], rows[peer]["ndcg10"])

    print(f"ours against {peer}: nDCG@10 {difference}")
    assert mean(rows["ours"], "ndcg10") >= 0.78
    assert difference.low > 0


def test_the_wording_alone_ranks_better_than_plain_text_rankers(rows):
    peer = max((name for name in rows if name in {"TF-IDF words", "TF-IDF letters", "BM25"}), key=_ndcg_of(rows))

    difference = paired(rows["ours, without rules"]["ndcg10"], rows[peer]["ndcg10"])

    print(f"ours without rules against {peer}: nDCG@10 {difference}")
    assert mean(rows["ours, without rules"], "ndcg10") >= 0.60


def test_nothing_bad_comes_first(rows):
    assert mean(rows["ours"], "bad1") <= 0.05
    assert mean(rows["ours"], "bad5") <= mean(rows["perfect order"], "bad5") + 0.10


def test_courses_are_ranked_well(judged_courses):
    rows = {
        "ours": measure(judged_courses, shipped(judged_courses)),
        "TF-IDF words": measure(judged_courses, peers.tfidf_words(judged_courses)),
        "TF-IDF letters": measure(judged_courses, peers.tfidf_letters(judged_courses)),
        "perfect order": measure(judged_courses, perfect(judged_courses)),
    }

    for name, figures in rows.items():
        print(_line(f"courses: {name}", figures))
    print(f"courses: against TF-IDF letters {paired(rows['ours']['ndcg10'], rows['TF-IDF letters']['ndcg10'])}")
    assert mean(rows["ours"], "ndcg10") >= 0.62


def _ndcg_of(rows):
    return lambda name: mean(rows[name], "ndcg10")


def _line(name: str, figures: Figures) -> str:
    ndcg = interval(list(figures["ndcg10"].values()))
    others = " ".join(f"{measure_} {mean(figures, measure_):.3f}" for measure_ in ("mrr", "p5", "bad1", "bad5"))
    return f"{name:<32} nDCG@10 {ndcg.mean:.3f} [{ndcg.low:.3f}, {ndcg.high:.3f}] {others}"


def test_the_weights_hold_for_people_they_were_not_tuned_on(judged_vacancies, judged_courses):
    seeds = (7, 8, 9)
    found = cases(judged_vacancies)
    figures = [list(left_out(found, WEIGHTS, seed=seed).values()) for seed in seeds]
    full, alone = ([statistics.mean(one[side] for one in run) for run in figures] for side in (0, 1))
    print(
        "vacancies, people left out: full", *(f"{one:.3f}" for one in full), "alone", *(f"{one:.3f}" for one in alone)
    )

    taught = cases(judged_courses)
    courses = [statistics.mean(one[0] for one in left_out(taught, WEIGHTS, seed=seed).values()) for seed in seeds]
    print("courses, people left out:", *(f"{one:.3f}" for one in courses))
    assert min(full) >= 0.78
    assert min(alone) >= 0.60
    assert min(courses) >= 0.62


def test_how_much_of_the_wording_s_lead_is_the_reading_of_internships(judged_vacancies):
    found = cases(judged_vacancies)

    without_level = {name: weight for name, weight in WEIGHTS.items() if name != "level"}

    plain = statistics.mean(alone(one, without_level) for one in found.values())
    print(f"without rules and without the level: {plain:.3f}")
    assert plain >= 0.50
