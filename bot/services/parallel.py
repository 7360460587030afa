"""Ranking for very many people: joblib over the matcher, which every worker reads once from one mapped file."""

import importlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import joblib

from matching.matcher import Matcher
from matching.profile import Profile, Ranked

TOP = 60  # enough to choose from fairly
NEEDED = frozenset({"occupation", "text"})  # parts by which an offer fits or does not
PART = 25  # people a worker takes at a time

Rank = Callable[[Sequence[Profile], date], list[list[Ranked]]]


@contextmanager
def ranker(matcher: Matcher, cores: int = 1, scheduler: str = "") -> Iterator[Rank]:
    """Give a function that ranks for many people as `Matcher.rank` would, without reasons and with few parts.

    One core ranks in this process; more (-1 = all) are processes of this machine; a scheduler's address hands the very
    same call to a Dask cluster, whose workers must see the folder for temporary files.
    """
    if cores == 1 and not scheduler:
        yield partial(_rank, matcher)
        return
    with TemporaryDirectory(prefix="kerjalagi-night-") as folder, _backend(scheduler):
        file = Path(folder) / "matcher.joblib"
        joblib.dump(matcher, file)
        yield partial(_spread_out, str(file), cores)


@contextmanager
def _backend(scheduler: str) -> Iterator[None]:
    if not scheduler:
        yield
        return
    distributed = importlib.import_module("distributed")  # of the extra `cluster`
    with distributed.Client(scheduler), joblib.parallel_config(backend="dask"):
        yield


def _spread_out(file: str, cores: int, profiles: Sequence[Profile], day: date) -> list[list[Ranked]]:
    parts = [profiles[at : at + PART] for at in range(0, len(profiles), PART)]
    found = joblib.Parallel(n_jobs=cores)(joblib.delayed(_read_and_rank)(file, part, day) for part in parts)
    return [one for part in found for one in part]


def _read_and_rank(file: str, profiles: Sequence[Profile], day: date) -> list[list[Ranked]]:
    return _rank(_read(file), profiles, day)


@lru_cache(maxsize=1)
def _read(file: str) -> Matcher:
    matcher: Matcher = joblib.load(file, mmap_mode="r")
    return matcher


def _rank(matcher: Matcher, profiles: Sequence[Profile], day: date) -> list[list[Ranked]]:
    return [[_lean(one) for one in found] for found in matcher.rank_many(profiles, TOP, day=day)]


def _lean(one: Ranked) -> Ranked:
    """What a choice needs, so that little travels between processes; a card explains itself when it is opened."""
    return Ranked(one.offer_id, one.score, tuple(part for part in one.parts if part.name in NEEDED))
