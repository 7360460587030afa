"""Ranking from files: profiles and offers as JSON Lines in, TSV or explained JSON Lines out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from matching.matcher import Matcher
from matching.profile import Opportunity, Profile, Ranked
from matching.ranking_rows import RankingFileError, offer_from, profile_from

__all__ = ["RankingFileError", "RankingOptions", "rank_files"]

FALLBACK_DAY = date(2026, 1, 1)  # only when no offer tells when it was posted: freshness is then the same for all


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
