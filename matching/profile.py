"""The two frozen things that are compared, a person and an offer, and what comes out."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What is offered."""

    VACANCY = "vacancy"
    COURSE = "course"


@dataclass(frozen=True, slots=True)
class Profile:
    """What we know of a person who looks for work; everything but the id may be unknown (None or empty)."""

    id: str
    last_occupation: str = ""
    experience_years: float | None = None
    education: str | None = None  # SD SMP SMA SMK D1 D2 D3 D4 S1 S2 S3
    major: str | None = None
    skills: tuple[str, ...] = ()
    region: str | None = None  # free text or a regency code such as 33.11
    willing_regions: tuple[str, ...] = ()  # free text or codes; "seluruh Indonesia" means anywhere
    wage_expectation_min: int | None = None  # rupiah a month
    age: int | None = None  # years
    free_text: str = ""
    disliked: tuple[str, ...] = ()  # reasons of refusals: too_far, low_wage, wrong_hours, not_my_field, already_applied
    excluded_ids: frozenset[str] = field(default_factory=frozenset)  # offers never to be shown again
    priorities: tuple[str, ...] = ()  # what matters most to the person: near, pay, hours


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A vacancy or a course as matching sees it; unknown is None or empty, and unknown never counts against it."""

    id: str
    kind: Kind
    title: str
    provider: str = ""  # employer or training provider
    location: str = ""  # free text as advertised, or a regency code
    description: str = ""
    skills: tuple[str, ...] = ()
    category: str = ""
    education_min: str | None = None
    experience_years_min: float | None = None
    age_max: int | None = None  # stated by the employer, shown as such
    wage_min: int | None = None  # rupiah a month
    wage_max: int | None = None  # rupiah a month
    contract_type: str = ""  # "Magang" is the ministry's internship for fresh graduates
    shift: str = ""
    posted: date | None = None
    closes: date | None = None  # None counts as open
    duration_hours: int | None = None  # courses: JP of 45 minutes


@dataclass(frozen=True, slots=True)
class Part:
    """One named share of a score."""

    name: str  # text, occupation, skills, level, place, wage, education, experience, age, contract, hours, freshness,
    # and ruled_out
    value: float  # 0..1
    weight: float  # negative for ruled_out only; value times weight, summed over the parts, is the score


FITTING_OCCUPATION = 0.3  # closeness of occupations from which an offer is work of the person's kind
FITTING_TEXT = 0.6  # likeness of the wording that makes up for a title nobody knows


@dataclass(frozen=True, slots=True)
class Ranked:
    """One offer for one person: the score, the parts it is made of and what they mean for the reader.

    `reasons` and `missing` are codes with their values, worded in bot/texts.
    Reasons: ("occupation", ""), ("skill", "obras"), ("distance_km", "6"), ("place", "Kota Bekasi") within reach,
    ("remote", ""), ("wage_ok", "2700000"), ("education", "SMA"), ("experience", "2").
    Missing: ("place", "Kota Batam"), ("education", "S1"), ("age_max", "30"), ("wage_low", "2000000"),
    ("experience", "5"), ("contract", "Magang"), ("closed", "2026-01-31"), ("work", "Kasir"), ("skill", "forklift").
    """

    offer_id: str
    score: float  # >= 0; below 0 when a stated condition rules the offer out, or it is other work or refused work
    parts: tuple[Part, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    would_help: tuple[str, str] | None = None  # the single change that would lift it most
    distance_km: float | None = None
    lift: float = 0.0  # what that change adds to the score; worked out by Matcher.why only

    @property
    def ruled_out(self) -> bool:
        """Whether a stated condition (place, education, age, wage, contract, date) or the kind of work is missed."""
        return self.score < 0

    @property
    def fits(self) -> bool:
        """Whether the offer is worth showing at all: the best of a list may still be no work of this person's kind."""
        values = {part.name: part.value for part in self.parts}
        is_near = values.get("occupation", 0.0) >= FITTING_OCCUPATION or values.get("text", 0.0) >= FITTING_TEXT
        return is_near and not self.ruled_out
