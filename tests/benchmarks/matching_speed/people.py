"""Synthetic people who look for work, from a fixed seed: most near home, a fifth in several provinces."""

from collections.abc import Iterator

import numpy as np
from matching_speed.draws import SEED, between, flat_urn, occupation_urn, place_text, place_urn, surface_forms

from matching.datafiles import listed, rows
from matching.places import area, provinces, regencies
from matching.profile import Profile

HOME, REGIONS, PROVINCES, ANYWHERE = "home", "regions", "provinces", "anywhere"
REACHES = (HOME, REGIONS, PROVINCES, ANYWHERE)
REACH_SHARES = (0.60, 0.20, 0.15, 0.05)  # a fifth of the people are movers: several provinces, or all of them
SCHOOLS = ("SMP", "SMA", "SMK", "D3", "S1", None)
SCHOOL_SHARES = (0.08, 0.25, 0.27, 0.12, 0.23, 0.05)
WAGES = (2_000_000, 3_000_000, 4_000_000, 5_000_000, 8_000_000)  # quartiles of what people expect, rupiah a month
AGES = (19, 60)
OWN_NAMES = 3  # names of the own work in the free text
FREE_WORDS = (6, 18)  # other words in it


def synthetic_people(count: int) -> list[Profile]:
    """Return people; the first ones are always the same, whatever the number."""
    return [_person(np.random.default_rng([SEED, 1, number]), number) for number in range(count)]


def _person(random: np.random.Generator, number: int) -> Profile:
    home = _home(random)
    reach = str(random.choice(REACHES, p=REACH_SHARES))
    code = next(code for code in occupation_urn().draw(random, 100) if code)
    return Profile(
        id=f"K{number:05d}",
        last_occupation=str(random.choice(surface_forms()[code])),
        experience_years=float(random.integers(0, 15)),
        education=SCHOOLS[int(random.choice(len(SCHOOLS), p=SCHOOL_SHARES))],
        skills=tuple(_skills(random)),
        region=place_text(home, 1),
        willing_regions=tuple(_willing(random, home, reach)),
        wage_expectation_min=int(between(WAGES, random, 1)[0]) // 100_000 * 100_000,
        age=int(random.integers(*AGES)),
        free_text=_said(random, code),
    )


def _said(random: np.random.Generator, code: str) -> str:
    """People tell what they did and want, by its other names, among words of every kind."""
    own = [str(name) for name in random.choice(surface_forms()[code], size=OWN_NAMES)]
    return " ".join((*own, *flat_urn("description_words").draw(random, int(random.integers(*FREE_WORDS)))))


def _home(random: np.random.Generator) -> str:
    codes = place_urn().draw(random, 50)
    return next((code for code in codes if area(code) and "." in code), "32.73")


def _skills(random: np.random.Generator) -> Iterator[str]:
    known = [name for row in rows("skills.csv") for name in (row["skill"], *listed(row["aliases"]))]
    for _ in range(int(random.integers(2, 6))):
        yield str(random.choice(known))


def _willing(random: np.random.Generator, home: str, reach: str) -> list[str]:
    if reach == ANYWHERE:
        return ["seluruh Indonesia"]
    if reach == HOME:
        return [area(home[:2]).name] if random.random() < 0.5 else []
    near = regencies(home[:2])
    if reach == REGIONS:
        return [near[int(at)].name for at in random.integers(len(near), size=random.integers(2, 5))]
    codes = [one.code for one in provinces()]
    return [area(str(code)).name for code in random.choice(codes, size=random.integers(2, 6), replace=False)]
