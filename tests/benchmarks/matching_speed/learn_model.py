"""Makes model.json, what the synthetic offers are drawn from, out of real advertisements that stay outside.

Input: the real advertisements as JSON Lines (gzip), 10,103 of them for the model that ships, collected in 2024-2026
from public Indonesian job portals and used for evaluation only; their texts are not ours. What leaves this script are
single words that stand in at least twenty different advertisements, with rounded counts, and shares (lengths, places,
wages, education): no word order, no title, no employer, so that no advertisement can be recovered from it.

    KERJALAGI_REAL_OFFERS=vacancies.jsonl.gz python -m matching_speed.learn_model
"""

import gzip
import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from matching.occupations import occupations
from matching.places import PlaceKind, find
from matching.profile import Opportunity
from matching.ranking_rows import offer_from
from matching.wording import words

MODEL = Path(__file__).with_name("model.json")
REAL = "KERJALAGI_REAL_OFFERS"  # the environment variable that names the file of real advertisements
LEAST_OFFERS = 20  # different advertisements a word, a place or an occupation must stand in
QUANTILES = 21
MOST_EXTRA = 6  # words of a title beside the occupation
DIGITS = 2  # significant digits of a count


def real_offers(path: Path) -> list[Opportunity]:
    """Read the real advertisements."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [offer_from(json.loads(line), "") for line in lines]


def learn(offers: list[Opportunity]) -> dict[str, object]:
    """Return the counts and shares of the advertisements."""
    titles = [_title(one) for one in offers]
    texts = [[word for word in words(one.description) if word.isalpha()] for one in offers if one.description]
    described = _common(texts)
    wages = [one.wage_max or one.wage_min for one in offers if one.wage_max or one.wage_min]
    newest = max(one.posted for one in offers if one.posted)
    return {
        "offers": len(offers),
        "title_words": _common([extra for _code, extra in titles]),
        "title_extra": _shares(min(len(extra), MOST_EXTRA) for code, extra in titles if code),
        "occupations": _often(code for code, _extra in titles),
        "description_words": described,
        "description_share": round(len(texts) / len(offers), 3),
        "description_lengths": _quantiles(len(one) for one in texts),
        "tail_share": round(1 - sum(word in described for one in texts for word in one) / sum(map(len, texts)), 3),
        "places": _often(_place(one) for one in offers),
        "education": _shares(one.education_min or "" for one in offers),
        "experience": _often(one.experience_years_min for one in offers),
        "age": _often(one.age_max for one in offers),
        "internships": round(sum(one.contract_type == "Magang" for one in offers) / len(offers), 3),
        "wage_share": round(len(wages) / len(offers), 3),
        "wages": _quantiles(wages),
        "skill_words": _common([[word for name in one.skills for word in words(name)] for one in offers]),
        "skill_counts": _shares(min(len(one.skills), 2 * MOST_EXTRA) for one in offers),
        "days_old": _quantiles((newest - one.posted).days for one in offers if one.posted),
    }


def _title(offer: Opportunity) -> tuple[str, list[str]]:
    """The surest occupation group, and the words that do not name it."""
    named = occupations(offer.title, beside=offer.category, guess=False)
    used = set(named[0].words) if named else set()
    return named[0].code if named else "", [word for word in words(offer.title) if word.isalpha() and word not in used]


def _place(offer: Opportunity) -> str:
    """The code of the place an advertisement names; "~" is remote and "" nothing."""
    place = find(offer.location)
    if place.remote:
        return "~"
    return place.areas[0].code if place.kind is not PlaceKind.ANYWHERE and place.areas else ""


def _common(texts: list[list[str]]) -> dict[str, int]:
    """Words of enough different advertisements with how often they stand in all of them, rounded."""
    found = Counter(word for text in texts for word in set(text))
    total = Counter(word for text in texts for word in text)
    return {word: _rounded(total[word]) for word, count in sorted(found.items()) if count >= LEAST_OFFERS}


def _often(values: Iterable[object]) -> dict[str, int]:
    """Counts of what stands in enough advertisements; all the rest together is `other`."""
    counts = Counter(values)
    kept = {_key(value): _rounded(count) for value, count in counts.most_common() if count >= LEAST_OFFERS}
    return kept | {"other": _rounded(sum(count for count in counts.values() if count < LEAST_OFFERS))}


def _shares(values: Iterable[object]) -> dict[str, float]:
    counts = Counter(values)
    total = sum(counts.values())
    return {_key(value): round(count / total, 3) for value, count in counts.most_common() if count >= LEAST_OFFERS}


def _key(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _quantiles(values: Iterable[float]) -> list[int]:
    """Rounded quantiles from the 1st to the 99th percentile, so that no extreme is told."""
    return [_rounded(one) for one in np.quantile(list(values), np.linspace(0.01, 0.99, QUANTILES))]


def _rounded(count: float) -> int:
    return int(float(f"{count:.{DIGITS}g}"))


if __name__ == "__main__":
    learnt = learn(real_offers(Path(os.environ[REAL])))
    lines = (f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in learnt.items())
    MODEL.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
