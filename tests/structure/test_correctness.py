"""The page on how sure the rules are is what the rows and the written cases give, and nothing open is left out."""

import re

import house

from bot.cli import law_page
from jkp.decisions import written_cases
from jkp.rules.questions import QUESTIONS
from jkp.rules.regulation import PARAMETERS, Rule
from jkp.rules.rows import Mark, Unit
from jkp.rules.sources import SOURCES

CASES = ("golden.yaml", "more.yaml")


def _written():
    folder = house.ROOT / "tests/jkp/cases"
    return [case for name in CASES for case in written_cases((folder / name).read_text(encoding="utf-8"))]


def test_the_page_is_up_to_date_and_every_row_is_tested_by_a_case():
    kept = (house.ROOT / "docs/correctness.md").read_text(encoding="utf-8")

    page = law_page.page(_written())

    assert page == kept, "run: kerjalagi law page tests/jkp/cases/golden.yaml tests/jkp/cases/more.yaml"
    assert "**no case**" not in page


def test_the_page_opens_with_the_open_questions_and_says_that_no_lawyer_saw_it():
    kept = (house.ROOT / "docs/correctness.md").read_text(encoding="utf-8")

    assert re.findall(r"^## (.+)$", kept, re.MULTILINE)[0] == "Open questions"
    assert "**Not reviewed by a lawyer yet.**" in kept.partition("## ")[0]


def test_every_row_that_is_not_verified_has_a_question_and_an_office():
    asked = {rule for question in QUESTIONS for rule in question.rules}

    assert [row.rule for row in PARAMETERS if row.mark is Mark.UNVERIFIED and row.rule not in asked] == []


def test_the_source_keys_are_those_of_the_sources_page():
    section = (house.ROOT / "docs/sources.md").read_text(encoding="utf-8").partition("## Source keys")[2]
    listed = dict(re.findall(r"^\| (\w+) \| (.+) \|$", section.partition("\n## ")[0], re.MULTILINE))
    listed.pop("key")

    assert listed == SOURCES


def test_every_rule_with_figures_says_what_they_count():
    counted = {row.rule for row in PARAMETERS if row.numbers}
    worded = {row.rule for row in PARAMETERS if row.words}

    assert {rule for rule in counted if rule.unit in {Unit.NOTHING, Unit.WORDS}} == set()
    assert {rule for rule in worded if rule.unit is not Unit.WORDS} == set()
    assert {row.rule for row in PARAMETERS} == set(Rule)
