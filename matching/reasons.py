"""Why an offer suits, what is missing, and which single change would lift it most: from the same parts as the score."""

from collections.abc import Iterable

from matching import blend
from matching.changes import CHANGEABLE, Change, with_one_more_skill
from matching.constraints import NAMES
from matching.judging import Judged
from matching.nearness import Nearness
from matching.plainly import Plainly
from matching.profile import Part, Ranked
from matching.skills import names

NEAR_OCCUPATION = 0.6  # closeness from which we say that the occupation fits
MOST_SKILLS = 3  # named in one explanation
RAISABLE = {"wage": "wage_low", "experience": "experience"}  # parts that a fact of the advertisement would fill
Facts = tuple[tuple[str, str], ...]


def explain(judged: Judged, rows: Iterable[int]) -> list[Ranked]:
    """Put offers' scores into parts and words; the parts times their weights add up to the score."""
    plainly = Plainly.of(judged)
    return [_explained(plainly, row) for row in rows]


def _explained(plainly: Plainly, row: int) -> Ranked:
    near, broken, lacking = plainly.near(row), plainly.broken(row), _skills(plainly, row, known=False)
    best = next(iter(_changes(plainly, row, broken, lacking)), None)
    return Ranked(
        offer_id=plainly.judged.table.offers[row].id,
        score=float(plainly.judged.total[row]),
        parts=_parts(plainly, row, broken),
        reasons=_reasons(plainly, row, near),
        missing=_missing(plainly, row, broken, lacking),
        would_help=best.fact if best else None,
        distance_km=None if near.km is None else round(near.km, 1),
    )


def _parts(plainly: Plainly, row: int, broken: tuple[str, ...]) -> tuple[Part, ...]:
    weights = plainly.judged.weights
    parts = tuple(Part(name, column[row], weights[name]) for name, column in plainly.values.items())
    return (*parts, Part("ruled_out", len(broken) / len(NAMES), blend.RULED_OUT)) if broken else parts


def _reasons(plainly: Plainly, row: int, near: Nearness) -> Facts:
    found: list[tuple[str, str]] = []
    if plainly.judged.person.wanted and plainly.values["occupation"][row] >= NEAR_OCCUPATION:
        found.append(("occupation", ""))
    found += [("skill", name) for name in _skills(plainly, row, known=True)]
    found += _place_reasons(plainly, row, near)
    found += _fact_reasons(plainly, row)
    return tuple(found)


def _place_reasons(plainly: Plainly, row: int, near: Nearness) -> list[tuple[str, str]]:
    judged = plainly.judged
    if judged.table.is_course[row] or near.excluded or not judged.person.reach.is_known:
        return []
    if plainly.spot(row).remote:
        return [("remote", "")]
    named = [("place", near.where.name)] if near.where else []
    return [*([("distance_km", f"{near.km:.0f}")] if near.km is not None else []), *named]


def _fact_reasons(plainly: Plainly, row: int) -> list[tuple[str, str]]:
    profile = plainly.judged.person.profile
    facts = (
        ("wage_ok", "wage", profile.wage_expectation_min),
        ("education", "education", profile.education),
        ("experience", "experience", profile.experience_years),
    )
    holding = [(code, name) for code, name, known in facts if known and plainly.is_full(name, row)]
    return [(code, asked) for code, name in holding if (asked := plainly.asked_for(name, row))]


def _missing(plainly: Plainly, row: int, broken: tuple[str, ...], lacking: list[str]) -> Facts:
    found = [_stated(plainly, row, name) for name in broken]
    if "wage" not in broken and plainly.falls_short("wage", row):
        found.append(("wage_low", plainly.asked_for("wage", row)))
    if plainly.falls_short("experience", row):
        found.append(("experience", plainly.asked_for("experience", row)))
    found += [("skill", name) for name in lacking]
    return tuple(found)


def _stated(plainly: Plainly, row: int, name: str) -> tuple[str, str]:
    """The code of a missed condition with what the advertisement states."""
    offer = plainly.judged.table.offers[row]
    where = plainly.spot(row).country or plainly.near(row).where
    return {
        "place": ("place", where.name if where else offer.location),
        "education": ("education", plainly.asked_for("education", row)),
        "age": ("age_max", f"{plainly.asked['age_max'][row]:.0f}"),
        "wage": ("wage_low", plainly.asked_for("wage", row)),
        "contract": ("contract", offer.contract_type or "magang"),
        "closed": ("closed", str(offer.closes or "")),
        "work": ("work", offer.title),
    }[name]


def changes(judged: Judged, row: int) -> list[Change]:
    """The changes that could lift the offer, best first by the parts of its score; none when two things are missed."""
    plainly = Plainly.of(judged)
    return _changes(plainly, row, plainly.broken(row), _skills(plainly, row, known=False))


def _changes(plainly: Plainly, row: int, broken: tuple[str, ...], lacking: list[str]) -> list[Change]:
    if broken:
        alone = len(broken) == 1 and broken[0] in CHANGEABLE
        return [Change(_stated(plainly, row, broken[0]), -blend.RULED_OUT / len(NAMES))] if alone else []
    weights = plainly.judged.weights
    found = [
        Change((code, asked), (1.0 - plainly.values[name][row]) * weights[name])
        for name, code in RAISABLE.items()
        if plainly.falls_short(name, row) and (asked := plainly.asked_for(name, row))
    ]
    return sorted([*found, *_learning(plainly, row, lacking)], key=lambda one: (-one.gain, one.fact))


def _learning(plainly: Plainly, row: int, lacking: list[str]) -> list[Change]:
    weights, table = plainly.judged.weights, plainly.judged.table
    if not lacking or "skills" not in weights:
        return []
    named = float(table.named[row])
    common = sum((one & other).bit_count() for one, other in zip(plainly.skill[row], plainly.known, strict=True))
    gain = (with_one_more_skill(named, float(common)) - plainly.values["skills"][row]) * weights["skills"]
    return [Change(("skill", lacking[0]), gain)] if gain > 0 else []


def _skills(plainly: Plainly, row: int, *, known: bool) -> list[str]:
    both = zip(plainly.skill[row], plainly.known, strict=True)
    return names([one & other if known else one & ~other for one, other in both])[:MOST_SKILLS]
