"""All figures of one size: the shipped matcher and its peers, same offers, same people, one process, one thread."""

import dataclasses
import gc
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from matching_speed.clock import Beside, Spent, beside, cpu, in_turns, spent
from matching_speed.corpus import Corpus, corpus_of, question
from matching_speed.footprint import array_megabytes, resident_megabytes
from matching_speed.offers import DAY, synthetic
from matching_speed.peers import Peer, installed
from matching_speed.people import synthetic_people

from matching.loops import MANY_OFFERS
from matching.matcher import Matcher
from matching.person import understand
from matching.profile import Opportunity, Profile

OURS = "KerjaLagi"
TOP = 20
CHANGED = 100  # one offer in a hundred
BATCH = 20  # people in one go of the night
WARM = MANY_OFFERS  # offers of the trial run: enough for everything that is compiled
JUDGED = 40  # people whose whole order is known, for the recall


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one ranker."""

    name: str
    answer: Spent  # one person: offers, parts and reasons
    bare: Spent  # one person: offer ids and scores only
    ratio: Beside  # times ours, answers
    bare_ratio: Beside  # times ours, ids and scores
    night: float  # people a CPU second
    night_ratio: Beside
    recall: float  # share of the best twenty by the shipped score over every offer
    retrieved: float  # share of them among what was retrieved at all
    build: float  # CPU seconds of the index
    update: float  # CPU seconds until one per cent of changed offers is found
    megabytes: float


@dataclass(frozen=True, slots=True)
class Measured:
    """One size."""

    offers: int
    people: int
    reading: float  # CPU seconds every peer needs before its index: columns and words
    understanding: float  # CPU milliseconds to read one profile, the same for all and part of every answer
    first_time: float  # the same for a person never seen before
    resident: float  # MB of the process that holds the offers and our index, above what it had with the libraries alone
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Rankers:
    """Everybody who answers, and what their building took."""

    matcher: Matcher
    peers: list[Peer]
    build: dict[str, float]
    reading: float
    resident: float


def measured(size: int, people: int, peers: list[type[Peer]]) -> Measured:
    """Build everything and measure it."""
    rankers = _built(size, installed(peers))
    asked = synthetic_people(people)
    first_time = [cpu(understand, one) for one in asked]
    answers = in_turns(_calls(rankers, "rank"), asked)
    bare = in_turns(_calls(rankers, "scores"), asked)
    groups = [asked[at : at + BATCH] for at in range(0, len(asked), BATCH)]
    nights = in_turns(_calls(rankers, "rank_many"), groups)
    recalls = _recalls(rankers, asked[:JUDGED])
    updates = _updates(rankers)
    sizes = {OURS: array_megabytes(rankers.matcher)} | {peer.name: peer.megabytes() for peer in rankers.peers}
    rows = [
        Row(
            name=name,
            answer=spent(answers[name]),
            bare=spent(bare[name]),
            ratio=beside(answers[OURS], answers[name]),
            bare_ratio=beside(bare[OURS], bare[name]),
            night=float(sum(map(len, groups[: len(nights[name])])) / nights[name].sum()),
            night_ratio=beside(nights[OURS], nights[name]),
            recall=recalls[name][0],
            retrieved=recalls[name][1],
            build=rankers.build[name],
            update=updates[name],
            megabytes=sizes[name],
        )
        for name in answers
    ]
    again = [cpu(understand, one) for one in asked]
    return Measured(
        offers=size,
        people=people,
        reading=rankers.reading,
        understanding=float(np.median(again) * 1000),
        first_time=float(np.median(first_time) * 1000),
        resident=rankers.resident,
        rows=rows,
    )


def _built(size: int, kinds: list[type[Peer]]) -> Rankers:
    offers = list(synthetic(size))
    _warm(offers[:WARM], kinds)
    gc.collect()
    before, begun = resident_megabytes(), time.process_time()
    matcher = Matcher.fit(offers, DAY)
    build = {OURS: time.process_time() - begun}
    resident = resident_megabytes() - before
    begun = time.process_time()
    corpus: Corpus = corpus_of(matcher)
    reading = time.process_time() - begun
    peers = []
    for kind in kinds:
        begun = time.process_time()
        peers.append(kind(corpus, DAY))
        build[kind.name] = build.get(kind.borrows) or time.process_time() - begun
    return Rankers(matcher, peers, build, reading, resident)


def _warm(offers: list[Opportunity], kinds: list[type[Peer]]) -> None:
    """Load libraries and word lists and compile what is compiled, once for all."""
    matcher = Matcher.fit(offers, DAY)
    matcher.rank(synthetic_people(1)[0])
    corpus = corpus_of(matcher)
    for kind in kinds:
        kind(corpus, DAY).rank(synthetic_people(1)[0])


def _calls(rankers: Rankers, method: str) -> dict[str, Callable[..., object]]:
    return {OURS: getattr(rankers.matcher, method)} | {peer.name: getattr(peer, method) for peer in rankers.peers}


def _recalls(rankers: Rankers, asked: list[Profile]) -> dict[str, tuple[float, float]]:
    """Share of the truly best that each ranker answers, and that it had at all; an equal score is as good.

    The truth is the whole list of `scores(..., top=0)`, which judges every offer; what is ruled out is not missed.
    """
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in rankers.build}
    for profile in asked:
        whole = dict(rankers.matcher.scores(profile, 0))
        best = [score for score in list(whole.values())[:TOP] if score >= 0]
        if not best:
            continue
        one = question(profile)
        ids = {peer.name: _ids(peer, peer.retrieve(one)[0]) for peer in rankers.peers}
        for name, scores in _calls(rankers, "scores").items():
            named = [offer for offer, _score in scores(profile, TOP)]
            answered = _share(whole, named, best)
            found[name].append((answered, _share(whole, ids[name], best) if name in ids else answered))
    return {
        name: (float(np.mean([a for a, _ in one])), float(np.mean([b for _, b in one]))) for name, one in found.items()
    }


def _ids(peer: Peer, rows: np.ndarray) -> list[str]:
    return [peer.corpus.table.offers[row].id for row in rows]


def _share(whole: dict[str, float], named: list[str], best: list[float]) -> float:
    good = sum(whole[offer] >= best[-1] - 1e-9 for offer in named)
    return min(good, len(best)) / len(best)


def _updates(rankers: Rankers) -> dict[str, float]:
    """CPU seconds until changed offers are found: the matcher's own update where it has one, else a new fit."""
    offers = rankers.matcher.table.offers
    rows = np.arange(0, len(offers), CHANGED)
    changed = [dataclasses.replace(offers[row], title=f"{offers[row].title} senior") for row in rows]
    update = getattr(rankers.matcher, "updated", None)
    taken = {OURS: cpu(update, changed) if update else rankers.build[OURS]}
    return taken | {
        peer.name: cpu(peer.update, rows) if peer.updates else rankers.build[peer.name] for peer in rankers.peers
    }
