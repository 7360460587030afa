"""Ranking from files: profiles and offers as JSON Lines in, TSV or explained JSON Lines out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from matching.matcher import Matcher
from matching.profile import Kind, Opportunity, Profile, Ranked

FALLBACK_DAY = date(2026, 1, 1)  # only when no offer tells when it was posted: freshness is then the same for all


class RankingFileError(ValueError):
    """A line that cannot be read; the message names the file's part, the line and what was expected."""


@dataclass(frozen=True, slots=True)
class RankingOptions:
    """How to rank a file."""

    top: int = 20  # 0 = all offers
    day: date | None = None  # None: the newest posting date among the offers
    with_rules: bool = True
    explain: bool = False


def rank_files(profile_lines: Iterable[str], offer_lines: Iterable[str], options: RankingOptions) -> Iterator[str]:
    """Yield `profile_id<TAB>offer_id<TAB>score` lines, best first, or JSON lines with the parts.

    Every line is read before the first answer, so a bad line costs no half-written output.

    Raises:
        RankingFileError: a line is no JSON object, lacks its id, repeats one or holds a value of the wrong type.
    """
    profiles = [profile_from(row, where) for where, row in _objects(profile_lines, "profiles")]
    offers = [offer_from(row, where) for where, row in _objects(offer_lines, "offers")]
    _refuse_repeats(profiles, "profiles")
    _refuse_repeats(offers, "offers")
    day = options.day or max((one.posted for one in offers if one.posted), default=FALLBACK_DAY)
    return _answers(profiles, offers, day, options)


def _answers(profiles: list[Profile], offers: list[Opportunity], day: date, options: RankingOptions) -> Iterator[str]:
    if not offers:
        return
    matcher = Matcher.fit(offers, day)
    for profile in profiles:
        if options.explain:
            for one in matcher.rank(profile, options.top, with_rules=options.with_rules):
                yield _explained(profile.id, one)
        else:
            for offer_id, score in matcher.scores(profile, options.top, with_rules=options.with_rules):
                yield f"{profile.id}\t{offer_id}\t{score:.9f}"


def _explained(profile_id: str, one: Ranked) -> str:
    parts = {part.name: {"value": round(part.value, 6), "weight": round(part.weight, 6)} for part in one.parts}
    answer = {
        "profile_id": profile_id,
        "offer_id": one.offer_id,
        "score": one.score,
        "parts": parts,
        "reasons": [list(reason) for reason in one.reasons],
        "missing": [list(what) for what in one.missing],
        "would_help": list(one.would_help) if one.would_help else None,
        "distance_km": one.distance_km,
    }
    return json.dumps(answer, ensure_ascii=False)


def profile_from(row: Mapping[str, object], where: str) -> Profile:
    """Read one profile; absent and null fields are unknown."""
    cells = Cells(row, where)
    return Profile(
        id=cells.identity(),
        last_occupation=cells.text("last_occupation"),
        experience_years=cells.number("experience_years"),
        education=cells.text("education") or None,
        major=cells.text("major") or None,
        skills=cells.texts("skills"),
        region=cells.text("region") or None,
        willing_regions=cells.texts("willing_regions"),
        wage_expectation_min=cells.whole("wage_expectation_min"),
        age=cells.whole("age"),
        free_text=cells.text("free_text"),
        disliked=cells.texts("disliked"),
        excluded_ids=frozenset(cells.texts("excluded_ids")),
    )


def offer_from(row: Mapping[str, object], where: str) -> Opportunity:
    """Read one offer: a row with `objective` is a course, any other a vacancy."""
    cells = Cells(row, where)
    is_course = "objective" in row
    return Opportunity(
        id=cells.identity(),
        kind=Kind.COURSE if is_course else Kind.VACANCY,
        title=cells.text("title"),
        provider=cells.text("provider" if is_course else "employer"),
        location=cells.text("location"),
        description=cells.text("objective" if is_course else "description"),
        skills=cells.texts("skills"),
        category=cells.text("field") or f"{cells.text('category')} {cells.text('subcategory')}".strip(),
        education_min=cells.text("education_min") or None,
        experience_years_min=cells.number("experience_years_min"),
        age_max=cells.whole("age_max"),
        wage_min=cells.whole("salary_min") or cells.whole("wage_min"),
        wage_max=cells.whole("salary_max") or cells.whole("wage_max"),
        contract_type=cells.text("employment_type") or cells.text("contract_type"),
        posted=cells.day("posted"),
        closes=cells.day("closes"),
        duration_hours=cells.whole("duration_jp"),
    )


@dataclass(frozen=True, slots=True)
class Cells:
    """One row's values, read strictly: a wrong type is an error with the line and the field."""

    row: Mapping[str, object]
    where: str

    def identity(self) -> str:
        """The id, which has to be there."""
        return self.text("id") or self._refuse("id", "a text or number")

    def text(self, name: str) -> str:
        """A text, or a number as text; null is empty."""
        value = self.row.get(name)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            return str(value).strip()
        return "" if value is None else self._refuse(name, "a text")

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; null is empty."""
        value = self.row.get(name)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self._refuse(name, "a list of texts")
        return ()

    def number(self, name: str) -> float | None:
        """A number, or None."""
        value = self.row.get(name)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
        if value is not None:
            self._refuse(name, "a number")
        return None

    def whole(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self.number(name)
        return None if value is None else int(value)

    def day(self, name: str) -> date | None:
        """A day as YYYY-MM-DD, or YYYY-MM for the first of a month; null and empty are unknown."""
        value = self.text(name)
        if not value:
            return None
        try:
            return date.fromisoformat(value if len(value) > len("2026-01") else f"{value}-01")
        except ValueError:
            self._refuse(name, "a day as YYYY-MM-DD or YYYY-MM")
            return None

    def _refuse(self, name: str, expected: str) -> str:
        raise RankingFileError(f"{self.where}: {name} should be {expected}, found {self.row.get(name)!r}")


def _objects(lines: Iterable[str], name: str) -> Iterator[tuple[str, dict[str, object]]]:
    for number, line in enumerate(lines, start=1):
        where = f"{name} line {number}"
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as broken:
            raise RankingFileError(f"{where}: not JSON ({broken.msg} at column {broken.colno})") from broken
        if not isinstance(row, dict):
            raise RankingFileError(f"{where}: should be a JSON object, found {type(row).__name__}")
        yield where, row


def _refuse_repeats(rows: list[Profile] | list[Opportunity], name: str) -> None:
    seen: set[str] = set()
    for one in rows:
        if one.id in seen:
            raise RankingFileError(f"{name}: the id {one.id!r} stands on more than one line")
        seen.add(one.id)
