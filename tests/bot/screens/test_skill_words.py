"""Every skill that matching can name has words that a worker knows, in both languages."""

import pytest

from bot.screens import vacancy_lines
from bot.texts.catalogue import LANGUAGES, Texts, load
from matching.skills import all_skills


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_skill_has_its_words(language):
    texts = Texts(language)

    without = [code for code in all_skills() if not texts.has(f"skill.{code.replace(' ', '_')}")]

    assert without == []
    assert vacancy_lines.skill(texts, "sim b1") != "sim b1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_left_of_a_skill_that_is_gone(language):
    codes = {f"skill.{code.replace(' ', '_')}" for code in all_skills()}

    assert [key for key in load(language) if key.startswith("skill.") and key not in codes] == []


def test_two_skills_are_never_called_the_same():
    for language in LANGUAGES:
        said = [vacancy_lines.skill(Texts(language), code) for code in all_skills()]

        assert sorted(set(said)) == sorted(said)
