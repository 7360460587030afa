"""A person as matching compares them: the profile read once, free text included."""

from dataclasses import dataclass

import numpy as np

from matching.education import level
from matching.nearness import Reach, reach
from matching.occupations import closeness, groups, occupations
from matching.profile import Profile
from matching.skills import all_skills, skills
from matching.table import Floats

WISHED = 0.85  # what an occupation counts that the free text names beside the last one


@dataclass(frozen=True, slots=True)
class Person:
    """What a profile means in the terms of the columns."""

    profile: Profile
    reach: Reach
    wanted: dict[str, float]  # occupation groups with 0..1
    closeness: Floats  # over occupations.groups(), and one more that is 0 for "none"
    skills: frozenset[str]
    skill: Floats  # over skills.all_skills()
    education: int | None


def understand(profile: Profile) -> Person:
    """Read a profile's texts: occupations, skills and places."""
    wanted = _wanted(profile)
    named = skills(" . ".join((*profile.skills, profile.last_occupation, profile.major or "", profile.free_text)))
    return Person(
        profile=profile,
        reach=reach(profile.region, profile.willing_regions),
        wanted=wanted,
        closeness=_closeness(wanted),
        skills=named,
        skill=np.array([1.0 if code in named else 0.0 for code in all_skills()]),
        education=level(profile.education),
    )


def _wanted(profile: Profile) -> dict[str, float]:
    wanted: dict[str, float] = {one.code: one.sureness for one in occupations(profile.last_occupation)}
    for one in occupations(profile.free_text, guess=False):
        wanted[one.code] = max(wanted.get(one.code, 0.0), WISHED)
    return wanted


def _closeness(wanted: dict[str, float]) -> Floats:
    codes = groups()
    near = np.zeros(len(codes) + 1)
    for code, strength in wanted.items():
        near[:-1] = np.maximum(near[:-1], [strength * closeness(code, other) for other in codes])
    return near
