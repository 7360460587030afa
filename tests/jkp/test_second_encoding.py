"""The programme and its second encoding, written apart from the same pages, say the same of thousands of cases."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from second_encoding.answers import answer
from second_encoding.random_cases import random_cases

from jkp.decisions import decide_cases

CASES = Path(__file__).parent / "cases"
COUNT, BATCH = 5_000, 500
NOT_OURS = {"certainty", "articles", "up_to"}  # what the second encoding does not say


def _plain(value: object) -> object:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _written(name: str) -> list[Mapping]:
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))["cases"]


def _of_the_programme(cases: list[tuple[str, dict]]) -> Iterator[Mapping]:
    for start in range(0, len(cases), BATCH):
        batch = [
            {"id": f"R{start + number}", "kind": kind, "input": given}
            for number, (kind, given) in enumerate(cases[start : start + BATCH])
        ]
        for outcome in decide_cases(yaml.dump({"cases": batch}, Dumper=yaml.CSafeDumper)):
            assert outcome.result is not None, outcome.problems
            yield outcome.result


def _differing(kind: str, second: Mapping, first: Mapping) -> set[str]:
    """Compare key by key; a key that one of them does not write stands for none missing, nothing owed."""
    unwritten = {"missing": [], "owed_by_employer": 0} if kind == "eligibility" else {"missing": []}
    mine, programme = {**unwritten, **second}, {**unwritten, **first}
    return {key for key, value in mine.items() if programme.get(key, "absent") != value}


def _argued(kind: str, given: Mapping, second: Mapping, keys: set[str]) -> bool:
    """Tell whether a difference is the one that docs/sources.md argues: the regime where no day is known at all."""
    if kind != "eligibility":
        return False
    no_day = given["claim_date"] is None and given["eligibility_decision_date"] is None
    return no_day and keys <= {"regime"}


@pytest.mark.parametrize("name", ["golden.yaml", "unseen.yaml"])
def test_the_second_encoding_decides_the_written_cases(name):
    wrong = {}
    for case in _written(name):
        found = answer(case["kind"], case["input"])
        expected = {key: _plain(value) for key, value in case["expect"].items() if key not in NOT_OURS}
        if any(found.get(key, "absent") != value for key, value in expected.items()):
            wrong[case["id"]] = found

    assert wrong == {}


def test_the_programme_decides_the_cases_of_a_second_author():
    outcomes = decide_cases((CASES / "unseen.yaml").read_text(encoding="utf-8"))

    wrong = {}
    for case, outcome in zip(_written("unseen.yaml"), outcomes, strict=True):
        found = {key: (outcome.result or {}).get(key, "absent") for key in case["expect"]}
        if found != {key: _plain(case["expect"][key]) for key in case["expect"]}:
            wrong[case["id"]] = found
    assert wrong == {}


def test_five_thousand_random_cases_come_out_the_same_twice():
    cases = list(random_cases(COUNT, seed=20250207))

    argued, wrong = 0, []
    for (kind, given), first in zip(cases, _of_the_programme(cases), strict=True):
        second = answer(kind, given)
        keys = _differing(kind, second, first)
        if keys and _argued(kind, given, second, keys):
            argued += 1
        elif keys:
            wrong.append((first["id"], kind, given, {key: (second.get(key), first.get(key)) for key in keys}))

    assert wrong == []
    assert argued <= COUNT // 50


def test_the_random_cases_reach_every_answer_that_there_is():
    seen = {answer(kind, given).get("reason_code") for kind, given in random_cases(COUNT, seed=20250207)}
    regimes = {answer(kind, given).get("regime") for kind, given in random_cases(COUNT, seed=20250207)}

    assert {"OK_ARREARS_39A", "IUR_NOT_6_CONSECUTIVE", "EXCLUDED_DEATH", "NO_SELF_ASSESSMENT", "PKWT_EXPIRED"} <= seen
    assert {"PP37", "PP6", "PP37_TO_PP6"} <= regimes
