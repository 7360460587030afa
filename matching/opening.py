"""What a course opens: the vacancies that would suit a person who has done it and do not suit now."""

from dataclasses import replace
from datetime import date

from matching.matcher import Matcher
from matching.profile import Opportunity, Profile
from matching.skills import skills
from matching.table import work_text


def having_done(profile: Profile, course: Opportunity) -> Profile:
    """Return the profile after a course: its skills are known, and its work is wished for beside the last one."""
    learnt = tuple(sorted(skills(work_text(course))))
    return replace(
        profile, skills=(*profile.skills, *learnt), free_text=f"{profile.free_text} . mau {course.title}".strip(" .")
    )


def opened(vacancies: Matcher, profile: Profile, course: Opportunity, *, day: date | None = None) -> tuple[str, ...]:
    """Return the ids of the vacancies that fit after the course only, best first, by ranking them anew."""
    now = {one for one, score in vacancies.scores(profile, 0, day=day) if score >= 0}
    then = vacancies.scores(having_done(profile, course), 0, day=day)
    return tuple(one for one, score in then if score >= 0 and one not in now)
