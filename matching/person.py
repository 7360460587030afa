"""A person as matching compares them: the profile read once, free text included."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matching.course_paths import course_closeness
from matching.education import level
from matching.levels import WORKER, level_of
from matching.nearness import Reach, reach
from matching.occupations import closeness, groups, occupations
from matching.profile import Profile
from matching.refusals import apart
from matching.skills import all_skills, skills
from matching.table import Floats

WISHED = 0.85  # what an occupation counts that the free text names beside the last one
SURELY_REFUSED = 0.5  # sureness from which a refused word means an occupation
SHIFT_WORDS = frozenset({"shift", "malam", "lembur"})
LIKE_REFUSED = 0.75  # closeness to a refused occupation from which another one is refused with it


@dataclass(frozen=True, slots=True)
class Person:
    """What a profile means in the terms of the columns."""

    profile: Profile
    reach: Reach
    wanted: dict[str, float]  # occupation groups with 0..1
    refused: frozenset[str]  # occupation groups that the person said no to
    said: str  # the free text without what is refused
    refuses_shifts: bool  # "jangan shift malam"
    closeness: Floats  # over occupations.groups(), and one more that is 0 for "none"
    course_closeness: Floats  # the same for the groups that courses teach
    skills: frozenset[str]
    skill: Floats  # over skills.all_skills()
    education: int | None
    rank: float  # the level of the last work


def understand(profile: Profile) -> Person:
    """Read a profile's texts: occupations, refusals, skills and places."""
    work, free = apart(profile.last_occupation), apart(profile.free_text)
    wanted = _wanted(work.wanted, free.wanted)
    refused = _refused(f"{work.refused} . {free.refused}", wanted)
    kept = {code: strength for code, strength in wanted.items() if code not in refused}
    named = skills(" . ".join((*profile.skills, work.wanted, profile.major or "", free.wanted)))
    return Person(
        profile=profile,
        reach=reach(profile.region, profile.willing_regions),
        wanted=kept,
        refused=refused,
        said=free.wanted,
        refuses_shifts=bool(SHIFT_WORDS & set(free.refused.split())),
        closeness=_closeness(kept, refused, closeness),
        course_closeness=_closeness(kept, refused, course_closeness),
        skills=named,
        skill=np.array([1.0 if code in named else 0.0 for code in all_skills()]),
        education=level(profile.education),
        rank=level_of(work.wanted) or WORKER,
    )


def _wanted(work: str, free: str) -> dict[str, float]:
    wanted: dict[str, float] = {one.code: one.sureness for one in occupations(work)}
    for one in occupations(free, guess=False):
        wanted[one.code] = max(wanted.get(one.code, 0.0), WISHED * one.sureness)
    return wanted


def _refused(text: str, wanted: dict[str, float]) -> frozenset[str]:
    """The groups that are named as unwanted, and those as good as the same unless they are wanted by name."""
    named = {one.code for one in occupations(text, guess=False) if one.sureness >= SURELY_REFUSED}
    alike = {code for code in groups() if any(closeness(code, one) >= LIKE_REFUSED for one in named)}
    return frozenset(named | (alike - set(wanted)))


def _closeness(wanted: dict[str, float], refused: frozenset[str], between: Callable[[str, str], float]) -> Floats:
    codes = groups()
    near = np.zeros(len(codes) + 1)
    for code, strength in wanted.items():
        near[:-1] = np.maximum(near[:-1], [strength * between(code, other) for other in codes])
    near[:-1][[code in refused for code in codes]] = 0.0
    return near
