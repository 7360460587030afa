"""The single change a person could make that lifts an offer: what it would bring, and the profile with it made."""

from dataclasses import dataclass, replace

from matching.profile import Profile
from matching.signals import ENOUGH_SKILLS, NO_SKILLS

Fact = tuple[str, str]
CHANGEABLE = frozenset({"place", "wage", "education"})  # age, a date and the kind of work nobody changes for one offer


@dataclass(frozen=True, slots=True)
class Change:
    """A change with what it adds to the score."""

    fact: Fact  # ("skill", "forklift"), ("wage_low", "2000000"), ("experience", "5"), ("place", "Kota Batam"), ...
    gain: float  # by the parts of the score; the wording may add to it


def with_one_more_skill(named: float, common: float) -> float:
    """Return the value of the skills part when one more of the named skills is known."""
    return min((common + 1) / min(max(named, 1.0), ENOUGH_SKILLS), 1.0) if named else NO_SKILLS


def applied(profile: Profile, fact: Fact) -> Profile:
    """Return the profile with one change made; an unknown change changes nothing."""
    code, value = fact
    match code:
        case "skill":
            return replace(profile, skills=(*profile.skills, value))
        case "place":
            return replace(profile, willing_regions=(*profile.willing_regions, value))
        case "wage_low":
            return replace(profile, wage_expectation_min=int(value))
        case "experience":
            return replace(profile, experience_years=float(value))
        case "education":
            return replace(profile, education=value)
    return profile
