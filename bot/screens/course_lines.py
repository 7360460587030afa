"""What a course is beside its dates: how and when it is taught, what is asked for, and what is no course at all."""

from bot.screens import vacancy_lines as say
from bot.texts.catalogue import Raw, Texts, lines
from training_catalog.search import CourseDetails
from training_catalog.vocabulary import Form

NONE = Raw("")
LONGEST, LONGEST_ASKED = 60, 200


def what_it_is(t: Texts, details: CourseDetails) -> Raw:
    """Say of a degree or a counselling day that it is none of the courses which JKP means."""
    if details.form is Form.COURSE:
        return NONE
    return t.say(f"course.form_{details.form}", level=details.level)


def how(t: Texts, details: CourseDetails) -> Raw:
    """Say how, on which days and at which hours it is taught, and what is asked for."""
    parts = (
        t.say(f"course.mode_{details.mode}") if details.mode else NONE,
        _own(t, details.days),
        _own(t, details.times),
    )
    taught = say.joined(*parts)
    return lines(
        t.say("course.taught", what=taught) if taught else NONE,
        t.say("course.asked", what=say.short(details.requirements, LONGEST_ASKED)) if details.requirements else NONE,
    )


def _own(t: Texts, words: str) -> Raw:
    return t.say("course.own_words", words=say.short(words, LONGEST)) if words else NONE
