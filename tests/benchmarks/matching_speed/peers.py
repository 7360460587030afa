"""The peers: each retrieves offers as its documentation says, then does the same job as the matcher with them."""

import tempfile
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from matching_speed.corpus import Corpus, Question, allowed, in_provinces, question
from matching_speed.rescoring import Rescored, over

from matching.profile import Profile, Ranked

RETRIEVED = 200
Found = tuple[np.ndarray, np.ndarray]  # rows and their scores


class Peer(ABC):
    """An engine over one corpus."""

    name = ""
    needs = ""  # the package it comes in
    most = RETRIEVED
    borrows = ""  # the peer whose very index it asks, so that it is built once only
    updates = False  # whether it takes changed offers without building anew

    def __init__(self, corpus: Corpus, day: date) -> None:
        self.corpus, self.day = corpus, day
        self.build()

    @abstractmethod
    def build(self) -> None:
        """Index the corpus."""

    @abstractmethod
    def retrieve(self, one: Question) -> Found:
        """Return at most `most` rows that are likely to be best."""

    @abstractmethod
    def megabytes(self) -> float:
        """Size of the index beside the columns."""

    def update(self, _changed: np.ndarray) -> None:
        """Make changed rows findable; an engine that knows no other way builds anew."""
        self.build()

    def rank(self, profile: Profile, top: int = 20) -> list[Ranked]:
        """Retrieve, then hard conditions, signals and reasons."""
        return self._again(profile).rank(profile, top)

    def scores(self, profile: Profile, top: int = 20) -> list[tuple[str, float]]:
        """The same without the reasons."""
        return self._again(profile).scores(profile, top)

    def rank_many(self, profiles: Sequence[Profile], top: int = 20) -> list[list[Ranked]]:
        """One after another; none of these engines takes a mask for each person of a batch."""
        return [self.rank(one, top) for one in profiles]

    def _again(self, profile: Profile) -> Rescored:
        rows, found = self.retrieve(question(profile))
        return over(self.corpus.table, rows, found, self.day)

    def mask(self, one: Question) -> np.ndarray:
        """All hard conditions over all offers."""
        kept = allowed(self.corpus.table, one, self.day.toordinal(), slice(None))
        inside = in_provinces(self.corpus, one)
        return kept if inside is None else kept & inside

    def best(self, scores: np.ndarray) -> Found:
        """The highest scores above zero, in no order."""
        rows = np.argpartition(scores, -self.most)[-self.most :] if len(scores) > self.most else np.arange(len(scores))
        rows = rows[scores[rows] > 0]
        return rows, scores[rows]


class Tfidf(Peer):
    """scikit-learn as tutorials use it: TfidfVectorizer, X @ q.T."""

    name, needs = "scikit-learn X @ q.T", "sklearn"

    def build(self) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.vectorizer = TfidfVectorizer(analyzer=str.split, sublinear_tf=True, dtype=np.float32)
        self.matrix = self.vectorizer.fit_transform(self.corpus.text(row) for row in range(self.corpus.size))

    def retrieve(self, one: Question) -> Found:
        query = self.vectorizer.transform([" ".join(one.terms)])
        return self.best((self.matrix @ query.T).toarray().ravel() * self.mask(one))

    def megabytes(self) -> float:
        return sum(part.nbytes for part in (self.matrix.data, self.matrix.indices, self.matrix.indptr)) / 1e6


class Rapidfuzz(Peer):
    """rapidfuzz over all titles."""

    name, needs = "rapidfuzz, all titles", "rapidfuzz"

    def build(self) -> None:
        self.titles = [offer.title.lower() for offer in self.corpus.table.offers]

    def retrieve(self, one: Question) -> Found:
        from rapidfuzz import fuzz, process

        said = one.profile.last_occupation.lower()
        alike = process.cdist([said], self.titles, scorer=fuzz.token_set_ratio, workers=1)[0]
        return self.best(alike * self.mask(one))

    def megabytes(self) -> float:
        return sum(len(title) for title in self.titles) / 1e6


class Fts5(Peer):
    """SQLite FTS5 with its own bm25; the place is a column of the index."""

    name, needs, updates = "SQLite FTS5", "sqlite3", True

    def build(self) -> None:
        import sqlite3

        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "offers.db"
        self.database = sqlite3.connect(self.file)
        self.database.execute("CREATE VIRTUAL TABLE offer USING fts5(said, place, tokenize = 'unicode61')")
        self._insert(np.arange(self.corpus.size))
        self.database.execute("INSERT INTO offer(offer) VALUES ('optimize')")
        self.database.commit()

    def _insert(self, rows: np.ndarray) -> None:
        filled = ((int(row) + 1, self.corpus.text(row), f"p{self.corpus.province[row]}") for row in rows)
        self.database.executemany("INSERT INTO offer(rowid, said, place) VALUES (?, ?, ?)", filled)

    def retrieve(self, one: Question) -> Found:
        words = " OR ".join(f'said : "{word}"' for word in dict.fromkeys(one.terms))
        places = "" if one.provinces is None else " OR ".join(f"place : p{code}" for code in one.provinces)
        asked = f"({words}) AND ({places})" if places else words
        query = "SELECT rowid - 1, -bm25(offer, 1.0, 0.0) FROM offer WHERE offer MATCH ? ORDER BY 2 DESC LIMIT ?"
        return kept(self, one, self.database.execute(query, (asked, self.most)).fetchall())

    def update(self, changed: np.ndarray) -> None:
        self.database.executemany("DELETE FROM offer WHERE rowid = ?", ((int(row) + 1,) for row in changed))
        self._insert(changed)
        self.database.commit()

    def megabytes(self) -> float:
        return self.file.stat().st_size / 1e6


def kept(peer: Peer, one: Question, found: list[tuple[int, float]]) -> Found:
    """What of an engine's answers meets the other hard conditions."""
    rows = np.array([row for row, _score in found], dtype=np.int64)
    scores = np.array([score for _row, score in found])
    meets = allowed(peer.corpus.table, one, peer.day.toordinal(), rows) if len(rows) else np.zeros(0, dtype=bool)
    return rows[meets], scores[meets]


def installed(peers: list[type[Peer]]) -> list[type[Peer]]:
    """The peers whose packages are here; the others are named."""
    for one in peers:
        if find_spec(one.needs) is None:
            print(f"{one.name}: left out, {one.needs} is not installed")
    return [one for one in peers if find_spec(one.needs) is not None]
