"""The written cases: every key under `expect` comes out as it was written by hand from the law."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest
import yaml

from jkp.case_kinds import KINDS
from jkp.decisions import CasesError, decide_cases, written_cases

FILES = ("golden.yaml", "more.yaml")
CASES = tuple(
    case for name in FILES for case in written_cases((Path(__file__).parent / name).read_text(encoding="utf-8"))
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_written_case_comes_out_key_by_key(case):
    found = case.found()

    assert {key: found.get(key, "absent") for key in case.expect} == dict(case.expect)


def test_every_case_expects_something_and_has_an_id_of_its_own():
    counts = Counter(case.id for case in CASES)

    assert [case.id for case in CASES if not case.expect or counts[case.id] > 1] == []
    assert len(CASES) >= 84 + 150


def test_every_kind_of_case_is_among_them():
    assert {case.kind for case in CASES} == set(KINDS)


def _shuffled(value, dice):
    """The same value with the keys of every mapping and the entries of every list in another order."""
    if isinstance(value, dict):
        pairs = [(key, _shuffled(each, dice)) for key, each in value.items()]
        return dict(dice.sample(pairs, len(pairs)))
    return dice.sample(value, len(value)) if isinstance(value, list) else value


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_cases_facts_and_list_entries_is_irrelevant(seed):
    dice = Random(seed)  # noqa: S311 - the same order each time is wanted, nothing here is secret
    written = [{"id": each.id, "kind": each.kind, "input": dict(each.values)} for each in CASES]
    other = dice.sample([_shuffled(each, dice) for each in written], len(written))

    first, second = (
        {each.id: each for each in decide_cases(yaml.dump({"cases": cases}, Dumper=yaml.CSafeDumper, sort_keys=False))}
        for cases in (written, other)
    )

    assert [list(each["input"]) for each in other] != [list(each["input"]) for each in written]
    assert second == first


def test_an_unreadable_case_is_named_before_anything_is_compared():
    with pytest.raises(CasesError, match=r"Z9: input\.nationality"):
        written_cases("cases: [{id: Z9, kind: eligibility, input: {nationality: Mars}}]")


def test_a_case_that_comes_out_otherwise_names_its_keys():
    (case,) = written_cases(
        "cases: [{id: Z1, kind: working_days, input: {event_date: 2025-07-01, working_days: 7}, "
        "expect: {last_day: 2025-07-09, certainty: law}}]"
    )

    assert case.differs(case.found()) == ("last_day",)
    assert case.differs(None) == ("last_day", "certainty")
