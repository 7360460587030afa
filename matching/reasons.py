"""Why an offer suits, what is missing, and which single change would lift it most: from the same parts as the score."""

import numpy as np

from matching import blend
from matching.changes import CHANGEABLE, Change, with_one_more_skill
from matching.constraints import NAMES
from matching.education import NAMES as EDUCATION
from matching.judging import Judged
from matching.nearness import Nearness
from matching.profile import Part, Ranked
from matching.skills import names

NEAR_OCCUPATION = 0.6  # closeness from which we say that the occupation fits
MOST_SKILLS = 3  # named in one explanation
RAISABLE = {"wage": "wage_low", "experience": "experience"}  # parts that a fact of the advertisement would fill
Facts = tuple[tuple[str, str], ...]


def explain(judged: Judged, row: int) -> Ranked:
    """Put one offer's score into parts and words; the parts times their weights add up to the score."""
    offer = judged.table.offers[row]
    near = judged.near[int(judged.table.place[row])]
    broken = _broken(judged, row)
    best = next(iter(changes(judged, row)), None)
    return Ranked(
        offer_id=offer.id,
        score=float(judged.total[row]),
        parts=_parts(judged, row, broken),
        reasons=_reasons(judged, row, near),
        missing=_missing(judged, row, broken),
        would_help=best.fact if best else None,
        distance_km=None if near.km is None else round(near.km, 1),
    )


def _broken(judged: Judged, row: int) -> tuple[str, ...]:
    return tuple(name for name in NAMES if name in judged.missed and judged.missed[name][row])


def _parts(judged: Judged, row: int, broken: tuple[str, ...]) -> tuple[Part, ...]:
    parts = tuple(Part(name, float(judged.values[name][row]), weight) for name, weight in judged.weights.items())
    return (*parts, Part("ruled_out", len(broken) / len(NAMES), blend.RULED_OUT)) if broken else parts


def _reasons(judged: Judged, row: int, near: Nearness) -> Facts:
    found: list[tuple[str, str]] = []
    if judged.person.wanted and judged.values["occupation"][row] >= NEAR_OCCUPATION:
        found.append(("occupation", ""))
    found += [("skill", name) for name in _skills(judged, row, known=True)]
    found += _place_reasons(judged, row, near)
    found += _fact_reasons(judged, row)
    return tuple(found)


def _place_reasons(judged: Judged, row: int, near: Nearness) -> list[tuple[str, str]]:
    place = judged.table.places[int(judged.table.place[row])]
    if judged.table.is_course[row] or near.excluded or not judged.person.reach.is_known:
        return []
    if place.remote:
        return [("remote", "")]
    named = [("place", near.where.name)] if near.where else []
    return [*([("distance_km", f"{near.km:.0f}")] if near.km is not None else []), *named]


def _fact_reasons(judged: Judged, row: int) -> list[tuple[str, str]]:
    profile = judged.person.profile
    facts = (
        ("wage_ok", "wage", profile.wage_expectation_min),
        ("education", "education", profile.education),
        ("experience", "experience", profile.experience_years),
    )
    asked = ((code, asked_for(judged, row, name), known and _full(judged, name, row)) for code, name, known in facts)
    return [(code, value) for code, value, holds in asked if value and holds]


def asked_for(judged: Judged, row: int, name: str) -> str:
    """What the advertisement asks or offers, from its fields or its own words; empty when it says nothing."""
    column = {"education": judged.table.education, "experience": judged.table.experience}
    number = column.get(name, judged.table.wage)[row]
    if np.isnan(number):
        return ""
    return EDUCATION[int(number)] if name == "education" else f"{number:.10g}"


def _full(judged: Judged, name: str, row: int) -> bool:
    return name in judged.values and bool(judged.values[name][row] >= 1.0)


def _missing(judged: Judged, row: int, broken: tuple[str, ...]) -> Facts:
    found = [_stated(judged, row, name) for name in broken]
    if "wage" not in broken and not _full_or_absent(judged, "wage", row):
        found.append(("wage_low", asked_for(judged, row, "wage")))
    if not _full_or_absent(judged, "experience", row):
        found.append(("experience", asked_for(judged, row, "experience")))
    found += [("skill", name) for name in _skills(judged, row, known=False)]
    return tuple(found)


def _full_or_absent(judged: Judged, name: str, row: int) -> bool:
    return name not in judged.values or _full(judged, name, row)


def _stated(judged: Judged, row: int, name: str) -> tuple[str, str]:
    """The code of a missed condition with what the advertisement states."""
    offer = judged.table.offers[row]
    number = int(judged.table.place[row])
    country, area = judged.table.places[number].country, judged.near[number].where
    where = country or area
    return {
        "place": ("place", where.name if where else offer.location),
        "education": ("education", asked_for(judged, row, "education")),
        "age": ("age_max", f"{judged.table.age_max[row]:.0f}"),
        "wage": ("wage_low", asked_for(judged, row, "wage")),
        "contract": ("contract", offer.contract_type or "magang"),
        "closed": ("closed", str(offer.closes or "")),
        "work": ("work", offer.title),
    }[name]


def changes(judged: Judged, row: int) -> list[Change]:
    """The changes that could lift the offer, best first by the parts of its score; none when two things are missed."""
    broken = _broken(judged, row)
    if broken:
        alone = len(broken) == 1 and broken[0] in CHANGEABLE
        return [Change(_stated(judged, row, broken[0]), -blend.RULED_OUT / len(NAMES))] if alone else []
    facts = {name: (code, asked_for(judged, row, name)) for name, code in RAISABLE.items()}
    found = [
        Change(fact, (1.0 - float(judged.values[name][row])) * judged.weights[name])
        for name, fact in facts.items()
        if fact[1] and not _full_or_absent(judged, name, row)
    ]
    return sorted([*found, *_learning(judged, row)], key=lambda one: (-one.gain, one.fact))


def _learning(judged: Judged, row: int) -> list[Change]:
    lacking = _skills(judged, row, known=False)
    if not lacking or "skills" not in judged.weights:
        return []
    named = float(judged.table.named[row])
    common = float(np.bitwise_count(judged.table.skill[row] & judged.person.skill).sum())
    gain = (with_one_more_skill(named, common) - float(judged.values["skills"][row])) * judged.weights["skills"]
    return [Change(("skill", lacking[0]), gain)] if gain > 0 else []


def _skills(judged: Judged, row: int, *, known: bool) -> list[str]:
    named, mine = judged.table.skill[row], judged.person.skill
    return names(named & mine if known else named & ~mine)[:MOST_SKILLS]
