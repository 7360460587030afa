"""The own labelled set: a sanity check that ships and runs everywhere."""

import pytest

from tests.quality import peers
from tests.quality.bootstrap import paired
from tests.quality.judged import mean, measure, perfect, shipped
from tests.quality.own_set import own_courses, own_vacancies


@pytest.fixture(scope="module")
def vacancies():
    return own_vacancies()


def test_the_set_is_large_enough_to_say_something(vacancies):
    assert len(vacancies.grades) >= 30
    assert all(max(grades.values()) == 3 for grades in vacancies.grades.values())


def test_the_right_work_comes_first_for_everybody(vacancies):
    figures = measure(vacancies, shipped(vacancies))

    assert mean(figures, "ndcg10") >= 0.95
    assert mean(figures, "bad1") == 0.0


def test_the_wording_alone_is_ahead_of_plain_text(vacancies):
    ours = measure(vacancies, shipped(vacancies, with_rules=False))
    theirs = measure(vacancies, peers.tfidf_letters(vacancies))

    assert paired(ours["ndcg10"], theirs["ndcg10"]).low > 0


def test_rankers_with_the_same_conditions_stay_behind(vacancies):
    ours = measure(vacancies, shipped(vacancies))
    theirs = measure(vacancies, peers.armed(vacancies, peers.tfidf_letters(vacancies)))

    assert paired(ours["ndcg10"], theirs["ndcg10"]).low > 0


def test_courses_of_one_s_own_field_and_usual_paths_come_first():
    courses = own_courses()

    figures = measure(courses, shipped(courses))

    assert mean(figures, "ndcg10") >= 0.80
    assert mean(figures, "bad1") <= mean(measure(courses, perfect(courses)), "bad1") + 0.10
