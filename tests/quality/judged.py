"""Judged people and offers, and the measures of a run over them; equal scores go by a hash, not by file order."""

import gzip
import hashlib
import json
import re
import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from matching.evaluation import bad_share, ndcg, precision, reciprocal_rank
from matching.matcher import Matcher
from matching.profile import Opportunity, Profile
from matching.ranking_rows import offer_from, profile_from

Scores = Mapping[str, float]  # offer id to score
Figures = dict[str, dict[str, float]]  # measure to profile to value
FALLBACK_DAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Judged:
    """People, everything that is offered, and the grades of the offers that were judged."""

    people: tuple[Profile, ...]
    offers: tuple[Opportunity, ...]
    grades: dict[str, dict[str, int]]

    @cached_property
    def day(self) -> date:
        """The newest posting date, as the command takes it."""
        return max((one.posted for one in self.offers if one.posted), default=FALLBACK_DAY)

    @cached_property
    def matcher(self) -> Matcher:
        """The shipped matcher over all offers."""
        return Matcher.fit(self.offers, self.day)


def vacancies(folder: Path) -> Judged:
    """Read the judged vacancies."""
    with gzip.open(folder / "vacancies-real.jsonl.gz", "rt", encoding="utf-8") as lines:
        offers = tuple(offer_from(json.loads(line), "") for line in lines)
    return Judged(_people(folder), offers, _grades(folder / "eval" / "qrels-vacancies.tsv"))


def courses(folder: Path) -> Judged:
    """Read the judged courses."""
    lines = (folder / "eval" / "courses.jsonl").read_text().splitlines()
    offers = tuple(offer_from(json.loads(line), "") for line in lines)
    return Judged(_people(folder), offers, _grades(folder / "eval" / "qrels-courses.tsv"))


def measure(judged: Judged, scored: Callable[[Profile], Scores]) -> Figures:
    """Re-rank what was judged by a way of scoring, and measure it profile by profile."""
    figures: Figures = {name: {} for name in ("ndcg10", "mrr", "p5", "bad1", "bad5")}
    for person in judged.people:
        grades = judged.grades.get(person.id, {})
        if not any(grades.values()):
            continue
        ranked = _ordered(person.id, grades, scored(person))
        figures["ndcg10"][person.id] = ndcg(ranked, grades)
        figures["bad1"][person.id] = bad_share(ranked, grades, 1)
        figures["bad5"][person.id] = bad_share(ranked, grades, 5)
        if max(grades.values()) > 1:
            figures["mrr"][person.id] = reciprocal_rank(ranked, grades)
            figures["p5"][person.id] = precision(ranked, grades)
    return figures


def mean(figures: Figures, name: str) -> float:
    """Return the mean of one measure over the people."""
    return statistics.mean(figures[name].values())


def shipped(judged: Judged, *, with_rules: bool = True) -> Callable[[Profile], Scores]:
    """Score as the product does."""
    return lambda person: dict(judged.matcher.scores(person, 0, with_rules=with_rules))


def perfect(judged: Judged) -> Callable[[Profile], Scores]:
    """Score by the grades themselves: the best order there is."""
    return lambda person: {one: float(grade) for one, grade in judged.grades[person.id].items()}


def _ordered(person: str, grades: Mapping[str, int], scores: Scores) -> list[str]:
    def place(one: str) -> tuple[float, bytes]:
        return -scores.get(one, float("-inf")), hashlib.sha256(f"{person}|{one}".encode()).digest()

    return sorted(grades, key=place)


def _people(folder: Path) -> tuple[Profile, ...]:
    lines = (folder / "eval" / "profiles.jsonl").read_text().splitlines()
    return tuple(profile_from(json.loads(line), "") for line in lines)


def _grades(path: Path) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = {}
    for line in path.read_text().splitlines()[1:]:
        person, offer, grade = re.split(r"[\t, ]+", line.strip())
        grades.setdefault(person, {})[offer] = int(grade)
    return grades
