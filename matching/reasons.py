"""Why an offer suits, what is missing, and which single change would lift it most: from the same parts as the score."""

from dataclasses import dataclass

from matching import blend
from matching.constraints import NAMES
from matching.nearness import Nearness
from matching.person import Person
from matching.profile import Opportunity, Part, Ranked
from matching.skills import all_skills
from matching.table import Flags, Floats, Table

NEAR_OCCUPATION = 0.6  # closeness from which we say that the occupation fits
MOST_SKILLS = 3  # named in one explanation
Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """All offers judged for one person."""

    table: Table
    person: Person
    near: list[Nearness]  # by distinct place
    values: dict[str, Floats]
    weights: dict[str, float]
    missed: dict[str, Flags]
    total: Floats


def explain(judged: Judged, row: int) -> Ranked:
    """Put one offer's score into parts and words; the parts times their weights add up to the score."""
    offer = judged.table.offers[row]
    near = judged.near[int(judged.table.place[row])]
    broken = tuple(name for name in NAMES if name in judged.missed and judged.missed[name][row])
    missing = _missing(judged, row, broken)
    return Ranked(
        offer_id=offer.id,
        score=float(judged.total[row]),
        parts=_parts(judged, row, broken),
        reasons=_reasons(judged, row, near),
        missing=missing,
        would_help=_would_help(judged, row, broken),
        distance_km=None if near.km is None else round(near.km, 1),
    )


def _parts(judged: Judged, row: int, broken: tuple[str, ...]) -> tuple[Part, ...]:
    parts = tuple(Part(name, float(judged.values[name][row]), weight) for name, weight in judged.weights.items())
    return (*parts, Part("ruled_out", len(broken) / len(NAMES), blend.RULED_OUT)) if broken else parts


def _reasons(judged: Judged, row: int, near: Nearness) -> Facts:
    offer = judged.table.offers[row]
    found: list[tuple[str, str]] = []
    if judged.person.wanted and judged.values["occupation"][row] >= NEAR_OCCUPATION:
        found.append(("occupation", ""))
    found += [("skill", name) for name in _skills(judged, row, known=True)]
    found += _place_reasons(judged, row, near)
    found += _fact_reasons(judged, offer, row)
    return tuple(found)


def _place_reasons(judged: Judged, row: int, near: Nearness) -> list[tuple[str, str]]:
    place = judged.table.places[int(judged.table.place[row])]
    if judged.table.is_course[row] or near.excluded or not judged.person.reach.is_known:
        return []
    if place.remote:
        return [("remote", "")]
    named = [("place", near.where.name)] if near.where else []
    return [*([("distance_km", f"{near.km:.0f}")] if near.km is not None else []), *named]


def _fact_reasons(judged: Judged, offer: Opportunity, row: int) -> list[tuple[str, str]]:
    profile = judged.person.profile
    wage = offer.wage_max or offer.wage_min
    facts = (
        ("wage_ok", wage, profile.wage_expectation_min and _full(judged, "wage", row)),
        ("education", offer.education_min, profile.education and _full(judged, "education", row)),
        ("experience", offer.experience_years_min, profile.experience_years and _full(judged, "experience", row)),
    )
    return [(code, _plain(value)) for code, value, holds in facts if value and holds]


def _full(judged: Judged, name: str, row: int) -> bool:
    return name in judged.values and bool(judged.values[name][row] >= 1.0)


def _missing(judged: Judged, row: int, broken: tuple[str, ...]) -> Facts:
    offer = judged.table.offers[row]
    found = [_stated(judged, row, name) for name in broken]
    if "wage" not in broken and not _full_or_absent(judged, "wage", row):
        found.append(("wage_low", _plain(offer.wage_max or offer.wage_min)))
    if not _full_or_absent(judged, "experience", row):
        found.append(("experience", _plain(offer.experience_years_min)))
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
        "education": ("education", _plain(offer.education_min)),
        "age": ("age_max", _plain(offer.age_max)),
        "wage": ("wage_low", _plain(offer.wage_max or offer.wage_min)),
        "contract": ("contract", offer.contract_type),
        "closed": ("closed", _plain(offer.closes)),
        "work": ("work", offer.title),
    }[name]


def _would_help(judged: Judged, row: int, broken: tuple[str, ...]) -> tuple[str, str] | None:
    """The one thing the person could change that lifts the offer most; age and a closing date nobody can change."""
    if len(broken) == 1:
        return _stated(judged, row, broken[0]) if broken[0] in {"place", "wage", "education"} else None
    if broken:
        return None
    lacking = _skills(judged, row, known=False)
    offer = judged.table.offers[row]
    losses = {name: (1 - float(judged.values[name][row])) * weight for name, weight in judged.weights.items()}
    changes = {
        "skills": ("skill", lacking[0]) if lacking else None,
        "wage": ("wage_low", _plain(offer.wage_max or offer.wage_min)),
        "experience": ("experience", _plain(offer.experience_years_min)),
    }
    possible = [(losses.get(name, 0.0), name) for name, change in changes.items() if change]
    loss, name = max(possible)
    return changes[name] if loss > 0 else None


def _skills(judged: Judged, row: int, *, known: bool) -> list[str]:
    named = (name for name, has in zip(all_skills(), judged.table.skill[row], strict=True) if has)
    return [name for name in named if (name in judged.person.skills) is known][:MOST_SKILLS]


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value or "")
