"""Why an offer suits, what is missing, and which single change would lift it most: from the same parts as the score."""

from collections.abc import Iterable

from matching import blend
from matching.changes import CHANGEABLE, Change, with_one_more_skill
from matching.constraints import NAMES
from matching.judging import Judged
from matching.nearness import Nearness
from matching.plainly import Plainly
from matching.profile import Part, Ranked

NEAR_OCCUPATION = 0.6  # closeness from which we say that the occupation fits
RAISABLE = {"wage": "wage_low", "experience": "experience"}  # parts that a fact of the advertisement would fill
Facts = tuple[tuple[str, str], ...]


def explain(judged: Judged, rows: Iterable[int]) -> list[Ranked]:
    """Put offers' scores into parts and words; the parts times their weights add up to the score."""
    plainly = Plainly.of(judged, list(rows))
    return [_explained(plainly, at, parts) for at, parts in enumerate(plainly.parts())]


def _explained(plainly: Plainly, at: int, parts: tuple[Part, ...]) -> Ranked:
    near = plainly.near[at]
    best = next(iter(_changes(plainly, at)), None)
    return Ranked(
        offer_id=plainly.ids[at],
        score=plainly.total[at],
        parts=parts,
        reasons=_reasons(plainly, at, near),
        missing=_missing(plainly, at),
        would_help=best.fact if best else None,
        distance_km=None if near.km is None else round(near.km, 1),
    )


def _reasons(plainly: Plainly, at: int, near: Nearness) -> Facts:
    found: list[tuple[str, str]] = []
    if plainly.judged.person.wanted and plainly.values["occupation"][at] >= NEAR_OCCUPATION:
        found.append(("occupation", ""))
    found += [("skill", name) for name in plainly.own[at]]
    found += _place_reasons(plainly, at, near)
    found += _fact_reasons(plainly, at)
    return tuple(found)


def _place_reasons(plainly: Plainly, at: int, near: Nearness) -> list[tuple[str, str]]:
    judged = plainly.judged
    if plainly.is_course[at] or near.excluded or not judged.person.reach.is_known:
        return []
    if plainly.spot(at).remote:
        return [("remote", "")]
    named = [("place", near.where.name)] if near.where else []
    return [*([("distance_km", f"{near.km:.0f}")] if near.km is not None else []), *named]


def _fact_reasons(plainly: Plainly, at: int) -> list[tuple[str, str]]:
    profile = plainly.judged.person.profile
    facts = (
        ("wage_ok", "wage", profile.wage_expectation_min),
        ("education", "education", profile.education),
        ("experience", "experience", profile.experience_years),
    )
    holding = [(code, name) for code, name, known in facts if known and plainly.is_full(name, at)]
    return [(code, asked) for code, name in holding if (asked := plainly.asked_for(name, at))]


def _missing(plainly: Plainly, at: int) -> Facts:
    broken = plainly.broken[at]
    found = [_stated(plainly, at, name) for name in broken]
    if "wage" not in broken and plainly.falls_short("wage", at):
        found.append(("wage_low", plainly.asked_for("wage", at)))
    if plainly.falls_short("experience", at):
        found.append(("experience", plainly.asked_for("experience", at)))
    found += [("skill", name) for name in plainly.lacking[at]]
    return tuple(found)


def _stated(plainly: Plainly, at: int, name: str) -> tuple[str, str]:
    """The code of a missed condition with what the advertisement states."""
    offer = plainly.offer(at)
    where = plainly.spot(at).country or plainly.near[at].where
    return {
        "place": ("place", where.name if where else offer.location),
        "education": ("education", plainly.asked_for("education", at)),
        "age": ("age_max", f"{plainly.asked['age_max'][at]:.0f}"),
        "wage": ("wage_low", plainly.asked_for("wage", at)),
        "contract": ("contract", offer.contract_type or "magang"),
        "closed": ("closed", str(offer.closes or "")),
        "work": ("work", offer.title),
    }[name]


def changes(judged: Judged, row: int) -> list[Change]:
    """The changes that could lift the offer, best first by the parts of its score; none when two things are missed."""
    return _changes(Plainly.of(judged, [row]), 0)


def _changes(plainly: Plainly, at: int) -> list[Change]:
    broken = plainly.broken[at]
    if broken:
        alone = len(broken) == 1 and broken[0] in CHANGEABLE
        return [Change(_stated(plainly, at, broken[0]), -blend.RULED_OUT / len(NAMES))] if alone else []
    weights = plainly.judged.weights
    found = [
        Change((code, asked), (1.0 - plainly.values[name][at]) * weights[name])
        for name, code in RAISABLE.items()
        if plainly.falls_short(name, at) and (asked := plainly.asked_for(name, at))
    ]
    return sorted([*found, *_learning(plainly, at)], key=lambda one: (-one.gain, one.fact))


def _learning(plainly: Plainly, at: int) -> list[Change]:
    weights, lacking = plainly.judged.weights, plainly.lacking[at]
    if not lacking or "skills" not in weights:
        return []
    learned = with_one_more_skill(plainly.named[at], float(plainly.common[at]))
    gain = (learned - plainly.values["skills"][at]) * weights["skills"]
    return [Change(("skill", lacking[0]), gain)] if gain > 0 else []
