"""Ranking for very many people: joblib over the matcher, which all workers map from one folder and share."""

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
from matching.stored_index import load, save

TOP = 60  # enough to choose from fairly
PART = 25  # people a worker takes at a time

Rank = Callable[[Sequence[Profile], date], list[list[Ranked]]]


@contextmanager
def ranker(matcher: Matcher, cores: int = 1, scheduler: str = "") -> Iterator[Rank]:
    """Give a function that ranks for many people as `Matcher.rank` would, in brief: a card explains itself when opened.

    One core ranks in this process; more (-1 = all) are processes of this machine; a scheduler's address hands the very
    same call to a Dask cluster, whose workers must see the folder for temporary files.
    """
    if cores == 1 and not scheduler:
        yield partial(_rank, matcher)
        return
    with TemporaryDirectory(prefix="kerjalagi-night-") as folder, _backend(scheduler):
        index = Path(folder) / "index"
        save(matcher, index)
        yield partial(_spread_out, str(index), cores)


@contextmanager
def _backend(scheduler: str) -> Iterator[None]:
    if not scheduler:
        yield
        return
    distributed = importlib.import_module("distributed")  # of the extra `cluster`
    with distributed.Client(scheduler), joblib.parallel_config(backend="dask"):
        yield


def _spread_out(folder: str, cores: int, profiles: Sequence[Profile], day: date) -> list[list[Ranked]]:
    parts = [profiles[at : at + PART] for at in range(0, len(profiles), PART)]
    found = joblib.Parallel(n_jobs=cores)(joblib.delayed(_read_and_rank)(folder, part, day) for part in parts)
    return [one for part in found for one in part]


def _read_and_rank(folder: str, profiles: Sequence[Profile], day: date) -> list[list[Ranked]]:
    return _rank(_read(folder), profiles, day)


@lru_cache(maxsize=1)
def _read(folder: str) -> Matcher:
    return load(Path(folder))


def _rank(matcher: Matcher, profiles: Sequence[Profile], day: date) -> list[list[Ranked]]:
    return [matcher.brief(one, TOP, day=day) for one in profiles]
