"""Measures of a ranking."""

import pytest

from matching.evaluation import ndcg, recall

GRADES = {"a": 3, "b": 2, "c": 0}


def test_the_ideal_order_scores_one():
    assert ndcg(["a", "b", "c"], GRADES) == pytest.approx(1.0)


def test_a_worse_order_scores_less_and_strangers_count_nothing():
    assert ndcg(["x", "b", "a"], GRADES) < ndcg(["b", "a", "c"], GRADES) < 1.0


def test_recall_counts_the_relevant_ones_found():
    assert recall(["a", "x"], GRADES, 2) == 0.5
    assert recall(["a"], {"a": 0}) == 0.0
