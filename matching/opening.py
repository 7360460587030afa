"""What a course opens: the vacancies that would suit a person who has done it and do not suit now."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from matching.judging import judge
from matching.matcher import Matcher
from matching.person import understand
from matching.profile import Opportunity, Profile
from matching.skills import skills
from matching.table import Numbers, work_text

WORK = "work"  # the one condition that a course can lift; what it teaches changes no other


def having_done(profile: Profile, course: Opportunity) -> Profile:
    """Return the profile after a course: its skills are known, and its work is wished for beside the last one."""
    learnt = tuple(sorted(skills(work_text(course))))
    return replace(
        profile, skills=(*profile.skills, *learnt), free_text=f"{profile.free_text} . mau {course.title}".strip(" .")
    )


def opened(vacancies: Matcher, profile: Profile, course: Opportunity, *, day: date | None = None) -> tuple[str, ...]:
    """Return the ids of the vacancies that fit after the course only, best first, by ranking them anew."""
    return next(opened_by_each(vacancies, profile, (course,), day=day))


def opened_by_each(
    vacancies: Matcher, profile: Profile, courses: Iterable[Opportunity], *, day: date | None = None
) -> Iterator[tuple[str, ...]]:
    """Yield the same for course after course: what does not suit now is looked up once for all of them."""
    rows, table = _other_work(vacancies, profile, day or vacancies.day), vacancies.table
    those = table.bare(rows)
    for course in courses:
        learner = understand(having_done(profile, course))
        text = vacancies.text.quick_likeness(learner).at(rows)
        then = judge(those, learner, text, day=(day or vacancies.day).toordinal(), with_rules=True)
        yield tuple(table.offers[int(rows[one])].id for one in then.order() if then.total[one] >= 0)


def _other_work(vacancies: Matcher, profile: Profile, day: date) -> Numbers:
    """The rows that miss nothing but the kind of work."""
    now = vacancies.judge(profile, day=day)
    other = sum(flags.astype(np.int64) for name, flags in now.missed.items() if name != WORK)
    barred = [vacancies.rows[one] for one in profile.excluded_ids if one in vacancies.rows]
    return np.setdiff1d(np.flatnonzero(now.missed[WORK] & (other == 0)), np.array(barred, dtype=np.int64))
