"""How close the synthetic offers and people are to real ones: the same figures over both.

KERJALAGI_REAL_OFFERS=vacancies.jsonl.gz [KERJALAGI_REAL_PEOPLE=profiles.jsonl] python -m matching_speed.likeness
"""

import json
import os
from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from matching_speed.corpus import Words, corpus_of, in_provinces, question
from matching_speed.learn_model import REAL, real_offers
from matching_speed.offers import DAY, synthetic
from matching_speed.people import synthetic_people

from matching.matcher import Matcher
from matching.profile import Opportunity, Profile
from matching.ranking_rows import profile_from

PEOPLE = "KERJALAGI_REAL_PEOPLE"
RANKS = (10, 1000)  # between which the slope of the word counts is taken


@dataclass(frozen=True, slots=True)
class Likeness:
    """What decides how much work a ranking is."""

    tokens: float  # words of an offer, the title three times
    different: float  # different words of an offer
    vocabulary: int
    slope: float  # of log count over log rank
    no_group: float  # share of titles that name no occupation we know
    described: float
    waged: float
    terms: float  # different words of a person's question
    frequency: float  # share of the offers that hold a word of the question, in the mean
    touched: float  # postings that a question touches, per offer
    inside: float  # share of the offers in the provinces a person searches
    surviving: float  # share of the offers that no condition rules out
    fitting: float  # share of the people for whom twenty offers survive


def likeness(offers: list[Opportunity], people: list[Profile]) -> Likeness:
    """Look at offers through the eyes of people."""
    matcher = Matcher.fit(offers, DAY)
    corpus = corpus_of(matcher)
    frequency = _frequencies(corpus.words)
    asked = [question(one) for one in people]
    shares = [[frequency.get(word, 0) / len(offers) for word in set(one.terms)] for one in asked]
    inside = [1.0 if (mask := in_provinces(corpus, one)) is None else mask.mean() for one in asked]
    alive = [sum(score >= 0 for _id, score in matcher.scores(one, 0)) for one in people]
    return Likeness(
        tokens=len(corpus.words.numbers) / len(offers),
        different=sum(frequency.values()) / len(offers),
        vocabulary=len(frequency),
        slope=_slope(corpus.words),
        no_group=float((matcher.table.sureness[:, 0] == 0).mean()),
        described=float(np.mean([bool(one.description) for one in offers])),
        waged=float(np.mean(~np.isnan(matcher.table.wage))),
        terms=float(np.mean([len(set(one.terms)) for one in asked])),
        frequency=float(np.mean([share for one in shares for share in one])),
        touched=float(np.mean([sum(one) for one in shares])),
        inside=float(np.mean(inside)),
        surviving=float(np.mean(alive) / len(offers)),
        fitting=float(np.mean([one >= 20 for one in alive])),
    )


def _frequencies(words: Words) -> Counter[str]:
    names = list(words.vocabulary)
    counts: Counter[int] = Counter()
    for row in range(len(words.starts) - 1):
        counts.update(set(words.row(row).tolist()))
    return Counter({names[number]: count for number, count in counts.items()})


def _slope(words: Words) -> float:
    counts = np.sort(np.bincount(words.numbers))[::-1]
    ranks = np.arange(RANKS[0], min(RANKS[1], int((counts > 0).sum())))
    return float(np.polyfit(np.log(ranks), np.log(counts[ranks - 1]), 1)[0])


def compared(real: list[Opportunity], real_people: list[Profile]) -> str:
    """A table: real people over real offers where there are some, synthetic people over both."""
    people = synthetic_people(200)
    columns = {
        "synthetic": likeness(list(synthetic(len(real))), people),
        "same people, real offers": likeness(real, people),
    }
    if real_people:
        columns["real people, real offers"] = likeness(real, real_people)
    lines = [f"{'':14}" + "".join(f"{name:>26}" for name in columns)]
    for field in fields(Likeness):
        values = (getattr(one, field.name) for one in columns.values())
        lines += [f"{field.name:14}" + "".join(f"{value:26.4g}" for value in values)]
    return "\n".join(lines)


if __name__ == "__main__":
    told = os.environ.get(PEOPLE)
    written = [profile_from(json.loads(line), "") for line in Path(told).read_text().splitlines()] if told else []
    print(compared(real_offers(Path(os.environ[REAL])), written))
