"""A person as matching compares them: the profile read once, free text included."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from matching.closeness_rows import closeness_rows, number_of
from matching.course_paths import course_rows
from matching.education import level
from matching.levels import WORKER, level_of
from matching.nearness import Reach, reach
from matching.occupations import LOOSE, groups, occupations
from matching.places import find
from matching.profile import Profile
from matching.refusals import apart, wishes
from matching.skills import bits, skills
from matching.stated import wished_wage
from matching.table import Bits, Floats
from matching.title_words import groups_in, sector_of
from matching.wording import settled

WISHED = 0.85  # what an occupation counts that the free text names beside the last one
SURELY_REFUSED = 0.5  # sureness from which a refused word means an occupation
SHIFT_WORDS = frozenset({"shift", "malam", "lembur"})
SAME_SECTOR, COURSE_SECTOR = 0.25, 0.5  # closeness of other work, and of a course, in the sector a person knows
LIKE_REFUSED = 0.75  # closeness to a refused occupation from which another one is refused with it


@dataclass(frozen=True, slots=True)
class Person:
    """What a profile means in the terms of the columns."""

    profile: Profile
    reach: Reach
    wanted: dict[str, float]  # occupation groups with 0..1
    refused: frozenset[str]  # occupation groups that the person said no to
    work: str  # the last occupation and
    said: str  # the free text, both without what is refused
    refuses_shifts: bool  # "jangan shift malam"
    closeness: Floats  # over occupations.groups(), and one more that is 0 for "none"
    course_closeness: Floats  # the same for the groups that courses teach
    skills: frozenset[str]
    skill: Bits  # the same, as bits
    education: int | None
    rank: float  # the level of the last work


def understand(profile: Profile) -> Person:
    """Read a profile's texts: occupations, refusals, skills and places."""
    read = _read(profile.last_occupation, profile.free_text, profile.skills, profile.major or "")
    return Person(
        profile=_with_wish(profile),
        reach=reach(profile.region, profile.willing_regions),
        wanted=read.wanted,
        refused=read.refused,
        work=read.work,
        said=read.said,
        refuses_shifts=read.refuses_shifts,
        closeness=read.closeness,
        course_closeness=read.course_closeness,
        skills=read.skills,
        skill=read.skill,
        education=level(profile.education),
        rank=read.rank,
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What the words of a profile mean; the same words mean the same wherever the person would go for whatever wage."""

    wanted: dict[str, float]
    refused: frozenset[str]
    work: str
    said: str
    refuses_shifts: bool
    closeness: Floats
    course_closeness: Floats
    skills: frozenset[str]
    skill: Bits
    rank: float


@lru_cache(maxsize=1_000)
def _read(occupation: str, free_text: str, told: tuple[str, ...], major: str) -> _Read:
    work = apart(occupation)
    text = settled(free_text, work.wanted)
    free = apart(text)
    wanted = _wanted(work.wanted, free.wanted, wishes(text))
    refused = _refused(f"{work.refused} . {free.refused}", wanted)
    kept = {code: strength for code, strength in wanted.items() if code not in refused}
    strength = np.zeros(len(groups()))
    strength[_numbers(kept)] = list(kept.values())
    known = {"refused": _numbers(refused), "sector": _numbers(_sectors(work.wanted))}
    named = skills(" . ".join((*told, work.wanted, major, free.wanted)))
    return _Read(
        wanted=kept,
        refused=refused,
        work=work.wanted,
        said=free.wanted,
        refuses_shifts=bool(SHIFT_WORDS & set(free.refused.split())),
        closeness=_closeness(strength, closeness_rows(), least=SAME_SECTOR, **known),
        course_closeness=_closeness(strength, course_rows(), least=COURSE_SECTOR, **known),
        skills=named,
        skill=np.array(bits(named), dtype=np.uint64),
        rank=level_of(work.wanted) or WORKER,
    )


def _with_wish(profile: Profile) -> Profile:
    """The profile with the wage that only its own words ask for ("gaji UMK")."""
    if profile.wage_expectation_min is not None or not profile.free_text:
        return profile
    asked = wished_wage(profile.free_text, find(profile.region or ""))
    return profile if asked is None else replace(profile, wage_expectation_min=asked)


def _wanted(work: str, free: str, wish: tuple[str, ...]) -> dict[str, float]:
    """The last occupation, what is wished for by name, and other work that is told of in so many words."""
    wanted = {one.code: one.sureness for one in occupations(work)}
    wished = [(one.code, WISHED) for piece in wish for one in occupations(piece, guess=False)]
    told = occupations(free, guess=False)
    named = [(one.code, WISHED * one.sureness) for one in told if one.sureness > LOOSE or not wanted]
    for code, strength in [*wished, *named]:
        wanted[code] = max(wanted.get(code, 0.0), strength)
    return wanted


def _refused(text: str, wanted: dict[str, float]) -> frozenset[str]:
    """The groups that are named as unwanted, and those as good as the same unless they are wanted by name."""
    named = {one.code for one in occupations(text, guess=False) if one.sureness >= SURELY_REFUSED}
    alike = closeness_rows()[_numbers(named)].max(axis=0, initial=0.0) >= LIKE_REFUSED
    return frozenset(named | ({groups()[at] for at in np.flatnonzero(alike)} - set(wanted)))


def _sectors(work: str) -> frozenset[str]:
    """The groups of the sectors that the last occupation belongs to: quality control of garments knows garments."""
    named = filter(None, (sector_of(one.title) for one in occupations(work)))
    return frozenset(code for sector in named for code in groups_in(sector))


def _numbers(codes: Iterable[str]) -> list[int]:
    return [number_of()[code] for code in codes]


def _closeness(strength: Floats, near: Floats, *, refused: list[int], sector: list[int], least: float) -> Floats:
    """Closeness of every group to the nearest wanted one; nothing refused is near, nor is "none"."""
    found = np.zeros(len(near) + 1)
    found[sector] = least
    wanted = np.flatnonzero(strength)
    found[:-1] = np.maximum(found[:-1], (strength[wanted, None] * near[wanted]).max(axis=0, initial=0.0))
    found[refused] = 0.0
    return found
